using Ionolith.Materials;

namespace Ionolith.Cells.Light;

/// <summary>What light does in the positive electrode: absorption, separation, and the diode beside the faradaic branch.</summary>
/// <remarks>
/// Immutable, in SI units. Holes that reach the host oxidise it, and lithium leaves; the electrons go to the negative electrode, beside the
/// electrolyte, and lithium arrives there: the photocurrent charges the cell also at open terminals. Its voltage is that of the cell.
/// Such a cathode of TiS2 and TiO2: A. Kumar et al., Small 2023 (arXiv:2301.06155).
/// </remarks>
public sealed record Photocathode
{
    /// <summary>Spectrum of the light.</summary>
    public required LightSpectrum Spectrum { get; init; }

    /// <summary>Share of the light that is reflected or does not reach the electrode, 1.</summary>
    public double Reflectance { get; init; }

    /// <summary>What absorbs; at least one.</summary>
    public required IReadOnlyList<LightAbsorber> Absorbers { get; init; }

    /// <summary>Separation at the heterojunction.</summary>
    public required ChargeSeparation Separation { get; init; }

    /// <summary>Share of the separated holes that oxidise the host, 1; the others are lost as heat.</summary>
    public double InjectionEfficiency { get; init; } = 1;

    /// <summary>The junction.</summary>
    public required Photodiode Diode { get; init; }

    /// <summary>Potential against lithium of the conduction band from which the electrons leave, V; negative infinity: not known, no limit.</summary>
    /// <remarks>Electrons reach the negative electrode only where this lies below its potential (the higher the energy of an electron, the lower its potential).</remarks>
    public double ConductionBand { get; init; } = double.NegativeInfinity;

    /// <summary>Gap of the junction, J/mol: the smallest band gap of those that give electrons, less what separation costs.</summary>
    public double JunctionGap => Absorbers.Where(a => a.InternalQuantumEfficiency > 0).Select(a => a.BandGap).DefaultIfEmpty(Absorbers.Max(a => a.BandGap)).Min()
        - Math.Max(0, Separation.DrivingEnergy);

    /// <summary>What becomes of light in an electrode of a thickness.</summary>
    /// <param name="thickness">Thickness, m.</param>
    /// <returns>Shares of the power and the current of electron-hole pairs for each watt.</returns>
    public LightUptake Uptake(double thickness)
    {
        double[] edges = [.. Absorbers.Select(a => a.Edge)];
        double entering = 1 - Reflectance;
        double absorbed = entering * Spectrum.Mean(l => Absorbed(l, thickness), edges);
        double responsivity = entering / LightSpectrum.PhotonVoltMetres * Spectrum.Mean(l => l * Absorbed(l, thickness) * Yield(l), edges);
        return new LightUptake(Reflectance, entering - absorbed, absorbed, responsivity);
    }

    /// <summary>Current density j_g of holes that are separated and oxidise the host.</summary>
    /// <param name="uptake">Uptake of the electrode.</param>
    /// <param name="irradiance">Power of the light, W/m2.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="transfer">Share of the electrons that reach the negative electrode, 1 (<see cref="Transfer"/>).</param>
    /// <returns>Current density, A/m2, and its derivative to temperature, A/(K m2).</returns>
    public (double Current, double PerKelvin) Generation(LightUptake uptake, double irradiance, double temperature, double transfer)
    {
        ArgumentNullException.ThrowIfNull(uptake);
        double pairs = uptake.Responsivity * irradiance * InjectionEfficiency * transfer;
        return (pairs * Separation.Efficiency(temperature), pairs * Separation.EfficiencySlope(temperature));
    }

    /// <summary>Share of the electrons that pass from the conduction band to the negative electrode.</summary>
    /// <param name="anodePotential">Equilibrium potential of the negative electrode against lithium, V.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <returns>1 where the band lies below the potential, a Boltzmann factor of the difference where they would have to climb.</returns>
    public double Transfer(double anodePotential, double temperature) => double.IsNegativeInfinity(ConductionBand)
        ? 1
        : ChargeSeparation.HopFactor(PhysicalConstants.Faraday * (anodePotential - ConductionBand), temperature);

    private double Coefficient(double wavelength) => Absorbers.Sum(a => wavelength < a.Edge ? a.AbsorptionCoefficient : 0);

    private double Absorbed(double wavelength, double thickness) => -Math.Exp(-Coefficient(wavelength) * thickness) + 1;

    // Pairs for each photon absorbed: the absorbers share the photons by their coefficients.
    private double Yield(double wavelength)
    {
        double all = Coefficient(wavelength);
        return all > 0 ? Absorbers.Sum(a => wavelength < a.Edge ? a.AbsorptionCoefficient * a.InternalQuantumEfficiency : 0) / all : 0;
    }
}

/// <summary>Where light goes in an electrode.</summary>
/// <param name="Reflected">Share of the power that is reflected, 1.</param>
/// <param name="Transmitted">Share of the power that passes through, 1.</param>
/// <param name="Absorbed">Share of the power that is absorbed, 1.</param>
/// <param name="Responsivity">Current of electron-hole pairs for each watt of light, A/W.</param>
public sealed record LightUptake(double Reflected, double Transmitted, double Absorbed, double Responsivity);
