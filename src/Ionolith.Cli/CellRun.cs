using System.Globalization;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Reports;
using Ionolith.Reports.Files;
using Ionolith.Reports.Html;
using Ionolith.Reports.Terminal;

namespace Ionolith.Cli;

/// <summary>Carries out "run": checks everything, opens the folder, runs, prints, writes.</summary>
internal sealed class CellRun(CliServices services)
{
    // What a protocol asks of a cell that this cell cannot do.
    private static IEnumerable<string> Contradictions(CellDescription cell, Protocol protocol) =>
    [
        .. PressureCheck.Problems(cell, protocol),
        .. TemperatureCheck.Problems(cell, protocol),
        .. Illumination.Problem(cell, protocol) is { } light ? [light] : Array.Empty<string>(),
        .. TerminationCheck.Problems(cell, protocol),
    ];

    public int Carry(RunRequest request)
    {
        var problems = request.Problems().ToList();
        var loaded = services.Cells.Load(request.Cell, [.. request.AllSettings.Where(s => s.IndexOf('=', StringComparison.Ordinal) > 0)]);
        problems.AddRange(loaded.Problems);
        var cell = WithOptions(loaded.Cell, request, problems);
        var protocol = ReadProtocol(request, loaded, problems);
        problems.AddRange(cell is null || protocol is null ? [] : Contradictions(cell, protocol));
        var spread = request.Stack is not null ? StackRun.Spread(request, cell, problems) : null;
        using var folder = OpenFolder(request, problems);
        if (problems.Count > 0 || cell is null || protocol is null)
        {
            return services.Refuse(problems, request.Json);
        }

        foreach (var warning in loaded.Warnings)
        {
            services.Error.WriteLine($"warning: {warning}");
        }

        if (request.Accelerate && AccelerationCheck.Obstacle(protocol) is { } obstacle)
        {
            services.Error.WriteLine($"warning: --accelerate: {obstacle}, so that every cycle will be simulated");
        }

        var input = new RunInput(loaded.InputText, protocol, loaded.OtherFiles, request.Words);
        using var journal = OpenJournal(request, folder, input, problems);
        if (spread is not null)
        {
            return problems.Count > 0 ? services.Refuse(problems, request.Json)
                : new StackRun(services).Carry(request, cell, spread, (input, Studies.ProgramName), Options(request, protocol), (folder, journal));
        }

        var result = problems.Count > 0 ? null : Run(request, cell, protocol, journal, problems);
        if (result is null)
        {
            return services.Refuse(problems, request.Json);
        }

        var run = new RunRecord { Result = result, InputText = loaded.InputText, Program = Studies.ProgramName, OptionWords = request.Words, OtherFiles = loaded.OtherFiles };
        var written = WriteFiles(services, () => folder?.Write(run, HtmlReport.Write(run)));
        Print(request, run);
        return End(services, request, written, result.Status, result.Reason);
    }

    /// <summary>What an error of a run tells a user who can mend it by another input; null: it is another kind of error.</summary>
    public static string? Problem(Exception error) => error is InvalidDataException
        ? $"--resume: the run cannot go on from its checkpoint: {error.Message}; --force begins anew"
        : Refusal.Problem(error);

    /// <summary>Tells where the files are and, on standard error, of a run that did not get to its end.</summary>
    /// <param name="services">What the command stands on.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="written">Exit code of files that could not be written; null: they are there, or none were wanted.</param>
    /// <param name="status">How the run ended.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The exit code.</returns>
    public static int End(CliServices services, RunRequest request, int? written, SimulationStatus status, string reason)
    {
        TellEnd(services, request, status, reason);
        if (written is null && !request.Json)
        {
            services.TellFolder(request.Output);
        }

        return written ?? (status is SimulationStatus.Completed or SimulationStatus.CellLimit ? ExitCode.Done : ExitCode.Failed);
    }

    /// <summary>Writes files; an exit code where that failed, after the result has been computed.</summary>
    public static int? WriteFiles(CliServices services, Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (ResultFolderException e)
        {
            services.Error.WriteLine($"error: {e.Message}");
            return ExitCode.Failed;
        }
    }

    private static CellDescription? WithOptions(CellDescription? cell, RunRequest request, List<string> problems)
    {
        if (request.Temperature is { } text)
        {
            problems.AddRange(ProtocolTemperature.Read(text, "--temperature", out var kelvin).Select(p => p.ToString()));
            cell = cell is null ? null : cell with { Temperature = kelvin };
        }

        return cell is not null && request.IsSingleParticle ? cell with { Mesh = cell.Mesh with { SingleParticle = true } } : cell;
    }

    private static Protocol? ReadProtocol(RunRequest request, LoadedCell loaded, List<string> problems)
    {
        var cell = loaded.Cell;
        if (request.ProtocolFile is null && request.ProtocolItems.Count == 0 && cell is null)
        {
            // Without the cell its own protocol is unknown, and its absence is no second mistake.
            return null;
        }

        var items = request.ProtocolItems.Count > 0 ? request.ProtocolItems : cell?.DefaultProtocol ?? [];
        if (request.ProtocolFile is null && items.Count == 0)
        {
            problems.Add("the cell has no protocol of its own: give one, such as --protocol \"Discharge at 1C until 2.5 V\"");
            return null;
        }

        // Of a cell with mistakes they are not known, which is no second mistake.
        var cutoffs = cell is null ? new CutoffVoltages(double.NaN, double.NaN) : CutoffVoltages.Of(cell);
        var parsed = request.ProtocolFile is { } file
            ? ProtocolParser.ParseFile(file, request.Until, cutoffs)
            : ProtocolParser.Parse(items, new ProtocolFiles(request.ProtocolItems.Count > 0 ? "" : loaded.Folder), request.Until, cutoffs);
        problems.AddRange(parsed.Problems.Select(p => p.ToString()));
        return parsed.Protocol;
    }

    private static ResultFolder? OpenFolder(RunRequest request, List<string> problems)
    {
        if (request.Output is null)
        {
            return null;
        }

        try
        {
            return ResultFolder.Open(request.Output, request.Force, resume: request.Resume);
        }
        catch (ResultFolderException e)
        {
            problems.Add($"--out: {e.Message}");
            return null;
        }
    }

    private CheckpointJournal? OpenJournal(RunRequest request, ResultFolder? folder, RunInput input, List<string> problems)
    {
        if (folder is null)
        {
            return null;
        }

        try
        {
            var journal = new CheckpointJournal(folder, input.Hash, Studies.ProgramName, request.Resume);
            if (request.Resume && !request.Json)
            {
                services.Error.WriteLine(journal.Resumed is { } checkpoint
                    ? string.Create(CultureInfo.InvariantCulture, $"going on after cycle {checkpoint.Cycle}, {Numbers.Duration(checkpoint.Time)}")
                    : "there is no interrupted run yet: from the beginning");
            }

            return journal;
        }
        catch (ResultFolderException e)
        {
            problems.Add($"--resume: {e.Message}");
            return null;
        }
    }

    private static SimulationOptions Options(RunRequest request, Protocol protocol)
    {
        var options = new SimulationOptions { Rows = request.KeptRows(protocol), Acceleration = request.Accelerate ? new Acceleration() : null };
        return request.RelativeTolerance is { } tolerance ? options with { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance / 100 } : options;
    }

    private SimulationResult? Run(RunRequest request, CellDescription cell, Protocol protocol, CheckpointJournal? journal, List<string> problems)
    {
        var options = Options(request, protocol);
        using var progress = services.Progress(request.Json);
        try
        {
            return services.Simulate(cell, protocol, options, progress, journal, services.Interrupt);
        }
        catch (Exception e) when (Problem(e) is { } problem)
        {
            problems.Add(problem);
            return null;
        }
    }

    private void Print(RunRequest request, RunRecord run)
    {
        if (request.Json)
        {
            using var stream = new MemoryStream();
            SummaryJson.Write(stream, run);
            services.Out.WriteLine(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        }
        else
        {
            ResultTables.Write(services.Console(), run.Result);
        }
    }

    private static void TellEnd(CliServices services, RunRequest request, SimulationStatus status, string reason)
    {
        if (status == SimulationStatus.Cancelled)
        {
            services.Error.WriteLine(request.Output is null || !File.Exists(Path.Combine(request.Output, "checkpoint"))
                ? "stopped by Ctrl-C: what was computed until then is kept"
                : "stopped by Ctrl-C: what was computed until then is kept; the same command with --resume goes on after the last finished cycle");
        }
        else if (status == SimulationStatus.Failed)
        {
            services.Error.WriteLine($"the run failed: {reason}");
        }
    }
}
