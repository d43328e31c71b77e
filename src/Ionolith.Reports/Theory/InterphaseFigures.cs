using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Materials;
using Ionolith.Materials.Laws.Interfaces;

namespace Ionolith.Reports.Theory;

/// <summary>Figures of the laws by which interphases grow.</summary>
internal static class InterphaseFigures
{
    private const double Hour = 3600, Nano = 1e-9, OhmCm2 = 1e-4;

    public static IEnumerable<TheoryFigure> All() => [Parabolic(), ReactionLimited(), PowerLaw(), SelfLimiting(), Mosaic(), Layer(), Decomposed()];

    private static TheoryFigure Parabolic()
    {
        var sample = LawSample.Of(
            ParabolicGrowth.LawCard, ("rate-constant", "1e-20 m2/s"), ("activation-energy", "40 kJ/mol"), ("conductivity", "1e-7 S/cm"), ("initial-thickness", "1 nm"));
        double[] times = LawSample.Ratios(0.01 * Hour, 1000 * Hour), few = LawSample.Ratios(0.01 * Hour, 1000 * Hour, 11);
        return new TheoryFigure(ParabolicGrowth.LawCard.Law, "time / h", "thickness / nm", $"Thickness against time: first L_0, then a slope of one half. {sample.Words}.",
        [
            sample.Over("25 degC", LawSample.Rest, times, (s, _) => s[0] / Nano, Hour),
            sample.Over("60 degC", LawSample.Rest with { Temperature = 333.15 }, times, (s, _) => s[0] / Nano, Hour),
            LawSample.ClosedForm(few, t => Math.Sqrt(1e-18 + (2e-20 * t)) / Nano, Hour),
        ])
        { XLogarithmic = true, YLogarithmic = true };
    }

    private static TheoryFigure ReactionLimited()
    {
        LawSample With(params (string, string)[] more) =>
            LawSample.Of(ReactionLimitedGrowth.LawCard, [("rate", "1e-12 m/s"), ("conductivity", "1e-7 S/cm"), ("initial-thickness", "1 nm"), .. more]);
        double[] times = LawSample.Ratios(0.1 * Hour, 1000 * Hour), few = LawSample.Ratios(0.1 * Hour, 1000 * Hour, 11);
        var sample = With();
        return new TheoryFigure(ReactionLimitedGrowth.LawCard.Law, "time / h", "thickness / nm", $"Thickness against time, with and without a decay length of the leaking electrons. {sample.Words}.",
        [
            sample.Over("no decay length", LawSample.Rest, times, (s, _) => s[0] / Nano, Hour),
            With(("leak-length", "20 nm")).Over("leak-length 20 nm", LawSample.Rest, times, (s, _) => s[0] / Nano, Hour),
            With(("leak-length", "2 nm")).Over("leak-length 2 nm", LawSample.Rest, times, (s, _) => s[0] / Nano, Hour),
            LawSample.ClosedForm(few, t => 1 + (2 * Math.Log(1 + (1e-12 * t / 2e-9))), Hour),
        ])
        { XLogarithmic = true, YLogarithmic = true };
    }

    private static TheoryFigure PowerLaw()
    {
        LawSample With(string exponent) =>
            LawSample.Of(PowerLawGrowth.LawCard, ("reference-thickness", "10 nm"), ("reference-time", "1 h"), ("conductivity", "1e-7 S/cm"), ("initial-thickness", "0.1 nm"), ("exponent", exponent));
        double[] times = LawSample.Ratios(0.01 * Hour, 1000 * Hour), few = LawSample.Ratios(0.01 * Hour, 1000 * Hour, 11);
        return new TheoryFigure(PowerLawGrowth.LawCard.Law, "time / h", "thickness / nm", "Thickness against time for three exponents: all pass through 10 nm after 1 h.",
        [
            .. ((string[])["0.33", "0.5", "0.8"]).Select(n => With(n).Over($"n = {n}", LawSample.Rest, times, (s, _) => s[0] / Nano, Hour)),
            LawSample.ClosedForm(few, t => Math.Sqrt(0.01 + (100 * t / Hour)), Hour),
        ])
        { XLogarithmic = true, YLogarithmic = true };
    }

    private static TheoryFigure SelfLimiting()
    {
        var sample = LawSample.Of(SelfLimitingGrowth.LawCard, ("rate", "1e-12 m/s"), ("final-thickness", "20 nm"), ("conductivity", "1e-7 S/cm"), ("initial-thickness", "1 nm"));
        double[] times = LawSample.Even(0, 24 * Hour), few = LawSample.Even(0, 24 * Hour, 13);
        double Exact(double t) => 20 - (19 * Math.Exp(-1e-12 * t / 20e-9));
        double end = Exact(24 * Hour);
        return new TheoryFigure(SelfLimitingGrowth.LawCard.Law, "time / h", "thickness / nm", $"Thickness against time, beside the parabolic law that is as thick after 24 h. {sample.Words}.",
        [
            sample.Over("self-limiting", LawSample.Rest, times, (s, _) => s[0] / Nano, Hour),
            new TheoryCurve("parabolic", [.. times.Select(t => t / Hour)], [.. times.Select(t => Math.Sqrt(1 + (((end * end) - 1) * t / (24 * Hour))))]),
            LawSample.ClosedForm(few, Exact, Hour),
        ]);
    }

    private static TheoryFigure Mosaic()
    {
        MosaicGrowth With(double share, string electrons) => (MosaicGrowth)LawSample.Of(
            MosaicGrowth.LawCard, ("conducting-share", share.ToString("R", CultureInfo.InvariantCulture)), ("conducting-conductivity", "1e-7 S/cm"), ("blocking-conductivity", "1e-14 S/cm"),
            ("electronic-conductivity", electrons), ("driving-voltage", "1.5 V"), ("volume-per-lithium", "15 cm3/mol")).Law;
        double[] shares = LawSample.Even(0.01, 0.99, 99);
        return new TheoryFigure(MosaicGrowth.LawCard.Law, "share of the conducting phase", "thickness after 100 h / nm",
            "Below the threshold of a third the ions are slower than the electrons and hold growth back; above it the electrons alone decide. conducting-conductivity 1e-7 S/cm, blocking-conductivity 1e-14 S/cm, driving-voltage 1.5 V, volume-per-lithium 15 cm3/mol.",
            [.. ((string[])["1e-13 S/cm", "1e-12 S/cm", "1e-11 S/cm"]).Select(e => new TheoryCurve(
                $"electrons {e}", shares, [.. shares.Select(s => Math.Sqrt(2 * With(s, e).RateConstant * 100 * Hour) / Nano)]))])
        { YLogarithmic = true };
    }

    private static TheoryFigure Layer()
    {
        var sample = LawSample.Of(ReactionLayer.LawCard, ("reference-resistance", "20 ohm cm2"), ("reference-time", "100 h"), ("activation-energy", "50 kJ/mol"));
        double[] times = LawSample.Even(0, 1000 * Hour), few = LawSample.Even(0, 1000 * Hour, 11);
        return new TheoryFigure(ReactionLayer.LawCard.Law, "time / h", "resistance / (ohm cm2)", $"Resistance of a reacting contact against time. {sample.Words}.",
        [
            sample.Over("25 degC", LawSample.Rest, times, (_, e) => e.Resistance / OhmCm2, Hour),
            sample.Over("60 degC", LawSample.Rest with { Temperature = 333.15 }, times, (_, e) => e.Resistance / OhmCm2, Hour),
            LawSample.ClosedForm(few, t => Math.Sqrt(1e-4 + (400 * t / (100 * Hour))), Hour),
        ]);
    }

    private static TheoryFigure Decomposed()
    {
        var sample = LawSample.Of(Decomposition.LawCard, ("exchange-current", "1e-4 A/m2"), ("oxidation-potential", "3.8 V"), ("passivating-capacity", "2 C/m2"));
        double[] times = LawSample.Ratios(0.01 * Hour, 1000 * Hour), few = LawSample.Ratios(0.01 * Hour, 1000 * Hour, 11);
        double beyond = PhysicalConstants.Faraday * 0.2 / (2 * PhysicalConstants.GasConstant * 298.15), current = 1e-4 * (Math.Exp(beyond) - 1);
        return new TheoryFigure(Decomposition.LawCard.Law, "time / h", "charge of oxidation / (mC/cm2)", $"Charge that oxidises the electrolyte of a host held beyond its window: linear, then slowed by its own products. {sample.Words}.",
        [
            .. ((double[])[0.1, 0.2, 0.3]).Select(v => sample.Over(
                string.Create(CultureInfo.InvariantCulture, $"{v} V beyond"), LawSample.Rest with { EquilibriumPotential = 3.8 + v, Potential = 3.8 + v }, times, (s, _) => 0.1 * s[0], Hour)),
            LawSample.ClosedForm(few, t => 0.1 * 2 * (Math.Sqrt(1 + (current * t)) - 1), Hour),
        ])
        { XLogarithmic = true, YLogarithmic = true };
    }
}
