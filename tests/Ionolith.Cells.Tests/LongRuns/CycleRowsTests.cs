using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Xunit;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>Rows of cycles: those that stay in memory, and all of them in a journal.</summary>
public sealed class CycleRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(8192)]
    [InlineData(8193)]
    [InlineData(100_000)]
    [InlineData(2_999_999)]
    public void Memory_keeps_some_four_thousand_cycles_of_any_number_and_those_of_a_longer_run_among_those_of_a_shorter(int last)
    {
        int longer = last + 1 + (last / 3);
        int[] kept = [.. Enumerable.Range(1, last).Where(n => CycleThinning.Keeps(n, last))];

        Assert.InRange(kept.Length, Math.Min(last, 2048), 4096 + 20);
        Assert.Equal(Enumerable.Range(1, Math.Min(10, last)), kept.Take(10));
        Assert.Equal(last, kept[^1]);
        Assert.DoesNotContain(Enumerable.Range(1, last), n => CycleThinning.Keeps(n, longer) && !CycleThinning.Keeps(n, last));
    }

    [Fact]
    public void A_run_of_many_cycles_keeps_some_in_memory_and_all_in_its_journal()
    {
        const int Count = 9000;
        CellDescription cell = LongRunCells.With(SimpleCells.Symmetric(SimpleCells.Conductor(0.1), 1e-4, 10), AgeingLawsOfTests.RestlessContact(2e-6, 1e-4, 1e-7));
        Protocol protocol = LongRunCells.Read($"Repeat {Count} times: Discharge at 1 A for 1 s; Charge at 1 A for 2 s\nRepeat 3 times: Rest for 1 s");
        MemoryJournal journal = new(null, 6000);
        SimulationResult run = LongRunCells.Run(cell, protocol, false, journal), alone = LongRunCells.Run(cell, protocol, false);
        CycleRow[] rows = [.. run.EveryCycle!];

        Assert.Equal(Enumerable.Range(1, Count + 3), rows.Select(r => r.Cycle.Number));
        Assert.Equal(Count + 3, run.CycleCount);
        Assert.Equal(run.Cycles, alone.Cycles);
        Assert.Null(alone.EveryCycle);
        Assert.InRange(run.Cycles.Count, 2048, 4116);
        Assert.All(run.Cycles, c => Assert.Equal(rows[c.Number - 1].Cycle, c));
        Assert.Equal(run.Cycles.Select(c => c.Number).Prepend(0), run.Ageing!.Cycle);
        Assert.NotEmpty(run.Ageing.Columns);
        for (int i = 0; i < run.Cycles.Count; i++)
        {
            Assert.Equal(run.Ageing.Columns.Select(c => c.Values[i + 1]), rows[run.Cycles[i].Number - 1].Ageing);
        }

        // Discharged first: each is measured by the charge of the cycle before, also where that is not in memory; what rests has none.
        Assert.All(run.Cycles.Where(c => c.Number is > 1 and <= Count), c => Assert.Equal(0.5, c.CoulombicEfficiency, 1e-9));
        Assert.All(run.Cycles.Where(c => c.Number is 1 or > Count), c => Assert.True(double.IsNaN(c.CoulombicEfficiency)));
        Assert.Equal(Count * 3.0, run.ChargePassed, 1e-6 * Count);

        SimulationResult again = LongRunCells.Run(cell, protocol, false, new MemoryJournal(journal, int.MaxValue));
        Assert.Equal(run.Cycles, again.Cycles);
        Assert.Equal(rows.Select(r => r.Cycle), again.EveryCycle!.Select(r => r.Cycle));
        Assert.Equal(rows.Select(r => r.Ageing), again.EveryCycle!.Select(r => r.Ageing));
    }
}
