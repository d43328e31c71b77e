using Ionolith.Cells.Ageing;
using Ionolith.Cells.Design;
using Ionolith.Cells.Simulation;

namespace Ionolith.Cells.LongRuns;

/// <summary>One cycle with what has aged by its end.</summary>
/// <param name="Cycle">What the cycle gave.</param>
/// <param name="Ageing">Values of the columns of the result's <see cref="SimulationResult.Ageing"/>, SI; empty where nothing ages.</param>
public sealed record CycleRow(CycleResult Cycle, IReadOnlyList<double> Ageing)
{
    /// <summary>Every cycle of a run in order.</summary>
    /// <param name="result">The run.</param>
    /// <returns>One row a cycle; those that the run has kept in memory where it had no journal.</returns>
    public static IEnumerable<CycleRow> Of(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.EveryCycle ?? Of(result.Cycles, result.Ageing?.Columns ?? []);
    }

    /// <summary>Every cycle of a run of a stack in order, with the columns of <see cref="SeriesResult.AtCycles"/>.</summary>
    /// <param name="result">The run.</param>
    /// <returns>One row a cycle; those that the run has kept in memory where it had no journal.</returns>
    public static IEnumerable<CycleRow> Of(SeriesResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.EveryCycle ?? Of(result.Cycles, result.AtCycles.Columns);
    }

    private static IEnumerable<CycleRow> Of(IReadOnlyList<CycleResult> cycles, IReadOnlyList<AgeingColumn> columns) =>
        cycles.Select((cycle, i) => new CycleRow(cycle, [.. columns.Select(c => i + 1 < c.Values.Count ? c.Values[i + 1] : double.NaN)]));
}
