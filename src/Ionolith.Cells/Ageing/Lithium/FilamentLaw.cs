using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>A lithium filament that grows into the electrolyte while lithium is plated, and shorts the cell when it is through.</summary>
/// <remarks>
/// One state, the length l, which begins as the flaw l_0. The current at the tip is focused to 1 + 2 l/w times that of the surface, w the
/// width of the filament (field of a half-ellipsoid on a plane, to first order); of it the share s builds the filament:
/// dl/dt = V_m/F (i_p/theta) s (1 + 2 l/w) - r V_m/F (i_s/theta) (1 + 2 l/w) (l - l_0)/l - (l - l_0)/tau(T), i_p and i_s the plating and
/// stripping current, r the share of stripping that takes the filament back, tau the time in which its tip creeps back. The balance is
/// derived; that s, r and tau are single numbers is empirical. Where l reaches the thickness of the electrolyte the filament is a short:
/// with a resistance a soft one, a leak beside the electrolyte, otherwise a hard one.
/// </remarks>
public abstract record FilamentLaw : AgeingMechanism
{
    private const double Fading = 0.1;

    /// <summary>Length l_0 of the flaw from which it grows, m.</summary>
    public required double FlawLength { get; init; }

    /// <summary>Width w of the filament, m.</summary>
    public required double FilamentWidth { get; init; }

    /// <summary>Time tau in which the tip creeps back at 298.15 K, s; infinite: it does not.</summary>
    public double CreepBackTime { get; init; } = double.PositiveInfinity;

    /// <summary>Activation energy of creeping back, J/mol: that of creep of lithium if not given.</summary>
    public double CreepActivationEnergy { get; init; } = 37_000;

    /// <summary>Share r of stripping that takes the filament back, 1.</summary>
    public double Reversal { get; init; }

    /// <summary>Resistance of the filament once it bridges the electrolyte, ohm m2 of nominal interface; zero: a hard short.</summary>
    public double ShortResistance { get; init; }

    /// <summary>Parameters that all filament laws have.</summary>
    protected static IReadOnlyList<MechanismParameter> CommonParameters { get; } =
    [
        new("flaw-length", QuantityKinds.Length, m => ((FilamentLaw)m).FlawLength, Least: 1e-9, Meaning: "l_0, length from which the filament grows"),
        new("filament-width", QuantityKinds.Length, m => ((FilamentLaw)m).FilamentWidth, Least: 1e-9, Meaning: "w, width of the filament: the current at its tip is focused to 1 + 2 l/w"),
        new("creep-back-time", QuantityKinds.Time, m => ((FilamentLaw)m).CreepBackTime, double.PositiveInfinity, Least: 1e-3, Meaning: "tau, time in which the tip creeps back; none given: it does not"),
        new("creep-activation-energy", QuantityKinds.MolarEnergy, m => ((FilamentLaw)m).CreepActivationEnergy, 37_000, Meaning: "activation energy of creeping back"),
        new("reversal", QuantityKinds.Number, m => ((FilamentLaw)m).Reversal, 0, Most: 1, Meaning: "r, share of stripping that takes the filament back"),
        new("short-resistance", QuantityKinds.ArealResistance, m => ((FilamentLaw)m).ShortResistance, 0, Meaning: "resistance of a filament that is through; none given: a hard short"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("filament length", QuantityKinds.Length, FlawLength, FlawLength)];

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates)
    {
        double l = Math.Max(states[0], FlawLength), focus = 1 + (2 * l / FilamentWidth), open = (l - FlawLength) / l;
        double speed = LithiumConstants.RecessionPerCurrent(at.LithiumMolarVolume) / at.ContactedShare * focus;

        // Through the electrolyte there is no tip any more; its growth fades over a tenth of the way, without an edge for the integration.
        double tip = Math.Clamp(1 + ((1 - (l / at.ElectrolyteThickness)) / Fading), 0, 1);
        double growth = at.Current < 0 && tip > 0 ? -at.Current * speed * tip * GrowthShare(at, l) : 0;
        double back = Math.Max(0, at.Current) * speed * Reversal * open;
        rates[0] = growth - back - ((l - FlawLength) * Activation(CreepActivationEnergy, at.Temperature) / CreepBackTime);
    }

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect)
    {
        effect.Damage = Math.Max(effect.Damage, states[0] / at.ElectrolyteThickness);
        if (states[0] < at.ElectrolyteThickness)
        {
            return;
        }

        effect.Bridged = true;
        if (ShortResistance > 0)
        {
            effect.Leak += 1 / ShortResistance;
        }
        else
        {
            effect.Fail("a lithium filament has grown through the electrolyte: a hard short", byHardShort: true);
        }
    }

    /// <summary>Share of the current at the tip that builds the filament, 1.</summary>
    /// <param name="at">Conditions at the interface, at which lithium is plated.</param>
    /// <param name="length">Length l, m.</param>
    /// <returns>s, zero or positive.</returns>
    protected abstract double GrowthShare(in InterfaceConditions at, double length);
}
