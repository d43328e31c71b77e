namespace Ionolith.Materials;

/// <summary>Physical constants, CODATA 2018; all but the permittivity are exact by the definition of the SI.</summary>
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

    /// <summary>Elementary charge, C.</summary>
    public const double ElementaryCharge = 1.602176634e-19;

    /// <summary>Planck constant, J s.</summary>
    public const double Planck = 6.62607015e-34;

    /// <summary>Speed of light in vacuum, m/s.</summary>
    public const double SpeedOfLight = 299_792_458;

    /// <summary>Permittivity eps_0 of vacuum, F/m; measured, to 1.5e-10.</summary>
    public const double VacuumPermittivity = 8.8541878128e-12;
}
