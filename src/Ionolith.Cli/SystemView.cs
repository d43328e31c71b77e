using System.Globalization;
using System.Text.Json;
using Ionolith.Library;
using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Reports.Files;
using Ionolith.Reports.Reproduction;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>"show" of a system or one of its claims: what is claimed, how it is computed, and its cells and materials with every value.</summary>
internal static class SystemView
{
    /// <summary>What an id or a file names.</summary>
    /// <param name="System">The system as it was read.</param>
    /// <param name="Claim">Id of the one claim that is shown; null: all, and the cells and materials.</param>
    public sealed record Found(SystemLoadResult System, string? Claim);

    /// <summary>The system or claim of an id, or the system of a file; null where it is none.</summary>
    public static Found? Find(string idOrPath)
    {
        if (FileContent.IsSystem(idOrPath))
        {
            return new Found(ReviewLibrary.LoadSystem(idOrPath), null);
        }

        return ReviewLibrary.Ids().FirstOrDefault(s => idOrPath.StartsWith(s + "/", StringComparison.Ordinal)) is { } id
            && ReviewLibrary.LoadSystem(id) is { System: { } system } read && system.Claims.Any(c => string.Equals($"{id}/{c.Id}", idOrPath, StringComparison.Ordinal))
            ? new Found(read, idOrPath[(id.Length + 1)..])
            : null;
    }

    public static int Show(CliServices services, Found found, bool asJson)
    {
        if (found.System.System is not { } system)
        {
            return services.Refuse([.. found.System.Problems.Select(p => p.ToString())], asJson);
        }

        var claims = system.Claims.Where(c => found.Claim is null || string.Equals(c.Id, found.Claim, StringComparison.Ordinal)).ToList();
        if (asJson)
        {
            services.Out.WriteLine(JsonWriting.Document(json => Write(json, system, claims, found.Claim is null)));
            return ExitCode.Done;
        }

        PrintClaims(services, system, claims);
        return found.Claim is null ? PrintParts(services, system) : ExitCode.Done;
    }

    private static void PrintClaims(CliServices services, ReviewSystem system, List<ReviewClaim> claims)
    {
        var console = services.Console();
        string reference = system.Reference is { } number ? string.Create(CultureInfo.InvariantCulture, $", reference {number}") : "";
        console.MarkupLine($"[bold]{Markup.Escape(system.What)}[/] [grey]({Markup.Escape(system.Id)}, system{reference})[/]");
        if (system.Citation.Length > 0)
        {
            console.WriteLine(system.Citation);
        }

        var table = PlainTable.New("claim", "kind", "what is reported", "value", "role", "how it is computed, or what it waits for");
        table.Columns[0].NoWrap();
        foreach (var claim in claims)
        {
            string how = claim.Compute?.Text ?? $"waits for: {claim.WaitsFor}";
            string fitted = claim.Calibrates.Count > 0 ? $"\nfitted with {string.Join(", ", claim.Calibrates)}" : "";
            string doubt = claim.Doubt.Length > 0 ? $"\ndoubt: {claim.Doubt}" : "";
            table.AddRow(
                Markup.Escape(claim.Id), ReproductionWords.Word(claim.Kind), Markup.Escape(claim.Quantity), Markup.Escape(claim.Figure?.ToString() ?? ""),
                ReproductionWords.Word(claim.Role), Markup.Escape(how + fitted + doubt));
        }

        console.Write(table);
        services.Out.WriteLine($"'ionolith reproduce {system.Id}' computes them.");
    }

    private static int PrintParts(CliServices services, ReviewSystem system)
    {
        var problems = new List<string>();
        foreach (string id in system.Cells)
        {
            var read = CellLibrary.LoadCell(id);
            problems.AddRange(read.Problems.Select(p => p.ToString()));
            if (read.Cell is { } cell)
            {
                services.Out.WriteLine();
                ShowCommand.Print(services, false, cell.Id, "cell", cell.Title, cell.Notes, cell, cell.Values);
            }
        }

        foreach (string id in system.Materials)
        {
            var read = CellLibrary.LoadMaterial(id);
            problems.AddRange(read.Problems.Select(p => p.ToString()));
            if (read.Material is { } material)
            {
                services.Out.WriteLine();
                ShowCommand.Print(services, false, material.Id, $"material of kind {material.Kind}", material.Name, material.Notes, null, material.Values);
            }
        }

        if (system.Cells.Concat(system.Materials).Contains(system.Id, StringComparer.Ordinal))
        {
            services.Out.WriteLine($"'ionolith show {system.Id} --cell' and '--material' show one of them alone.");
        }

        return problems.Count > 0 ? services.Refuse(problems, asJson: false) : ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter json, ReviewSystem system, List<ReviewClaim> claims, bool withParts)
    {
        json.WriteStartObject();
        json.WriteString("id", system.Id);
        json.WriteString("kind", "system");
        json.WriteString("title", system.What);
        json.WriteString("citation", system.Citation);
        json.WritePropertyName("claims");
        json.WriteRawValue(ReproductionJson.Write([.. claims.Select(c => new ClaimResult(new ClaimRow(system, c), c.State))]));
        json.WriteStartObject("measurements");
        foreach (var claim in claims.Where(c => c.Compute is not null))
        {
            json.WriteString(claim.Id, claim.Compute!.Text);
        }

        json.WriteEndObject();
        if (withParts)
        {
            json.WriteStartArray("cells");
            foreach (var cell in system.Cells.Select(c => CellLibrary.LoadCell(c).Cell).OfType<Cells.Stack.CellDescription>())
            {
                ShowCommand.Write(json, cell.Id, "cell", cell.Title, cell.Notes, cell, cell.Values);
            }

            json.WriteEndArray();
            json.WriteStartArray("materials");
            foreach (var material in system.Materials.Select(m => CellLibrary.LoadMaterial(m).Material).OfType<LibraryMaterial>())
            {
                ShowCommand.Write(json, material.Id, material.Kind, material.Name, material.Notes, null, material.Values);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
