using Ionolith.Materials;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>What the laws of the lithium interface know of lithium.</summary>
public static class LithiumConstants
{
    /// <summary>Molar volume V_m of lithium for which a cell states none, m3/mol: 6.941 g/mol over 0.534 g/cm3.</summary>
    public const double MolarVolume = 13.0e-6;

    /// <summary>Speed with which a lithium surface recedes for each A/m2, V_m/F: 1.35 nm/s for each mA/cm2.</summary>
    /// <param name="molarVolume">Molar volume V_m, m3/mol.</param>
    /// <returns>The speed, m3/(A s).</returns>
    public static double RecessionPerCurrent(double molarVolume) => molarVolume / PhysicalConstants.Faraday;
}
