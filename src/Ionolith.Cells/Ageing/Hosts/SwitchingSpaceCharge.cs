using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Interfaces;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Hosts;

/// <summary>A space-charge layer behind a ferroelectric coating that follow the potential with delay: domains switch, ions rearrange.</summary>
/// <remarks>
/// Two states. The step of the potential that has depleted the electrolyte follows the open-circuit potential U of the host, dV/dt = (U - phi_0 - V)/tau_i; the net alignment p of the coating
/// follows the field that the step puts on it, dp/dt = (p_eq - p)/tau_p with p_eq = p_s tanh[(V - V_c)/V_w]: self-poled to p_s well above the coercive step V_c, reversed below. The resistance
/// is that of the depleted layer, behind the dipole layer that is left, as in the static law "space-charge", to which this one tends at constant
/// potential. Resistance derived (Mott-Schottky layer, J. Maier, Prog. Solid State Chem. 23 (1995) 171); one time for the switching of many domains is
/// empirical, Debye's form of relaxation.
/// </remarks>
public sealed record SwitchingSpaceCharge : AgeingMechanism
{
    /// <summary>Conductivity of the undisturbed electrolyte, S/m.</summary>
    public required double Conductivity { get; init; }

    /// <summary>Relative permittivity of the electrolyte, 1.</summary>
    public required double RelativePermittivity { get; init; }

    /// <summary>Concentration of the mobile ion, mol/m3.</summary>
    public required double CarrierConcentration { get; init; }

    /// <summary>Open-circuit potential phi_0 of the host at which nothing is depleted, V.</summary>
    public required double FlatPotential { get; init; }

    /// <summary>Time tau_i in which ions rearrange, s.</summary>
    public double IonTime { get; init; } = 1;

    /// <summary>Shift of the potential by the coating when it is aligned, V; zero: no coating.</summary>
    public double CoatingShift { get; init; }

    /// <summary>Largest net alignment p_s of its domains, 1.</summary>
    public double Alignment { get; init; } = 1;

    /// <summary>Step V_c at which domains turn, V.</summary>
    public double CoerciveStep { get; init; }

    /// <summary>Width V_w of the turn, V.</summary>
    public double SwitchingWidth { get; init; } = 0.1;

    /// <summary>Time tau_p in which domains turn, s.</summary>
    public double SwitchingTime { get; init; } = 100;

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "switching-space-charge",
        "space charge and ferroelectric coating whose resistance follows the potential with delay",
        "resistance derived, switching empirical; J. Maier, Prog. Solid State Chem. 23 (1995) 171",
        AgeingPlaces.Host,
        [
            new("conductivity", QuantityKinds.Conductivity, m => ((SwitchingSpaceCharge)m).Conductivity, Least: 1e-12, Meaning: "of the undisturbed electrolyte"),
            new("relative-permittivity", QuantityKinds.Number, m => ((SwitchingSpaceCharge)m).RelativePermittivity, Least: 1, Meaning: "of the electrolyte"),
            new("carrier-concentration", QuantityKinds.Concentration, m => ((SwitchingSpaceCharge)m).CarrierConcentration, Least: 1e-3, Meaning: "of the mobile ion"),
            new("flat-potential", QuantityKinds.Voltage, m => ((SwitchingSpaceCharge)m).FlatPotential, Least: -10, Most: 10, Meaning: "phi_0, open-circuit potential of the host at which nothing is depleted"),
            new("ion-time", QuantityKinds.Time, m => ((SwitchingSpaceCharge)m).IonTime, 1, Least: 1e-3, Meaning: "tau_i, in which ions rearrange"),
            new("coating-shift", QuantityKinds.Voltage, m => ((SwitchingSpaceCharge)m).CoatingShift, 0, Most: 10, Meaning: "P d/(eps_r eps_0) of the coating, aligned; none given: no coating"),
            new("alignment", QuantityKinds.Number, m => ((SwitchingSpaceCharge)m).Alignment, 1, Most: 1, Meaning: "p_s, largest net alignment of domains"),
            new("coercive-step", QuantityKinds.Voltage, m => ((SwitchingSpaceCharge)m).CoerciveStep, 0, Least: -10, Most: 10, Meaning: "V_c, step at which domains turn"),
            new("switching-width", QuantityKinds.Voltage, m => ((SwitchingSpaceCharge)m).SwitchingWidth, 0.1, Least: 1e-3, Meaning: "V_w, width of the turn"),
            new("switching-time", QuantityKinds.Time, m => ((SwitchingSpaceCharge)m).SwitchingTime, 100, Least: 1e-3, Meaning: "tau_p, in which domains turn"),
        ],
        v => new SwitchingSpaceCharge
        {
            Conductivity = v[0],
            RelativePermittivity = v[1],
            CarrierConcentration = v[2],
            FlatPotential = v[3],
            IonTime = v[4],
            CoatingShift = v[5],
            Alignment = v[6],
            CoerciveStep = v[7],
            SwitchingWidth = v[8],
            SwitchingTime = v[9],
        })
    {
        Validity = "layers depleted of ions that are thin against the electrolyte; one time stands for all domains",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("depleting step", QuantityKinds.Voltage, 0, 0.1), new("alignment of domains", QuantityKinds.Number, 0, 1)];

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates)
    {
        rates[0] = (at.EquilibriumPotential - FlatPotential - states[0]) / IonTime;
        rates[1] = ((Alignment * Math.Tanh((states[0] - CoerciveStep) / SwitchingWidth)) - states[1]) / SwitchingTime;
    }

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect)
    {
        double step = states[0] - (CoatingShift * Math.Clamp(states[1], -1, 1));
        var layer = new SpaceChargeResistance(new ConstantFunction(Conductivity), RelativePermittivity, CarrierConcentration, step);
        effect.Resistance += layer.Evaluate(0, at.Temperature).Value;
    }
}
