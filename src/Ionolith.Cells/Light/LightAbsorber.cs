namespace Ionolith.Cells.Light;

/// <summary>A semiconductor in the photocathode that takes up light.</summary>
/// <remarks>It absorbs photons above its band gap with one coefficient: I = I_0 exp(-a z) in the depth z (law of Bouguer, Lambert and Beer).</remarks>
/// <param name="Name">Name.</param>
/// <param name="BandGap">Band gap, J/mol (96.485 kJ/mol are 1 eV).</param>
/// <param name="AbsorptionCoefficient">Absorption coefficient above the gap as a mean over the electrode, 1/m.</param>
/// <param name="InternalQuantumEfficiency">Electron-hole pairs that reach a junction for each photon absorbed, 1; zero: it only warms.</param>
public sealed record LightAbsorber(string Name, double BandGap, double AbsorptionCoefficient, double InternalQuantumEfficiency)
{
    /// <summary>Longest wavelength that it absorbs, m.</summary>
    public double Edge => LightSpectrum.WavelengthOf(BandGap / Materials.PhysicalConstants.Faraday);
}
