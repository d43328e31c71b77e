using System.CommandLine;
using Ionolith.Cells.Stack;
using Ionolith.Library.Comparison;
using Ionolith.Materials.Quantities;
using Ionolith.Numerics.Expressions;
using Ionolith.Reports.Comparison;
using Ionolith.Reports.Files;
using Ionolith.Reports.Html;
using Ionolith.Reports.Terminal;

namespace Ionolith.Cli;

/// <summary>"compare": all electrolytes, or all cathodes, in one and the same cell.</summary>
internal static class CompareCommand
{
    private const string StandardCell = "standard-lfp";
    private const string Marker = "comparison.json";

    private static readonly string[] Subjects = ["electrolytes", "cathodes"];

    private sealed record Request(
        string What, string Cell, string[] Settings, string[] Only, string[] With, string? Rates, string? Thicknesses, string? Temperatures,
        string? Output, bool Force, bool Json, int? Threads);

    public static Command Make(CliServices services)
    {
        var what = new Argument<string>("WHAT") { Description = "electrolytes or cathodes" };
        var cell = new Option<string?>("--cell") { HelpName = "CELL", Description = $"The common cell: library id or file ({StandardCell} if not given)" };
        var set = CommonOptions.Many("--set", "PATH=VALUE", "Change of the common cell, such as cathode.porosity=0.1; may be given again");
        var only = CommonOptions.Many("--only", "ID", "Compare only this material; may be given again");
        var with = CommonOptions.Many("--with", "MATERIAL", "Compare this material too: library id or file; may be given again");
        var rates = CommonOptions.One("--rate", "LIST", "C-rates, such as \"C/5, 1C, 10C\"");
        var thicknesses = CommonOptions.One("--thickness", "LIST", "Separator thicknesses, such as \"10 um, 50 um\"");
        var temperatures = CommonOptions.One("--temperature", "LIST", "Temperatures, such as \"0 degC, 25 degC, 60 degC\"");
        var output = CommonOptions.One("--out", "DIR", $"Folder for {Marker}, comparison.csv and report.html");
        var force = CommonOptions.Force("the results that are in the folder");
        var json = CommonOptions.Json();
        var threads = new Option<int?>("--threads") { HelpName = "N", Description = "Most threads; all cores if not given" };
        var command = new Command("compare", "Compare all electrolytes or cathodes of the review in the same cell")
        {
            what, cell, set, only, with, rates, thicknesses, temperatures, output, force, json, threads,
        };
        command.SetAction(parsed => Compare(services, new Request(
            parsed.GetValue(what)!, parsed.GetValue(cell) ?? StandardCell, parsed.GetValue(set) ?? [], parsed.GetValue(only) ?? [], parsed.GetValue(with) ?? [],
            parsed.GetValue(rates), parsed.GetValue(thicknesses), parsed.GetValue(temperatures),
            parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(json), parsed.GetValue(threads))));
        return command;
    }

    private static int Compare(CliServices services, Request request)
    {
        if (!Subjects.Contains(request.What, StringComparer.Ordinal))
        {
            return services.Refuse([$"\"{request.What}\" cannot be compared; {Names.Advice(request.What, Subjects)}"], request.Json);
        }

        var problems = new List<string>();
        problems.AddRange(request.Settings.Where(s => s.IndexOf('=', StringComparison.Ordinal) < 1)
            .Select(s => $"--set {s}: expected PATH=VALUE, such as separator.tortuosity.factor=2"));
        var loaded = services.Cells.Load(request.Cell, [.. request.Settings.Where(s => s.IndexOf('=', StringComparison.Ordinal) > 0)]);
        problems.AddRange(loaded.Problems);
        var conditions = Conditions(request, loaded.Cell, problems);
        if (request.Threads is < 1)
        {
            problems.Add($"--threads {request.Threads}: the number of threads must be 1 or more");
        }

        if (problems.Count > 0 || loaded.Cell is not { } cell)
        {
            return services.Refuse(problems, request.Json);
        }

        var subject = request.What is "electrolytes" ? ComparisonSubject.Electrolytes : ComparisonSubject.Cathodes;
        var candidates = CandidatesOf(subject, cell, request);
        if (candidates.Problems.Count > 0 && (candidates.Candidates.Count == 0 || request.Only.Length + request.With.Length > 0))
        {
            // What the user named must be there; what the library holds and does not fit is only told.
            return services.Refuse(candidates.Problems, request.Json);
        }

        return Run(services, request, subject, new ComparisonStudy(cell, candidates.Candidates, conditions), candidates.Problems);
    }

    private static int Run(
        CliServices services, Request request, ComparisonSubject subject, ComparisonStudy study, IReadOnlyList<string> problems)
    {
        return services.Carry(new StudyOutput(request.Output, Marker, request.Force, request.Json), () =>
        {
            ComparisonResult result;
            using (var progress = services.Progress(request.Json))
            {
                result = study.Run(request.Threads ?? Environment.ProcessorCount, progress is null ? null : new RunCount(progress), services.Interrupt);
            }

            return new StudyResult(
                ComparisonJson.Write(subject, result, problems),
                () => [("comparison.csv", ComparisonCsv.Write(result)), ("report.html", ComparisonReport.Write(subject, result, problems))],
                console =>
                {
                    ComparisonTables.Write(console, subject, result);
                    foreach (string problem in problems)
                    {
                        services.Out.WriteLine($"Not compared: {problem}");
                    }
                });
        });
    }

    private static CandidateList CandidatesOf(ComparisonSubject subject, CellDescription cell, Request request)
    {
        IEnumerable<string> All() => subject is ComparisonSubject.Electrolytes ? ComparedElectrolytes.OfTheReview() : ComparedCathodes.OfTheReview();
        string[] names = [.. request.Only.Length > 0 ? request.Only : All(), .. request.With];
        return subject is ComparisonSubject.Electrolytes ? ComparedElectrolytes.Of(cell, names) : ComparedCathodes.Of(cell, names);
    }

    private static ComparisonConditions Conditions(Request request, CellDescription? cell, List<string> problems)
    {
        var standard = new ComparisonConditions();
        var rates = QuantityList.ReadRates("--rate", request.Rates, problems);
        var thicknesses = QuantityList.Read("--thickness", request.Thicknesses, QuantityKinds.Length, problems);
        var temperatures = QuantityList.Read("--temperature", request.Temperatures, QuantityKinds.Temperature, problems);
        problems.AddRange(thicknesses.Where(t => !(t > 0)).Select(t => FormattableString.Invariant($"--thickness: must be positive but one is {t * 1e6:G6} um")));
        problems.AddRange(temperatures.Where(t => !(t > 0)).Select(t => FormattableString.Invariant($"--temperature: must be above absolute zero but one is {t - 273.15:G6} degC")));
        double own = cell?.SeparatorThickness() ?? 25e-6, at = cell?.Temperature ?? 298.15;
        return new ComparisonConditions
        {
            Rates = rates.Count > 0 ? rates : standard.Rates,
            Thicknesses = thicknesses.Count > 0 ? thicknesses : [own, 4 * own],
            Temperatures = temperatures.Count > 0 ? temperatures : [at - 25, at, at + 35],
        };
    }

    /// <summary>Tells the terminal how many runs are done.</summary>
    private sealed class RunCount(ProgressLine line) : IProgress<ComparisonProgress>
    {
        public void Report(ComparisonProgress value) => line.Report($"{value.Done} of {value.Total} runs  [Ctrl-C stops]");
    }
}
