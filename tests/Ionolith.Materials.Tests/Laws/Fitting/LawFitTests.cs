using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Laws.Fitting;
using Ionolith.Numerics.Fitting;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.Fitting;

public sealed class LawFitTests
{
    private static readonly ArrheniusFunction ArrheniusTruth = new(new ConstantFunction(0.13), 33_000, 298.15);
    private static readonly VtfFunction VtfTruth = new(330, 704, 209.15);

    private static readonly Dictionary<string, Law> Laws = new(StringComparer.Ordinal)
    {
        ["arrhenius"] = new(260, 370, t => ArrheniusTruth.Evaluate(0, t).Value, (x, y) => LawFit.Arrhenius(x, y), ("sigma_ref", 0.13), ("E", 33_000)),
        ["vtf"] = new(280, 370, t => VtfTruth.Evaluate(0, t).Value, (x, y) => LawFit.Vtf(x, y), ("A", 330), ("B", 704), ("T_0", 209.15)),
        ["maxwell"] = new(0, 0.3, f => new MaxwellEucken(f).Effective(0.02, 0.5), (x, y) => LawFit.Maxwell(x, y), ("s_m", 0.02), ("s_f", 0.5)),
        ["general medium"] = new(
            0, 1, f => new GeneralEffectiveMedium(f, 0.18, 1.9, 0.9).Effective(40, 1e-3), (x, y) => LawFit.GeneralMedium(x, y),
            ("s_h", 40), ("s_l", 1e-3), ("f_c", 0.18), ("t", 1.9), ("u", 0.9)),
        ["percolation"] = new(
            0.06, 0.4, f => new PercolationPower(f, 0.04, 2).Effective(900), (x, y) => LawFit.Percolation(x, y), ("s_c", 900), ("f_c", 0.04), ("t", 2)),
    };

    public static TheoryData<string> Names => new(Laws.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Exact_data_give_the_parameters_back(string name)
    {
        var law = Laws[name];
        var (x, y) = law.Data(30, 0, 1);
        var fit = law.Fit(x, y);

        Assert.True(fit.Converged);
        Assert.All(law.Truth, p => Tolerance.Relative(p.Value, fit[p.Symbol].Value, 1e-5, p.Symbol));
        Assert.True(fit.RelativeDeviation < 1e-7);
        Tolerance.Relative(law.Function(x[10]), fit.Predict(x[10]), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_interval_covers_the_truth_in_95_of_100_trials(string name)
    {
        var law = Laws[name];
        const int trials = 200;
        int[] covered = new int[law.Truth.Length];
        double deviation = 0;
        for (int seed = 0; seed < trials; seed++)
        {
            var (x, y) = law.Data(40, 0.02, seed);
            var fit = law.Fit(x, y);
            deviation += fit.RelativeDeviation * fit.RelativeDeviation / trials;
            for (int i = 0; i < covered.Length; i++)
            {
                var p = fit[law.Truth[i].Symbol];
                covered[i] += p.Lower <= law.Truth[i].Value && law.Truth[i].Value <= p.Upper ? 1 : 0;
            }
        }

        // Binomial: 190 of 200 with a standard deviation of 3.1; three of them either way.
        Assert.All(covered, c => Assert.InRange(c, 180, 199));
        Tolerance.Relative(0.02, Math.Sqrt(deviation), 0.05, "scatter");
    }

    [Fact]
    public void A_fitted_law_of_temperature_is_a_property_function()
    {
        var (x, y) = Laws["vtf"].Data(20, 0, 1);
        var f = LawFit.Vtf(x, y).Function;

        Tolerance.Relative(VtfTruth.PseudoActivation, Assert.IsType<VtfFunction>(f).PseudoActivation, 1e-5);
        Assert.Null(LawFit.Maxwell([0, 0.1, 0.2], [1, 0.9, 0.8]).Function);
    }

    [Fact]
    public void An_insulating_filler_is_told_as_a_bound()
    {
        // Falls faster than insulating spheres can make it.
        var fit = LawFit.Maxwell([0, 0.05, 0.1, 0.2], [1, 0.9, 0.8, 0.6]);

        Assert.True(fit["s_f"].AtBound);
        Assert.Equal(0, fit["s_f"].Value);
        Assert.False(fit["s_m"].AtBound);
    }

    [Fact]
    public void Arrhenius_data_give_a_vanishing_temperature_whose_interval_reaches_down_or_that_is_at_zero()
    {
        double[] t = [.. Enumerable.Range(0, 12).Select(i => 280.0 + (8 * i))];
        var fit = LawFit.Vtf(t, [.. t.Select(v => Math.Exp(-5000 / v) / Math.Sqrt(v))]);

        Assert.True(fit["T_0"].Value < 1e-3);
    }

    [Fact]
    public void Data_that_cannot_determine_a_law_are_told()
    {
        static string Refused<T>(Func<object> action)
            where T : Exception => Assert.Throws<T>(action).Message;

        Assert.Contains("To fit a VTF law takes at least 4 points at 3 different temperatures, but there are 5 at 1", Refused<FitException>(
            () => LawFit.Vtf([300, 300, 300, 300, 300], [1, 1, 1, 1, 1])), StringComparison.Ordinal);
        Assert.Contains("at 3 different temperatures, but there are 5 at 2", Refused<FitException>(
            () => LawFit.Vtf([300, 300, 310, 310, 310], [1, 1, 2, 2, 2])), StringComparison.Ordinal);
        Assert.Contains("To fit an Arrhenius law takes at least 3 points at 2 different temperatures, but there are 2 at 2", Refused<FitException>(
            () => LawFit.Arrhenius([300, 310], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("Every conductivity must be positive and finite, but point 2 has 0 S/m", Refused<ArgumentException>(
            () => LawFit.Arrhenius([300, 310, 320], [1, 0, 2])), StringComparison.Ordinal);
        Assert.Contains("Every temperature must be positive and finite, but point 3 has -5 K", Refused<ArgumentException>(
            () => LawFit.Arrhenius([300, 310, -5], [1, 1, 2])), StringComparison.Ordinal);
        Assert.Contains("Every volume fraction must lie between 0 and 1, but point 1 has 20", Refused<ArgumentException>(
            () => LawFit.Maxwell([20, 30, 40], [1, 1, 2])), StringComparison.Ordinal);
        Assert.Contains("leave out the points below the threshold", Refused<FitException>(
            () => LawFit.Percolation([0, 0.1, 0.2, 0.3], [1, 1, 2, 3])), StringComparison.Ordinal);
        Assert.Contains("as many conductivities as points, but there are 2 and 3", Refused<ArgumentException>(
            () => LawFit.Arrhenius([300, 310, 320], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("The law Maxwell has no parameter q; it has matrix s_m, filler s_f", Refused<ArgumentException>(
            () => LawFit.Maxwell([0, 0.1, 0.2], [1, 0.9, 0.8])["q"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_conductivity_tells_nothing_of_a_threshold() => Assert.Contains("The data do not determine", Assert.Throws<FitException>(
        () => LawFit.GeneralMedium([0, 0.2, 0.4, 0.5, 0.6, 0.8, 1], [1, 1, 1, 1, 1, 1, 1])).Message, StringComparison.Ordinal);

    /// <summary>A law with known parameters, between two ends of its variable.</summary>
    private sealed record Law(
        double From, double To, Func<double, double> Function, Func<double[], double[], LawFitResult> Fit, params (string Symbol, double Value)[] Truth)
    {
        /// <summary>Points at equal intervals whose logarithm scatters normally.</summary>
        public (double[] X, double[] Y) Data(int count, double scatter, int seed)
        {
            var random = new Random(seed);
            double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            double[] x = [.. Enumerable.Range(0, count).Select(i => From + ((To - From) * i / (count - 1)))];
            return (x, [.. x.Select(v => Function(v) * Math.Exp(scatter * Normal()))]);
        }
    }
}
