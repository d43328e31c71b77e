using Ionolith.Cells.Light;

namespace Ionolith.Cells.Model;

/// <summary>The junction of a photocathode under its light: photocurrent from electrode to electrode beside the electrolyte.</summary>
/// <remarks>At the terminals flows I + j, I that through the electrolyte; a positive j charges the cell at open terminals.</remarks>
internal sealed class Photojunction(Photocathode light, LightUptake uptake)
{
    private readonly double _gap = light.JunctionGap;

    /// <summary>The photocathode.</summary>
    public Photocathode Light => light;

    /// <summary>What the electrode does with light.</summary>
    public LightUptake Uptake => uptake;

    /// <summary>Power of the light, W/m2.</summary>
    public double Irradiance { get; set; }

    /// <summary>Share of the electrons that reach the negative electrode, 1.</summary>
    public double Transfer { get; set; } = 1;

    /// <summary>Whether it is across the cell: under light, or where it leaks in the dark.</summary>
    public bool IsConnected => Irradiance > 0 || light.Diode.LeaksInTheDark;

    /// <summary>j at the state evaluated last, A/m2, and its derivatives to voltage, S/m2, and temperature, A/(K m2); zero where it is not connected.</summary>
    public (double Current, double PerVolt, double PerKelvin) Slopes { get; private set; }

    /// <summary>Evaluates j at a voltage of the cell and a temperature.</summary>
    /// <param name="voltage">Voltage, V.</param>
    /// <param name="temperature">Temperature, K.</param>
    public void Evaluate(double voltage, double temperature)
    {
        if (!IsConnected)
        {
            Slopes = default;
            return;
        }

        (double generation, double generationPerKelvin) = Generation(temperature);
        (double lost, double lostPerVolt, double lostPerKelvin) = light.Diode.Recombination(voltage, temperature, _gap);
        Slopes = (generation - lost - Shunt(voltage), -lostPerVolt - (1 / light.Diode.ShuntResistance), generationPerKelvin - lostPerKelvin);
    }

    /// <summary>Current density of separated pairs, A/m2, and its derivative to temperature; zero where it is not connected.</summary>
    /// <param name="temperature">Temperature, K.</param>
    public (double Current, double PerKelvin) Generation(double temperature) =>
        IsConnected ? light.Generation(uptake, Irradiance, temperature, Transfer) : default;

    /// <summary>Current density in the shunt, A/m2; zero where it is not connected.</summary>
    /// <param name="voltage">Voltage, V.</param>
    public double Shunt(double voltage) => IsConnected ? voltage / light.Diode.ShuntResistance : 0;
}
