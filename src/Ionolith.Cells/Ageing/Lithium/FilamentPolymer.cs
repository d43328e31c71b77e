using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>A filament in a polymer, an elastomer or a gel: faster where the salt at the lithium runs out, slower in a stiff electrolyte.</summary>
/// <remarks>
/// s = s_0 max(0, 1 - G/(2 G_Li)) c_0/c: an electrolyte whose shear modulus G is above about twice that of lithium holds a rough front flat,
/// C. Monroe, J. Newman, J. Electrochem. Soc. 152 (2005) A396, doi:10.1149/1.1850854, who compute the condition; its linear course below is
/// empirical. c is the salt at the lithium, which the transport model gives: above the limiting current i_L = 2 F c_0 D/[(1 - t+) L] it runs
/// out in Sand's time and growth becomes as fast as the anions are drawn away, J.-N. Chazalviel, Phys. Rev. A 42 (1990) 7355,
/// doi:10.1103/PhysRevA.42.7355. Below i_L real cells short as well, at a pace s_0 that must be measured: empirical.
/// </remarks>
public sealed record FilamentPolymer : FilamentLaw
{
    // Where the salt has run out the cell ends by its voltage; the rate must stay finite until then.
    private const double LeastSalt = 1e-3;

    /// <summary>Share s_0 of the current at the tip that builds the filament without depletion and in a soft electrolyte, 1.</summary>
    public required double GrowthFraction { get; init; }

    /// <summary>Shear modulus G of the electrolyte, Pa.</summary>
    public required double ShearModulus { get; init; }

    /// <summary>Shear modulus G_Li of lithium, Pa.</summary>
    public double LithiumShearModulus { get; init; } = 3.4e9;

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "filament-polymer",
        "filament in a polymer or gel: limiting current and shear modulus",
        "criteria derived, pace empirical; J.-N. Chazalviel, Phys. Rev. A 42 (1990) 7355, doi:10.1103/PhysRevA.42.7355; C. Monroe, J. Newman, J. Electrochem. Soc. 152 (2005) A396, doi:10.1149/1.1850854",
        AgeingPlaces.Lithium,
        [
            new("growth-fraction", QuantityKinds.Number, m => ((FilamentPolymer)m).GrowthFraction, Most: 1, Meaning: "s_0, share of the current at the tip that builds the filament"),
            new("shear-modulus", QuantityKinds.Pressure, m => ((FilamentPolymer)m).ShearModulus, Meaning: "G of the electrolyte"),
            new("lithium-shear-modulus", QuantityKinds.Pressure, m => ((FilamentPolymer)m).LithiumShearModulus, 3.4e9, Least: 1, Meaning: "G_Li of lithium"),
            .. CommonParameters,
        ],
        v => new FilamentPolymer
        {
            GrowthFraction = v[0],
            ShearModulus = v[1],
            LithiumShearModulus = v[2],
            FlawLength = v[3],
            FilamentWidth = v[4],
            CreepBackTime = v[5],
            CreepActivationEnergy = v[6],
            Reversal = v[7],
            ShortResistance = v[8],
        })
    {
        Validity = "polymers and gels that are softer than lithium; the pace below the limiting current is measured on a cell",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    protected override double GrowthShare(in InterfaceConditions at, double length) =>
        GrowthFraction * Math.Max(0, 1 - (ShearModulus / (2 * LithiumShearModulus))) / Math.Max(at.SaltShare, LeastSalt);
}
