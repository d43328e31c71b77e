using Ionolith.Cells.Ageing;
using Ionolith.Cells.Design;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Cells.Tests.LongRuns;
using Xunit;

namespace Ionolith.Cells.Tests.Design.Series;

/// <summary>What a long run of a stack keeps in memory, and what in its journal.</summary>
public sealed class StackCycleRowsTests
{
    [Fact]
    public void A_stack_of_many_cycles_keeps_some_in_memory_and_all_in_its_journal()
    {
        const int Count = 5600;
        CellDescription cell = LongRunCells.With(SimpleCells.Symmetric(SimpleCells.Conductor(0.1), 1e-4, 10), AgeingLawsOfTests.RestlessContact(2e-6, 1e-4, 1e-7));
        MemoryJournal journal = new(null, 5300);
        SeriesResult run = Run(journal), alone = Run(null);
        CycleRow[] rows = [.. run.EveryCycle!];

        Assert.Equal(Enumerable.Range(1, Count), rows.Select(r => r.Cycle.Number));
        Assert.Equal(run.Cycles, alone.Cycles);
        Assert.Null(alone.EveryCycle);
        Assert.InRange(run.Cycles.Count, 2048, 4116);
        Assert.All(run.Cycles, c => Assert.Equal(rows[c.Number - 1].Cycle, c));
        Assert.Equal(run.Cycles.Select(c => c.Number).Prepend(0), run.AtCycles.Cycle);
        for (int i = 0; i < run.Cycles.Count; i++)
        {
            Assert.Equal(run.AtCycles.Columns.Select(c => c.Values[i + 1]), rows[run.Cycles[i].Number - 1].Ageing);
        }

        Assert.Equal([1, 1, Count, Count], run.Steps.Select(s => s.Cycle));
        Assert.Equal([1, 2, (2 * Count) - 1, 2 * Count], run.Steps.Select(s => s.Number));
        Assert.All(run.Cells, c => Assert.Equal(1, c.Count));
        StackResumeTests.AssertSame(run, Run(new MemoryJournal(journal, int.MaxValue)));

        SeriesResult Run(MemoryJournal? kept) => new SeriesStackSimulation([cell, cell], LongRunCells.Options(false))
            .Run(LongRunCells.Read($"Repeat {Count} times: Discharge at 1 A for 1 s; Charge at 1 A for 2 s"), null, kept, CancellationToken.None);
    }

    [Fact]
    public void The_ends_of_cycles_tell_of_each_cell_what_its_steps_tell()
    {
        CellDescription[] cells = [.. Enumerable.Range(0, 3).Select(k => LongRunCells.Lithium([LongRunCells.Growth]) with { LeakResistance = 200 + (100 * k) })];
        SeriesResult run = new SeriesStackSimulation(cells, LongRunCells.Options(false, OutputRows.StepEnds)).Run(LongRunCells.Read("Repeat 4 times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V"));

        Assert.Equal([0, 1, 2, 3, 4], run.AtCycles.Cycle);
        for (int k = 0; k < 3; k++)
        {
            AgeingColumn[] own = [.. run.AtCycles.Columns.Where(c => c.Place.StartsWith($"cell {k + 1}", StringComparison.Ordinal))];
            SeriesStep[] last = [.. run.Steps.Where(s => s.Number % 2 == 0)];
            Assert.Equal([("cell " + (k + 1), "voltage at the end"), ("cell " + (k + 1), "lost beside the terminals")], own[..2].Select(c => (c.Place, c.Name)));
            Assert.Equal(last.Select(s => s.Voltages[k]), own[0].Values.Skip(1));
            Assert.Equal(last.Select(s => s.LeakedSoFar[k] / cells[k].Area).Prepend(0), own[1].Values);
            Assert.True(double.IsNaN(own[0].Values[0]));
            Assert.Contains(own, c => c.Place.Length > 6 && c.Values[^1] > c.Values[0]);
        }
    }
}
