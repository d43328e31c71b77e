using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Xunit;

namespace Ionolith.Library.Tests.Data;

/// <summary>The library's cells in the simulator: files, materials and model together.</summary>
public sealed class CellRunTests
{
    [Theory]
    [InlineData("li-sic-lco", 20, 46.520, 0.01)]
    [InlineData("li-sic-lco", 5, 188.132, 0.03)]
    [InlineData("li-peo-tis2", 1, 1511.52, 0.1)]
    [InlineData("li-peo-tis2", 2, 755.09, 0.3)]
    public void A_reference_cell_ends_when_DUALFOIL_ends(string id, double current, double minutes, double tolerance)
    {
        // DUALFOIL 5.2 (J. Newman group): time of the discharge to the lower cut-off voltage at a current in A/m2.
        var result = Discharge(CellLibrary.LoadCell(id).Require(), new Control(ControlKind.ArealCurrent, current));

        Assert.Equal(minutes, result.Steps[0].Time.End / 60, tolerance);
    }

    [Theory]
    [InlineData("vcl3-halide", 6)]
    [InlineData("limocl4", 5)]
    [InlineData("cpe-bnns", 0.5)]
    public void A_cell_of_the_review_gives_most_of_its_capacity_at_a_rate_that_it_was_cycled_at(string id, double rate) =>
        Assert.InRange(SpecificCapacity(id, rate) / SpecificCapacity(id, 0.1), 0.75, 1);

    [Fact]
    public void The_polymer_cell_runs_out_of_salt_at_twice_the_rate() =>
        Assert.InRange(SpecificCapacity("cpe-bnns", 2) / SpecificCapacity("cpe-bnns", 0.5), 0.3, 0.8);

    private static double SpecificCapacity(string id, double rate)
    {
        var cell = CellLibrary.LoadCell(id).Require();
        var cathode = cell.Layers.OfType<PorousElectrode>().Last();
        double mass = cathode.ActivePhases.Sum(p => p.Material.Density * p.VolumeFraction) * cathode.Thickness * cell.Area;
        var result = Discharge(cell, new Control(ControlKind.CRate, rate));
        return result.Steps[0].Capacity / 3600 / mass;
    }

    private static SimulationResult Discharge(CellDescription cell, Control control)
    {
        var step = new ProtocolStep
        {
            Text = "Discharge",
            Control = control,
            Direction = StepDirection.Discharge,
            Limits = [new Limit(LimitKind.Voltage, LimitSense.Below, cell.LowerCutoffVoltage, "lower cut-off")],
        };
        var result = new CellSimulation(cell, new Protocol([new Cycle([step])], [])).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        return result;
    }
}
