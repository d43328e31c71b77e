using System.Globalization;
using System.Text.Json;
using Ionolith.Cells.Design;
using Ionolith.Cells.Simulation;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cli.Tests;

public sealed class StackRunTests : IDisposable
{
    private const string Cell = "borate-coated-iron-oxide";
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_stack_prints_its_steps_and_writes_its_files()
    {
        string folder = _run.PathOf("stack");

        Assert.Equal(0, _run.Do("run", Cell, "--stack", "3", "--out", folder));
        foreach (string part in (string[])["3 in series", "delivers", "spread of the cells: 1.00 % in loading", "weakest", "lithium in electrodes"])
        {
            Assert.Contains(part, _run.Out, StringComparison.Ordinal);
        }

        Assert.All((string[])["summary.json", "series.csv", "cycles.csv", "report.html", "input.yaml", "protocol.txt"], f => Assert.True(File.Exists(Path.Combine(folder, f)), f));
        string[] lines = File.ReadAllLines(Path.Combine(folder, "series.csv"));
        string[] header = lines[0].Split(',');
        Assert.Equal(["Cell 1 Voltage / V", "Cell 2 Voltage / V", "Cell 3 Voltage / V"], header[^3..]);
        Assert.All(lines[1..], line =>
        {
            double[] row = [.. line.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
            Assert.Equal(row[1], row[^3..].Sum(), 1e-9);
        });
        string page = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.All((string[])["id=\"voltages\"", "id=\"steps\"", "id=\"cells\"", "id=\"assumptions\"", "Nobody reported these values", "--stack 3"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.Empty(_run.Error);
    }

    [Fact]
    public void Equal_cells_give_so_many_times_one_in_the_documents()
    {
        string[] equal = ["run", Cell, "--spread-capacity", "0", "--spread-resistance", "0 %", "--json"];
        Assert.Equal(0, _run.Do([.. equal, "--stack", "3"]));
        using var three = JsonDocument.Parse(_run.Out);
        Assert.Equal(0, _run.Do("run", Cell, "--json"));
        using var one = JsonDocument.Parse(_run.Out);

        Assert.Equal(3, three.RootElement.GetProperty("cells_in_series").GetInt32());
        Assert.Equal(Value(one.RootElement, "capacity"), Value(three.RootElement, "capacity"));

        // Three energies are added and then converted: the same but for the last rounding.
        Tolerance.Relative(3 * Value(one.RootElement, "energy"), Value(three.RootElement, "energy"), 1e-15);
        Assert.Equal(
            one.RootElement.GetProperty("steps").EnumerateArray().Select(s => 3 * Value(s, "end_voltage")),
            three.RootElement.GetProperty("steps").EnumerateArray().Select(s => Value(s, "end_voltage")));
        foreach (string key in (string[])["cell", "protocol", "status", "reason", "capacity", "energy", "assumptions", "input_hash"])
        {
            Assert.True(three.RootElement.TryGetProperty(key, out _), key);
        }
    }

    [Fact]
    public void Leaks_that_differ_drive_the_cells_apart()
    {
        string[] words =
        [
            "run", Cell, "--stack", "3", "--seed", "5", "--leak", "2 Mohm cm2", "--protocol", "Charge at 0.2C until 3.5 V", "--protocol", "Rest for 5 d", "--protocol", "Rest for 5 d", "--json",
        ];
        Assert.Equal(0, _run.Do(words));
        using var alike = JsonDocument.Parse(_run.Out);
        Assert.Equal(0, _run.Do([.. words, "--spread-leak", "40 %"]));
        using var different = JsonDocument.Parse(_run.Out);
        double[] Imbalances(JsonDocument d) => [.. d.RootElement.GetProperty("steps").EnumerateArray().Select(s => Value(s, "imbalance"))];

        Assert.True(Imbalances(different)[2] > 1.5 * Imbalances(different)[1]);
        Assert.True(Imbalances(different)[2] > 10 * Imbalances(alike)[2]);
    }

    [Theory]
    [InlineData("--stack 0", "--stack 0: the number of cells must be from 1 to 10000")]
    [InlineData("--spread-leak 5%", "--spread-leak: it belongs to --stack, which is not given")]
    [InlineData("--stack 2 --spread-capacity 3V", "--spread-capacity: expected a number without unit")]
    [InlineData("--stack 2 --spread-capacity 31%", "--spread-capacity 31%: a relative standard deviation, such as \"2 %\", must be from 0 to 30 %")]
    [InlineData("--stack 2 --spread-resistance 120%", "--spread-resistance 120%: a relative standard deviation, such as \"2 %\", must be from 0 to 30 %")]
    [InlineData("--stack 2 --spread-resistance -1%", "--spread-resistance -1%: a relative standard deviation")]
    [InlineData("--stack 2 --spread-leak 100%", "--spread-leak 100%: a relative standard deviation, such as \"2 %\", must be 0 or more and below 100 %")]
    [InlineData("--stack 2 --leak 5V", "leak-resistance: expected an area-specific resistance")]
    [InlineData("--leak 0ohm.cm2", "leak-resistance: must be positive but is 0 ohm cm2")]
    [InlineData("--leak -5ohm.cm2", "leak-resistance: must be positive but is -5 ohm cm2")]
    [InlineData("--stack 2 --spread-capacity 3V --leak 0ohm.cm2", "--spread-capacity: expected a number without unit")]
    [InlineData("--stack 2 --seed -7", "--seed -7: must be zero or positive")]
    [InlineData("--seed 7", "--seed: it belongs to --stack, which is not given")]
    public void Wrong_options_are_told(string options, string expected)
    {
        Assert.Equal(2, _run.Do(["run", Cell, .. options.Split(' ')]));
        Assert.Contains(expected, _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_is_charged_at_constant_current_then_constant_voltage()
    {
        string folder = _run.PathOf("held");
        Assert.Equal(0, _run.Do("run", Cell, "--stack", "3", "--out", folder, "--protocol", "Discharge at 0.3C until 1 V; Charge at 0.3C until 3.3 V; Hold at 3.3 V until C/20; Discharge at 10 mW for 5 min"));
        string[][] lines = [.. File.ReadAllLines(Path.Combine(folder, "series.csv")).Skip(1).Select(l => l.Split(','))];
        double[][] rows = [.. lines.Select(l => l.Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray())];

        double[][] held = [.. rows.Where(r => r[4] == 3)], powered = [.. rows.Where(r => r[4] == 4)];
        Assert.True(held.Length > 10, $"{held.Length} rows at 3.3 V");
        Assert.All(held, r => Assert.Equal(3.3, r[^3..].Max(), 2e-6));
        Assert.True(powered.Length > 2, $"{powered.Length} rows at 10 mW");
        Assert.All(powered, r => Assert.Equal(-0.01, r[1] * r[2], 1e-9));
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")));
        Assert.Contains("current fell to C/20", summary.RootElement.GetProperty("steps")[2].GetProperty("ended_by").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, summary.RootElement.GetProperty("steps")[2].GetProperty("cells")[0].GetProperty("reserve").GetProperty("value").ValueKind);
    }

    [Fact]
    public void A_stack_that_was_stopped_goes_on_to_the_same_files()
    {
        string whole = _run.PathOf("whole"), broken = _run.PathOf("broken");
        string[] words = ["run", Cell, "--stack", "2", "--protocol", "Repeat 4 times: Charge at 0.3C until 3.3 V; Hold at 3.3 V until C/10; Discharge at 0.3C until 1 V"];
        Assert.Equal(0, _run.Do([.. words, "--out", whole]));
        using CancellationTokenSource stop = new();
        CliServices services = new()
        {
            Cells = new LibraryCells(),
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            Interrupt = stop.Token,
            SimulateSeries = (cells, protocol, options, _, journal, cancellation) => new SeriesStackSimulation(cells, options).Run(protocol, new StopIn(stop, 3), journal, cancellation),
        };
        Assert.Equal(1, CommandLine.Run([.. words, "--out", broken], services));
        Assert.True(File.Exists(Path.Combine(broken, "checkpoint")));
        Assert.Equal(0, _run.Do([.. words, "--out", broken, "--resume"]));
        Assert.Contains("going on after cycle 2", _run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(broken, "checkpoint")));
        foreach (string name in (string[])["summary.json", "series.csv", "cycles.csv", "report.html"])
        {
            Assert.Equal(File.ReadAllText(Path.Combine(whole, name)), File.ReadAllText(Path.Combine(broken, name)));
        }
    }

    [Fact]
    public void A_stack_that_broke_off_reports_its_last_whole_discharge()
    {
        using CancellationTokenSource stop = new();
        using StringWriter output = new();
        CliServices services = new()
        {
            Cells = new LibraryCells(),
            Out = output,
            Error = TextWriter.Null,
            Interrupt = stop.Token,
            SimulateSeries = (cells, protocol, options, _, journal, cancellation) => new SeriesStackSimulation(cells, options).Run(protocol, new StopIn(stop, 3, step: 9), journal, cancellation),
        };
        Assert.Equal(1, CommandLine.Run(
            ["run", Cell, "--stack", "2", "--json", "--protocol", "Repeat 4 times: Charge at 0.3C for 1 h; Discharge at 0.3C for 20 min; Discharge at 0.3C for 30 min"], services));
        JsonElement summary = JsonDocument.Parse(output.ToString()).RootElement;
        double[] discharges = [.. summary.GetProperty("cycles").EnumerateArray().Select(c => Value(c, "discharge"))];

        Assert.Equal(3, discharges.Length);
        Assert.InRange(discharges[2], 0.3 * discharges[1], 0.5 * discharges[1]);
        Assert.Equal(discharges[1], Value(summary, "capacity"));
        Assert.Equal(Value(summary.GetProperty("cycles")[1], "discharge_energy"), Value(summary, "energy"));
    }

    [Fact]
    public void A_long_run_of_a_stack_shows_the_ends_of_its_table_and_says_so()
    {
        string folder = _run.PathOf("long");
        Assert.Equal(0, _run.Do("run", Cell, "--stack", "2", "--spread-capacity", "0", "--spread-resistance", "0", "--out", folder, "--protocol", "Repeat 31 times: Charge at 0.1C for 1 min; Discharge at 0.1C for 1 min"));
        Assert.Contains("... 38 more", _run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("steps of the first and the last cycle", _run.Out, StringComparison.Ordinal);
        Assert.Contains("The first and last 30 of 62 steps; all are in summary.json.", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_that_is_extrapolated_tells_what_it_skipped_and_how_its_cells_drift_apart()
    {
        string folder = _run.PathOf("fast");
        Assert.Equal(0, _run.Do(
            "run", Cell, "--stack", "3", "--accelerate", "--reduction", "single-particle", "--rows", "summary", "--leak", "1 Mohm cm2", "--spread-leak", "30 %", "--out", folder,
            "--protocol", "Repeat 40 times: Charge at 1C until 3.9 V; Discharge at 1C until 1 V"));
        Assert.Empty(_run.Error);
        Assert.Contains("(steps of the first and the last cycle)", _run.Out, StringComparison.Ordinal);
        Assert.Contains("Estimated error of the capacity at the end", _run.Out, StringComparison.Ordinal);
        Assert.Contains("Estimated error of the capacity at the end", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")));
        int skipped = summary.RootElement.GetProperty("acceleration").GetProperty("extrapolated").GetInt32();
        Assert.InRange(skipped, 10, 36);
        Assert.Equal([1, 2, 79, 80], summary.RootElement.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("number").GetInt32()));
        Assert.Equal(40 - skipped, summary.RootElement.GetProperty("cycles").EnumerateArray().Count(c => c.GetProperty("simulated").GetBoolean()));

        string[] lines = File.ReadAllLines(Path.Combine(folder, "cycles.csv"));
        string[] heading = lines[0].Split(',');
        Assert.Equal(42, lines.Length);
        Assert.All(lines, l => Assert.Equal(heading.Length, l.Split(',').Length));
        int lost = Array.IndexOf(heading, "cell 3: lost beside the terminals / mAh/cm2"), simulated = Array.IndexOf(heading, "Simulated / 1");
        double[] losses = [.. lines.Skip(1).Select(l => double.Parse(l.Split(',')[lost], CultureInfo.InvariantCulture))];
        Assert.Equal(0, losses[0]);
        Assert.All(losses.Zip(losses.Skip(1)), p => Assert.True(p.Second > p.First));
        Assert.Equal(skipped, lines.Skip(1).Count(l => l.Split(',')[simulated] is "0"));
    }

    [Theory]
    [InlineData("Repeat 5 times: Charge at 1C for 1 min; Discharge at 1C for 1 min", "no cycle of the protocol is repeated 10 times")]
    [InlineData("Repeat 12 times: Rest for 1 min", "no cycle that is repeated 10 times discharges")]
    public void Acceleration_that_the_protocol_makes_useless_is_told_before_the_run(string protocol, string reason)
    {
        List<string> before = [];
        using StringWriter error = new();
        CliServices services = new()
        {
            Cells = new LibraryCells(),
            Out = TextWriter.Null,
            Error = error,
            SimulateSeries = (cells, steps, options, progress, journal, cancellation) =>
            {
                before.Add(error.ToString());
                return new SeriesStackSimulation(cells, options).Run(steps, progress, journal, cancellation);
            },
            Simulate = (cell, steps, options, progress, journal, cancellation) =>
            {
                before.Add(error.ToString());
                return new CellSimulation(cell, steps, options).Run(progress, journal, cancellation);
            },
        };
        Assert.Equal(0, CommandLine.Run(["run", Cell, "--stack", "2", "--accelerate", "--protocol", protocol], services));
        Assert.Equal(0, CommandLine.Run(["run", Cell, "--accelerate", "--protocol", protocol], services));
        Assert.Equal(2, before.Count);
        Assert.All(before, b => Assert.Contains($"warning: --accelerate: {reason}, so that every cycle will be simulated", b, StringComparison.Ordinal));
    }

    [Fact]
    public void A_stack_and_a_cell_refuse_a_protocol_in_the_same_words()
    {
        string[] words = ["run", Cell, "--protocol", "Illuminate at 100 mW/cm2 for 1 h"];
        Assert.Equal(2, _run.Do(words));
        string alone = _run.Error;
        Assert.Equal(2, _run.Do([.. words, "--stack", "2"]));
        Assert.Equal(alone, _run.Error);
        Assert.Contains("error: ", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", alone, StringComparison.Ordinal);
    }

    private sealed class StopIn(CancellationTokenSource stop, int cycle, int step = 0) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value)
        {
            if (value.Cycle >= cycle && value.Step >= step)
            {
                stop.Cancel();
            }
        }
    }

    private static double Value(JsonElement of, string name) => of.GetProperty(name).GetProperty("value").GetDouble();
}
