using System.Globalization;
using Ionolith.Materials.Laws.Fitting;

namespace Ionolith.Benchmarks;

/// <summary>How long the fit of a law to a thousand points takes.</summary>
public static class LawFits
{
    /// <summary>Id of the cases.</summary>
    public const string Id = "law-fits";

    private const int Points = 1000;
    private const double Scatter = 0.02;

    /// <summary>Laws with parameters from which the points are made, the range of the variable, and what is held.</summary>
    private static readonly (string Law, double From, double To, double[] Truth, string[] Held)[] Samples =
    [
        ("arrhenius", 260, 370, [0.13, 33_000, 298.15], []),
        ("vtf", 280, 370, [330, 704, 209.15], []),
        ("semi-crystalline", 270, 380, [330, 704, 209.15, 0.85, 325, 4, 0.5], []),
        ("brick-layer", 200, 500, [0.05, 25_000, 2e-5, 50_000, 5e-6, 1e-8], []),
        ("maxwell", 0, 0.3, [0.02, 0.5], []),
        ("general-medium", 0, 1, [40, 1e-3, 0.18, 1.9, 0.9], []),
        ("percolation", 0.06, 0.4, [900, 0.04, 2], []),
        ("shelled-filler-platelet", 0, 0.3, [1e-3, 0.02, 4e-9, 5e-7, 3e-9], ["radius", "thickness"]),
    ];

    /// <summary>Measures every law.</summary>
    /// <returns>One row for each; its error is the largest relative error of a fitted parameter, in per cent.</returns>
    public static IEnumerable<BenchRow> Measure()
    {
        foreach (var (name, from, to, truth, heldKeys) in Samples)
        {
            var law = FittableLaws.Find(name)!;
            var random = new Random(1);
            double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            double[] x = [.. Enumerable.Range(0, Points).Select(i => from + ((to - from) * i / (Points - 1)))];
            double[] y = [.. x.Select(v => law.Function(truth, v).Evaluate(0, v).Value * Math.Exp(Scatter * Normal()))];
            var held = law.Parameters.Select((p, i) => (p.Key, Value: truth[i])).Where(p => heldKeys.Contains(p.Key, StringComparer.Ordinal))
                .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
            var fit = law.Fit(x, y, held);
            double worst = fit.Parameters.Select((p, i) => Math.Abs((p.Value / truth[i]) - 1)).Max();
            yield return new(
                Id, $"{fit.Law}, {Points} points with {100 * Scatter:0} % scatter", fit.Parameters.Count(p => !p.IsHeld), 0, 0, 0, 0,
                Discharge.Median(() => law.Fit(x, y, held), 21), double.NaN, string.Create(CultureInfo.InvariantCulture, $"parameters within {100 * worst:0.##} %"));
        }
    }
}
