namespace Ionolith.Materials.Laws.Interfaces;

/// <summary>A polarised coating between electrode and electrolyte, which shifts the potential across it by p P d/(eps_r eps_0).</summary>
/// <remarks>
/// The field of a uniformly polarised sheet whose surface charge nothing screens; mobile ions and domains screen most of it in practice,
/// so the alignment p is a fitted number below 1 (p = 1 for a single domain towards the cathode, 0 for domains that cancel, negative
/// for the opposite direction). The shift lessens the step that depletes the electrolyte.
/// </remarks>
public sealed class FerroelectricDipoleLayer
{
    /// <summary>Takes the layer.</summary>
    /// <param name="polarisation">Spontaneous polarisation P, C/m2; zero or more.</param>
    /// <param name="thickness">Thickness d, m; positive.</param>
    /// <param name="relativePermittivity">eps_r of the layer, at least 1.</param>
    /// <param name="alignment">Net alignment p of domains after screening, -1 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public FerroelectricDipoleLayer(double polarisation, double thickness, double relativePermittivity, double alignment)
    {
        Polarisation = Valid.NotNegative(polarisation, "The polarisation", "C/m2");
        Thickness = Valid.Positive(thickness, "The thickness of the layer", "m");
        RelativePermittivity = relativePermittivity >= 1 && double.IsFinite(relativePermittivity)
            ? relativePermittivity
            : throw new ArgumentOutOfRangeException(nameof(relativePermittivity), relativePermittivity, $"The relative permittivity must be 1 or more, but is {relativePermittivity}.");
        Alignment = alignment is >= -1 and <= 1
            ? alignment
            : throw new ArgumentOutOfRangeException(nameof(alignment), alignment, $"The alignment must lie between -1 and 1, but is {alignment}.");
    }

    /// <summary>Spontaneous polarisation P, C/m2.</summary>
    public double Polarisation { get; }

    /// <summary>Thickness d, m.</summary>
    public double Thickness { get; }

    /// <summary>Relative permittivity of the layer.</summary>
    public double RelativePermittivity { get; }

    /// <summary>Net alignment p of domains.</summary>
    public double Alignment { get; }

    /// <summary>Potential by which the layer lessens a depleting step, V; negative where it adds to it.</summary>
    public double PotentialShift => Alignment * Polarisation * Thickness / (RelativePermittivity * PhysicalConstants.VacuumPermittivity);

    /// <summary>Space charge of the electrolyte behind the layer.</summary>
    /// <param name="conductivity">Conductivity of the undisturbed electrolyte, S/m.</param>
    /// <param name="relativePermittivity">Relative permittivity of the electrolyte, at least 1.</param>
    /// <param name="carrierConcentration">Concentration of the mobile ion, mol/m3; positive.</param>
    /// <param name="bareStep">Depleting step without the layer, V.</param>
    /// <returns>The resistance at the step that remains, ohm m2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public SpaceChargeResistance SpaceCharge(
        IPropertyFunction conductivity, double relativePermittivity, double carrierConcentration, double bareStep) =>
        new(conductivity, relativePermittivity, carrierConcentration, bareStep, this);
}
