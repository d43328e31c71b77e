using System.Diagnostics;
using System.Globalization;
using Ionolith.Cells.CriticalCurrent;
using Ionolith.Cells.Stack;
using Ionolith.Library;

namespace Ionolith.Benchmarks;

/// <summary>A map of critical currents: a hundred staircases of the full model on one thread.</summary>
public static class CriticalCurrentMap
{
    /// <summary>Id of the case.</summary>
    public const string Id = "ccd-map";

    private const int Side = 10;

    /// <summary>Times it.</summary>
    /// <returns>The row; its time is that of the whole map.</returns>
    public static BenchRow Measure()
    {
        CellDescription cell = CellLibrary.LoadCell("li2s-p2s5-b2s3").Require();
        CriticalCurrentStudy study = new()
        {
            Cell = cell,
            Pressures = [.. Enumerable.Range(0, Side).Select(k => 1e5 * Math.Pow(200, k / (Side - 1.0)))],
            Thicknesses = [.. Enumerable.Range(0, Side).Select(k => 20e-6 * Math.Pow(50, k / (Side - 1.0)))],
        };
        (study with { Pressures = [5e6], Thicknesses = [500e-6] }).Run(1);
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<CriticalCurrentResult> results = study.Run(1);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        string range = string.Create(CultureInfo.InvariantCulture, $"{results.Min(r => r.Current) / 10:0.##} to {results.Max(r => r.Current) / 10:0.##} mA/cm2");
        return new(Id, "li2s-p2s5-b2s3, critical-current staircases at 10 pressures x 10 thicknesses", 2, 1e-4, 1e-6, 0, 0, milliseconds, double.NaN,
            $"{results.Sum(r => (long)r.HalfCycles.Count)} half-cycles, {range}");
    }
}
