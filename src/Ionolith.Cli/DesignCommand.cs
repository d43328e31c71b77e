using System.CommandLine;
using Ionolith.Cells.Design;
using Ionolith.Library;
using Ionolith.Library.Design;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;
using Ionolith.Reports.Design;
using Ionolith.Reports.Files;
using Ionolith.Reports.Terminal;

namespace Ionolith.Cli;

/// <summary>"design": mass, volume, energy and power of the real stack of a cell.</summary>
internal static class DesignCommand
{
    private const string Marker = "design.json";

    private static readonly (QuantityKind Kind, DesignFigure Figure)[] Targets =
    [
        (QuantityKinds.SpecificEnergy, DesignFigure.SpecificEnergy),
        (QuantityKinds.EnergyDensity, DesignFigure.EnergyDensity),
        (QuantityKinds.SpecificPower, DesignFigure.SpecificPower),
    ];

    private sealed record Request(
        string Cell, string[] Settings, int? Stack, string? Arrangement, string? Rate, string? Target, string? Output, bool Force, bool Json, int? Threads);

    public static Command Make(CliServices services)
    {
        var cell = new Argument<string>("CELL") { Description = "Id of a library cell, a cell file or a BPX file" };
        var set = new Option<string[]>("--set")
        {
            HelpName = "PATH=VALUE",
            Description = "Change of the cell or its stack, such as stack.casing.thickness=80um; may be given again",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var stack = new Option<int?>("--stack") { HelpName = "N", Description = "Number of cells; short for --set stack.cells=N" };
        var arrangement = CommonOptions.One("--arrangement", "HOW", "conventional or bipolar; short for --set stack.arrangement=HOW");
        var rate = CommonOptions.One("--rate", "RATE", "Rate of the discharge that gives the energy (C/10 if not given)");
        var target = CommonOptions.One("--target", "FIGURE", "What the stack should have, such as \"350 Wh/kg\", \"800 Wh/L\" or \"2 kW/kg\"");
        var output = CommonOptions.One("--out", "DIR", $"Folder for {Marker}, ragone.csv and report.html");
        var force = CommonOptions.Force("the results that are in the folder");
        var json = CommonOptions.Json();
        var threads = new Option<int?>("--threads") { HelpName = "N", Description = "Most threads; all cores if not given" };
        var command = new Command("design", "Weigh the real stack of a cell and tell its Wh/kg, Wh/L, W/kg and what to change first")
        {
            cell, set, stack, arrangement, rate, target, output, force, json, threads,
        };
        command.SetAction(parsed => Carry(services, new Request(
            parsed.GetValue(cell)!, parsed.GetValue(set) ?? [], parsed.GetValue(stack), parsed.GetValue(arrangement), parsed.GetValue(rate), parsed.GetValue(target),
            parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(json), parsed.GetValue(threads))));
        return command;
    }

    private static int Carry(CliServices services, Request request)
    {
        var problems = new List<string>();
        var overrides = Overrides(request, problems);
        var loaded = CellLibrary.LoadCell(request.Cell, overrides);
        problems.AddRange(loaded.Problems.Select(p => p.ToString()));
        var options = Options(request, problems);
        var target = ReadTarget(request.Target, problems);
        if (loaded.Cell is { } read)
        {
            problems.AddRange(StackInventory.UnknownDensities(read, CellLibrary.ConstructionOf(read))
                .Select(u => $"the density of {u.Material} is unknown; give it, such as --set {u.Path}=\"2 g/cm3\""));
        }

        if (problems.Count > 0 || loaded.Cell is not { } cell)
        {
            return services.Refuse([.. problems.Distinct(StringComparer.Ordinal)], request.Json);
        }

        foreach (var warning in loaded.Warnings)
        {
            services.Error.WriteLine($"warning: {warning}");
        }

        return services.Carry(new StudyOutput(request.Output, Marker, request.Force, request.Json), () =>
        {
            var study = DesignStudy.Of(request.Cell, overrides, cell, options, target, services.Interrupt);
            return new StudyResult(
                DesignJson.Write(study),
                () => [("ragone.csv", RagoneCsv.Write(study.Design.Ragone)), ("report.html", DesignReport.Write(study, CommandOf(request, overrides), Studies.ProgramName))],
                console => DesignTables.Write(console, study));
        });
    }

    private static List<PathOverride> Overrides(Request request, List<string> problems)
    {
        var overrides = new List<PathOverride>();
        foreach (string setting in request.Settings)
        {
            if (PathOverride.TryParse(setting, out var change, out string error))
            {
                overrides.Add(change);
            }
            else
            {
                problems.Add($"--set {setting}: {error}");
            }
        }

        if (request.Stack is { } cells)
        {
            overrides.Add(new PathOverride("stack.cells", cells.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (request.Arrangement is { } how)
        {
            overrides.Add(new PathOverride("stack.arrangement", how));
        }

        return overrides;
    }

    private static DesignOptions Options(Request request, List<string> problems)
    {
        double rate = 0.1;
        if (request.Rate is { } text)
        {
            if (!Quantity.TryParse(text, QuantityKinds.CRate, out var quantity, out string error))
            {
                problems.Add($"--rate: {error}");
            }
            else if (!(quantity.Value > 0))
            {
                problems.Add($"--rate: must be positive but is {text}");
            }
            else
            {
                rate = quantity.Value * 3600;
            }
        }

        if (request.Threads is < 1)
        {
            problems.Add($"--threads {request.Threads}: the number of threads must be 1 or more");
        }

        if (request.Force && request.Output is null)
        {
            problems.Add("--force: it belongs to --out, which is not given");
        }

        return new DesignOptions { Rate = rate, Threads = request.Threads ?? Environment.ProcessorCount };
    }

    private static DesignTarget? ReadTarget(string? text, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var (kind, figure) in Targets)
        {
            if (Quantity.TryParse(text, kind, out var quantity, out _) && quantity.Value > 0)
            {
                return new DesignTarget(figure, quantity.Value, text);
            }
        }

        problems.Add($"--target: expected an energy or power of the stack, such as \"350 Wh/kg\", \"800 Wh/L\" or \"2 kW/kg\", but got \"{text}\"");
        return null;
    }

    private static string CommandOf(Request request, IReadOnlyList<PathOverride> overrides)
    {
        IEnumerable<string> words = ["ionolith", "design", CommonOptions.Quoted(request.Cell), .. overrides.SelectMany(o => (string[])["--set", CommonOptions.Quoted($"{o.Path}={o.Value}")])];
        if (request.Rate is { } rate)
        {
            words = [.. words, "--rate", CommonOptions.Quoted(rate)];
        }

        if (request.Target is { } target)
        {
            words = [.. words, "--target", CommonOptions.Quoted(target)];
        }

        return string.Join(' ', words);
    }
}
