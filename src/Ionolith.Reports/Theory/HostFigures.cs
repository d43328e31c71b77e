using Ionolith.Cells.Ageing.Hosts;
using Ionolith.Materials.Quantities;

namespace Ionolith.Reports.Theory;

/// <summary>Figures of what happens to hosts.</summary>
internal static class HostFigures
{
    private const double Hour = 3600;

    // Times are cycles: the stoichiometry goes from 0 to 1 and back in one second.
    private const double CycleRate = 2;

    public static IEnumerable<TheoryFigure> All() => [Contact(), Cracking(), Decay(), SpaceCharge()];

    private static TheoryFigure Contact()
    {
        LawSample With(string change) => LawSample.Of(
            ContactLoss.LawCard, ("volume-change", change), ("loss-rate", "0.1"), ("final-share", "0.4"), ("holding-pressure", "10 MPa"));
        double[] cycles = LawSample.Even(0, 200), few = LawSample.Even(0, 200, 11);
        TheoryCurve Of(string name, string change, double pressure) =>
            With(change).Over(name, LawSample.Rest with { StoichiometryRate = CycleRate, Pressure = pressure }, cycles, (_, e) => e.ContactedShare, 1);
        return new TheoryFigure(ContactLoss.LawCard.Law, "full cycles", "share of the contact", "Contact of sulfur (volume change 79 %) and of LiFePO4 (6.8 %) over full cycles without pressure and under 20 MPa. loss-rate 0.1, final-share 0.4, holding-pressure 10 MPa.",
        [
            Of("sulfur, no pressure", "79 %", 0), Of("sulfur, 20 MPa", "79 %", 20e6), Of("LiFePO4, no pressure", "6.8 %", 0), Of("LiFePO4, 20 MPa", "6.8 %", 20e6),
            LawSample.ClosedForm(few, n => 0.4 + (0.6 * Math.Exp(-0.1 * n * 0.79)), 1),
        ]);
    }

    private static TheoryFigure Cracking()
    {
        var sample = LawSample.Of(
            ParticleCracking.LawCard, ("young-modulus", "150 GPa"), ("volume-change", "-5 %"), ("critical-stress", "100 MPa"), ("rate", "1e-5 Hz"), ("exponent", "2"));
        var law = (ParticleCracking)sample.Law;
        double[] times = LawSample.Even(0, 100 * Hour), few = LawSample.Even(0, 100 * Hour, 11);
        double perStress = law.SurfaceStress(LawSample.Rest with { StoichiometryDifference = 1 });
        return new TheoryFigure(ParticleCracking.LawCard.Law, "time under tension / h", "damage", $"Damage at three stresses of the surface, over the critical one. {sample.Words}.",
        [
            .. ((double[])[0.5, 1, 2]).Select(r => sample.Over(
                string.Create(CultureInfo.InvariantCulture, $"s = {r} s_c"), LawSample.Rest with { StoichiometryDifference = r * law.CriticalStress / perStress }, times, (s, _) => s[0], Hour)),
            LawSample.ClosedForm(few, t => 1 - Math.Exp(-4e-5 * t), Hour),
        ]);
    }

    private static TheoryFigure Decay()
    {
        LawSample With(string rate) => LawSample.Of(VoltageDecay.LawCard, ("fall", "0.5 V"), ("rate-per-cycle", rate));
        double[] cycles = LawSample.Even(0, 500), few = LawSample.Even(0, 500, 11);
        return new TheoryFigure(VoltageDecay.LawCard.Law, "full cycles", "shift of the potential / mV", "Fall of the potential of a layered oxide. fall 0.5 V.",
        [
            .. ((string[])["0.001", "0.003"]).Select(k => With(k).Over($"rate-per-cycle {k}", LawSample.Rest with { StoichiometryRate = CycleRate, EquilibriumPotential = 4 }, cycles, (_, e) => 1e3 * e.PotentialShift, 1)),
            LawSample.ClosedForm(few, n => -500 * (1 - Math.Exp(-0.003 * n)), 1),
        ]);
    }

    private static TheoryFigure SpaceCharge()
    {
        LawSample With(params (string, string)[] more) => LawSample.Of(SwitchingSpaceCharge.LawCard,
            [("conductivity", "1 mS/cm"), ("relative-permittivity", "15"), ("carrier-concentration", "1 mol/L"), ("flat-potential", "3.7 V"), ("ion-time", "10 s"), .. more]);
        double[] times = LawSample.Ratios(0.1, 3000);
        var at = LawSample.Rest with { EquilibriumPotential = 3.9, Potential = 3.9 };
        return new TheoryFigure(SwitchingSpaceCharge.LawCard.Law, "time at 3.9 V / s", "resistance / (ohm cm2)",
            $"Resistance of the depleted layer after a charge to 3.9 V: ions leave within seconds; the domains of a ferroelectric coating turn later and call them back. {With().Words}; coating-shift 0.15 V, coercive-step 0.1 V, switching-time 200 s.",
            [
                With().Over("no coating", at, times, (_, e) => e.Resistance / 1e-4, 1),
                With(("coating-shift", "0.15 V"), ("coercive-step", "0.1 V"), ("switching-time", "200 s")).Over("ferroelectric coating", at, times, (_, e) => e.Resistance / 1e-4, 1),
            ])
        { XLogarithmic = true, YLogarithmic = true };
    }
}
