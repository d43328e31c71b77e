using System.CommandLine;
using System.Globalization;
using Ionolith.Benchmarks;
using Ionolith.Numerics.Expressions;
using Ionolith.Reports;
using Ionolith.Reports.Files;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>"bench": how fast and how accurate this machine computes.</summary>
internal static class BenchCommand
{
    public static Command Make(CliServices services)
    {
        var cases = new Argument<string[]>("CASE")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = $"Cases to measure: {string.Join(", ", BenchCases.Ids)}; all if none is given",
        };
        var json = CommonOptions.Json();
        var page = new Option<string?>("--write") { HelpName = "FILE", Description = "Write the rows as a page, as benchmarks/README.md is" };
        var command = new Command("bench", "Measure speed and accuracy; takes minutes without a case") { cases, json, page };
        command.SetAction(parsed => Measure(services, parsed.GetValue(cases) ?? [], parsed.GetValue(json), parsed.GetValue(page)));
        return command;
    }

    private static int Measure(CliServices services, string[] cases, bool asJson, string? page)
    {
        string[] unknown = [.. cases.Except(BenchCases.Ids, StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            return services.Refuse([.. unknown.Select(c => $"there is no case \"{c}\"; {Names.Advice(c, BenchCases.Ids)}")], asJson);
        }

        var rows = new List<BenchRow>();
        foreach (string id in cases.Length > 0 ? cases.Distinct(StringComparer.Ordinal) : BenchCases.Ids)
        {
            if (services.ErrorIsTerminal && !asJson)
            {
                services.Error.WriteLine($"measuring {id} ...");
            }

            rows.AddRange(RowsOf(id));
            if (services.Interrupt.IsCancellationRequested)
            {
                services.Error.WriteLine("stopped by Ctrl-C: the cases measured until then are shown");
                break;
            }
        }

        if (page is not null)
        {
            try
            {
                File.WriteAllText(page, BenchReport.Markdown(rows));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return services.Refuse([$"--write: {page} cannot be written: {e.Message}"], asJson);
            }
        }

        if (asJson)
        {
            services.Out.WriteLine(JsonWriting.Document(json => json.WriteObjects(null, rows, Write)));
        }
        else
        {
            Print(services, rows);
        }

        return services.Interrupt.IsCancellationRequested ? ExitCode.Failed : ExitCode.Done;
    }

    private static IEnumerable<BenchRow> RowsOf(string id) => id switch
    {
        LongRuns.CyclesId => [LongRuns.Cycles()],
        LongRuns.SweepId => [LongRuns.Sweep()],
        VoxelCase.Id => [VoxelCase.Measure()],
        ColdStart.Id => [ColdStart.Measure()],
        LawFits.Id => LawFits.Measure(),
        CriticalCurrentMap.Id => [CriticalCurrentMap.Measure()],
        AcceleratedRuns.Id => AcceleratedRuns.Measure(),
        WorkPrecision.Id => WorkPrecision.Measure(),
        _ => [Discharge.Measure(BenchCases.Discharges.Single(d => string.Equals(d.Id, id, StringComparison.Ordinal)))],
    };

    private static void Write(System.Text.Json.Utf8JsonWriter json, BenchRow row)
    {
        json.WriteString("case", row.Case);
        json.WriteString("what", row.What);
        json.WriteNumber("states", row.States);
        json.WriteNumber("rtol", row.RelativeTolerance);
        json.WriteNumber("atol", row.AbsoluteTolerance);
        json.WriteNumber("steps", row.Steps);
        json.WriteNumber("newton", row.Newton);
        json.WriteFinite("median_ms", row.MedianMilliseconds);
        json.WriteFinite("error", row.Error);
        json.WriteString("note", row.Note);
    }

    private static void Print(CliServices services, List<BenchRow> rows)
    {
        var console = services.Console();
        var table = PlainTable.New("case", "what", "#states", "#rtol", "#steps", "#Newton", "#median / ms", "#error / mV", "note");
        foreach (var row in rows)
        {
            table.AddRow(
                row.Case,
                Markup.Escape(row.What),
                row.States.ToString(CultureInfo.InvariantCulture),
                row.RelativeTolerance.ToString("0e0", CultureInfo.InvariantCulture),
                row.Steps.ToString(CultureInfo.InvariantCulture),
                row.Newton.ToString(CultureInfo.InvariantCulture),
                Numbers.Text(row.MedianMilliseconds, 3),
                Numbers.Text(row.Error, 2),
                Markup.Escape(row.Note));
        }

        console.Write(table);
        services.Out.WriteLine("Error: largest difference of the voltage from the converged solution; benchmarks/README.md says how all of this is measured.");
    }
}
