namespace Ionolith.Materials;

/// <summary>Physical constants, CODATA 2018 (exact by the definition of the SI).</summary>
public static class PhysicalConstants
{
    /// <summary>Faraday constant, C/mol.</summary>
    public const double Faraday = 96485.33212331002;

    /// <summary>Molar gas constant, J/(mol K).</summary>
    public const double GasConstant = 8.31446261815324;

    /// <summary>Boltzmann constant, J/K.</summary>
    public const double Boltzmann = 1.380649e-23;

    /// <summary>Avogadro constant, 1/mol.</summary>
    public const double Avogadro = 6.02214076e23;
}
