using System.Text.Json;
using Ionolith.Cells.Simulation;
using Xunit;

namespace Ionolith.Cli.Tests;

/// <summary>Long runs on the command line: accelerated, interrupted, resumed.</summary>
public sealed class LongRunCommandTests : IDisposable
{
    private static readonly string[] Cycling =
        ["pvt-10cupcli", "--reduction", "single-particle", "--protocol", "Repeat 40 times: Discharge at 1C until 2.5 V; Charge at 1C until 3.8 V"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ionolith-long").FullName;
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_run_that_was_stopped_goes_on_to_the_same_files()
    {
        string whole = In("whole"), broken = In("broken");
        Assert.Equal(0, Run(null, ["run", .. Cycling, "--out", whole]));
        Assert.Equal(1, Run(9, ["run", .. Cycling, "--out", broken]));
        Assert.Contains("the same command with --resume goes on", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal("cancelled", Summary(broken).GetProperty("status").GetString());

        // The options that were given stand in the message of what is there.
        Assert.Equal(2, Run(null, ["run", .. Cycling, "--out", broken]));
        Assert.Contains("holds an unfinished run: write --resume", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Run(null, ["run", .. Cycling, "--out", broken, "--resume"]));
        Assert.Contains("going on after cycle 8", _error.ToString(), StringComparison.Ordinal);
        foreach (string name in new[] { "cycles.csv", "series.csv", "losses.csv", "summary.json" })
        {
            Assert.Equal(File.ReadAllText(Path.Combine(whole, name)), File.ReadAllText(Path.Combine(broken, name)));
        }

        Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "fields.npz")), File.ReadAllBytes(Path.Combine(broken, "fields.npz")));
        Assert.False(File.Exists(Path.Combine(broken, "checkpoint")));
        Assert.Equal(2, Run(null, ["run", .. Cycling, "--out", broken, "--resume"]));
        Assert.Contains("the run is finished, or was stopped in its first cycle", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_of_another_run_and_one_that_is_broken_are_refused()
    {
        string broken = In("broken"), checkpoint = Path.Combine(broken, "checkpoint");
        Assert.Equal(1, Run(9, ["run", .. Cycling, "--out", broken]));
        Assert.Equal(2, Run(null, ["run", .. Cycling, "--rtol", "1e-5", "--out", broken, "--resume"]));
        Assert.Contains("is that of another cell, protocol or other options", _error.ToString(), StringComparison.Ordinal);
        byte[] bytes = File.ReadAllBytes(checkpoint);
        bytes[^100] ^= 1;
        File.WriteAllBytes(checkpoint, bytes);
        Assert.Equal(2, Run(null, ["run", .. Cycling, "--out", broken, "--resume"]));
        Assert.Contains("is broken or no checkpoint; --force begins anew", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Run(null, ["run", .. Cycling, "--out", broken, "--force"]));
        Assert.False(File.Exists(checkpoint));
    }

    [Fact]
    public void A_run_that_replaces_an_unfinished_one_and_stops_at_once_has_no_checkpoint_of_it()
    {
        string folder = In("replaced");
        Assert.Equal(1, Run(9, ["run", .. Cycling, "--out", folder]));
        Assert.True(File.Exists(Path.Combine(folder, "checkpoint")));
        _error.GetStringBuilder().Clear();
        Assert.Equal(1, Run(1, ["run", .. Cycling, "--rtol", "1e-5", "--force", "--out", folder]));
        Assert.Equal("cancelled", Summary(folder).GetProperty("status").GetString());
        Assert.Empty(Directory.GetFiles(folder, "checkpoint*"));
        Assert.DoesNotContain("--resume", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_needs_a_folder_and_begins_where_there_is_none_yet()
    {
        Assert.Equal(2, Run(null, ["run", .. Cycling, "--resume"]));
        Assert.Contains("--resume: it belongs to --out", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Run(null, ["run", .. Cycling, "--resume", "--force", "--out", In("x")]));
        Assert.Contains("--resume and --force", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Run(null, ["run", .. Cycling, "--resume", "--out", In("new")]));
        Assert.Contains("no interrupted run yet: from the beginning", _error.ToString(), StringComparison.Ordinal);
        Directory.CreateDirectory(In("mine"));
        File.WriteAllText(Path.Combine(In("mine"), "notes.txt"), "mine");
        Assert.Equal(2, Run(null, ["run", .. Cycling, "--resume", "--out", In("mine")]));
        Assert.Contains("holds no unfinished run", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Run(null, ["run", .. Cycling, "--force", "--out", In("mine")]));
        Assert.True(File.Exists(Path.Combine(In("mine"), "notes.txt")));
    }

    [Fact]
    public void An_accelerated_run_says_what_it_skipped_and_how_far_it_may_be_off()
    {
        string folder = In("fast");
        Assert.Equal(0, Run(null, ["run", "pvt-10cupcli", "--reduction", "single-particle", "--accelerate", "--out", folder, "--protocol", "Repeat 150 times: Discharge at 1C until 2.5 V; Charge at 1C until 3.8 V"]));
        JsonElement acceleration = Summary(folder).GetProperty("acceleration");
        int simulated = acceleration.GetProperty("simulated").GetInt32(), extrapolated = acceleration.GetProperty("extrapolated").GetInt32();
        Assert.Equal(150, simulated + extrapolated);
        Assert.True(simulated < 100, $"{simulated}");
        Assert.InRange(acceleration.GetProperty("estimated_error").GetProperty("value").GetDouble(), 0, 0.01);
        Assert.Contains($"{extrapolated} of 150 cycles were extrapolated", _out.ToString(), StringComparison.Ordinal);
        string[] rows = File.ReadAllLines(Path.Combine(folder, "cycles.csv"));
        Assert.Equal(152, rows.Length);
        int column = Array.IndexOf(rows[0].Split(','), "Simulated / 1");
        Assert.Equal(extrapolated, rows.Skip(1).Count(r => string.Equals(r.Split(',')[column], "0", StringComparison.Ordinal)));
        Assert.Contains("--accelerate", Summary(folder).GetProperty("command").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_say_what_has_aged_and_why_the_capacity_falls()
    {
        string folder = In("life");
        Assert.Equal(0, Run(null, ["run", .. Cycling, "--out", folder]));
        JsonElement summary = Summary(folder);
        Assert.Contains(summary.GetProperty("ageing").EnumerateArray(), c => string.Equals(c.GetProperty("name").GetString(), "interphase thickness", StringComparison.Ordinal));
        JsonElement why = summary.GetProperty("attribution");
        double causes = why.GetProperty("causes").EnumerateArray().Sum(c => c.GetProperty("gain").GetProperty("value").GetDouble());
        double lost = Of(why, "fresh") - Of(why, "aged");
        Assert.True(lost > 0, $"{lost} Ah");
        JsonElement first = why.GetProperty("causes").EnumerateArray().MaxBy(c => Of(c, "gain"));
        Assert.Equal(("cathode", "active material"), (first.GetProperty("place").GetString(), first.GetProperty("effect").GetString()));
        Assert.InRange(Math.Abs(lost - causes), 0, 0.05 * lost);
        Assert.Equal(40, summary.GetProperty("cycles").GetArrayLength());
        Assert.Contains("why the capacity falls", _out.ToString(), StringComparison.Ordinal);
        string page = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.Contains("id=\"life\"", page, StringComparison.Ordinal);
        Assert.Contains("data-figure=\"causes\"", page, StringComparison.Ordinal);
        string[] cycles = File.ReadAllLines(Path.Combine(folder, "cycles.csv"));
        Assert.Equal(42, cycles.Length);
        int efficiency = Array.IndexOf(cycles[0].Split(','), "Coulombic Efficiency / 1");
        double told = double.Parse(cycles[31].Split(',')[efficiency], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(told, Of(summary.GetProperty("cycles")[29], "coulombic_efficiency"), 1e-11);
        Assert.Equal(JsonValueKind.Null, summary.GetProperty("cycles")[0].GetProperty("coulombic_efficiency").GetProperty("value").ValueKind);
        Assert.StartsWith("Cycle Count / 1,Test Time / s,Discharging Capacity / Ah", cycles[0], StringComparison.Ordinal);
        Assert.Contains("anode: interphase thickness / um", cycles[0], StringComparison.Ordinal);

        static double Of(JsonElement element, string name) => element.GetProperty(name).GetProperty("value").GetDouble();
    }

    [Fact]
    public void A_cell_with_a_heat_balance_tells_its_abuse_index()
    {
        Assert.Equal(0, Run(null, ["run", "vcl3-halide", "--set", "heat.capacity=300 J/m2/K", "--set", "heat.transfer=10 W/m2/K", "--set", "heat.limit-temperature=80 degC", "--json", "--protocol", "Discharge at 1C until 2.2 V"]));
        JsonElement thermal = JsonDocument.Parse(_out.ToString()).RootElement.GetProperty("thermal");
        double index = thermal.GetProperty("abuse_index").GetProperty("value").GetDouble();
        Assert.Equal(thermal.GetProperty("peak_heat").GetProperty("value").GetDouble() / 550, index, 1e-9);
    }

    private string In(string name) => Path.Combine(_folder, name);

    private static JsonElement Summary(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "summary.json"))).RootElement;

    // Stops the run, as Ctrl-C does, in a cycle; null: never.
    private int Run(int? stopIn, string[] arguments)
    {
        using CancellationTokenSource stop = new();
        CliServices services = new() { Cells = new LibraryCells(), Out = _out, Error = _error, Interrupt = stop.Token };
        return CommandLine.Run(arguments, stopIn is not { } cycle ? services : services with
        {
            Simulate = (cell, protocol, options, _, journal, cancellation) => new CellSimulation(cell, protocol, options).Run(new StopAt(stop, cycle), journal, cancellation),
        });
    }

    private sealed class StopAt(CancellationTokenSource stop, int cycle) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value)
        {
            if (value.Cycle >= cycle)
            {
                stop.Cancel();
            }
        }
    }
}
