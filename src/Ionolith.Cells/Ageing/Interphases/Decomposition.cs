using Ionolith.Materials;
using Ionolith.Materials.Laws.Interfaces;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Interphases;

/// <summary>Decomposition of the electrolyte at an electrode whose potential lies outside the stability window.</summary>
/// <remarks>
/// Beyond the window by V a current density i_d = i_0 [exp(alpha F V/(R T)) - 1]/(1 + q/q_p) oxidises (phi above phi_ox) or reduces (phi
/// below phi_red) the electrolyte; q is the charge that has done so, q_p that at which the products halve the rate. What is oxidised gives
/// its electrons to the electrode, and lithium of the electrolyte enters the host with them, so that the electrode charges by less than has
/// passed; what is reduced takes lithium out of it. Products add q V_p/(F sigma), and gas comes as g mol for each mole of electrons. The ends of
/// the window are those of the electrolyte where the law has none of its own. A Tafel law of the overstep: derived for a reaction that the transfer of
/// electrons limits; i_0, q_p and products are fitted, and a thermodynamic window (Y. Zhu, X. He, Y. Mo, ACS Appl. Mater. Interfaces 7
/// (2015) 23685, doi:10.1021/acsami.5b07517) does not tell them.
/// </remarks>
public sealed record Decomposition : AgeingMechanism
{
    /// <summary>Exchange current density i_0 of decomposition at 298.15 K, A/m2 of interface.</summary>
    public required double ExchangeCurrent { get; init; }

    /// <summary>Transfer coefficient alpha, 1.</summary>
    public double TransferCoefficient { get; init; } = 0.5;

    /// <summary>Activation energy of i_0, J/mol.</summary>
    public double ActivationEnergy { get; init; }

    /// <summary>Potential phi_ox above which the electrolyte is oxidised, V; infinite: that of the electrolyte, if it has one.</summary>
    public double OxidationPotential { get; init; } = double.PositiveInfinity;

    /// <summary>Potential phi_red below which the electrolyte is reduced, V; minus infinite: that of the electrolyte, if it has one.</summary>
    public double ReductionPotential { get; init; } = double.NegativeInfinity;

    /// <summary>Charge q_p whose products halve the rate, C/m2 of interface; infinite: they do not hold it back.</summary>
    public double PassivatingCapacity { get; init; } = double.PositiveInfinity;

    /// <summary>Volume V_p of products for each mole of electrons, m3/mol.</summary>
    public double ProductVolume { get; init; }

    /// <summary>Ionic conductivity sigma of the products, S/m.</summary>
    public double Conductivity { get; init; } = double.PositiveInfinity;

    /// <summary>Gas for each mole of electrons, mol.</summary>
    public double GasYield { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "decomposition",
        "decomposition of the electrolyte outside its stability window, with products and gas",
        "derived form (Tafel law of the overstep), rates fitted; windows: Y. Zhu et al., ACS Appl. Mater. Interfaces 7 (2015) 23685, doi:10.1021/acsami.5b07517",
        AgeingPlaces.Lithium | AgeingPlaces.Host,
        [
            new("exchange-current", QuantityKinds.CurrentDensity, m => ((Decomposition)m).ExchangeCurrent, Meaning: "i_0, sets the rate at a given overstep"),
            new("transfer-coefficient", QuantityKinds.Number, m => ((Decomposition)m).TransferCoefficient, 0.5, Most: 1, Meaning: "alpha, how the rate rises with the overstep"),
            new("activation-energy", QuantityKinds.MolarEnergy, m => ((Decomposition)m).ActivationEnergy, 0, Meaning: "E of i_0, against 25 degC"),
            new("oxidation-potential", QuantityKinds.Voltage, m => ((Decomposition)m).OxidationPotential, double.PositiveInfinity, Least: -10, Meaning: "phi_ox; none given: that of the electrolyte's window"),
            new("reduction-potential", QuantityKinds.Voltage, m => ((Decomposition)m).ReductionPotential, double.NegativeInfinity, Least: -10, Meaning: "phi_red; none given: that of the electrolyte's window"),
            new("passivating-capacity", QuantityKinds.ArealCapacity, m => ((Decomposition)m).PassivatingCapacity, double.PositiveInfinity, Least: 1e-3, Meaning: "q_p, charge whose products halve the rate; none given: they do not"),
            new("product-volume", QuantityKinds.MolarVolume, m => ((Decomposition)m).ProductVolume, 0, Meaning: "V_p, products for each mole of electrons"),
            new("conductivity", QuantityKinds.Conductivity, m => ((Decomposition)m).Conductivity, double.PositiveInfinity, Least: 1e-15, Meaning: "ionic conductivity of the products; none given: they resist nothing"),
            new("gas-yield", QuantityKinds.Number, m => ((Decomposition)m).GasYield, 0, Most: 10, Meaning: "moles of gas for each mole of electrons"),
        ],
        v => new Decomposition
        {
            ExchangeCurrent = v[0],
            TransferCoefficient = v[1],
            ActivationEnergy = v[2],
            OxidationPotential = v[3],
            ReductionPotential = v[4],
            PassivatingCapacity = v[5],
            ProductVolume = v[6],
            Conductivity = v[7],
            GasYield = v[8],
        })
    {
        Validity = "potentials up to a few tenths of a volt beyond the window; salt that is used up stays in the electrolyte",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States =>
    [
        new("charge of oxidation", QuantityKinds.ArealCapacity, 0, 1),
        new("charge of reduction", QuantityKinds.ArealCapacity, 0, 1),
        new("gas released", QuantityKinds.ArealAmount, 0, 1e-5),
    ];

    /// <summary>The potentials between which nothing decomposes: the law's own, else those of the electrolyte.</summary>
    /// <param name="window">Window of the electrolyte; null: nobody gave it.</param>
    /// <returns>Potential of reduction and of oxidation, V against lithium; infinite where there is none.</returns>
    public (double Reduction, double Oxidation) Within(StabilityWindow? window) =>
        (double.IsFinite(ReductionPotential) ? ReductionPotential : window?.Reduction ?? double.NegativeInfinity,
            double.IsFinite(OxidationPotential) ? OxidationPotential : window?.Oxidation ?? double.PositiveInfinity);

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates)
    {
        (double reduction, double oxidation) = Within(at.Window);
        double rate = ExchangeCurrent * Activation(ActivationEnergy, at.Temperature) / (1 + ((states[0] + states[1]) / PassivatingCapacity));
        double perVolt = TransferCoefficient * PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * at.Temperature);
        rates[0] = rate * Math.Max(0, Math.Exp(perVolt * (at.SurfacePotential - oxidation)) - 1);
        rates[1] = rate * Math.Max(0, Math.Exp(perVolt * (reduction - at.SurfacePotential)) - 1);
        rates[2] = GasYield * (rates[0] + rates[1]) / PhysicalConstants.Faraday;
    }

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect)
    {
        effect.Resistance += (states[0] + states[1]) * ProductVolume / (PhysicalConstants.Faraday * Conductivity);
        effect.LithiumConsumed += (states[1] - states[0]) / PhysicalConstants.Faraday;
    }
}
