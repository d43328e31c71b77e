using Ionolith.Cells.Design;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Design;

public sealed class SeriesStackSimulationTests
{
    private static readonly string[] Cycle = ["Discharge at 1C until 3.3 V", "Rest for 10 min", "Charge at 1C until 3.9 V"];

    [Fact]
    public void Equal_cells_give_so_many_times_the_voltage_of_one()
    {
        var one = new SeriesStackSimulation([DesignSample.Cell()]).Run(Parse(Cycle));
        var four = new SeriesStackSimulation([.. Enumerable.Repeat(DesignSample.Cell(), 4)]).Run(Parse(Cycle));

        Assert.Equal(one.Time, four.Time);
        Assert.Equal(one.StackVoltage().Select(v => 4 * v), four.StackVoltage());
        Assert.Equal(3, four.Steps.Count);
        Assert.Equal(4 * one.Steps[0].Energy, four.Steps[0].Energy);
        Assert.All(four.Steps, s => Assert.Equal(0, s.VoltageSpread));
    }

    [Fact]
    public void One_cell_in_series_is_the_cell()
    {
        var stack = new SeriesStackSimulation([DesignSample.Cell()]).Run(Parse("Discharge at 1C until 3.3 V"));
        var cell = new CellSimulation(DesignSample.Cell(), Parse("Discharge at 1C until 3.3 V")).Run();

        Tolerance.Relative(cell.Steps[0].Energy, stack.Steps[0].Energy, 1e-12);
        Tolerance.Relative(cell.Steps[0].Time.End, stack.Steps[0].End, 1e-12);
    }

    [Fact]
    public void The_energy_is_the_integral_of_the_voltage_over_the_charge()
    {
        var cells = SeriesStackSimulation.Spread(DesignSample.Cell(), 3, new CellSpread(0.05, 0.1, 3));
        var result = new SeriesStackSimulation(cells, DesignRuns.Accuracy).Run(Parse("Discharge at 1C until 3.3 V"));
        var (charge, voltage) = (result.Capacity, result.StackVoltage());
        double integral = 0;
        for (int i = 1; i < charge.Count; i++)
        {
            integral += (charge[i] - charge[i - 1]) * (voltage[i] + voltage[i - 1]) / 2;
        }

        // The trapezoidal rule over two hundred rows.
        Tolerance.Relative(integral, result.Steps[0].Energy, 1e-4);
    }

    [Fact]
    public void The_weakest_cell_ends_the_discharge_for_all()
    {
        var small = Thinner(DesignSample.Cell(), 0.8);
        var result = new SeriesStackSimulation([DesignSample.Cell(), small, DesignSample.Cell()]).Run(Parse("Discharge at 1C until 3.3 V"));
        var step = Assert.Single(result.Steps);
        var alone = new CellSimulation(small with { NominalCapacity = DesignSample.Cell().NominalCapacity }, Parse("Discharge at 1C until 3.3 V")).Run().Steps[0];

        Assert.Equal(2, step.Weakest);
        Tolerance.Relative(alone.Capacity, step.Capacity, 1e-9);
        Assert.Equal(3.3, step.Voltages[1], 1e-6);
        Assert.True(step.Voltages[0] > 3.4);
        Assert.Equal(step.Voltages[0], step.Voltages[2]);
        Assert.Equal(0, step.Reserves[1], 1e-9 * step.Capacity);
        var full = new CellSimulation(DesignSample.Cell(), Parse("Discharge at 1C until 3.3 V")).Run().Steps[0];
        Tolerance.Relative(full.Capacity - alone.Capacity, step.Reserves[0], 1e-6);
        Assert.All(result.Cells, c => Assert.Equal(result.Time, c.Time));
    }

    [Fact]
    public void The_spread_is_that_of_its_seed()
    {
        var spread = new CellSpread(0.02, 0.05, 11);
        double[] Loading(int seed) => [.. SeriesStackSimulation.Spread(DesignSample.Cell(), 400, spread with { Seed = seed }).Select(c => c.Layers[^1].Thickness / 100e-6)];
        double[] loading = Loading(11);
        double mean = loading.Average(), deviation = Math.Sqrt(loading.Average(v => (v - mean) * (v - mean)));

        Assert.Equal(loading, Loading(11));
        Assert.NotEqual(loading, Loading(12));

        // Three standard errors of 400 draws.
        Assert.Equal(1, mean, 3 * 0.02 / 20);
        Assert.InRange(deviation, 0.02 * 0.89, 0.02 * 1.11);
        Assert.All(SeriesStackSimulation.Spread(DesignSample.Cell(), 3, new CellSpread(0, 0, 1)), c => Assert.Equal(DesignSample.Cell().Layers[^1].Thickness, c.Layers[^1].Thickness));
    }

    [Fact]
    public void What_couples_the_cells_is_refused() => Assert.Contains(
        "'Hold at 3.9 V until C/10' holds something else",
        Assert.Throws<ArgumentException>(() => new SeriesStackSimulation([DesignSample.Cell()]).Run(Parse("Hold at 3.9 V until C/10"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Cells_of_different_areas_are_refused() =>
        Assert.Contains("one area", Assert.Throws<ArgumentException>(() => new SeriesStackSimulation([DesignSample.Cell(), DesignSample.Cell() with { Area = 2e-4 }])).Message, StringComparison.Ordinal);

    private static CellDescription Thinner(CellDescription cell, double factor)
    {
        Layer[] layers = [.. cell.Layers];
        layers[^1] = layers[^1] with { Thickness = factor * layers[^1].Thickness };
        return cell with { Layers = layers };
    }

    private static Protocol Parse(params string[] items) => ProtocolParser.Parse(items, new ProtocolFiles("")).Protocol!;
}
