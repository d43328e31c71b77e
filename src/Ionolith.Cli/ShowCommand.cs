using System.CommandLine;
using System.Text.Json;
using Ionolith.Cells.Stack;
using Ionolith.Library;
using Ionolith.Library.Review;
using Ionolith.Materials.Quantities;
using Ionolith.Numerics.Expressions;
using Ionolith.Reports;
using Ionolith.Reports.Files;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>"show": a system, a cell or a material with every value and its source.</summary>
internal static class ShowCommand
{
    public static Command Make(CliServices services)
    {
        var id = new Argument<string>("ID") { Description = "Id of a system, cell or material of the library, of a claim (system/claim), or a file of any kind" };
        var material = new Option<bool>("--material") { Description = "Show the material where a cell or system has the same id" };
        var cell = new Option<bool>("--cell") { Description = "Show the cell where a system has the same id" };
        var json = CommonOptions.Json();
        var command = new Command("show", "Show a system, cell or material with every value, unit, source, role and range") { id, cell, material, json };
        command.SetAction(parsed => Show(services, parsed.GetValue(id)!, parsed.GetValue(cell), parsed.GetValue(material), parsed.GetValue(json)));
        return command;
    }

    private static int Show(CliServices services, string id, bool preferCell, bool preferMaterial, bool asJson)
    {
        if (!preferCell && !preferMaterial && SystemView.Find(id) is { } found)
        {
            return SystemView.Show(services, found, asJson);
        }

        bool isMaterial = preferMaterial || FileContent.IsMaterial(id);
        if (isMaterial)
        {
            var read = CellLibrary.LoadMaterial(id);
            return read.Material is { } material
                ? Print(services, asJson, material.Id, material.Kind, material.Name, material.Notes, null, material.Values)
                : services.Refuse([.. read.Problems.Select(p => p.ToString())], asJson);
        }

        var loaded = CellLibrary.LoadCell(id);
        if (loaded.Cell is not { } cell)
        {
            return services.Refuse(IsUnknown(id) ? [Unknown(id)] : [.. loaded.Problems.Select(p => p.ToString())], asJson);
        }

        int code = Print(services, asJson, cell.Id, "cell", cell.Title, cell.Notes, cell, cell.Values);
        if (!asJson && CellLibrary.ListMaterials().Any(m => string.Equals(m.Id, id, StringComparison.Ordinal)))
        {
            services.Out.WriteLine($"A material has the same id: 'ionolith show {id} --material' shows it.");
        }

        return code;
    }

    private static bool IsUnknown(string id) =>
        !Path.Exists(id) && !Path.HasExtension(id) && !CellLibrary.ListCells().Any(c => string.Equals(c.Id, id, StringComparison.Ordinal) || c.Aliases.Contains(id, StringComparer.Ordinal));

    private static string Unknown(string id)
    {
        string[] known = [.. CellLibrary.ListCells().Concat(CellLibrary.ListMaterials()).Select(e => e.Id).Concat(ReviewLibrary.Ids()).Distinct(StringComparer.Ordinal)];
        string advice = Names.Nearest(id, known) is { } nearest ? $"did you mean \"{nearest}\"?" : "'ionolith list cells', 'list materials' and 'list claims' list all";
        return $"there is no system, cell, material or file \"{id}\"; {advice}";
    }

    /// <summary>Prints a cell or a material.</summary>
    internal static int Print(
        CliServices services, bool asJson, string id, string kind, string title, string notes, CellDescription? cell, IReadOnlyList<SourcedValue> values)
    {
        if (asJson)
        {
            services.Out.WriteLine(JsonWriting.Document(json => Write(json, id, kind, title, notes, cell, values)));
            return ExitCode.Done;
        }

        var console = services.Console();
        console.MarkupLine($"[bold]{Markup.Escape(title)}[/] [grey]({Markup.Escape(id)}, {kind})[/]");
        if (notes.Length > 0)
        {
            console.WriteLine(notes.Trim());
        }

        if (cell is not null)
        {
            console.WriteLine(Summary(cell));
            console.Write(Layers(cell));
        }

        console.Write(Values(values));
        return ExitCode.Done;
    }

    /// <summary>Values under the part of the cell that they belong to; a source that goes on is not repeated.</summary>
    private static Table Values(IReadOnlyList<SourcedValue> values)
    {
        var table = PlainTable.New("value of", "value", "role", "range", "source");
        table.Columns[0].NoWrap();
        table.Columns[2].NoWrap();
        string source = "";
        foreach (var part in values.GroupBy(v => PartOf(v.Path), StringComparer.Ordinal))
        {
            if (part.Key.Length > 0)
            {
                table.AddRow($"[bold]{Markup.Escape(part.Key)}[/]", "", "", "", "");
            }

            foreach (var value in part)
            {
                string name = part.Key.Length > 0 ? $"  {value.Path[(part.Key.Length + 1)..]}" : value.Path;
                bool goesOn = value.Source.Length > 30 && string.Equals(value.Source, source, StringComparison.Ordinal);
                source = value.Source;
                table.AddRow(
                    Markup.Escape(name), Markup.Escape(value.Text), Role(value.Role), Markup.Escape(value.Range), Markup.Escape(goesOn ? "as above" : source));
            }
        }

        return table;
    }

    /// <summary>Layer, or material in it: "cathode.active.lco" of "cathode.active.lco.radius".</summary>
    private static string PartOf(string path)
    {
        string[] segments = path.Split('.');
        int count = segments.Length > 3 && segments[1] is ("active" or "inert") ? 3 : segments.Length > 2 && segments[1] is "electrolyte" ? 2 : Math.Min(1, segments.Length - 1);
        return string.Join('.', segments[..count]);
    }

    private static string Summary(CellDescription cell)
    {
        string protocol = cell.DefaultProtocol.Count == 0 ? "" : $"; runs \"{string.Join("; ", cell.DefaultProtocol)}\" where no protocol is given";
        return $"{Numbers.Text(cell.NominalCapacity / 3.6)} mAh nominal ({Numbers.Text(cell.NominalCapacity / cell.Area / Numbers.PerArealCapacity)} mAh/cm2), "
            + $"{Numbers.Text(cell.LowerCutoffVoltage)} V to {Numbers.Text(cell.UpperCutoffVoltage)} V, {Numbers.Text(cell.Temperature - 273.15)} degC{protocol}";
    }

    private static Table Layers(CellDescription cell)
    {
        var table = PlainTable.New("layer", "kind", "#thickness", "materials");
        foreach (var layer in cell.Layers)
        {
            var (kind, materials) = Describe(layer);
            table.AddRow(Markup.Escape(layer.Name), kind, QuantityFormat.ToText(layer.Thickness, QuantityKinds.Length, 4), Markup.Escape(materials));
        }

        return table;
    }

    private static (string Kind, string Materials) Describe(Layer layer) => layer switch
    {
        CurrentCollector collector => ("current collector", collector.Material.Name),
        LithiumMetal => ("lithium metal", "lithium"),
        ElectrolyteLayer electrolyte => ("electrolyte", electrolyte.Electrolyte.Name),
        PorousElectrode electrode => ("electrode", string.Join(" + ", [
            .. electrode.ActivePhases.Select(p => Share(p.Material.Name, p.VolumeFraction)),
            Share(electrode.Electrolyte.Name, electrode.ElectrolyteFraction),
            .. electrode.InertPhases.Select(p => Share(p.Material.Name, p.VolumeFraction))])),
        _ => ("layer", ""),
    };

    private static string Share(string name, double fraction) => $"{name} {Numbers.Text(100 * fraction, 3)} %";

    private static string Role(ValueRole role) => role switch
    {
        ValueRole.Assumed => "assumed",
        ValueRole.Calibrated => "calibrated",
        _ => "input",
    };

    /// <summary>Writes a cell or a material as JSON.</summary>
    internal static void Write(
        Utf8JsonWriter json, string id, string kind, string title, string notes, CellDescription? cell, IReadOnlyList<SourcedValue> values)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("kind", kind);
        json.WriteString("title", title);
        json.WriteString("notes", notes.Trim());
        if (cell is not null)
        {
            json.WriteStartArray("protocol");
            foreach (string step in cell.DefaultProtocol)
            {
                json.WriteStringValue(step);
            }

            json.WriteEndArray();
            json.WritePropertyName("layers");
            json.WriteObjects(null, cell.Layers, (writer, layer) =>
            {
                var (layerKind, materials) = Describe(layer);
                writer.WriteString("name", layer.Name);
                writer.WriteString("kind", layerKind);
                writer.WriteStartObject("thickness");
                writer.WriteNumber("value", layer.Thickness);
                writer.WriteString("unit", "m");
                writer.WriteEndObject();
                writer.WriteString("materials", materials);
            });
        }

        json.WritePropertyName("values");
        json.WriteObjects(null, values, (writer, value) =>
        {
            writer.WriteString("path", value.Path);
            writer.WriteString("value", value.Text);
            writer.WriteString("role", Role(value.Role));
            writer.WriteString("range", value.Range);
            writer.WriteString("source", value.Source);
        });
        json.WriteEndObject();
    }
}
