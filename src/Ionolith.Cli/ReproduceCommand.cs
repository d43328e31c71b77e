using System.CommandLine;
using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Numerics.Expressions;
using Ionolith.Reports.Files;
using Ionolith.Reports.Reproduction;
using Ionolith.Reports.Terminal;

namespace Ionolith.Cli;

/// <summary>"reproduce": computes what the systems of the review are reported to do.</summary>
internal static class ReproduceCommand
{
    private const string Marker = "reproduction.json";

    private sealed record Request(string[] Ids, bool Fit, string? Output, bool Force, bool Json, int? Threads, string? Page, string? Check);

    public static Command Make(CliServices services)
    {
        var ids = new Argument<string[]>("ID")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "System, system/claim, or a system file of your own; the whole review if none is given",
        };
        var fit = new Option<bool>("--fit") { Description = "Fit the calibrated values again and show them beside those of the files" };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = $"Folder for {Marker}, report.html and the curves" };
        var force = CommonOptions.Force("the results that are in the folder");
        var json = CommonOptions.Json();
        var threads = new Option<int?>("--threads") { HelpName = "N", Description = "Most threads; all cores if not given" };
        var page = new Option<string?>("--write") { HelpName = "FILE", Description = "Write the whole table as a page, as docs/reproduction.md is" };
        var check = new Option<string?>("--check") { HelpName = "FILE", Description = "Compare such a page with what is computed; fails where they differ" };
        var command = new Command("reproduce", "Compute the claims of the review: reported, computed, deviation, role, what it hangs on") { ids, fit, output, force, json, threads, page, check };
        command.SetAction(parsed => Reproduce(services, new Request(
            parsed.GetValue(ids) ?? [], parsed.GetValue(fit), parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(json), parsed.GetValue(threads), parsed.GetValue(page),
            parsed.GetValue(check))));
        return command;
    }

    private static int Reproduce(CliServices services, Request request)
    {
        var problems = new List<string>();
        var rows = Rows(request.Ids, problems);
        if (request.Threads is < 1)
        {
            problems.Add($"--threads {request.Threads}: the number of threads must be 1 or more");
        }

        if (request.Force && request.Output is null)
        {
            problems.Add("--force: it belongs to --out, which is not given");
        }

        if (problems.Count == 0 && request.Check is not null && CannotBeChecked(request.Check, rows) is { } cannot)
        {
            problems.Add(cannot);
        }

        if (problems.Count > 0)
        {
            return services.Refuse(problems, request.Json);
        }

        return services.Guard(request.Json, () => request.Fit ? Fit(services, rows) : Compute(services, request, rows));
    }

    private static int Compute(CliServices services, Request request, IReadOnlyList<ClaimRow> rows)
    {
        using var folder = request.Output is null ? null : ResultFolder.Open(request.Output, request.Force, Marker);
        int threads = request.Threads ?? Environment.ProcessorCount;
        IReadOnlyList<ClaimResult> results;
        IReadOnlyList<SystemStudy> studies = [];
        using (var progress = services.Progress(request.Json))
        {
            results = ReproductionRun.Compute(rows, new ReproductionOptions { Threads = threads }, progress is null ? null : new WorkCount(progress), services.Interrupt);
            if (folder is not null)
            {
                var laboratory = new Laboratory(services.Interrupt);
                studies = [.. rows.Select(r => r.System).Distinct().Select(s => SystemStudy.Of(s, laboratory, threads, services.Interrupt))];
            }
        }

        folder?.Write([(Marker, ReproductionJson.Write(results)), ("report.html", ReproductionReport.Write(results, studies)), .. CurvesCsv.Write(studies)]);
        if (request.Page is not null && WritePage(services, request, ReproductionMarkdown.Write(results)) is { } refused)
        {
            return refused;
        }

        if (request.Json)
        {
            services.Out.WriteLine(ReproductionJson.Write(results));
        }
        else
        {
            ReproductionTables.Write(services.Console(), results);
            services.TellFolder(request.Output);
        }

        bool differs = request.Check is not null && !Matches(services, request.Check, results);
        return differs || results.Any(r => r.State.Status == ClaimStatus.Failed) ? ExitCode.Failed : ExitCode.Done;
    }

    private static int Fit(CliServices services, IReadOnlyList<ClaimRow> rows)
    {
        var laboratory = new Laboratory(services.Interrupt);
        var fits = ClaimFit.Fit(rows, laboratory);
        if (fits.Count == 0)
        {
            services.Out.WriteLine("None of these claims is both calibrated and computed: there is nothing to fit.");
            return ExitCode.Done;
        }

        ReproductionTables.Write(services.Console(), fits);
        return fits.All(f => f.Problem.Length == 0) ? ExitCode.Done : ExitCode.Failed;
    }

    // Told before minutes are spent on computing.
    private static string? CannotBeChecked(string file, IReadOnlyList<ClaimRow> rows)
    {
        if (!File.Exists(file))
        {
            return $"--check: there is no file {file}";
        }

        try
        {
            return File.ReadAllText(file).ReplaceLineEndings("\n").StartsWith(ReproductionMarkdown.Head(rows), StringComparison.Ordinal) ? null
                : $"--check: {file} was not made of these claims; its second line of text says of which";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"--check: {file} cannot be read";
        }
    }

    private static int? WritePage(CliServices services, Request request, string text)
    {
        try
        {
            File.WriteAllText(request.Page!, text);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return services.Refuse([$"--write: {request.Page} cannot be written: {e.Message}"], request.Json);
        }
    }

    private static bool Matches(CliServices services, string file, IReadOnlyList<ClaimResult> results)
    {
        try
        {
            if (WrittenText.FirstDifference(File.ReadAllText(file), ReproductionMarkdown.Write(results)) is not { } difference)
            {
                return true;
            }

            services.Error.WriteLine($"error: {file} is not what is computed; {difference}");
            services.Error.WriteLine($"'ionolith reproduce --write {file}' writes it anew.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            services.Error.WriteLine($"error: --check: {file} cannot be read: {e.Message}");
        }

        return false;
    }

    private static List<ClaimRow> Rows(string[] ids, List<string> problems)
    {
        var all = ReviewLibrary.List();
        if (ids.Length == 0)
        {
            return [.. all];
        }

        var rows = new List<ClaimRow>();
        foreach (string id in ids.Distinct(StringComparer.Ordinal))
        {
            var found = all.Where(r => string.Equals(r.Id, id, StringComparison.Ordinal) || string.Equals(r.System.Id, id, StringComparison.Ordinal)).ToList();
            if (found.Count == 0 && (Path.HasExtension(id) || File.Exists(id)) && !all.Any(r => id.StartsWith(r.System.Id + "/", StringComparison.Ordinal)))
            {
                var read = ReviewLibrary.LoadSystem(id);
                problems.AddRange(read.Problems.Select(p => p.ToString()));
                found = [.. (read.System?.Claims ?? []).Select(c => new ClaimRow(read.System!, c))];
            }
            else if (found.Count == 0)
            {
                string[] known = [.. id.Contains('/', StringComparison.Ordinal) ? all.Select(r => r.Id) : all.Select(r => r.System.Id).Distinct(StringComparer.Ordinal)];
                string advice = Names.Nearest(id, known) is { } near ? $"did you mean \"{near}\"?" : "'ionolith list claims' lists all";
                problems.Add($"there is no system, claim or file \"{id}\"; {advice}");
            }

            rows.AddRange(found.Where(r => !rows.Exists(k => ReferenceEquals(k.Claim, r.Claim))));
        }

        return rows;
    }

    /// <summary>Tells the terminal how much is done.</summary>
    private sealed class WorkCount(ProgressLine line) : IProgress<ReproductionProgress>
    {
        public void Report(ReproductionProgress value) => line.Report($"{value.Done} of {value.Total}: {value.Claim}  [Ctrl-C stops]");
    }
}
