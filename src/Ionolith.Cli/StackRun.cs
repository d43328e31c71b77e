using Ionolith.Cells.Design;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library;
using Ionolith.Materials.Quantities;
using Ionolith.Reports;
using Ionolith.Reports.Files;
using Ionolith.Reports.Stacks;
using Ionolith.Reports.Terminal;

namespace Ionolith.Cli;

/// <summary>Carries out "run --stack N": cells in one bipolar stack.</summary>
internal sealed class StackRun(CliServices services)
{
    /// <summary>The spread that was asked for, over that of the cell's own stack.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="problems">Gets the mistakes in the options.</param>
    public static CellSpread Spread(RunRequest request, CellDescription cell, List<string> problems)
    {
        var own = CellLibrary.ConstructionOf(cell).Spread;
        return new CellSpread(
            Deviation("--spread-capacity", request.SpreadCapacity, problems) ?? own.Capacity,
            Deviation("--spread-resistance", request.SpreadResistance, problems) ?? own.Resistance,
            request.Seed ?? own.Seed)
        {
            Leak = Deviation("--spread-leak", request.SpreadLeak, problems) ?? 0,
        };
    }

    /// <summary>The cell with the leak that was asked for.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="problems">Gets the mistakes in the option.</param>
    public static CellDescription WithLeak(RunRequest request, CellDescription cell, List<string> problems)
    {
        if (request.Leak is not { } text)
        {
            return cell;
        }

        if (!Quantity.TryParse(text, QuantityKinds.ArealResistance, out var leak, out string error))
        {
            problems.Add($"--leak: {error}");
        }
        else if (!(leak.Value > 0))
        {
            problems.Add($"--leak: must be positive but is {text}");
        }
        else
        {
            return cell with { LeakResistance = leak.Value };
        }

        return cell;
    }

    /// <summary>Runs, prints and writes.</summary>
    /// <returns>The exit code.</returns>
    public int Carry(RunRequest request, CellDescription cell, CellSpread spread, (RunInput Input, string Program) inputs, SimulationOptions options, (ResultFolder? Folder, CheckpointJournal? Journal) files)
    {
        SeriesResult result;
        try
        {
            var cells = SeriesStackSimulation.Spread(cell, request.Stack!.Value, spread);
            using var progress = services.ErrorIsTerminal && !request.Json ? new ProgressLine(services.Error, services.Width) : null;
            result = services.SimulateSeries(cells, inputs.Input.Protocol, options, progress, files.Journal, services.Interrupt);
        }
        catch (InvalidDataException e)
        {
            return services.Refuse([$"--resume: the run cannot go on from its checkpoint: {e.Message}; --force begins anew"], request.Json);
        }
        catch (ResultFolderException e)
        {
            return services.Refuse([$"--out: {e.Message}"], request.Json);
        }
        catch (ArgumentException e)
        {
            return services.Refuse([e.Message.Split(" (Parameter", 2)[0]], request.Json);
        }

        var record = new StackRecord(cell, result, spread, inputs.Input, inputs.Program);
        string summary = StackJson.Write(record);
        try
        {
            files.Folder?.Write(
            [
                ("summary.json", summary), ("series.csv", StackCsv.Write(result)), ("report.html", StackReport.Write(record)), ("input.yaml", inputs.Input.InputText),
                ("protocol.txt", inputs.Input.ProtocolText), .. inputs.Input.Profiles.Concat(inputs.Input.OtherFiles).Select(f => (f.Key, f.Value)),
            ], result.Status == SimulationStatus.Cancelled);
        }
        catch (ResultFolderException e)
        {
            services.Error.WriteLine($"error: {e.Message}");
            return ExitCode.Failed;
        }

        if (request.Json)
        {
            services.Out.WriteLine(summary);
        }
        else
        {
            StackTables.Write(ResultConsole.On(services.Out, services.OutIsTerminal, services.Width), record);
            if (files.Folder is not null)
            {
                services.Out.WriteLine($"results in {request.Output}; open {Path.Combine(request.Output!, "report.html")} in a browser");
            }
        }

        CellRun.TellEnd(services, request, result.Status, result.Reason);
        return result.Status is SimulationStatus.Completed or SimulationStatus.CellLimit ? ExitCode.Done : ExitCode.Failed;
    }

    private static double? Deviation(string option, string? text, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (!Quantity.TryParse(text, QuantityKinds.Number, out var share, out string error))
        {
            problems.Add($"{option}: {error}");
        }
        else if (share.Value is >= 0 and < 1)
        {
            return share.Value;
        }
        else
        {
            problems.Add($"{option} {text}: a relative standard deviation, such as \"2 %\", must be from 0 to below 100 %");
        }

        return 0;
    }
}
