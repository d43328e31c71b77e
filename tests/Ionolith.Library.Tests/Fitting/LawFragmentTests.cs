using Ionolith.Cells.Stack;
using Ionolith.Library.Fitting;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Laws.Fitting;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Fitting;

/// <summary>What a fit gives for a material file is the fitted law.</summary>
public sealed class LawFragmentTests
{
    public static TheoryData<string> Names => [.. FittableLaws.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_fragment_is_read_as_the_fitted_law_with_its_intervals(string name)
    {
        var (from, to, truth, heldKeys) = FitSamples.All[name];
        var law = FittableLaws.Find(name)!;
        double[] x = [.. Enumerable.Range(0, 40).Select(i => from + ((to - from) * i / 39))];

        // A per mille of scatter to and fro, so that every parameter has an interval.
        double[] y = [.. x.Select((v, i) => law.Function(truth, v).Evaluate(0, v).Value * (1 + (0.001 * Math.Sin(37 * i))))];
        var held = law.Parameters.Select((p, i) => (p.Key, Value: truth[i])).Where(p => heldKeys.Contains(p.Key, StringComparer.Ordinal)).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        var fit = law.Fit(x, y, held);
        bool ofTemperature = law.Variable == FitVariable.Temperature;
        string text = LawFragment.Of(fit, "t.csv", x[12]);
        var cell = CellLibrary.ReadCell("c.yaml", Cell(text)).Require();
        var read = cell.Layers.OfType<ElectrolyteLayer>().Single().Electrolyte.Conductivity;

        // Six digits of every parameter.
        Tolerance.Relative(fit.Predict(x[12]), read.Evaluate(0, ofTemperature ? x[12] : 300).Value, 2e-4);
        Assert.Equal(law.Parameters.Count(p => !p.IsHeld && double.IsNaN(p.HeldAt)), cell.Values.Count(v => v.Role == ValueRole.Calibrated && v.Source is "fitted to t.csv"));
        Assert.All(cell.Values.Where(v => v.Role == ValueRole.Calibrated), v => Assert.Contains(" to ", v.Range, StringComparison.Ordinal));
        Assert.Equal(!ofTemperature, text.Contains("put in that of yours", StringComparison.Ordinal));
    }

    [Fact]
    public void A_parameter_at_its_bound_says_so()
    {
        var fit = FittableLaws.Find("maxwell")!.Fit([0, 0.05, 0.1, 0.2], [1, 0.9, 0.8, 0.6]);

        Assert.Contains("at its bound, without an interval", LawFragment.Of(fit, "t.csv", 0.1), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exponent_that_was_fitted_stands_as_such()
    {
        double[] x = [0.2, 0.4, 0.6, 0.8];
        string text = LawFragment.Of(FittableLaws.Find("porous-host")!.Fit(x, [.. x.Select((v, i) => 0.7 * Math.Pow(v, 1.8) * (1 + (0.01 * (i % 2))))]), "t.csv", 0.4);

        Assert.Contains("exponent:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tortuosity-factor", text, StringComparison.Ordinal);
        var cell = CellLibrary.ReadCell("c.yaml", Cell(text)).Require();
        Assert.IsType<PorousHost>(Assert.IsType<MixtureFunction>(cell.Layers.OfType<ElectrolyteLayer>().Single().Electrolyte.Conductivity).Rule);
    }

    private static string Cell(string fragment) => Reading.SampleFile.Text.Replace(
        "    material: limocl4",
        "    material:\n      kind: electrolyte\n" + string.Join('\n', fragment.TrimEnd('\n').Split('\n').Select(l => "      " + l)),
        StringComparison.Ordinal);
}
