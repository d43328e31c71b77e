using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Fixtures.ProtocolOf;

namespace Ionolith.Cells.Tests.Simulation;

public sealed class EventTests
{
    private static readonly MeshOptions Mesh = new() { ElectrodeVolumes = 5, SeparatorVolumes = 4, Shells = 6 };

    private static SimulationResult Run(CellDescription cell, params ProtocolStep[] steps) => new CellSimulation(cell, Steps(steps)).Run();

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_discharge_ends_within_a_microvolt_of_its_limit(double rate)
    {
        SimulationResult result = Run(ReferenceCells.Marquis(Mesh), Hold(ControlKind.CRate, rate, VoltageBelow(3.4)));
        Assert.Equal(SimulationStatus.Completed, result.Status);
        Tolerance.Below(1e-6, result.Steps[0].Voltage.End - 3.4, "distance from the limit, V");
        Assert.Equal("voltage fell to 3.4 V", result.Steps[0].EndedBy);
        Assert.All(result.Series.Voltage.SkipLast(1), v => Assert.True(v > 3.4));
    }

    [Fact]
    public void Limits_of_every_kind_are_located()
    {
        CellDescription cell = ReferenceCells.Marquis(Mesh, new(300, 0));
        SimulationResult result = Run(
            cell,
            Hold(ControlKind.CRate, 2, Until(LimitKind.Temperature, LimitSense.Above, 299.5)),
            Hold(ControlKind.Current, 30, Until(LimitKind.Capacity, LimitSense.Above, 5000)),
            Hold(ControlKind.Current, -20, Until(LimitKind.CapacityShare, LimitSense.Above, 0.03)),
            Hold(ControlKind.ArealCurrent, 15, Until(LimitKind.Energy, LimitSense.Above, 9000)),
            Hold(ControlKind.Voltage, 3.95, Until(LimitKind.Current, LimitSense.Below, 4)),
            Hold(ControlKind.Voltage, 3.7, Until(LimitKind.CRate, LimitSense.Below, 0.5)),
            Hold(ControlKind.Voltage, 3.8, Until(LimitKind.ArealCurrent, LimitSense.Below, 3)),
            Hold(ControlKind.Rest, 0, Until(LimitKind.Voltage, LimitSense.Crossing, 3.73)) with { Duration = 2000 });
        Assert.Equal(SimulationStatus.Completed, result.Status);
        IReadOnlyList<StepResult> s = result.Steps;
        Tolerance.Relative(5000, s[1].Capacity, 1e-8, "charge, C");
        Tolerance.Relative(-0.03 * 24 * 3600, s[2].Capacity, 1e-8, "share of the capacity");
        Tolerance.Relative(9000, s[3].Energy, 1e-8, "energy, J");
        Tolerance.Relative(-4, s[4].Current.End, 1e-8, "current, A");
        Tolerance.Relative(12, Math.Abs(s[5].Current.End), 1e-8, "C-rate");
        Tolerance.Relative(3, Math.Abs(s[6].Current.End), 1e-8, "areal current, A/m2");
        Tolerance.Scaled(299.5, s[0].PeakTemperature, 1, 1e-5, "temperature, K");
        Assert.Equal(8, s.Count);
    }

    [Fact]
    public void Durations_are_met_exactly_whatever_their_binary_digits()
    {
        Random random = new(12);
        double[] durations = [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? 0.1 * (i + 1) : 100 * random.NextDouble())];
        ProtocolStep[] steps = [.. durations.Select((d, i) => Hold(ControlKind.Current, i % 2 == 0 ? 20 : -20, d))];
        SimulationResult result = Run(ReferenceCells.Marquis(Mesh), steps);
        Assert.Equal(SimulationStatus.Completed, result.Status);
        double time = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            time += durations[i];
            Assert.Equal("time", result.Steps[i].EndedBy);
            Tolerance.Relative(time, result.Steps[i].Time.End, 1e-14, $"end of step {i + 1}, s");
        }

        Tolerance.Below(30, result.Statistics.Steps / (double)steps.Length, "time steps for each step of the protocol");
    }

    [Fact]
    public void A_step_that_starts_past_its_limit_ends_at_once_and_the_next_one_follows()
    {
        SimulationResult result = Run(
            ReferenceCells.Marquis(Mesh), Hold(ControlKind.CRate, 1, VoltageBelow(4.0)), Rest(10));
        Assert.Equal(SimulationStatus.Completed, result.Status);
        Assert.Equal(0, result.Steps[0].Time.End);
        Assert.Equal(0, result.Steps[0].Capacity);
        Assert.Equal("voltage fell to 4 V, already at the start of the step", result.Steps[0].EndedBy);
        Assert.Equal(10, result.Steps[1].Time.End, 12);
    }

    [Fact]
    public void The_limit_that_is_met_first_ends_the_step()
    {
        SimulationResult result = Run(
            ReferenceCells.Marquis(Mesh),
            Hold(ControlKind.CRate, 1, Until(LimitKind.CapacityShare, LimitSense.Above, 0.5), VoltageBelow(3.7)),
            Hold(ControlKind.CRate, 1, VoltageBelow(3.0), Until(LimitKind.CapacityShare, LimitSense.Above, 0.02)));
        Assert.Equal("voltage fell to 3.7 V", result.Steps[0].EndedBy);
        Assert.Equal("charge passed reached 0.02", result.Steps[1].EndedBy);
    }

    [Fact]
    public void Constant_current_then_constant_voltage_holds_both()
    {
        CellDescription cell = ReferenceCells.Marquis(Mesh);
        SimulationResult result = Run(
            cell,
            Hold(ControlKind.CRate, 1, 1800),
            Hold(ControlKind.CRate, -1, VoltageAbove(3.9)),
            Hold(ControlKind.Voltage, 3.9, Until(LimitKind.CRate, LimitSense.Below, 0.05)));
        Assert.Equal(SimulationStatus.Completed, result.Status);
        Tolerance.Below(1e-6, result.Steps[1].Voltage.End - 3.9, "end of the charge, V");
        Tolerance.Relative(-1.2, result.Steps[2].Current.End, 1e-7, "current at the end, A");
        for (int i = 0; i < result.Series.Count; i++)
        {
            if (result.Series.Step[i] == 2)
            {
                Tolerance.Relative(-24, result.Series.Current[i], 1e-12, "current, A");
            }
            else if (result.Series.Step[i] == 3)
            {
                Tolerance.Relative(3.9, result.Series.Voltage[i], 1e-8, "voltage, V");
            }
        }
    }
}
