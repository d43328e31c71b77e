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
    private static readonly string Most = FormattableString.Invariant($"from 0 to {100 * CellSpread.Most:0} %");

    /// <summary>The spread that was asked for, over that of the cell's own stack.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="cell">The cell; null: it could not be read.</param>
    /// <param name="problems">Gets the mistakes in the options.</param>
    public static CellSpread Spread(RunRequest request, CellDescription? cell, List<string> problems)
    {
        // Without the cell the options are checked all the same.
        var own = cell is null ? new CellSpread(0, 0, 1) : CellLibrary.ConstructionOf(cell).Spread;
        return new CellSpread(
            Deviation("--spread-capacity", request.SpreadCapacity, Most, v => v <= CellSpread.Most, problems) ?? own.Capacity,
            Deviation("--spread-resistance", request.SpreadResistance, Most, v => v <= CellSpread.Most, problems) ?? own.Resistance,
            request.Seed ?? own.Seed)
        {
            Leak = Deviation("--spread-leak", request.SpreadLeak, "0 or more and below 100 %", v => v < 1, problems) ?? own.Leak,
        };
    }

    /// <summary>Runs, prints and writes.</summary>
    /// <returns>The exit code.</returns>
    public int Carry(RunRequest request, CellDescription cell, CellSpread spread, (RunInput Input, string Program) inputs, SimulationOptions options, (ResultFolder? Folder, CheckpointJournal? Journal) files)
    {
        SeriesResult result;
        try
        {
            var cells = SeriesStackSimulation.Spread(cell, request.Stack!.Value, spread);
            using var progress = services.Progress(request.Json);
            result = services.SimulateSeries(cells, inputs.Input.Protocol, options, progress, files.Journal, services.Interrupt);
        }
        catch (Exception e) when (CellRun.Problem(e) is { } problem)
        {
            return services.Refuse([problem], request.Json);
        }

        var record = new StackRecord(cell, result, spread, inputs.Input, inputs.Program);
        string summary = StackJson.Write(record);
        var written = CellRun.WriteFiles(services, () => files.Folder?.Write(
            [
                ("summary.json", summary), ("report.html", StackReport.Write(record)), ("input.yaml", inputs.Input.InputText),
                ("protocol.txt", inputs.Input.ProtocolText), .. inputs.Input.Profiles.Concat(inputs.Input.OtherFiles).Select(f => (f.Key, f.Value)),
            ],
            result.Status == SimulationStatus.Cancelled,
            ("series.csv", writer => StackCsv.Write(writer, result)),
            ("cycles.csv", writer => CyclesCsv.Write(writer, result))));
        if (request.Json)
        {
            services.Out.WriteLine(summary);
        }
        else
        {
            StackTables.Write(services.Console(), record);
        }

        return CellRun.End(services, request, written, result.Status, result.Reason);
    }

    private static double? Deviation(string option, string? text, string range, Func<double, bool> isWithin, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (!Quantity.TryParse(text, QuantityKinds.Number, out var share, out string error))
        {
            problems.Add($"{option}: {error}");
        }
        else if (share.Value >= 0 && isWithin(share.Value))
        {
            return share.Value;
        }
        else
        {
            problems.Add($"{option} {text}: a relative standard deviation, such as \"2 %\", must be {range}");
        }

        return 0;
    }
}
