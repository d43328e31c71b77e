using Ionolith.Materials;

namespace Ionolith.Cells.Light;

/// <summary>The junction that drives the photocurrent: recombination grows with the voltage against which it works.</summary>
/// <remarks>
/// j = j_g - j_0 [exp(F V/(n R T)) - 1] - V/R_sh, V the voltage of the cell. j_0(T) = j_0 (T/T_0)^(3/n) exp[-E/(n R) (1/T - 1/T_0)], T_0 = 298.15 K, E the
/// gap of the junction. Sources: W. Shockley, Bell Syst. Tech. J. 28 (1949) 435, doi:10.1002/j.1538-7305.1949.tb03645.x; the dependence on
/// temperature is that of circuit simulators (L. W. Nagel, SPICE2, University of California, Berkeley, ERL-M520, 1975).
/// </remarks>
public sealed record Photodiode
{
    private const double ReferenceTemperature = 298.15;

    // Beyond this the exponential goes on as a straight line: no state is there, but Newton's iteration may pass by.
    private const double LongestExponent = 200;

    /// <summary>Saturation current density j_0 at 298.15 K, A/m2 of geometric area; positive.</summary>
    public required double SaturationCurrent { get; init; }

    /// <summary>Ideality factor n, 1.</summary>
    public double Ideality { get; init; } = 1;

    /// <summary>Shunt resistance R_sh, ohm m2 of geometric area; infinite: none.</summary>
    public double ShuntResistance { get; init; } = double.PositiveInfinity;

    /// <summary>Whether diode and shunt stay across the cell in the dark and discharge it; otherwise a contact blocks there.</summary>
    public bool LeaksInTheDark { get; init; }

    /// <summary>Recombination at a voltage with its derivatives, A/m2.</summary>
    /// <param name="voltage">Voltage of the cell, V.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="gap">Gap of the junction, J/mol.</param>
    /// <returns>Recombination current density, its derivative to voltage in S/m2 and to temperature in A/(K m2).</returns>
    public (double Current, double PerVolt, double PerKelvin) Recombination(double voltage, double temperature, double gap)
    {
        double inverse = PhysicalConstants.Faraday / (Ideality * PhysicalConstants.GasConstant * temperature), exponent = inverse * voltage;
        double j_0 = Saturation(temperature, gap), slope = Math.Exp(Math.Min(exponent, LongestExponent));
        double growth = slope * (1 + Math.Max(0, exponent - LongestExponent));
        double perLog = ((3 / temperature) + (gap / (PhysicalConstants.GasConstant * temperature * temperature))) / Ideality;
        double current = j_0 * (growth - 1);
        return (current, j_0 * slope * inverse, (current * perLog) - (j_0 * slope * exponent / temperature));
    }

    /// <summary>Voltage at which a generation is recombined altogether: the photovoltage of the open junction.</summary>
    /// <param name="generation">Current density j_g of separated pairs, A/m2.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="gap">Gap E of the junction, J/mol.</param>
    /// <returns>Photovoltage, V; never above the gap.</returns>
    public double Photovoltage(double generation, double temperature, double gap)
    {
        double low = 0, high = gap / PhysicalConstants.Faraday;
        for (int i = 0; i < 200 && high - low > 1e-15 * high; i++)
        {
            double middle = (low + high) / 2;
            bool drives = generation - Recombination(middle, temperature, gap).Current - (middle / ShuntResistance) > 0;
            (low, high) = drives ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private double Saturation(double temperature, double gap) => SaturationCurrent * Math.Pow(temperature / ReferenceTemperature, 3 / Ideality)
        * Math.Exp(-gap / (Ideality * PhysicalConstants.GasConstant) * ((1 / temperature) - (1 / ReferenceTemperature)));
}
