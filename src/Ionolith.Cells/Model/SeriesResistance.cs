using Ionolith.Materials;

namespace Ionolith.Cells.Model;

/// <summary>A resistance in series with the cell: a single-ion layer, a contact, a collector.</summary>
internal abstract class SeriesResistance(string name)
{
    /// <summary>Name in the list of losses.</summary>
    public string Name => name;

    /// <summary>Area-specific resistance at the current temperature, with what ageing has added, ohm m2.</summary>
    public double Value => Fresh + AddedResistance;

    /// <summary>Area-specific resistance that ageing has added, ohm m2.</summary>
    public double AddedResistance { get; set; }

    /// <summary>Area-specific resistance of the fresh cell at the current temperature, ohm m2.</summary>
    protected double Fresh { get; set; }

    /// <summary>Its slope to temperature, ohm m2/K.</summary>
    public double Slope { get; protected set; }

    /// <summary>Sets the temperature.</summary>
    /// <param name="temperature">Temperature, K.</param>
    public abstract void SetTemperature(double temperature);
}

/// <summary>A layer of a single-ion conductor.</summary>
internal sealed class ConductorResistance(string name, PropertyTable conductivity, double length) : SeriesResistance(name)
{
    /// <inheritdoc/>
    public override void SetTemperature(double temperature)
    {
        conductivity.SetTemperature(temperature);
        Fresh = length / conductivity.Constant;
        Slope = -Fresh * conductivity.LogSlope;
    }
}

/// <summary>A contact between layers, or a collector.</summary>
internal sealed class ActivatedResistance(string name, double reference, double activationEnergy) : SeriesResistance(name)
{
    /// <inheritdoc/>
    public override void SetTemperature(double temperature)
    {
        double e = activationEnergy / PhysicalConstants.GasConstant;
        Fresh = reference * Math.Exp(e * ((1 / temperature) - (1 / 298.15)));
        Slope = -Fresh * e / (temperature * temperature);
    }
}
