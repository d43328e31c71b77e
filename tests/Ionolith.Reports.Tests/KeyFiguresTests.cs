using Ionolith.Cells.Simulation;
using Xunit;

namespace Ionolith.Reports.Tests;

public class KeyFiguresTests
{
    private static readonly CycleResult Whole = new(1, 100, 90, 400, 380, 3, 10), Short = new(2, 20, 95, 80, 390, 3.5, 20), Charged = new(3, 0, 5, 0, 20, 3.6, 30);

    [Theory]
    [InlineData(SimulationStatus.Completed, 20, 80)]
    [InlineData(SimulationStatus.Cancelled, 100, 400)]
    [InlineData(SimulationStatus.Failed, 100, 400)]
    [InlineData(SimulationStatus.CellLimit, 100, 400)]
    public void A_discharge_in_which_the_run_broke_off_does_not_count_where_there_is_another(SimulationStatus status, double capacity, double energy) =>
        Assert.Equal((capacity, energy, true), KeyFigures.Moved([Whole, Short], status));

    [Fact]
    public void What_broke_off_counts_where_there_is_nothing_else()
    {
        Assert.Equal((20, 80, true), KeyFigures.Moved([Short], SimulationStatus.Cancelled));
        Assert.Equal((20, 80, true), KeyFigures.Moved([Short, Charged], SimulationStatus.Cancelled));
        Assert.Equal((5, 20, false), KeyFigures.Moved([Charged], SimulationStatus.Cancelled));
        Assert.Equal((0, 0, true), KeyFigures.Moved([], SimulationStatus.Failed));
    }
}
