using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Hosts;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.LongRuns;
using Xunit;
using static Ionolith.Cells.Tests.Fixtures.AgeingColumns;

namespace Ionolith.Cells.Tests.Ageing.Hosts;

/// <summary>Particles of two sizes, of which the large ones crack within the first cycle: the others go on.</summary>
public sealed class LostHostTests
{
    private static readonly ParticleCracking Cracking = new() { YoungModulus = 1e11, VolumeChange = 0.07, CriticalStress = 1e7, Rate = 1e-4 };

    private static CellDescription TwoSizes(params AgeingMechanism[] laws)
    {
        CellDescription cell = LongRunCells.Lithium([], laws);
        return cell with
        {
            Layers = [.. cell.Layers.Select(l => l is PorousElectrode e ? e with { ActivePhases = [.. e.ActivePhases.Select(p => p with { Sizes = [new(1e-6, 0.5), new(1e-5, 0.5)] })] } : l)],
        };
    }

    private static SimulationResult Run(CellDescription cell, int cycles) =>
        new CellSimulation(cell, LongRunCells.Read($"Repeat {cycles} times: Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V"), new SimulationOptions()).Run();

    [Fact]
    public void A_size_that_is_lost_and_has_no_lithium_left_for_its_interphase_does_not_end_the_cell()
    {
        SimulationResult run = Run(TwoSizes(Cracking, LongRunCells.Growth with { RateConstant = 5e-20 }), 5);
        Assert.True(run.Status == SimulationStatus.Completed, run.Reason);
        Assert.InRange(Column(run, "positive.host.2", "active share")[^1], 0, 0.01);
        Assert.InRange(Column(run, "positive.host.1", "active share")[^1], 0.5, 0.9);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-10, $"{b.Name}: {b.RelativeError}"));

        // Its interphase takes no more lithium than each cycle brings there, so that it falls behind that of the others.
        double[] lost = [.. Column(run, "positive.host.2", "lithium lost")], others = [.. Column(run, "positive.host.1", "lithium lost")];
        Assert.InRange(lost[^1] - lost[1], 0, 0.1 * (others[^1] - others[1]));
        Assert.True(Column(run, "positive.host.2", "interphase thickness")[^1] < Column(run, "positive.host.1", "interphase thickness")[^1]);
    }

    [Fact]
    public void When_all_sizes_are_lost_the_cell_ends_and_says_so()
    {
        SimulationResult run = Run(TwoSizes(Cracking with { CriticalStress = 2e6, Rate = 3e-4 }), 5);
        Assert.True(run.Status == SimulationStatus.CellLimit, run.Reason);
        Assert.Contains("the host is lost: less than 1 % of it still takes part", run.Reason, StringComparison.Ordinal);
    }
}
