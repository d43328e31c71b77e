using Ionolith.Cells.Stack;
using Ionolith.Library.Reproduction.Measurements;

namespace Ionolith.Library.Reproduction;

/// <summary>Sets every assumed value of a measurement to both ends of its range and measures again.</summary>
internal static class Tornado
{
    private const string Ageing = ".ageing.";

    /// <summary>The assumed values that a measurement uses, in the order of their files; those without a numeric range are told, not varied.</summary>
    /// <remarks>Of runs of many cycles only those of ageing: what the others do to a single cycle, the short runs of the same cell tell.</remarks>
    public static IReadOnlyList<UsedValue> Assumed(IMeasurement measurement, Laboratory laboratory)
    {
        bool isLong = IsLong(measurement);
        return [.. UsedValue.Of(measurement, laboratory).Where(u => u.Value.Role == ValueRole.Assumed && (!isLong || u.Value.Path.Contains(Ageing, StringComparison.Ordinal)))];
    }

    private static bool IsLong(IMeasurement measurement) => measurement is RunMeasurement { Protocol.IsLong: true } || measurement.Parts.Any(IsLong);

    /// <summary>Varies one value.</summary>
    /// <param name="measurement">What is measured.</param>
    /// <param name="used">The value.</param>
    /// <param name="figure">The figure with the value of the file, SI units.</param>
    /// <param name="laboratory">Where it is measured.</param>
    public static Sensitivity Vary(IMeasurement measurement, UsedValue used, double figure, Laboratory laboratory)
    {
        var sensitivity = new Sensitivity(used.Value.Path, used.Subject.Name, used.Value.Text, used.Value.Range);
        if (!used.IsNumber || used.Ends() is not var (lower, upper))
        {
            return sensitivity with { Problem = used.IsNumber ? "its range has no two ends that could be set" : "it is no single number" };
        }

        var (atLower, problem) = Measure(measurement, used, lower, laboratory);
        var (atUpper, other) = Measure(measurement, used, upper, laboratory);
        double effect = new[] { atLower, atUpper }.Where(double.IsFinite).Select(v => Math.Abs((v - figure) / figure)).DefaultIfEmpty(0).Max();
        return sensitivity with
        {
            AtLower = atLower,
            AtUpper = atUpper,
            Effect = double.IsFinite(effect) ? effect : 0,
            Problem = string.Join("; ", new[] { problem, other }.Where(p => p.Length > 0).Distinct(StringComparer.Ordinal)),
        };
    }

    private static (double Value, string Problem) Measure(IMeasurement measurement, UsedValue used, string text, Laboratory laboratory)
    {
        try
        {
            return (measurement.Measure(laboratory.With(used.To(text, laboratory))).Value, "");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (double.NaN, $"at {text}: {e.Message}");
        }
    }
}
