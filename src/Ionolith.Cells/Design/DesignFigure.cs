namespace Ionolith.Cells.Design;

/// <summary>A figure of merit of a stack.</summary>
public enum DesignFigure
{
    /// <summary>Energy over mass, J/kg.</summary>
    SpecificEnergy,

    /// <summary>Energy over volume, J/m3.</summary>
    EnergyDensity,

    /// <summary>Pulse power over mass, W/kg.</summary>
    SpecificPower,
}

/// <summary>What is wanted of a stack.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Value">Its value in SI units.</param>
/// <param name="Text">As written ("350 Wh/kg").</param>
public sealed record DesignTarget(DesignFigure Figure, double Value, string Text);
