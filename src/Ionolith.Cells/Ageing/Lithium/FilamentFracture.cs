using Ionolith.Materials;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>A filament that cracks a ceramic or a glass: it starts where the overpotential presses lithium into a flaw hard enough.</summary>
/// <remarks>
/// Lithium in a flaw of length l reaches the pressure F eta/V_m, and the crack runs when 1.12 p (pi l)^1/2 is above the toughness K_IC =
/// (E G_c)^1/2: eta_c = K_IC V_m/[1.12 F (pi l)^1/2], eta the potential across the interface (charge transfer, films and interphases, with
/// the current focused on what is in contact). Derived: L. Porz, T. Swamy, B. W. Sheldon, D. Rettenwander, T. Froemling, H. L. Thaman,
/// S. Berendts, R. Uecker, W. C. Carter, Y.-M. Chiang, Adv. Energy Mater. 7 (2017) 1701003, doi:10.1002/aenm.201701003. Of the current at the
/// tip the excess, s = 1 - eta_c/eta, goes into it; that is empirical. A crack that runs needs less to go on, as eta_c falls with l.
/// </remarks>
public sealed record FilamentFracture : FilamentLaw
{
    /// <summary>Young's modulus E, Pa.</summary>
    public required double Modulus { get; init; }

    /// <summary>Fracture energy G_c, J/m2: K_IC^2/E.</summary>
    public required double FractureEnergy { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "filament-fracture",
        "filament that cracks a ceramic or glass above a critical overpotential",
        "criterion derived, growth empirical; L. Porz et al., Adv. Energy Mater. 7 (2017) 1701003, doi:10.1002/aenm.201701003",
        AgeingPlaces.Lithium,
        [
            new("modulus", QuantityKinds.Pressure, m => ((FilamentFracture)m).Modulus, Least: 1, Meaning: "E, Young's modulus"),
            new("fracture-energy", QuantityKinds.ArealEnergy, m => ((FilamentFracture)m).FractureEnergy, Least: 1e-6, Meaning: "G_c = K_IC^2/E, K_IC the fracture toughness"),
            .. CommonParameters,
        ],
        v => new FilamentFracture
        {
            Modulus = v[0],
            FractureEnergy = v[1],
            FlawLength = v[2],
            FilamentWidth = v[3],
            CreepBackTime = v[4],
            CreepActivationEnergy = v[5],
            Reversal = v[6],
            ShortResistance = v[7],
        })
    {
        Validity = "brittle electrolytes, linear elastic, one flaw for all; it knows no grain boundaries",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <summary>Toughness K_IC, Pa m^1/2.</summary>
    public double Toughness => Math.Sqrt(Modulus * FractureEnergy);

    /// <summary>Overpotential above which a crack runs, V.</summary>
    /// <param name="length">Its length, m.</param>
    /// <param name="molarVolume">Molar volume of lithium, m3/mol.</param>
    /// <returns>eta_c.</returns>
    public double CriticalOverpotential(double length, double molarVolume = LithiumConstants.MolarVolume) =>
        Toughness * LithiumConstants.RecessionPerCurrent(molarVolume) / (1.12 * Math.Sqrt(Math.PI * length));

    /// <inheritdoc/>
    protected override double GrowthShare(in InterfaceConditions at, double length) =>
        Math.Max(0, 1 + (CriticalOverpotential(length, at.LithiumMolarVolume) / Math.Min(at.Potential, -1e-12)));
}
