using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Fixtures.ProtocolOf;

namespace Ionolith.Cells.Tests.Simulation;

/// <summary>Whatever is asked of a cell, the run ends with a status that names the physics, and nothing is lost or left undefined.</summary>
public sealed class RandomProtocolTests
{
    private static readonly MeshOptions Mesh = new() { ElectrodeVolumes = 4, SeparatorVolumes = 3, Shells = 4 };

    public static TheoryData<string, int> Cases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach (string cell in new[] { "liquid", "warm", "single-ion", "polymer" })
            {
                for (int seed = 1; seed <= 12; seed++)
                {
                    cases.Add(cell, seed);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Runs_end_well(string which, int seed)
    {
        CellDescription cell = which switch
        {
            "liquid" => ReferenceCells.Marquis(Mesh),
            "warm" => ReferenceCells.Marquis(Mesh, new(300, 5)),
            "single-ion" => ReferenceCells.SingleIon(Mesh),
            _ => ReferenceCells.Polymer(Mesh),
        };
        Random random = new(seed);
        (double low, double high) = which is "polymer" ? (1.9, 2.4) : (3.2, 4.15);
        ProtocolStep[] steps = [.. Enumerable.Range(0, 8).Select(_ => RandomStep())];
        SimulationResult result = new CellSimulation(cell, Steps(steps)).Run();
        string told = $"{result.Status}: {result.Reason} after {string.Join("; ", result.Steps.Select(s => $"{s.Text} [{s.EndedBy}]"))}";
        Assert.True(result.Status is SimulationStatus.Completed or SimulationStatus.CellLimit, told);
        Assert.All(result.Balances, b => Tolerance.Below(1e-11, b.RelativeError, $"{b.Name}: {told}"));
        TimeSeries s = result.Series;
        for (int i = 0; i < s.Count; i++)
        {
            Assert.True(i == 0 || s.Time[i] >= s.Time[i - 1], told);
            Assert.True(double.IsFinite(s.Voltage[i] + s.Current[i] + s.Temperature[i] + s.Energy[i]), told);
            Tolerance.Scaled(s.OpenCircuitVoltage[i] - s.Voltage[i], result.Losses!.Values.Sum(l => l[i]), 1, 1e-8, told);
        }

        ProtocolStep RandomStep()
        {
            double rate = (random.NextDouble() * 3) - 1.5, volts = low + ((high - low) * random.NextDouble()), nominal = cell.NominalCapacity / 3600;
            Limit[] ends = rate > 0 ? [VoltageBelow(low - 0.1)] : [VoltageAbove(high + 0.1)];
            ProtocolStep step = random.Next(6) switch
            {
                0 => Hold(ControlKind.CRate, rate, ends),
                1 => Hold(ControlKind.Voltage, volts, Until(LimitKind.CRate, LimitSense.Below, 0.05)),
                2 => Hold(ControlKind.Power, rate * nominal * volts, ends),
                3 => Hold(ControlKind.Resistance, volts / (nominal * (0.2 + Math.Abs(rate))), VoltageBelow(low - 0.1)),
                4 => Rest(3600 * random.NextDouble()),
                _ => new() { Text = "drive", Control = new(ControlKind.CRate, 0, Profile()), Limits = [VoltageBelow(low - 0.1), VoltageAbove(high + 0.1)] },
            };
            return step with { Duration = Math.Min(step.Duration, random.Next(3) == 0 ? 1e-3 + random.NextDouble() : 4000 * random.NextDouble()) };
        }

        DriveCycle Profile()
        {
            double[] times = [0, 1, 5, 5.5, 20, 60], values = [.. times.Select(_ => (2 * random.NextDouble()) - 1)];
            return new("random", times, values);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(1e-3)]
    public void Steps_of_next_to_no_duration_are_done(double duration)
    {
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh), Steps(Hold(ControlKind.CRate, 1, duration), Hold(ControlKind.Voltage, 4, duration), Rest(1))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Tolerance.Relative(1 + (2 * duration), result.Series.Time[^1], 1e-14, "end, s");
        Assert.All(result.Series.Voltage, v => Assert.True(double.IsFinite(v)));
    }

    [Fact]
    public void A_wide_jump_of_the_voltage_is_followed()
    {
        foreach (double volts in new[] { 2.0, 4.8, 3.0, 4.5 })
        {
            SimulationResult result = new CellSimulation(
                ReferenceCells.Marquis(Mesh), Steps(Hold(ControlKind.Voltage, volts, 1.0), Rest(60))).Run();
            Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
            Assert.True(volts > 3.9 == result.Steps[0].Capacity < 0);
        }
    }
}
