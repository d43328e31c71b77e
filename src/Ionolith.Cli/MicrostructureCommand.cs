using System.CommandLine;
using System.Globalization;
using Ionolith.Cells.Microstructure;
using Ionolith.Cells.Stack;
using Ionolith.Materials.Quantities;
using Ionolith.Numerics.Expressions;
using Ionolith.Reports.Files;
using Ionolith.Reports.Microstructure;
using Ionolith.Reports.Terminal;

namespace Ionolith.Cli;

/// <summary>"microstructure": an electrode of a cell in voxels, what it conducts and what of it is in use.</summary>
internal static class MicrostructureCommand
{
    private const string Marker = "microstructure.json";
    private const int LargestSize = 300;

    private sealed record Request(
        string? Cell, string[] Settings, string? Electrode, int Size, int Seed, string? Cluster, string? Filler, string? Voxel, string? ActiveConductivity,
        string? Output, bool Force, bool Json, string? Page);

    public static Command Make(CliServices services)
    {
        var cell = new Argument<string?>("CELL") { Arity = ArgumentArity.ZeroOrOne, Description = "Id of a library cell, a cell file or a BPX file" };
        var set = new Option<string[]>("--set")
        {
            HelpName = "PATH=VALUE",
            Description = "Change of the cell, such as cathode.porosity=0.1; may be given again",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var electrode = CommonOptions.One("--electrode", "NAME", "Name of the electrode's layer (the positive one if not given)");
        var size = new Option<int>("--size") { HelpName = "N", Description = "Voxels along each axis (100 if not given)", DefaultValueFactory = _ => 100 };
        var seed = new Option<int>("--seed") { HelpName = "N", Description = "Seed of the random structure (1 if not given)", DefaultValueFactory = _ => 1 };
        var cluster = CommonOptions.One("--cluster", "LENGTH", "Diameter of the active clusters (that of the particles if not given)");
        var filler = CommonOptions.One("--filler", "LENGTH", "Diameter of the clusters of inert solids and pores (one voxel if not given)");
        var voxel = CommonOptions.One("--voxel", "LENGTH", "Edge of a voxel (a sixth of the smallest cluster if not given)");
        var active = CommonOptions.One("--active-conductivity", "S", "Electronic conductivity of the active material (1 S/m if not given)");
        var output = CommonOptions.One("--out", "DIR", $"Folder for {Marker} and report.html");
        var force = CommonOptions.Force("the results that are in the folder");
        var json = CommonOptions.Json();
        var page = CommonOptions.One("--write", "FILE", "Write the comparison of laws with networks as a page, as docs/theory/microstructure.md is; takes no CELL");
        var command = new Command("microstructure", "Draw an electrode in voxels and compute tortuosity, conductivities, contact and utilisation")
        {
            cell, set, electrode, size, seed, cluster, filler, voxel, active, output, force, json, page,
        };
        command.SetAction(parsed => Carry(services, new Request(
            parsed.GetValue(cell), parsed.GetValue(set) ?? [], parsed.GetValue(electrode), parsed.GetValue(size), parsed.GetValue(seed), parsed.GetValue(cluster),
            parsed.GetValue(filler), parsed.GetValue(voxel), parsed.GetValue(active), parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(json), parsed.GetValue(page))));
        return command;
    }

    private static int Carry(CliServices services, Request request)
    {
        if (request.Page is { } page)
        {
            return WritePage(services, page, request.Json);
        }

        var problems = new List<string>();
        problems.AddRange(request.Settings.Where(s => s.IndexOf('=', StringComparison.Ordinal) < 1).Select(s => $"--set {s}: expected PATH=VALUE, such as cathode.porosity=0.1"));
        var options = Options(request, problems);
        CellDescription? cell = null;
        if (request.Cell is null)
        {
            problems.Add("which cell? 'ionolith list cells' lists those of the library");
        }
        else
        {
            var loaded = services.Cells.Load(request.Cell, [.. request.Settings.Where(s => s.IndexOf('=', StringComparison.Ordinal) > 0)]);
            problems.AddRange(loaded.Problems);
            cell = loaded.Cell;
        }

        var electrode = cell is null ? null : Find(cell, request.Electrode, problems);
        if (problems.Count > 0 || cell is null || electrode is null)
        {
            return services.Refuse(problems, request.Json);
        }

        return Analyse(services, request, cell, electrode, options);
    }

    private static int Analyse(CliServices services, Request request, CellDescription cell, PorousElectrode electrode, VoxelOptions options)
    {
        return services.Carry(new StudyOutput(request.Output, Marker, request.Force, request.Json), () =>
        {
            var record = new MicrostructureRecord(cell, electrode, options, VoxelAnalysis.Of(electrode, options));
            return new StudyResult(
                MicrostructureJson.Write(record), () => [("report.html", MicrostructureReport.Write(record))], console => MicrostructureTables.Write(console, record));
        });
    }

    private static int WritePage(CliServices services, string page, bool asJson)
    {
        try
        {
            File.WriteAllText(page, NetworkPage.Markdown());
            services.Out.WriteLine($"wrote {page}");
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return services.Refuse([$"--write: {page} cannot be written: {e.Message}"], asJson);
        }
    }

    private static PorousElectrode? Find(CellDescription cell, string? name, List<string> problems)
    {
        var electrodes = cell.Layers.OfType<PorousElectrode>().ToList();
        if (electrodes.Count == 0)
        {
            problems.Add("the cell has no porous electrode");
            return null;
        }

        if (name is null)
        {
            return electrodes[^1];
        }

        if (electrodes.Find(e => string.Equals(e.Name, name, StringComparison.Ordinal)) is { } found)
        {
            return found;
        }

        problems.Add($"--electrode {name}: there is no such electrode; {Names.Advice(name, [.. electrodes.Select(e => e.Name)])}");
        return null;
    }

    private static VoxelOptions Options(Request request, List<string> problems)
    {
        if (request.Size is < 8 or > LargestSize)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"--size {request.Size}: must be from 8 to {LargestSize}"));
        }

        if (request.Seed < 0)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"--seed {request.Seed}: must be zero or positive"));
        }

        if (request.Force && request.Output is null)
        {
            problems.Add("--force: it belongs to --out, which is not given");
        }

        double? conductivity = Positive("--active-conductivity", request.ActiveConductivity, QuantityKinds.Conductivity, problems);
        return new VoxelOptions
        {
            Size = request.Size,
            Seed = request.Seed,
            Cluster = Positive("--cluster", request.Cluster, QuantityKinds.Length, problems),
            Filler = Positive("--filler", request.Filler, QuantityKinds.Length, problems),
            Voxel = Positive("--voxel", request.Voxel, QuantityKinds.Length, problems),
            ActiveConductivity = conductivity ?? new VoxelOptions().ActiveConductivity,
        };
    }

    private static double? Positive(string option, string? text, QuantityKind kind, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (!Quantity.TryParse(text, kind, out var quantity, out string error))
        {
            problems.Add($"{option}: {error}");
        }
        else if (!(quantity.Value > 0))
        {
            problems.Add($"{option}: must be positive but is {text}");
        }

        return quantity.Value;
    }
}
