namespace Ionolith.Cells.Design;

/// <summary>Energy and power over mass and volume.</summary>
/// <param name="Energy">Energy of one discharge, J.</param>
/// <param name="Mass">Mass, kg.</param>
/// <param name="Volume">Volume, m3.</param>
/// <param name="PulsePower">Power held through the pulse, W.</param>
public sealed record StackFigures(double Energy, double Mass, double Volume, double PulsePower)
{
    /// <summary>Energy over mass, J/kg.</summary>
    public double SpecificEnergy => Energy / Mass;

    /// <summary>Energy over volume, J/m3.</summary>
    public double EnergyDensity => Energy / Volume;

    /// <summary>Pulse power over mass, W/kg.</summary>
    public double SpecificPower => PulsePower / Mass;

    /// <summary>Pulse power over volume, W/m3.</summary>
    public double PowerDensity => PulsePower / Volume;
}

/// <summary>One point of a Ragone curve.</summary>
/// <param name="Discharge">The discharge of one cell.</param>
/// <param name="SpecificEnergy">Energy over the mass of the stack, J/kg.</param>
/// <param name="SpecificPower">Mean power over the mass of the stack, W/kg.</param>
/// <param name="EnergyDensity">Energy over the volume of the stack, J/m3.</param>
public sealed record RagonePoint(AreaDischarge Discharge, double SpecificEnergy, double SpecificPower, double EnergyDensity);
