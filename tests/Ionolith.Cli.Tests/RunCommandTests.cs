using System.Text.Json;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Reports.Tests;
using Xunit;

namespace Ionolith.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ionolith-cli").FullName;
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly FakeCells _cells = new();
    private (CellDescription Cell, Protocol Protocol, SimulationOptions Options)? _asked;
    private SimulationStatus _status = SimulationStatus.Completed;

    private string Output => Path.Combine(_folder, "results");

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_run_prints_its_tables_and_writes_its_files()
    {
        Assert.Equal(0, Run("run", "sample", "--protocol", "Discharge at 1C until 2.8 V", "--out", Output));
        Assert.Contains("what costs voltage", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("report.html", _out.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Output, "report.html")));
        Assert.Equal("cell: sample\n", File.ReadAllText(Path.Combine(Output, "input.yaml")));
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public void Options_reach_the_run()
    {
        Assert.Equal(0, Run(
            "run", "sample", "--protocol", "Rest for 1 h", "--protocol", "Repeat 2 times: Discharge at 1C until 3 V; Charge at 1C until 4.2 V", "--set", "separator.thickness=30um", "--set", "a=b",
            "--temperature", "60 degC", "--until", "80 % capacity", "--rtol", "1e-6", "--reduction", "single-particle", "--leak", "1 Mohm cm2"));
        Assert.Equal("separator.thickness=30um a=b leak-resistance=1 Mohm cm2", string.Join(' ', _cells.Settings));
        Assert.Equal(2, _asked!.Value.Protocol.Cycles.Count);
        Assert.Equal(TerminationKind.CapacityShare, Assert.Single(_asked.Value.Protocol.Termination).Kind);
        Assert.Equal(333.15, _asked.Value.Cell.Temperature, 1e-9);
        Assert.True(_asked.Value.Cell.Mesh.SingleParticle);
        Assert.Equal((1e-6, 1e-8), (_asked.Value.Options.RelativeTolerance, _asked.Value.Options.AbsoluteTolerance));
    }

    [Fact]
    public void The_protocol_comes_from_a_file_or_from_the_cell_where_none_is_given()
    {
        var file = Path.Combine(_folder, "cycling.txt");
        File.WriteAllText(file, "Repeat 3 times:\n  Charge at 1C until 4.2 V\n  Discharge at 1C until 2.8 V\n");
        Assert.Equal(0, Run("run", "sample", "--protocol-file", file));
        Assert.Equal(3, _asked!.Value.Protocol.CycleCount);
        Assert.Equal(0, Run("run", "with-default"));
        Assert.Equal("Discharge at C/2 until 3 V", _asked.Value.Protocol.Cycles[0].Steps[0].Text);
        Assert.Equal(2, Run("run", "sample"));
        Assert.Contains("the cell has no protocol of its own", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_document_and_nothing_else()
    {
        Assert.Equal(0, Run("run", "sample", "--protocol", "Discharge at 1C until 2.8 V", "--json", "--out", Output));
        var json = JsonDocument.Parse(_out.ToString()).RootElement;
        Assert.Equal("sample-polymer-nmc", json.GetProperty("cell").GetString());
        Assert.Equal("completed", json.GetProperty("status").GetString());
        Assert.Equal(File.ReadAllText(Path.Combine(Output, "summary.json")), _out.ToString().TrimEnd());
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public void Every_mistake_is_told_at_once_and_nothing_is_written()
    {
        Assert.Equal(2, Run(
            "run", "smaple", "--protocol", "Dischrage at 1C until 2.8 V", "--temperature", "60", "--rtol", "2", "--seed", "7", "--reduction", "spm", "--rows", "some",
            "--set", "thickness", "--until", "5 W", "--out", Output));
        var text = _error.ToString();
        foreach (var part in (string[])["unknown cell 'smaple'", "did you mean 'Discharge'?", "--temperature, column", "--rtol 2", "--seed: it belongs to --stack, which is not given", "--reduction spm", "--rows some", "--set thickness", "until 1, column 1"])
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.Null(_asked);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void Mistakes_are_a_json_document_where_json_was_asked_for()
    {
        Assert.Equal(2, Run("run", "sample", "--protocol", "Discharge at 1C", "--json"));
        var json = JsonDocument.Parse(_out.ToString()).RootElement;
        Assert.Equal("bad-input", json.GetProperty("status").GetString());
        Assert.Contains("this step has no end", json.GetProperty("problems")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fly", "fly")]
    [InlineData("run")]
    [InlineData("run", "sample", "--portocol", "x")]
    [InlineData("run", "sample", "--rtol", "small")]
    [InlineData("run", "sample", "--protocol", "Rest for 1 h", "--force")]
    [InlineData("run", "sample", "--protocol", "Rest for 1 h", "--protocol-file", "x")]
    public void Wrong_words_end_with_code_2_and_a_message(params string[] arguments)
    {
        Assert.Equal(2, Run(arguments));
        Assert.NotEmpty(_error.ToString());
        Assert.Null(_asked);
    }

    [Fact]
    public void A_mistyped_option_is_named_with_the_one_that_was_meant()
    {
        Assert.Equal(2, Run("run", "sample", "--protocl", "Rest for 1 h"));
        Assert.StartsWith("error: unknown option '--protocl' (did you mean '--protocol'?)", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_out.ToString());
    }

    [Fact]
    public void Help_names_every_option()
    {
        Assert.Equal(0, Run("run", "--help"));
        foreach (var option in (string[])["--protocol", "--protocol-file", "--set", "--temperature", "--until", "--out", "--force", "--json", "--seed", "--rtol", "--reduction"])
        {
            Assert.Contains(option, _out.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Existing_results_are_kept_without_force_and_told_before_the_run()
    {
        Assert.Equal(0, Run("run", "sample", "--protocol", "Rest for 1 h", "--out", Output));
        _asked = null;
        Assert.Equal(2, Run("run", "sample", "--protocol", "Rest for 1 h", "--out", Output));
        Assert.Null(_asked);
        Assert.Equal(0, Run("run", "sample", "--protocol", "Rest for 1 h", "--out", Output, "--force"));
    }

    [Theory]
    [InlineData(SimulationStatus.Completed, 0, "")]
    [InlineData(SimulationStatus.CellLimit, 0, "")]
    [InlineData(SimulationStatus.Failed, 1, "the run failed: The protocol was carried out.")]
    [InlineData(SimulationStatus.Cancelled, 1, "stopped by Ctrl-C: what was computed until then is kept")]
    public void The_exit_code_tells_how_the_run_ended_and_what_was_computed_is_kept(SimulationStatus status, int code, string message)
    {
        _status = status;
        Assert.Equal(code, Run("run", "sample", "--protocol", "Rest for 1 h", "--out", Output));
        Assert.Equal(message, _error.ToString().Trim());
        Assert.True(File.Exists(Path.Combine(Output, "series.csv")));
    }

    [Theory]
    [InlineData(OutputRows.Every, "200")]
    [InlineData(OutputRows.StepEnds, "201")]
    [InlineData(OutputRows.Every, "201", "--rows", "every")]
    [InlineData(OutputRows.Summary, "2", "--rows", "summary")]
    public void Of_many_cycles_only_the_ends_of_steps_are_kept_unless_asked_otherwise(OutputRows rows, string cycles, params string[] more)
    {
        Assert.Equal(0, Run(["run", "sample", "--protocol", $"Repeat {cycles} times: Rest for 1 h", .. more]));
        Assert.Equal(rows, _asked!.Value.Options.Rows);
    }

    [Fact]
    public void A_real_run_can_be_repeated_from_its_folder()
    {
        string[] protocol = ["Discharge at 0.5C until 3.2 V or 50 % capacity", "Rest for 10 min", "Charge at 1 mA/cm2 until 4 V"];
        Assert.Equal(0, Run(["run", "runnable", .. protocol.SelectMany(p => (string[])["--protocol", p]), "--out", Output], real: true));
        var first = JsonDocument.Parse(File.ReadAllText(Path.Combine(Output, "summary.json"))).RootElement;
        Assert.Equal("completed", first.GetProperty("status").GetString());
        Assert.Equal(0.5e-3, first.GetProperty("capacity").GetProperty("value").GetDouble(), 1e-5);
        Assert.Contains("Plotly", File.ReadAllText(Path.Combine(Output, "report.html")), StringComparison.Ordinal);

        _out.GetStringBuilder().Clear();
        Assert.Equal(0, Run(["run", "runnable", "--protocol-file", Path.Combine(Output, "protocol.txt"), "--json"], real: true));
        var again = JsonDocument.Parse(_out.ToString()).RootElement;
        Assert.Equal(first.GetProperty("input_hash").GetString(), again.GetProperty("input_hash").GetString());
        Assert.Equal(first.GetProperty("energy").GetProperty("value").GetDouble(), again.GetProperty("energy").GetProperty("value").GetDouble());
    }

    [Fact]
    public void A_library_cell_with_settings_can_be_repeated_by_the_command_in_its_summary()
    {
        var services = new CliServices { Cells = new LibraryCells(), Out = _out, Error = _error };
        Assert.Equal(0, CommandLine.Run(
            ["run", "vcl3-halide", "--protocol", "Discharge at 0.5C until 2.3 V", "--set", "sulfide-separator.thickness=120 um", "--temperature", "40 degC", "--out", Output], services));
        var first = JsonDocument.Parse(File.ReadAllText(Path.Combine(Output, "summary.json"))).RootElement;
        var command = first.GetProperty("command").GetString()!;
        Assert.Equal("ionolith run input.yaml --protocol-file protocol.txt --set 'sulfide-separator.thickness=120 um' --temperature '40 degC'", command);
        _out.GetStringBuilder().Clear();
        Assert.Equal(0, CommandLine.Run(
            ["run", Path.Combine(Output, "input.yaml"), "--protocol-file", Path.Combine(Output, "protocol.txt"), "--set", "sulfide-separator.thickness=120 um", "--temperature", "40 degC", "--json"], services));
        var again = JsonDocument.Parse(_out.ToString()).RootElement;
        Assert.Equal(first.GetProperty("input_hash").GetString(), again.GetProperty("input_hash").GetString());
        Assert.Equal(first.GetProperty("energy").GetProperty("value").GetDouble(), again.GetProperty("energy").GetProperty("value").GetDouble());
        Assert.True(File.Exists(Path.Combine(Output, "inputs", "materials", "vcl3.yaml")));
    }

    private int Run(params string[] arguments) => Run(arguments, real: false);

    private int Run(string[] arguments, bool real)
    {
        var services = new CliServices { Cells = _cells, Out = _out, Error = _error };
        return CommandLine.Run(arguments, real ? services : services with { Simulate = Simulated });
    }

    private SimulationResult Simulated(
        CellDescription cell, Protocol protocol, SimulationOptions options, IProgress<SimulationProgress>? progress, IRunJournal? journal, CancellationToken cancellation)
    {
        _asked = (cell, protocol, options);
        return SampleRun.Discharge().Result with { Protocol = protocol, Options = options, Status = _status };
    }
}
