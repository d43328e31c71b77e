using System.Text.Json;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Reports.Files;
using Xunit;

namespace Ionolith.Reports.Tests.Files;

public class SummaryJsonTests
{
    private static JsonElement Read(RunRecord run)
    {
        using var stream = new MemoryStream();
        SummaryJson.Write(stream, run);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    [Theory]
    [InlineData("cell")]
    [InlineData("protocol")]
    [InlineData("status")]
    [InlineData("reason")]
    [InlineData("capacity")]
    [InlineData("energy")]
    [InlineData("balances")]
    [InlineData("losses")]
    [InlineData("assumptions")]
    [InlineData("input_hash")]
    public void The_fixed_keys_are_there_even_when_nothing_was_computed(string key)
    {
        Assert.True(Read(SampleRun.Discharge()).TryGetProperty(key, out _));
        Assert.True(Read(SampleRun.Empty()).TryGetProperty(key, out _));
    }

    [Fact]
    public void Capacity_and_energy_are_those_of_the_last_discharge()
    {
        // 2 mAh/cm2 nominal on 2 cm2, of which 0.86 - 0.02 is delivered.
        var json = Read(SampleRun.Discharge());
        Assert.Equal(0.004 * 0.84, json.GetProperty("capacity").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal("Ah", json.GetProperty("capacity").GetProperty("unit").GetString());
        Assert.Equal(2 * 0.84, json.GetProperty("areal_capacity").GetProperty("value").GetDouble(), 1e-6);
        var cycles = Read(SampleRun.Cycling(5));
        Assert.Equal(SampleRun.Cycling(5).Result.Cycles[4].Discharge / 3600, cycles.GetProperty("capacity").GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(5, cycles.GetProperty("cycles").GetArrayLength());
    }

    [Fact]
    public void A_cycle_in_which_the_run_broke_off_does_not_count_as_the_cell_s_capacity()
    {
        var whole = SampleRun.Cycling(5).Result;
        var broken = whole with { Status = SimulationStatus.Cancelled, Cycles = [.. whole.Cycles, new CycleResult(6, 0.1, 0, 0.3, 0, 4, 1e6)] };
        Assert.Equal(whole.Cycles[4].Discharge, KeyFigures.Of(broken).Capacity);
        Assert.Equal(0.1, KeyFigures.Of(broken with { Status = SimulationStatus.Completed }).Capacity);
        var first = SampleRun.Discharge().Result with { Status = SimulationStatus.CellLimit };
        Assert.Equal(first.Cycles[0].Discharge, KeyFigures.Of(first).Capacity);
    }

    [Fact]
    public void Shares_of_the_losses_add_up_to_one_and_their_energy_to_what_was_lost()
    {
        var result = SampleRun.Discharge().Result;
        var losses = LossSummary.Of(result);
        Assert.Equal(1, losses.Sum(l => l.Share), 1e-12);
        var lost = 0.0;
        for (var i = 1; i < result.Series.Count; i++)
        {
            double Power(int k) => (result.Series.OpenCircuitVoltage[k] - result.Series.Voltage[k]) * result.Series.Current[k];
            lost += (result.Series.Time[i] - result.Series.Time[i - 1]) * (Power(i) + Power(i - 1)) / 2;
        }

        Assert.Equal(lost, losses.Sum(l => l.Energy), 1e-9);
        Assert.All(LossSummary.Of(SampleRun.Cycling(2).Result), l => Assert.True(l.Energy > 0));
    }

    [Fact]
    public void Assumptions_have_value_range_and_reason()
    {
        var assumption = Read(SampleRun.Discharge()).GetProperty("assumptions")[0];
        Assert.Equal("separator.thickness", assumption.GetProperty("path").GetString());
        Assert.Equal("30 um", assumption.GetProperty("value").GetString());
        Assert.Equal("20 um to 50 um", assumption.GetProperty("range").GetString());
        Assert.StartsWith("nobody reports it", assumption.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_follows_the_input_the_protocol_and_the_options_and_nothing_else()
    {
        var run = SampleRun.Discharge();
        Assert.Equal(64, run.InputHash.Length);
        Assert.Equal(run.InputHash, SampleRun.Discharge().InputHash);
        Assert.NotEqual(run.InputHash, (run with { InputText = run.InputText + " " }).InputHash);
        Assert.NotEqual(run.InputHash, (run with { OptionWords = ["--rtol", "1e-6"] }).InputHash);
        Assert.NotEqual(run.InputHash, SampleRun.Cycling(1).InputHash);
        Assert.Equal(run.InputHash, (run with { Result = run.Result with { Reason = "another" } }).InputHash);
    }

    [Fact]
    public void Profiles_of_a_protocol_are_kept_so_that_it_can_be_repeated()
    {
        var (a, b) = (new DriveCycle("x/us06.csv", [0, 10], [1, 2]), new DriveCycle("y/us06.csv", [0, 10], [3, 4]));
        ProtocolStep Step(ControlKind kind, DriveCycle c) => new() { Text = "", Control = new Control(kind, c.Values[0], c), Duration = 10 };
        var run = SampleRun.Discharge();
        run = run with { Result = run.Result with { Protocol = new Protocol([new Cycle([Step(ControlKind.Current, a), Step(ControlKind.Power, b), Step(ControlKind.Current, a)], 3)], []) } };
        Assert.Equal("profiles/2-us06.csv profiles/us06.csv", string.Join(' ', run.Profiles.Keys.Order(StringComparer.Ordinal)));
        var again = ProtocolParser.Parse(run.ProtocolText.Split('\n', StringSplitOptions.RemoveEmptyEntries), new ProtocolFiles(run.Profiles));
        Assert.Empty(again.Problems);
        Assert.Equal([3, 4], again.Protocol!.Cycles[0].Steps[1].Control.Profile!.Values);
        Assert.Equal(ControlKind.Power, again.Protocol.Cycles[0].Steps[1].Control.Kind);
    }

    [Fact]
    public void What_does_not_exist_is_null_and_not_a_made_up_number() =>
        Assert.Equal(JsonValueKind.Null, Read(SampleRun.Empty()).GetProperty("mean_voltage").GetProperty("value").ValueKind);
}
