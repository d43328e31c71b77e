using Ionolith.Materials;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Interphases;

/// <summary>Interphase growth limited by the reaction at its surface, linear in time; logarithmic once few electrons leak through.</summary>
/// <remarks>
/// dL/dt = v exp[-alpha F (phi - phi_ref)/(R T)] exp[-(L - L_0)/lambda]: reduction with a Tafel law of the potential phi of the
/// electrode, and electrons that tunnel through the layer over a length lambda. At a constant potential L = L_0 + lambda ln(1 + v t/lambda),
/// which is L_0 + v t for a lambda that is not given. Sources: the Tafel law of the side reaction as in P. Ramadass, B. Haran, P. M. Gomadam,
/// R. White, B. N. Popov, J. Electrochem. Soc. 151 (2004) A196, doi:10.1149/1.1634273; logarithmic growth by tunnelling, N. F. Mott,
/// Trans. Faraday Soc. 35 (1939) 1175. v and lambda are fitted.
/// </remarks>
public sealed record ReactionLimitedGrowth : Interphase
{
    /// <summary>Rate v of growth at phi_ref, L_0 and 298.15 K, m/s.</summary>
    public required double Rate { get; init; }

    /// <summary>Transfer coefficient alpha, 1; zero: the potential does not matter.</summary>
    public double TransferCoefficient { get; init; }

    /// <summary>Potential phi_ref against lithium at which v holds, V.</summary>
    public double ReferencePotential { get; init; }

    /// <summary>Length lambda over which the electrons that leak through the layer fall by e, m; infinite: the layer holds none back.</summary>
    public double LeakLength { get; init; } = double.PositiveInfinity;

    /// <summary>Ionic conductivity of the layer, S/m.</summary>
    public required double Conductivity { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "reaction-limited-growth",
        "interphase growth limited by the reaction, L ~ t, or ~ ln t where the layer holds electrons back",
        "derived, rates fitted; P. Ramadass et al., J. Electrochem. Soc. 151 (2004) A196, doi:10.1149/1.1634273; N. F. Mott, Trans. Faraday Soc. 35 (1939) 1175",
        AgeingPlaces.Lithium | AgeingPlaces.Host | AgeingPlaces.Contact,
        [
            new("rate", QuantityKinds.GrowthRate, m => ((ReactionLimitedGrowth)m).Rate, Meaning: "v, rate of growth of the fresh layer at the reference potential"),
            new("transfer-coefficient", QuantityKinds.Number, m => ((ReactionLimitedGrowth)m).TransferCoefficient, 0, Most: 1, Meaning: "alpha, how the rate falls with the potential"),
            new("reference-potential", QuantityKinds.Voltage, m => ((ReactionLimitedGrowth)m).ReferencePotential, 0, Least: -10, Most: 10, Meaning: "phi_ref, where v holds"),
            new("leak-length", QuantityKinds.Length, m => ((ReactionLimitedGrowth)m).LeakLength, double.PositiveInfinity, Least: 1e-11, Meaning: "lambda, decay length of the electrons in the layer; none given: linear growth"),
            ActivationEnergyKey,
            new("conductivity", QuantityKinds.Conductivity, m => ((ReactionLimitedGrowth)m).Conductivity, Least: 1e-15, Meaning: "ionic conductivity of the layer"),
            VolumePerLithiumKey,
            InitialThicknessKey,
            OnsetPotentialKey,
        ],
        v => new ReactionLimitedGrowth
        {
            Rate = v[0],
            TransferCoefficient = v[1],
            ReferencePotential = v[2],
            LeakLength = v[3],
            ActivationEnergy = v[4],
            Conductivity = v[5],
            VolumePerLithium = v[6],
            InitialThickness = v[7],
            OnsetPotential = v[8],
        })
    {
        Validity = "thin layers, as long as the reaction at the surface and not transport through the layer sets the pace",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    protected override double LayerConductivity => Conductivity;

    /// <inheritdoc/>
    protected override double GrowthRate(in InterfaceConditions at, double thickness)
    {
        double leak = Math.Exp((InitialThickness - thickness) / LeakLength);
        return TransferCoefficient == 0 || !double.IsFinite(at.SurfacePotential)
            ? Rate * leak
            : Rate * leak * Math.Exp(-TransferCoefficient * PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * at.Temperature) * (at.SurfacePotential - ReferencePotential));
    }
}
