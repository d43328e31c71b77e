using System.CommandLine;
using Ionolith.Library.Fitting;
using Ionolith.Library.Fitting.AgainstData;
using Ionolith.Materials.Laws.Fitting;
using Ionolith.Materials.Quantities;
using Ionolith.Numerics.Expressions;
using Ionolith.Numerics.Fitting;
using Ionolith.Reports.Files;
using Ionolith.Reports.Fitting;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>"fit": a property law fitted to a table of the user's.</summary>
internal static class FitCommand
{
    private const string Marker = "fit.json";

    private sealed record Request(string? Law, string? Table, string[] Held, double Confidence, string? Output, bool Force, bool Json);

    public static Command Make(CliServices services)
    {
        var law = new Argument<string?>("LAW") { Arity = ArgumentArity.ZeroOrOne, Description = "Name of the law; without one, the laws that can be fitted are listed" };
        var table = new Argument<string?>("TABLE") { Arity = ArgumentArity.ZeroOrOne, Description = "CSV file with headings, such as \"T [degC], sigma [mS/cm]\" or \"f [%], sigma [mS/cm]\"" };
        var held = new Option<string[]>("--fix")
        {
            HelpName = "KEY=VALUE",
            Description = "Hold a parameter, such as amorphous.t0=209K; may be given again",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var confidence = new Option<double?>("--confidence") { HelpName = "P", Description = "Probability of the intervals (0.95 if not given)" };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = $"Folder for {Marker}, fit.csv, law.yaml and report.html" };
        var force = CommonOptions.Force("the results that are in the folder");
        var json = CommonOptions.Json();
        var against = new Option<bool>("--against-data") { Description = "Compare the laws with the public data that come with Ionolith" };
        var page = new Option<string?>("--write") { HelpName = "FILE", Description = "With --against-data: write the comparison as a page, as docs/laws-against-data.md is" };
        var command = new Command("fit", "Fit a property law to a table of conductivities against temperature or volume fraction")
        {
            law, table, held, confidence, output, force, json, against, page,
        };
        command.SetAction(parsed => parsed.GetValue(against) ? AgainstData(services, parsed.GetValue(page), parsed.GetValue(json)) : Carry(services, new Request(
            parsed.GetValue(law), parsed.GetValue(table), parsed.GetValue(held) ?? [], parsed.GetValue(confidence) ?? 0.95,
            parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(json))));
        return command;
    }

    private static int Carry(CliServices services, Request request)
    {
        if (request.Law is null)
        {
            List(services, request.Json);
            return ExitCode.Done;
        }

        if (FittableLaws.Find(request.Law) is not { } law)
        {
            return services.Refuse([$"there is no law \"{request.Law}\" that can be fitted; {Names.Advice(request.Law, [.. FittableLaws.All.Select(l => l.Name)])}"], request.Json);
        }

        var problems = new List<string>();
        var held = Held(law, request.Held, problems);
        if (request.Confidence is not (> 0 and < 1))
        {
            problems.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"--confidence {request.Confidence}: expected a probability between 0 and 1, such as 0.95"));
        }

        var read = request.Table is null ? null : MeasuredTableReader.ReadFile(request.Table, law.Variable);
        problems.AddRange(read is null
            ? [$"the table is missing: ionolith fit {law.Name} TABLE.csv, with headings such as \"{MeasuredTableReader.Example(law.Variable)}\""]
            : read.Problems.Select(p => p.ToString()));
        if (problems.Count > 0 || read?.Table is not { } table)
        {
            return services.Refuse(problems, request.Json);
        }

        return services.Carry(new StudyOutput(request.Output, Marker, request.Force, request.Json), () =>
        {
            var record = Fit(law, table, held, request.Confidence);
            foreach (string warning in FitWords.Warnings(record.Fit))
            {
                services.Error.WriteLine($"warning: {warning}");
            }

            return new StudyResult(
                FitJson.Write(record),
                () => [("fit.csv", FitCsv.Write(record)), ("law.yaml", record.Fragment), ("report.html", FitReport.Write(record))],
                console => FitTables.Write(console, record));
        });
    }

    private static FitRecord Fit(FittableLaw law, MeasuredTable table, Dictionary<string, double> held, double confidence)
    {
        try
        {
            return FitRecord.Of(table, law.Fit([.. table.X], [.. table.Conductivities], held, confidence));
        }
        catch (Exception e) when (e is FitException or ArgumentException)
        {
            throw new ArgumentException($"{table.Name}: {e.Message}", nameof(table), e);
        }
    }

    private static int AgainstData(CliServices services, string? page, bool asJson)
    {
        if (page is not null)
        {
            try
            {
                File.WriteAllText(page, LawsAgainstData.Markdown());
                return ExitCode.Done;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return services.Refuse([$"--write: {page} cannot be written: {e.Message}"], asJson);
            }
        }

        var rows = LawsAgainstData.Rows();
        if (asJson)
        {
            services.Out.WriteLine(JsonWriting.Document(json => json.WriteObjects(null, rows, (writer, row) =>
            {
                writer.WriteString("law", row.Law);
                writer.WriteString("data", row.Data);
                writer.WriteNumber("series", row.Series);
                writer.WriteNumber("points", row.Points);
                writer.WriteNumber("parameters", row.Parameters);
                writer.WriteFinite("median_decades", row.Decades);
                writer.WriteFinite("nine_tenths_below", row.WorstDecile);
                writer.WriteString("says", row.Says);
            })));
            return ExitCode.Done;
        }

        var table = PlainTable.New("law", "data", "#series", "#points", "#decades", "what it says");
        foreach (var row in rows)
        {
            table.AddRow([.. ((string[])[row.Law, row.Data, $"{row.Series}", $"{row.Points}", row.Decades.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture), row.Says]).Select(Markup.Escape)]);
        }

        services.Console().Write(table);
        return ExitCode.Done;
    }

    private static Dictionary<string, double> Held(FittableLaw law, string[] settings, List<string> problems)
    {
        var held = new Dictionary<string, double>(StringComparer.Ordinal);
        string[] keys = [.. law.Parameters.Select(p => p.Key)];
        foreach (string setting in settings)
        {
            string[] sides = setting.Split('=', 2);
            if (sides.Length < 2)
            {
                problems.Add($"--fix {setting}: expected KEY=VALUE, such as {keys[0]}=\"{law.Parameters[0].Kind.Example}\"");
            }
            else if (law.Parameters.FirstOrDefault(p => string.Equals(p.Key, sides[0].Trim(), StringComparison.Ordinal)) is not { } parameter)
            {
                problems.Add($"--fix {setting}: {law.Noun} has no parameter \"{sides[0].Trim()}\"; {Names.Advice(sides[0].Trim(), keys)}");
            }
            else if (!Quantity.TryParse(sides[1], parameter.Kind, out var value, out string error))
            {
                problems.Add($"--fix {setting}: {error}");
            }
            else
            {
                held[parameter.Key] = value.Value;
            }
        }

        return held;
    }

    private static void List(CliServices services, bool asJson)
    {
        if (asJson)
        {
            services.Out.WriteLine(JsonWriting.Document(json => json.WriteObjects(null, FittableLaws.All, (writer, law) =>
            {
                writer.WriteString("law", law.Name);
                writer.WriteString("table", MeasuredTableReader.Example(law.Variable));
                writer.WriteStartArray("parameters");
                foreach (var p in law.Parameters)
                {
                    writer.WriteStringValue(p.Key);
                }

                writer.WriteEndArray();
            })));
            return;
        }

        var table = PlainTable.New("law", "table", "fitted", "held");
        foreach (var law in FittableLaws.All)
        {
            string of = law.Variable == FitVariable.Temperature ? "temperature" : $"fraction of {law.FractionOf}";
            table.AddRow(
                law.Name,
                of,
                string.Join(", ", law.Parameters.Where(p => !p.IsHeld && double.IsNaN(p.HeldAt)).Select(p => p.Key)),
                string.Join(", ", law.Parameters.Where(p => p.IsHeld || !double.IsNaN(p.HeldAt)).Select(p => p.Key)));
        }

        services.Console().Write(table);
        services.Out.WriteLine("'ionolith fit LAW TABLE.csv' fits one; '--fix KEY=VALUE' holds a parameter.");
    }
}
