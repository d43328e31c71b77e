using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Fixtures.ProtocolOf;

namespace Ionolith.Cells.Tests.Simulation;

public sealed class CellSimulationTests
{
    private static readonly MeshOptions Mesh = new() { ElectrodeVolumes = 5, SeparatorVolumes = 4, Shells = 6 };

    [Fact]
    public void Of_a_charge_and_a_discharge_that_are_alike_the_discharge_is_told_whichever_rounding_makes_larger()
    {
        foreach (string[] steps in (string[][])[["Charge at 1 mA/cm2 for 1 h", "Discharge at 1 mA/cm2 for 1 h"], ["Discharge at 1 mA/cm2 for 1 h", "Charge at 1 mA/cm2 for 3600.0001 s"]])
        {
            Assert.Contains("the cell delivers", Ageing.Lithium.LithiumCells.Run(Ageing.Lithium.LithiumCells.Symmetric(), steps).Diagnosis, StringComparison.Ordinal);
        }

        Assert.Contains(
            "the cell takes", Ageing.Lithium.LithiumCells.Run(Ageing.Lithium.LithiumCells.Symmetric(), "Charge at 1 mA/cm2 for 2 h", "Discharge at 1 mA/cm2 for 1 h").Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tight_tolerance_changes_the_voltage_by_less_than_ten_microvolts()
    {
        ProtocolStep step = Hold(ControlKind.CRate, 1, 2400) with { Period = 100 };
        SimulationResult loose = Run(1e-6), tight = Run(1e-8);
        double[] a = Regular(loose), b = Regular(tight);
        Assert.Equal(24, a.Length);
        Tolerance.Below(1e-5, a.Zip(b, (x, y) => Math.Abs(x - y)).Max(), "largest difference, V");

        SimulationResult Run(double tolerance) => new CellSimulation(
            ReferenceCells.Marquis(Mesh), Steps(step), new() { RelativeTolerance = tolerance, AbsoluteTolerance = 1e-2 * tolerance }).Run();

        static double[] Regular(SimulationResult r) =>
            [.. Enumerable.Range(0, r.Series.Count).Where(i => r.Series.Time[i] > 0).Select(i => r.Series.Voltage[i])];
    }

    [Fact]
    public void Rows_stand_at_the_multiples_of_the_period_and_at_both_ends()
    {
        ProtocolStep step = Hold(ControlKind.CRate, 1, 100) with { Period = 30 };
        SimulationResult result = new CellSimulation(ReferenceCells.Marquis(Mesh), Steps(step, step)).Run();
        double[] expected = [0, 30, 60, 90, 100, 100, 130, 160, 190, 200];
        Assert.Equal(expected.Length, result.Series.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            Tolerance.Scaled(expected[i], result.Series.Time[i], 100, 1e-13, $"row {i}");
            Tolerance.Scaled(24 * expected[i], result.Series.Capacity[i], 2400, 1e-9, $"charge of row {i}");
        }
    }

    [Fact]
    public void Rows_between_the_solvers_steps_are_as_accurate_as_its_steps()
    {
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh), Steps(Hold(ControlKind.CRate, 1, 2000) with { Period = 37 })).Run();
        ModelRun exact = new ModelRun(ReferenceCells.Marquis(Mesh), 1e-9, 1e-11).Discharge(24);
        for (int i = 0; i < result.Series.Count; i++)
        {
            if (result.Series.Time[i] > 0)
            {
                Assert.True(exact.To(result.Series.Time[i]));
                Tolerance.Scaled(exact.Voltage, result.Series.Voltage[i], 1, 2e-4, $"voltage at {result.Series.Time[i]} s, V");
            }
        }
    }

    [Fact]
    public void A_profile_of_current_is_followed_and_starts_again()
    {
        DriveCycle profile = new("test", [0, 10, 11, 30], [10, 10, -5, 25]);
        ProtocolStep step = new() { Text = "drive", Control = new(ControlKind.Current, 10, profile), Duration = 75 };
        SimulationResult result = Run(1e-4);
        Assert.Equal(SimulationStatus.Completed, result.Status);

        // One lap holds 100 + 2.5 + 190 C; the last 15 s hold 100 + 2.5 + ramp from -5 over 4 s at 30/19 A/s.
        double lap = 100 + 2.5 + 190, tail = 100 + 2.5 + (-5 * 4) + (0.5 * 30 / 19 * 16);
        // Charge is integrated with the particles: to the tolerance as a share of the cell's capacity, over each corner of the profile.
        Tolerance.Scaled((2 * lap) + tail, result.Steps[0].Capacity, 86_400, 1e-5, "charge, C");
        Tolerance.Scaled((2 * lap) + tail, Run(1e-7).Steps[0].Capacity, 86_400, 1e-8, "charge at a tight tolerance, C");
        Tolerance.Relative(75, result.Steps[0].Time.End, 1e-14, "end, s");
        for (int i = 0; i < result.Series.Count; i++)
        {
            double t = result.Series.Time[i] % 30;
            bool corner = Math.Min(t, 30 - t) < 1e-6 || Math.Abs(t - 10) < 1e-6 || Math.Abs(t - 11) < 1e-6;
            double wanted = t < 10 ? 10 : t < 11 ? 10 - (15 * (t - 10)) : -5 + (30 * (t - 11) / 19);
            if (!corner)
            {
                Tolerance.Scaled(wanted, result.Series.Current[i], 25, 1e-9, $"current at {result.Series.Time[i]} s, A");
            }
        }

        SimulationResult Run(double tolerance) => new CellSimulation(
            ReferenceCells.Marquis(Mesh), Steps(step), new() { RelativeTolerance = tolerance, AbsoluteTolerance = 1e-2 * tolerance }).Run();
    }

    [Fact]
    public void Power_and_resistance_are_held_at_every_row()
    {
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh) with { Area = 0.01, NominalCapacity = 864 },
            Steps(Hold(ControlKind.Power, 0.8, 600), Hold(ControlKind.Resistance, 15, 600))).Run();
        Assert.Equal(SimulationStatus.Completed, result.Status);
        for (int i = 0; i < result.Series.Count; i++)
        {
            double v = result.Series.Voltage[i], current = result.Series.Current[i];
            Tolerance.Relative(result.Series.Step[i] == 1 ? 0.8 : 15, result.Series.Step[i] == 1 ? v * current : v / current, 1e-7, $"row {i}");
        }
    }

    [Fact]
    public void Energy_is_the_integral_of_power()
    {
        SimulationResult result = new CellSimulation(ReferenceCells.Marquis(Mesh), Steps(Hold(ControlKind.Power, 80, 1000))).Run();
        Tolerance.Relative(80_000, result.Steps[0].Energy, 1e-7, "energy, J");
    }

    [Fact]
    public void Energy_of_a_discharge_is_as_accurate_as_its_voltage()
    {
        double[] energies = [.. new[] { 1e-4, 1e-8 }.Select(tolerance => new CellSimulation(
            ReferenceCells.Marquis(Mesh),
            Steps(Hold(ControlKind.CRate, 1, 3000)),
            new() { RelativeTolerance = tolerance, AbsoluteTolerance = 1e-2 * tolerance }).Run().Steps[0].Energy)];
        Tolerance.Relative(energies[1], energies[0], 1e-4, "energy, J");
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    public void Energy_does_not_hang_on_the_time_steps_where_hardly_any_are_needed(double tolerance)
    {
        // Without gradients all unknowns are straight lines of time, and steps as long as they like; the potential is a cubic, of which Simpson's rule is exact.
        FormulaFunction potential = FormulaFunction.Polynomial(4, -1, 1.5, -2);
        CellDescription cell = SimpleCells.Composite(potential, 1e8, 1e-6, Mesh, ionic: 1e6, electronic: 1e6, x: 0.1);
        SimulationResult run = new CellSimulation(
            cell, Steps(Hold(ControlKind.ArealCurrent, 10, 15_000)), new() { RelativeTolerance = tolerance, AbsoluteTolerance = 1e-2 * tolerance }).Run();
        double gain = 10 * 15_000 / (0.5 * 50_000 * 96485.33212331 * 1e-4);
        double U(double x) => potential.Evaluate(x, 298.15).Value;
        double mean = ((U(0.1) + (4 * U(0.1 + (0.5 * gain))) + U(0.1 + gain)) / 6) - (10 * 1e-5 / 0.1);
        Tolerance.Relative(mean * 150_000, run.Steps[0].Energy, Math.Max(1e-6, 0.1 * tolerance), "energy, J");
        Assert.True(run.Statistics.Steps < 60, $"{run.Statistics.Steps} steps: they are not long, so that the test says nothing.");
    }

    [Fact]
    public void Area_scales_current_and_capacity_and_nothing_else()
    {
        CellDescription one = ReferenceCells.Marquis(Mesh), small = one with { Area = 1e-4, NominalCapacity = 1e-4 * one.NominalCapacity };
        Protocol protocol = Steps(Hold(ControlKind.CRate, 1, VoltageBelow(3.4)));
        StepResult a = new CellSimulation(one, protocol).Run().Steps[0], b = new CellSimulation(small, protocol).Run().Steps[0];
        Tolerance.Relative(a.Time.End, b.Time.End, 1e-12, "time, s");
        Tolerance.Relative(1e-4 * a.Capacity, b.Capacity, 1e-12, "charge, C");
        Tolerance.Relative(2.4e-3, b.Current.End, 1e-12, "current, A");
    }

    [Fact]
    public void Cancellation_keeps_what_was_computed()
    {
        using CancellationTokenSource source = new();
        Stopper stopper = new(source, 200);
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh), Repeated(1000, Hold(ControlKind.CRate, 1, 100), Hold(ControlKind.CRate, -1, 100))).Run(stopper, source.Token);
        Assert.Equal(SimulationStatus.Cancelled, result.Status);
        Assert.Contains("Stopped by the user", result.Reason, StringComparison.Ordinal);
        Assert.True(result.Series.Count > 2 && result.Series.Time[^1] >= 200);
        Assert.Equal(result.Series.Count, result.Losses!.Values[0].Length);
        Assert.All(result.Balances, b => Tolerance.Below(1e-11, b.RelativeError, b.Name));
    }

    [Fact]
    public void A_step_without_an_end_fails_after_the_most_steps_allowed()
    {
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh), Steps(Hold(ControlKind.CRate, 0.5)), new() { MaximumSteps = 50 }).Run();
        Assert.Equal(SimulationStatus.Failed, result.Status);
        Assert.Contains("more than 50 time steps", result.Reason, StringComparison.Ordinal);
        Assert.True(result.Series.Count > 10);
    }

    [Fact]
    public void A_current_that_the_salt_cannot_carry_is_a_limit_of_the_cell()
    {
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Salt(0.03, 1e-11, 0.3), 5e-5, 1e9);
        SimulationResult result = new CellSimulation(cell, Steps(Hold(ControlKind.ArealCurrent, 100, 1e5))).Run();
        Assert.Equal(SimulationStatus.CellLimit, result.Status);
        Assert.Contains("salt is depleted", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_salt_that_runs_out_inside_an_electrode_is_a_limit_of_the_cell_that_names_it()
    {
        CellDescription cell = SimpleCells.Composite(
            FormulaFunction.Polynomial(4, -1), 1, 1e-12, new() { ElectrodeVolumes = 20, SeparatorVolumes = 10, Shells = 4 }, x: 0.1);
        Materials.Substances.Electrolyte salt = SimpleCells.Salt(0.03, 1e-11, 0.3);
        cell = cell with
        {
            Layers =
            [
                cell.Layers[0],
                ((ElectrolyteLayer)cell.Layers[1]) with { Electrolyte = salt },
                ((PorousElectrode)cell.Layers[2]) with { Electrolyte = salt, TransportEfficiency = 0.1 },
            ],
        };
        SimulationResult result = new CellSimulation(cell, Steps(Hold(ControlKind.ArealCurrent, 100, 1e5))).Run();
        Assert.Equal(SimulationStatus.CellLimit, result.Status);
        Assert.Contains("salt is depleted at 'positive'", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, "is full at its surface")]
    [InlineData(-60, "is empty at its surface")]
    public void A_host_that_can_take_or_give_no_more_is_a_limit_of_the_cell(double current, string text)
    {
        SimulationResult result = new CellSimulation(
            ReferenceCells.SingleIon(Mesh), Steps(Hold(ControlKind.ArealCurrent, current, 1e6))).Run();
        Assert.Equal(SimulationStatus.CellLimit, result.Status);
        Assert.Contains(text, result.Reason, StringComparison.Ordinal);
        Assert.Contains("lco", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Lithium_that_is_used_up_is_a_limit_of_the_cell_and_located()
    {
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Conductor(0.1), 3e-5, 20);
        cell = cell with { Layers = [(LithiumMetal)cell.Layers[0] with { Thickness = 5e-6 }, cell.Layers[1], cell.Layers[2]] };
        SimulationResult result = new CellSimulation(cell, Steps(Hold(ControlKind.ArealCurrent, 10, 1e5))).Run();
        Assert.Equal(SimulationStatus.CellLimit, result.Status);
        Assert.Contains("the lithium of 'left' is used up", result.Reason, StringComparison.Ordinal);
        Tolerance.Relative(5e-6 / 13e-6 * 96485.33212331, result.NetDischarge, 1e-8, "charge, C");
        Tolerance.Scaled(0, result.Series.NegativeLithiumThickness[^1], 5e-6, 1e-8, "thickness, m");
    }

    [Fact]
    public void A_voltage_that_no_state_has_is_reported_with_the_step()
    {
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh), Steps(Hold(ControlKind.Power, 1e6, 10))).Run();
        Assert.NotEqual(SimulationStatus.Completed, result.Status);
        Assert.Contains("Power 1000000", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_of_the_protocol_stop_it()
    {
        CellDescription cell = ReferenceCells.Marquis(Mesh);
        Cycle cycle = new([Hold(ControlKind.CRate, 1, 100), Hold(ControlKind.CRate, -1, 100)], 50);
        SimulationResult time = new CellSimulation(cell, new([cycle], [new(TerminationKind.Time, 350, "350 s")])).Run();
        Assert.Equal(SimulationStatus.Completed, time.Status);
        Tolerance.Relative(350, time.Series.Time[^1], 1e-13, "end, s");
        Assert.Equal(4, time.Steps.Count);
        Cycle deep = new([Hold(ControlKind.CRate, 1, 3000)], 2);
        SimulationResult voltage = new CellSimulation(cell, new([deep], [new(TerminationKind.Voltage, 3.6, "3.6 V")])).Run();
        Tolerance.Below(1e-6, voltage.Series.Voltage[^1] - 3.6, "distance from the end, V");
        SimulationResult capacity = new CellSimulation(cell, new([cycle], [new(TerminationKind.Capacity, 2400.5, "2400.5 C")])).Run();
        Assert.Single(capacity.Cycles);
        SimulationResult share = new CellSimulation(cell, new([cycle], [new(TerminationKind.CapacityShare, 0.8, "80 % capacity")])).Run();
        Assert.Equal(50, share.Cycles.Count);
    }

    [Fact]
    public void An_end_of_the_protocol_that_a_step_starts_past_stops_the_protocol_too()
    {
        Cycle cycle = new([Hold(ControlKind.CRate, 1, 100), Rest(100)], 5);
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh), new([cycle], [new(TerminationKind.Voltage, 3.8, "3.8 V")])).Run();
        Assert.Equal(SimulationStatus.Completed, result.Status);
        Assert.Single(result.Steps);
        Assert.Contains("own end was reached", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Cycle_summaries_are_the_sums_of_their_steps()
    {
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh),
            Repeated(3, Hold(ControlKind.CRate, 1, 300), Rest(60), Hold(ControlKind.CRate, -0.5, 600))).Run();
        foreach (CycleResult cycle in result.Cycles)
        {
            StepResult[] steps = [.. result.Steps.Where(s => s.Cycle == cycle.Number)];
            Tolerance.Relative(7200, cycle.Discharge, 1e-12, "discharge, C");
            Tolerance.Relative(7200, cycle.Charge, 1e-12, "charge, C");
            Tolerance.Relative(steps[0].Energy, cycle.DischargeEnergy, 1e-14, "energy of the discharge, J");
            Tolerance.Relative(-steps[2].Energy, cycle.ChargeEnergy, 1e-14, "energy of the charge, J");
            Assert.Equal(steps[2].Voltage.End, cycle.EndVoltage);
        }
    }

    [Theory]
    [InlineData(OutputRows.StepEnds, 6)]
    [InlineData(OutputRows.Summary, 1)]
    public void Fewer_rows_are_kept_where_fewer_are_wanted(OutputRows rows, int expected)
    {
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh), Repeated(3, Hold(ControlKind.CRate, 1, 300)), new() { Rows = rows }).Run();
        Assert.Equal(expected, result.Series.Count);
        Assert.Equal(900, result.Series.Time[^1], 9);
    }

    [Fact]
    public void Profiles_are_bounded_in_number_whatever_the_length_of_the_run()
    {
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh), Repeated(20, Hold(ControlKind.CRate, 1, 300), Hold(ControlKind.CRate, -1, 300)), new() { Profiles = 10 }).Run();
        Assert.Equal(10, result.Fields!.Times.Count);
        Assert.Equal(result.Series.Time[^1], result.Fields.Times[^1]);
        Assert.All(result.Fields.Fields, f =>
        {
            Assert.Equal(result.Fields.Times.Count, f.Values.Count);
            Assert.All(f.Values, v => Assert.Equal(f.Positions.Count * (f.Radii?.Count ?? 1), v.Length));
        });
    }

    [Fact]
    public void The_same_run_gives_the_same_bits()
    {
        SimulationResult Run() => new CellSimulation(ReferenceCells.Marquis(Mesh), Steps(Hold(ControlKind.CRate, 2, VoltageBelow(3.3)))).Run();
        SimulationResult a = Run(), b = Run();
        Assert.Equal(a.Series.Time, b.Series.Time);
        Assert.Equal(a.Series.Voltage, b.Series.Voltage);
    }

    [Fact]
    public void Tolerances_out_of_range_are_refused()
    {
        foreach (double tolerance in new[] { 0, 1e-9, 0.2, double.NaN, -1 })
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new CellSimulation(
                ReferenceCells.Marquis(Mesh), Steps(Rest(1)), new() { RelativeTolerance = tolerance }));
            Assert.Contains("between 1e-8 and 1e-1", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Layers_that_are_no_cell_are_refused()
    {
        CellDescription cell = ReferenceCells.Marquis(Mesh);
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new CellSimulation(cell with { Layers = [cell.Layers[0], cell.Layers[2]] }, Steps(Rest(1))));
        Assert.Contains("electrolyte layers", error.Message, StringComparison.Ordinal);
    }

    private sealed class Stopper(CancellationTokenSource source, double time) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value)
        {
            if (value.Time >= time)
            {
                source.Cancel();
            }
        }
    }
}
