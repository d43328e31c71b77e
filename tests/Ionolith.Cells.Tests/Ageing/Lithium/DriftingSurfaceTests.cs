using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Ageing.Lithium.LithiumCells;
using static Ionolith.Cells.Tests.Fixtures.AgeingColumns;

namespace Ionolith.Cells.Tests.Ageing.Lithium;

/// <summary>A surface of lithium that changes within time steps: the model follows it.</summary>
public sealed class DriftingSurfaceTests
{
    // Contact that nearly goes at each half-cycle and comes back, and a crack that hangs on it.
    private static CellDescription Cell => LithiumCells.With(
        Symmetric() with { StackPressure = 2e5 },
        new ContactCreep { CreepLength = 5e-6, Constraint = 8, VoidDepth = 1e-6, ContactRadius = 2e-6, Conductivity = 0.1 },
        new FilamentFracture { Modulus = 18.5e9, FractureEnergy = 2.86, FlawLength = 3e-7, FilamentWidth = 1e-6, CreepBackTime = 3600 });

    [Fact]
    public void A_short_is_found_at_the_time_of_a_tighter_tolerance_in_few_steps()
    {
        SimulationResult loose = At(1e-4), tight = At(1e-5);
        Assert.Contains("hard short", loose.Reason, StringComparison.Ordinal);

        // In half-cycles of an hour; a model that is told of the contact only between its steps is ten times as far off in as many steps again.
        Assert.Equal(tight.Ageing!.Events[^1].Time, loose.Ageing!.Events[^1].Time, 12.0);
        Assert.InRange(loose.Statistics.Steps, 100, 7000);
        Assert.True(tight.Statistics.Steps > 2 * loose.Statistics.Steps, $"{tight.Statistics.Steps} steps and {loose.Statistics.Steps}");

        static SimulationResult At(double tolerance) => new CellSimulation(
            Cell,
            ProtocolParser.Parse([.. Enumerable.Range(1, 20).Select(k => $"Repeat 1 times: Discharge at {k} A for 1 h; Charge at {k} A for 1 h")], new ProtocolFiles("")).Protocol!,
            new SimulationOptions { RelativeTolerance = tolerance, Rows = OutputRows.Summary, Losses = false }).Run();
    }

    [Theory]
    [InlineData("Discharge at 4 A for 1 h")]
    [InlineData("Discharge at 4 A for 1 h (50 second period)")]
    public void The_losses_of_every_row_add_up_to_its_voltage(string step)
    {
        SimulationResult run = Run(Cell, step, step.Replace("Discharge", "Charge", StringComparison.Ordinal));
        Assert.True(run.Series.Count > 70, $"{run.Series.Count} rows");
        Assert.True(Column(run, "left", "contacted share").Min() < 0.9);
        for (int row = 0; row < run.Series.Count; row++)
        {
            // Rows between time steps are off their own equations by what the polynomial through the steps is.
            double sum = run.Losses!.Values.Sum(v => v[row]), bound = step.Contains("period", StringComparison.Ordinal) ? 1e-3 : 1e-9;
            Tolerance.Below(bound, Math.Abs(run.Series.OpenCircuitVoltage[row] - sum - run.Series.Voltage[row]), $"volts that no loss explains in row {row}");
        }
    }
}
