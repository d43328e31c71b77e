using System.CommandLine;
using Ionolith.Cells.CriticalCurrent;
using Ionolith.Materials.Quantities;
using Ionolith.Reports.CriticalCurrent;
using Ionolith.Reports.Files;
using Ionolith.Reports.Terminal;

namespace Ionolith.Cli;

/// <summary>"ccd": critical current density and life of a symmetric cell, over pressure, temperature and thickness.</summary>
internal static class CriticalCurrentCommand
{
    private const string Marker = "ccd.json";

    private sealed record Request(string Cell, string[] Settings, string? Output, bool Force, bool Json, int? Threads)
    {
        public string? Pressures { get; init; }

        public string? Temperatures { get; init; }

        public string? Thicknesses { get; init; }

        public string? Currents { get; init; }

        public string? Start { get; init; }

        public string? Step { get; init; }

        public double? Factor { get; init; }

        public string? StepTime { get; init; }

        public string? Most { get; init; }

        public string? Longest { get; init; }
    }

    public static Command Make(CliServices services)
    {
        var cell = new Argument<string>("CELL") { Description = "Id of a symmetric library cell, or a cell file" };
        var set = CommonOptions.Many("--set", "PATH=VALUE", "Change of the cell, such as negative.ageing.contact-creep.constraint=5; may be given again");
        var pressures = CommonOptions.One("--pressure", "LIST", "Stack pressures, such as \"1 MPa, 5 MPa, 20 MPa\"");
        var temperatures = CommonOptions.One("--temperature", "LIST", "Temperatures, such as \"25 degC, 60 degC\"");
        var thicknesses = CommonOptions.One("--thickness", "LIST", "Thicknesses of the electrolyte, such as \"50 um, 500 um\"");
        var currents = CommonOptions.One("--current", "LIST", "Measure the life at these current densities instead, such as \"0.5 mA/cm2, 1 mA/cm2\"");
        var start = CommonOptions.One("--start", "CURRENT", "First current density (the step, or 0.1 mA/cm2, if not given)");
        var step = CommonOptions.One("--step", "CURRENT", "What is added to the current density from step to step (0.1 mA/cm2 if not given)");
        var factor = new Option<double?>("--factor") { HelpName = "X", Description = "By what the current density is multiplied from step to step, instead of --step" };
        var stepTime = CommonOptions.One("--step-time", "TIME", "Duration of each half-cycle (1 h if not given)");
        var most = CommonOptions.One("--most", "CURRENT", "Highest current density (10 mA/cm2 if not given)");
        var longest = CommonOptions.One("--longest", "TIME", FormattableString.Invariant($"Longest test of a life ({CriticalCurrentStudy.UsualLongestLife / 3600:0} h if not given)"));
        var output = CommonOptions.One("--out", "DIR", $"Folder for {Marker}, ccd.csv and report.html");
        var force = CommonOptions.Force("the results that are in the folder");
        var json = CommonOptions.Json();
        var threads = new Option<int?>("--threads") { HelpName = "N", Description = "Most threads; all cores if not given" };
        var command = new Command("ccd", "Raise the current of a symmetric cell until it shorts, or measure its life at one current")
        {
            cell, set, pressures, temperatures, thicknesses, currents, start, step, factor, stepTime, most, longest, output, force, json, threads,
        };
        command.SetAction(parsed => Carry(services, new Request(
            parsed.GetValue(cell)!, parsed.GetValue(set) ?? [], parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(json), parsed.GetValue(threads))
        {
            Pressures = parsed.GetValue(pressures),
            Temperatures = parsed.GetValue(temperatures),
            Thicknesses = parsed.GetValue(thicknesses),
            Currents = parsed.GetValue(currents),
            Start = parsed.GetValue(start),
            Step = parsed.GetValue(step),
            Factor = parsed.GetValue(factor),
            StepTime = parsed.GetValue(stepTime),
            Most = parsed.GetValue(most),
            Longest = parsed.GetValue(longest),
        }));
        return command;
    }

    private static int Carry(CliServices services, Request request)
    {
        var problems = new List<string>();
        problems.AddRange(request.Settings.Where(s => s.IndexOf('=', StringComparison.Ordinal) < 1)
            .Select(s => $"--set {s}: expected PATH=VALUE, such as separator.thickness=30um"));
        var loaded = services.Cells.Load(request.Cell, [.. request.Settings.Where(s => s.IndexOf('=', StringComparison.Ordinal) > 0)]);
        problems.AddRange(loaded.Problems);
        var staircase = Staircase(request, problems);
        var study = Study(request, loaded, staircase, problems);
        if (problems.Count == 0 && study is not null)
        {
            problems.AddRange(study.Problems());
        }
        else if (request.Currents is null)
        {
            // Without the cell the staircase can be checked all the same.
            problems.AddRange(staircase.Problems());
        }

        if (problems.Count > 0 || study is null)
        {
            return services.Refuse(problems, request.Json);
        }

        foreach (string warning in loaded.Warnings)
        {
            services.Error.WriteLine($"warning: {warning}");
        }

        return Run(services, request, study);
    }

    private static int Run(CliServices services, Request request, CriticalCurrentStudy study)
    {
        try
        {
            return services.Carry(new StudyOutput(request.Output, Marker, request.Force, request.Json), () =>
            {
                IReadOnlyList<CriticalCurrentResult> results;
                using (var progress = services.Progress(request.Json))
                {
                    results = study.Run(request.Threads ?? Environment.ProcessorCount, progress is null ? null : new TestCount(progress), services.Interrupt);
                }

                return new StudyResult(
                    CriticalCurrentJson.Write(study, results),
                    () =>
                    [
                        ("ccd.csv", CriticalCurrentCsv.Write(study, results)),
                        ("report.html", CriticalCurrentReport.Write(study, results, CommandOf(request), Studies.ProgramName)),
                    ],
                    console => CriticalCurrentTables.Write(console, study, results));
            });
        }
        catch (InvalidOperationException e)
        {
            services.Error.WriteLine($"the test failed: {e.Message}");
            return ExitCode.Failed;
        }
    }

    private static CurrentStaircase Staircase(Request request, List<string> problems)
    {
        var standard = new CurrentStaircase();
        double? step = One("--step", request.Step, QuantityKinds.CurrentDensity, problems);
        return new CurrentStaircase
        {
            Start = One("--start", request.Start, QuantityKinds.CurrentDensity, problems) ?? step ?? standard.Start,
            Increment = request.Factor is null ? step ?? standard.Increment : 0,
            Factor = request.Factor ?? 1,
            StepTime = One("--step-time", request.StepTime, QuantityKinds.Time, problems) ?? standard.StepTime,
            Most = One("--most", request.Most, QuantityKinds.CurrentDensity, problems) ?? standard.Most,
        };
    }

    // What would be ignored without a word.
    private static IEnumerable<string> Ignored(Request request)
    {
        if (request.Currents is not null)
        {
            (string Option, bool IsGiven)[] ofStaircase =
                [("--start", request.Start is not null), ("--step", request.Step is not null), ("--factor", request.Factor is not null), ("--most", request.Most is not null)];
            foreach (var (option, _) in ofStaircase.Where(o => o.IsGiven))
            {
                yield return $"{option}: it belongs to the staircase; --current measures lives at the currents that it lists";
            }
        }

        (string Option, string? List)[] lists =
            [("--pressure", request.Pressures), ("--temperature", request.Temperatures), ("--thickness", request.Thicknesses), ("--current", request.Currents)];
        foreach (var (option, list) in lists)
        {
            if (list is not null && list.Replace(",", "", StringComparison.Ordinal).Trim().Length == 0)
            {
                yield return $"{option}: the list is empty";
            }
        }
    }

    private static CriticalCurrentStudy? Study(Request request, LoadedCell loaded, CurrentStaircase staircase, List<string> problems)
    {
        problems.AddRange(Ignored(request));
        if (request.Threads is < 1)
        {
            problems.Add($"--threads {request.Threads}: the number of threads must be 1 or more");
        }

        if (request.Force && request.Output is null)
        {
            problems.Add("--force: it belongs to --out, which is not given");
        }

        if (request.Factor is not null && request.Step is not null)
        {
            problems.Add("--factor and --step: give one of them");
        }

        if (request.Longest is not null && request.Currents is null)
        {
            problems.Add("--longest: it belongs to --current, which is not given");
        }

        double longest = One("--longest", request.Longest, QuantityKinds.Time, problems) ?? CriticalCurrentStudy.UsualLongestLife;
        if (longest is not (> 0 and <= CriticalCurrentTest.LongestLife))
        {
            problems.Add(FormattableString.Invariant($"--longest: must be positive and at most {CriticalCurrentTest.LongestLife / 3600:0} h"));
        }

        var pressures = QuantityList.Read("--pressure", request.Pressures, QuantityKinds.Pressure, problems);
        var temperatures = QuantityList.Read("--temperature", request.Temperatures, QuantityKinds.Temperature, problems);
        var thicknesses = QuantityList.Read("--thickness", request.Thicknesses, QuantityKinds.Length, problems);
        var currents = QuantityList.Read("--current", request.Currents, QuantityKinds.CurrentDensity, problems);
        problems.AddRange(pressures.Where(p => !(p >= 0)).Select(p => FormattableString.Invariant($"--pressure: cannot be negative but one is {p / 1e6} MPa")));
        problems.AddRange(temperatures.Where(t => !(t > 0)).Select(t => FormattableString.Invariant($"--temperature: must be above absolute zero but one is {t - 273.15:0.##} degC")));
        problems.AddRange(thicknesses.Where(t => !(t > 0)).Select(t => FormattableString.Invariant($"--thickness: must be positive but one is {t * 1e6} um")));
        problems.AddRange(currents.Where(c => !(c > 0)).Select(c => FormattableString.Invariant($"--current: must be positive but one is {c / 10} mA/cm2")));
        return loaded.Cell is null ? null : new CriticalCurrentStudy
        {
            Cell = loaded.Cell,
            Staircase = staircase,
            Currents = [.. currents.Distinct()],
            LongestLife = longest,
            Pressures = [.. pressures.Distinct()],
            Temperatures = [.. temperatures.Distinct()],
            Thicknesses = [.. thicknesses.Distinct()],
        };
    }

    private static double? One(string option, string? text, QuantityKind kind, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (Quantity.TryParse(text, kind, out var quantity, out string error))
        {
            return quantity.Value;
        }

        problems.Add($"{option}: {error}");
        return null;
    }

    private static string CommandOf(Request request)
    {
        (string Name, string? Value)[] options =
        [
            ("--pressure", request.Pressures), ("--temperature", request.Temperatures), ("--thickness", request.Thicknesses), ("--current", request.Currents),
            ("--start", request.Start), ("--step", request.Step), ("--factor", request.Factor?.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
            ("--step-time", request.StepTime), ("--most", request.Most), ("--longest", request.Longest),
        ];
        return string.Join(' ', (IEnumerable<string>)
        [
            "ionolith", "ccd", CommonOptions.Quoted(request.Cell), .. request.Settings.SelectMany(s => (string[])["--set", CommonOptions.Quoted(s)]),
            .. options.Where(o => o.Value is not null).SelectMany(o => (string[])[o.Name, CommonOptions.Quoted(o.Value!)]),
        ]);
    }

    /// <summary>Tells the terminal how many tests are done.</summary>
    private sealed class TestCount(ProgressLine line) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => line.Report($"{value.Done} of {value.Total} tests  [Ctrl-C stops]");
    }
}
