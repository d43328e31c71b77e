using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Fitting;
using Ionolith.Materials.Laws.Polymers;
using Ionolith.Numerics.Fitting;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.Fitting;

public sealed class FittableLawTests
{
    public static TheoryData<string> Names => [.. FittableLaws.All.Select(l => l.Name)];

    [Fact]
    public void The_samples_are_of_every_law() => Assert.Equal(FittableLaws.All.Select(l => l.Name).Order(StringComparer.Ordinal), FitSamples.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Exact_data_give_the_parameters_back(string name)
    {
        var (law, truth, x, y) = Data(name, 60, 0);
        var fit = law.Fit(x, y, Held(name));

        Assert.True(fit.Converged);
        Assert.True(fit.Decades < 1e-6, $"{fit.Decades}");
        for (int i = 0; i < truth.Length; i++)
        {
            // Limited by how flat the sum of squares is along the least determined combination.
            Tolerance.Relative(truth[i], fit.Parameters[i].Value, 1e-4, fit.Parameters[i].Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_fitted_curve_is_the_law_as_a_property_function(string name)
    {
        var (law, truth, x, y) = Data(name, 60, 0);
        var fit = law.Fit(x, y, Held(name));

        double at = x[20];
        bool ofTemperature = law.Variable == FitVariable.Temperature;
        double value = ofTemperature ? fit.Function!.Evaluate(0, at).Value : law.Function([.. fit.Parameters.Select(p => p.Value)], at).Evaluate(0, 300).Value;
        Tolerance.Relative(value, fit.Predict(at), 1e-12);
        Tolerance.Relative(y[20], fit.Predict(at), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_band_covers_the_true_curve_in_about_95_of_100_trials(string name)
    {
        const int trials = 100;
        int covered = 0, fitted = 0;
        for (int seed = 0; seed < trials; seed++)
        {
            var (law, truth, x, y) = Data(name, 60, 0.01, seed);
            LawFitResult fit;
            try
            {
                fit = law.Fit(x, y, Held(name));
            }
            catch (FitException)
            {
                continue;
            }

            fitted++;
            double at = x[25];
            var (lower, upper) = fit.Band(at);
            double exact = Value(law, truth, at);
            covered += lower <= exact && exact <= upper ? 1 : 0;
        }

        // Binomial with 95 of 100 has a standard deviation of 2.2; three of them either way.
        Assert.True(fitted >= 98, $"{fitted} of {trials} fitted");
        Assert.InRange(covered, (int)(0.88 * fitted), fitted);
    }

    [Fact]
    public void A_parameter_that_is_held_stays_and_has_no_interval()
    {
        var (law, _, x, y) = Data("semi-crystalline", 30, 0.01, 3);
        var fit = law.Fit(x, y, new Dictionary<string, double>(StringComparer.Ordinal) { ["amorphous.b"] = 704, ["amorphous.t0"] = 209.15, ["tortuosity-exponent"] = 1 });

        Assert.Equal((704, 209.15, 1), (fit["B"].Value, fit["T_0"].Value, fit["b"].Value));
        Assert.True(fit["B"].IsHeld && double.IsNaN(fit["B"].Lower));
        Assert.False(fit["chi_0"].IsHeld);
        Assert.InRange(fit["T_m"].Value, 320, 330);

        // With b = 1 instead of 0.5 the same drop of phi_a^(1+b) takes fewer crystals: 0.15^1.5 = 0.241^2.
        Tolerance.Relative(1 - Math.Pow(0.15, 0.75), fit["chi_0"].Value, 0.05);
        Assert.IsType<SemiCrystallinePolymer>(fit.Function);
    }

    [Fact]
    public void A_key_that_is_none_or_a_size_that_is_missing_is_told()
    {
        var (law, _, x, y) = Data("shelled-filler-tube", 20, 0);

        Assert.Contains("has no parameter \"radios\"; did you mean \"radius\"?", Assert.Throws<ArgumentException>(
            () => law.Fit(x, y, new Dictionary<string, double>(StringComparer.Ordinal) { ["radios"] = 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("No data of this kind can tell radius and length of the law of tubes with shells: hold them at a value.", Assert.Throws<FitException>(() => law.Fit(x, y)).Message, StringComparison.Ordinal);
        Assert.Contains("radius r cannot be held at -1 m", Assert.Throws<ArgumentException>(
            () => law.Fit(x, y, new Dictionary<string, double>(StringComparer.Ordinal) { ["radius"] = -1 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrhenius_data_do_not_determine_grains_and_boundaries()
    {
        double[] t = [.. Enumerable.Range(0, 12).Select(i => 280.0 + (8 * i))];
        double[] s = [.. t.Select(v => Math.Exp(-5000 / v))];

        Assert.Contains("do not determine", Assert.Throws<FitException>(() => FittableLaws.Find("brick-layer")!.Fit(t, s)).Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, double> Held(string name)
    {
        var law = FittableLaws.Find(name)!;
        var (_, _, truth, held) = FitSamples.All[name];
        return law.Parameters.Select((p, i) => (p.Key, Value: truth[i])).Where(p => held.Contains(p.Key, StringComparer.Ordinal))
            .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
    }

    private static double Value(FittableLaw law, double[] truth, double x) => law.Function(truth, x).Evaluate(0, x).Value;

    private static (FittableLaw Law, double[] Truth, double[] X, double[] Y) Data(string name, int count, double scatter, int seed = 0)
    {
        var law = FittableLaws.Find(name)!;
        var (from, to, truth, _) = FitSamples.All[name];
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[] x = [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)))];
        return (law, truth, x, [.. x.Select(v => Value(law, truth, v) * Math.Exp(scatter * Normal()))]);
    }
}
