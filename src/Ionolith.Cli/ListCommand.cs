using System.CommandLine;
using Ionolith.Library;
using Ionolith.Numerics.Expressions;
using Ionolith.Reports.Files;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>"list": what the library has.</summary>
internal static class ListCommand
{
    private static readonly string[] Kinds = ["cells", "materials", "laws", "ageing", "claims"];

    public static Command Make(CliServices services)
    {
        var what = new Argument<string>("WHAT") { Description = "cells, materials, laws, ageing or claims" };
        var json = CommonOptions.Json();
        var command = new Command("list", "List what the library has") { what, json, LawsList.Guide, LawsList.Schema, TheoryFiles.Figures };
        command.SetAction(parsed => TheoryFiles.Write(services, parsed) ?? LawsList.PrintSource(services, parsed, parsed.GetValue(what)!) ?? List(services, parsed.GetValue(what)!, parsed.GetValue(json)));
        return command;
    }

    private static int List(CliServices services, string what, bool asJson)
    {
        if (!Kinds.Contains(what, StringComparer.Ordinal))
        {
            return services.Refuse([$"there is no list \"{what}\"; {Names.Advice(what, Kinds)}"], asJson);
        }

        if (what is "claims")
        {
            ClaimsList.Print(services, asJson);
            return ExitCode.Done;
        }

        if (what is "ageing")
        {
            AgeingList.Print(services, asJson);
            return ExitCode.Done;
        }

        if (what is "laws")
        {
            LawsList.Print(services, asJson);
            return ExitCode.Done;
        }

        var entries = what is "cells" ? CellLibrary.ListCells() : CellLibrary.ListMaterials();
        if (asJson)
        {
            services.Out.WriteLine(JsonWriting.Document(json => json.WriteObjects(null, entries, (writer, entry) =>
            {
                writer.WriteString("id", entry.Id);
                writer.WriteStartArray("aliases");
                foreach (string alias in entry.Aliases)
                {
                    writer.WriteStringValue(alias);
                }

                writer.WriteEndArray();
                writer.WriteString("kind", entry.Kind);
                writer.WriteString("title", entry.Title);
            })));
            return ExitCode.Done;
        }

        var console = services.Console();
        bool hasKinds = what is "materials";
        var table = PlainTable.New(hasKinds ? ["id", "kind", "name"] : ["id", "title"]);
        foreach (var entry in entries)
        {
            string id = entry.Aliases.Count == 0 ? entry.Id : $"{entry.Id} (also {string.Join(", ", entry.Aliases)})";
            table.AddRow([.. ((string[])(hasKinds ? [id, entry.Kind, entry.Title] : [id, entry.Title])).Select(Markup.Escape)]);
        }

        console.Write(table);
        services.Out.WriteLine($"'ionolith show ID' shows every value of {(hasKinds ? "a material" : "a cell")} with its source.");
        return ExitCode.Done;
    }
}
