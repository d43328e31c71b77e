using Ionolith.Materials;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>What the laws of the lithium interface know of lithium.</summary>
public static class LithiumConstants
{
    /// <summary>Molar volume, m3/mol: 6.941 g/mol over 0.534 g/cm3.</summary>
    public const double MolarVolume = 13.0e-6;

    /// <summary>Speed with which a lithium surface recedes for each A/m2, m3/(A s): 1.35 nm/s for each mA/cm2.</summary>
    public const double RecessionPerCurrent = MolarVolume / PhysicalConstants.Faraday;

    /// <summary>Temperature at which rates of files hold, K.</summary>
    public const double ReferenceTemperature = 298.15;

    /// <summary>exp[-E/R (1/T - 1/298.15 K)].</summary>
    /// <param name="activationEnergy">Activation energy E, J/mol.</param>
    /// <param name="temperature">Temperature T, K.</param>
    /// <returns>The factor, 1.</returns>
    public static double Arrhenius(double activationEnergy, double temperature) =>
        Math.Exp(-activationEnergy / PhysicalConstants.GasConstant * ((1 / temperature) - (1 / ReferenceTemperature)));
}
