namespace Ionolith.Cells.Model;

/// <summary>What is held at the terminals.</summary>
internal enum ControlMode
{
    /// <summary>Current density, A/m2.</summary>
    Current,

    /// <summary>Voltage, V.</summary>
    Voltage,

    /// <summary>Power density, W/m2.</summary>
    Power,

    /// <summary>Load resistance times area, ohm m2.</summary>
    Resistance,

    /// <summary>The current that cells in series share: an unknown of their stack.</summary>
    Shared,
}

/// <summary>A control whose target changes linearly with time.</summary>
/// <param name="Mode">Quantity.</param>
/// <param name="Value">Target at <paramref name="Start"/>.</param>
/// <param name="Rate">Change of the target per second.</param>
/// <param name="Start">Time at which the target is <paramref name="Value"/>, s.</param>
internal readonly record struct CellControl(ControlMode Mode, double Value, double Rate = 0, double Start = 0)
{
    /// <summary>Target at a time.</summary>
    public double Target(double time) => Value + (Rate * (time - Start));
}
