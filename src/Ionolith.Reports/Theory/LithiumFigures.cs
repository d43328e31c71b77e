using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Materials;

namespace Ionolith.Reports.Theory;

/// <summary>Figures of the lithium interface: contact, plating, filaments.</summary>
internal static class LithiumFigures
{
    private const double Hour = 3600, MilliAmperePerCm2 = 10, Pressed = 3e6;

    // Molar volume of lithium over Faraday's constant, from density and molar mass; independent of the laws.
    private const double Recession = 6.94e-3 / 534 / PhysicalConstants.Faraday;

    private static LawSample Replenished { get; } = LawSample.Of(
        ContactReplenishment.LawCard, ("pressed-current", "0.2 mA/cm2"), ("healing-time", "5 h"), ("void-depth", "1 um"), ("current-exponent", "1.9"), ("reference-pressure", "3 MPa"));

    private static LawSample Creeping { get; } = LawSample.Of(ContactCreep.LawCard, ("creep-length", "20 um"), ("void-depth", "1 um"));

    private static LawSample Vacant { get; } = LawSample.Of(
        ContactVacancies.LawCard, ("vacancy-diffusivity", "5e-11 cm2/s"), ("vacancy-span", "0.1"), ("diffusion-length", "0.1 um"), ("void-depth", "1 um"));

    public static IEnumerable<TheoryFigure> All() =>
    [
        Stripping(Replenished), Stripping(Creeping), Stripping(Vacant),
        CriticalStripping(), Dead(), Nucleated(), Fracture(), FractureThreshold(), Polymer(),
    ];

    private static TheoryFigure Stripping(LawSample sample)
    {
        const double PerArealCapacity = MilliAmperePerCm2 * Hour;
        double criticalCurrent = CriticalCurrent(sample, Pressed);
        double[] charges = LawSample.Even(0, 1 * PerArealCapacity, 201);
        TheoryCurve Of(double ratio)
        {
            double current = ratio * criticalCurrent;
            return sample.Over(
                string.Create(CultureInfo.InvariantCulture, $"{ratio} i_c"), LawSample.Rest with { Current = current, Pressure = Pressed }, [.. charges.Select(q => q / current)],
                (_, e) => e.ContactedShare, PerArealCapacity / current, canFail: true);
        }

        return new TheoryFigure(sample.Law.Card.Law, "stripped charge / (mAh/cm2)", "share of the contact",
            string.Create(CultureInfo.InvariantCulture, $"Contact while lithium is stripped at 3 MPa and 25 degC, for currents over the critical one, i_c = {Numbers.Text(criticalCurrent / MilliAmperePerCm2, 2)} mA/cm2. {sample.Words}."),
            [Of(0.9), Of(1.1), Of(1.5), Of(3)]);
    }

    private static double CriticalCurrent(LawSample sample, double pressure) => ((ContactLaw)sample.Law).CriticalCurrent(pressure, LawSample.Rest.Temperature);

    private static TheoryFigure CriticalStripping()
    {
        double[] pressures = LawSample.Ratios(1e6, 10e6);
        TheoryCurve Of(LawSample sample) => new(sample.Law.Card.Law, [.. pressures.Select(p => p / 1e6)], [.. pressures.Select(p => CriticalCurrent(sample, p) / MilliAmperePerCm2)]);
        return new TheoryFigure("critical-stripping-current", "stack pressure / MPa", "critical stripping current / (mA/cm2)",
            "The largest current that keeps its contact, by the three laws with the values of the figures above, and measured on argyrodite (J. Kasemchainan et al. 2019). They differ most in pressure: fit one to your own two pressures before trusting it at a third.",
            [
                Of(Replenished),
                Of(Creeping),
                Of(Vacant),
                new TheoryCurve("measured", [3, 7], [0.2, 1.0], IsPoints: true),
            ])
        { XLogarithmic = true, YLogarithmic = true };
    }

    private static TheoryFigure Dead()
    {
        LawSample With(string efficiency) => LawSample.Of(DeadLithium.LawCard, ("coulombic-efficiency", efficiency));
        double[] cycles = LawSample.Even(0, 500), few = LawSample.Even(0, 500, 11);

        // A cycle plates 1 mAh/cm2, which is 36000 C/m2 a "second"; the metal begins with 5 mAh/cm2 in excess.
        var plating = LawSample.Rest with { Current = -36000 };
        return new TheoryFigure(DeadLithium.LawCard.Law, "cycles of 1 mAh/cm2", "lithium left / (mAh/cm2)", "What is left of an excess of 5 mAh/cm2.",
        [
            .. ((string[])["99 %", "99.5 %", "99.9 %"]).Select(ce => With(ce).Over(ce, plating, cycles, (s, _) => Math.Max(0, 5 - (s[0] / 36000)), 1)),
            LawSample.ClosedForm(few, n => Math.Max(0, 5 - (0.005 * n)), 1),
        ]);
    }

    private static TheoryFigure Nucleated()
    {
        var sample = LawSample.Of(Nucleation.LawCard, ("overpotential", "40 mV"), ("covering-charge", "0.05 mAh/cm2"));
        double[] times = LawSample.Even(0, 0.3 * Hour), few = LawSample.Even(0, 0.3 * Hour, 11);
        return new TheoryFigure(Nucleation.LawCard.Law, "plated charge / (mAh/cm2)", "shift of the potential / mV", $"The dip of a first plating at 1 mA/cm2. {sample.Words}.",
        [
            sample.Over("nucleation", LawSample.Rest with { Current = -MilliAmperePerCm2 }, times, (_, e) => 1e3 * e.PotentialShift, Hour),
            LawSample.ClosedForm(few, t => -40 * Math.Exp(-t / (0.05 * Hour)), Hour),
        ]);
    }

    private static TheoryFigure Fracture()
    {
        var sample = LawSample.Of(
            FilamentFracture.LawCard, ("modulus", "22 GPa"), ("fracture-energy", "2.4 J/m2"), ("flaw-length", "2 um"), ("filament-width", "10 um"), ("creep-back-time", "20 h"));
        double[] times = LawSample.Ratios(0.01 * Hour, 100 * Hour);
        TheoryCurve Of(double current) => sample.Over(
            string.Create(CultureInfo.InvariantCulture, $"{current} mA/cm2"), LawSample.Rest with { Current = -current * MilliAmperePerCm2, Potential = -current * MilliAmperePerCm2 * 20e-4 }, times,
            (s, _) => s[0] < 100e-6 ? 1e6 * s[0] : double.NaN, Hour);
        return new TheoryFigure(FilamentFracture.LawCard.Law, "time of plating / h", "length of the filament / um",
            $"Length from a flaw to the thickness of 100 um, with an interface of 20 ohm cm2: below the critical overpotential nothing grows, above it the wait is short. {sample.Words}.",
            [.. ((double[])[0.4, 0.6, 0.8, 1.2]).Select(Of)])
        { XLogarithmic = true, YLogarithmic = true };
    }

    private static TheoryFigure FractureThreshold()
    {
        FilamentFracture With(string modulus, string energy) => (FilamentFracture)LawSample.Of(
            FilamentFracture.LawCard, ("modulus", modulus), ("fracture-energy", energy), ("flaw-length", "1 um"), ("filament-width", "10 um")).Law;
        double[] lengths = LawSample.Ratios(0.03e-6, 100e-6), few = LawSample.Ratios(0.03e-6, 100e-6, 11);
        double ClosedForm(double toughness, double l) => 1e3 * toughness * Recession / (1.12 * Math.Sqrt(Math.PI * l));
        return new TheoryFigure("critical-overpotential", "length of the flaw / um", "critical overpotential / mV",
            "Overpotential above which lithium drives a crack, for a toughness of 0.23 MPa m^1/2 (22 GPa, 2.4 J/m2, a glassy sulfide) and of 0.98 MPa m^1/2 (150 GPa, 6.4 J/m2, a garnet). Points: K_IC V_m/[1.12 F (pi l)^1/2].",
            [
                new TheoryCurve("sulfide", [.. lengths.Select(l => 1e6 * l)], [.. lengths.Select(l => 1e3 * With("22 GPa", "2.4 J/m2").CriticalOverpotential(l))]),
                new TheoryCurve("garnet", [.. lengths.Select(l => 1e6 * l)], [.. lengths.Select(l => 1e3 * With("150 GPa", "6.4 J/m2").CriticalOverpotential(l))]),
                new TheoryCurve("closed form", [.. few.Select(l => 1e6 * l)], [.. few.Select(l => ClosedForm(Math.Sqrt(22e9 * 2.4), l))], IsPoints: true),
            ])
        { XLogarithmic = true, YLogarithmic = true };
    }

    private static TheoryFigure Polymer()
    {
        LawSample With(params (string, string)[] more) => LawSample.Of(
            FilamentPolymer.LawCard, [("growth-fraction", "0.05"), ("shear-modulus", "10 MPa"), ("flaw-length", "1 um"), ("filament-width", "20 um"), .. more]);
        double[] times = LawSample.Ratios(0.1 * Hour, 1000 * Hour, 121), few = LawSample.Ratios(0.1 * Hour, 1000 * Hour, 21);
        double share = 0.05 * (1 - (10e6 / 6.8e9)), pace = 2 * share * Recession / 20e-6;
        double Exact(double current, double t) => 1e6 * ((11e-6 * Math.Exp(pace * current * MilliAmperePerCm2 * t)) - 10e-6);
        TheoryCurve Of(string name, double current, params (string, string)[] more) => With(more).Over(
            name, LawSample.Rest with { Current = -current * MilliAmperePerCm2 }, times, (s, _) => s[0] < 100e-6 ? 1e6 * s[0] : double.NaN, Hour);
        return new TheoryFigure(FilamentPolymer.LawCard.Law, "time of plating / h", "length of the filament / um",
            $"Length from a flaw to the thickness of 100 um. Without creep the filament grows by exp(2 s V_m q/(F w)); creep of the tip holds it at a small current. {With().Words}; with creep: creep-back-time 20 h.",
            [
                Of("0.5 mA/cm2", 0.5), Of("0.1 mA/cm2", 0.1), Of("0.1 mA/cm2, creep", 0.1, ("creep-back-time", "20 h")),
                LawSample.ClosedForm(few.Where(t => Exact(0.5, t) < 100), t => Exact(0.5, t), Hour),
            ])
        { XLogarithmic = true, YLogarithmic = true };
    }
}
