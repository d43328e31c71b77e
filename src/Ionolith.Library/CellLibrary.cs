using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Library.Bpx;
using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Library.Writing;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library;

/// <summary>The cells and materials that Ionolith ships, and the reader of files in the same form.</summary>
/// <remarks>Stateless and thread-safe. Mistakes in files are returned as data, all at once; none is thrown.</remarks>
public static class CellLibrary
{
    /// <summary>All cells of the library.</summary>
    /// <returns>By id.</returns>
    public static IReadOnlyList<LibraryEntry> ListCells() => List("cells", root => "cell", "title");

    /// <summary>All materials of the library.</summary>
    /// <returns>By id.</returns>
    public static IReadOnlyList<LibraryEntry> ListMaterials() => List("materials", root => root.TextOf("kind") ?? "", "name");

    /// <summary>Reads a cell of the library, or one of a file of the user's.</summary>
    /// <param name="idOrPath">Library id, alias, or path of a YAML or BPX file.</param>
    /// <param name="overrides">Values that replace those of the file; may be null.</param>
    /// <param name="changes">Texts for values of the cell's and its materials' files, by <see cref="SourcedValue.Place"/>; may be null.</param>
    /// <returns>The cell or all problems.</returns>
    public static CellLoadResult LoadCell(
        string idOrPath, IReadOnlyList<PathOverride>? overrides = null, IReadOnlyDictionary<string, string>? changes = null)
    {
        ArgumentNullException.ThrowIfNull(idOrPath);
        var problems = new List<FileProblem>();
        string? name = Find("cells", "cell", idOrPath, problems);
        string? text = name is null ? null : DataFiles.Read(name, problems);
        return text is null ? new CellLoadResult(null, problems, [], []) : ReadCell(name!, text, overrides, changes);
    }

    /// <summary>Reads a cell from text.</summary>
    /// <param name="fileName">Name of the file, for messages; other files that it names are sought beside it.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="overrides">Values that replace those of the file; may be null.</param>
    /// <param name="changes">Texts for values of this file and of the materials' files, by <see cref="SourcedValue.Place"/>; may be null.</param>
    /// <returns>The cell or all problems.</returns>
    public static CellLoadResult ReadCell(
        string fileName, string text, IReadOnlyList<PathOverride>? overrides = null, IReadOnlyDictionary<string, string>? changes = null)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(text);
        var context = Context(changes);
        context.Inputs.Add(new InputFile(fileName, text));
        if (BpxFile.IsBpx(fileName, text))
        {
            return ReadBpx(fileName, text, overrides, context);
        }

        if (context.ReadTree(fileName, text) is not { } root)
        {
            return new CellLoadResult(null, context.Problems, [], context.Inputs);
        }

        root = OverrideApplication.Apply(root, overrides ?? [], context.Problems);
        var (cell, warnings) = CellReader.Read(root, context);
        return new CellLoadResult(cell, InFileOrder(context.Problems), warnings, context.Inputs);
    }

    /// <summary>How the real stack of a cell is built: as its file says, and as is usual where it says nothing.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The construction; its values tell what was given and what is assumed.</returns>
    public static StackConstruction ConstructionOf(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Construction ?? StackReader.Assumed(cell.Layers);
    }

    /// <summary>Writes a cell as a file that holds everything itself: materials stand in place, values with their sources.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>YAML text that <see cref="ReadCell"/> reads as the same cell.</returns>
    /// <remarks>A property function of a type that files have no name for is written as a fine table, which says so.</remarks>
    public static string WriteCell(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return YamlText.Of(CellTree.Of(cell, withSources: true));
    }

    /// <summary>Reads a material of the library, or one of a file of the user's.</summary>
    /// <param name="idOrPath">Library id or path of a YAML file.</param>
    /// <param name="changes">Texts for values of its file and of those that it names, by <see cref="SourcedValue.Place"/>; may be null.</param>
    /// <returns>The material or all problems.</returns>
    public static MaterialLoadResult LoadMaterial(string idOrPath, IReadOnlyDictionary<string, string>? changes = null)
    {
        ArgumentNullException.ThrowIfNull(idOrPath);
        var context = Context(changes);
        string? name = Find("materials", "material", idOrPath, context.Problems);
        string? text = name is null ? null : context.ReadFile(name);
        var root = text is null ? null : context.ReadTree(name!, text);
        if (root is null)
        {
            return new MaterialLoadResult(null, context.Problems);
        }

        var reader = new MappingReader(root, "", context, "");
        var material = MaterialReader.ReadAny(reader, Path.GetFileNameWithoutExtension(name!.Split('/')[^1]));
        return context.Problems.Count > 0 || material is null
            ? new MaterialLoadResult(null, InFileOrder(context.Problems))
            : new MaterialLoadResult(material with { Values = [.. context.Values] }, []);
    }

    /// <summary>The JSON schema that editors use to complete and check files.</summary>
    /// <param name="kind">"cell", "material", "laws" or "system".</param>
    /// <returns>The schema's text.</returns>
    /// <exception cref="ArgumentException">There is no such schema.</exception>
    public static string Schema(string kind) =>
        DataFiles.ReadEmbedded($"library:schema/{kind}.schema.json")
        ?? throw new ArgumentException($"There is no schema \"{kind}\"; there are cell, material, laws, ageing and system.", nameof(kind));

    private static ReadContext Context(IReadOnlyDictionary<string, string>? changes) => changes is null ? new ReadContext() : new ReadContext { Changes = changes };

    private static CellLoadResult ReadBpx(string fileName, string text, IReadOnlyList<PathOverride>? overrides, ReadContext context)
    {
        var content = BpxFile.Read(fileName, text, context);
        if (content?.Cell is not { } tree)
        {
            return new CellLoadResult(null, InFileOrder(context.Problems), [], context.Inputs);
        }

        var values = new ReadContext();
        values.Inputs.AddRange(context.Inputs);
        var (cell, warnings) = CellReader.Read(OverrideApplication.Apply(tree, overrides ?? [], values.Problems), values);

        // A field that is missing or wrong in the file is no second mistake where its value is missed.
        var first = context.Problems.ToList();
        context.Problems.AddRange(values.Problems.Where(p => first.Count == 0 || !(Follows(p) || first.Exists(q => q.Line == p.Line && q.Column == p.Column))));
        if (context.Problems.Count > 0 || cell is null)
        {
            return new CellLoadResult(null, InFileOrder(context.Problems), content.Warnings, context.Inputs);
        }

        cell = BpxFile.WithSources(cell, content.Sources);

        // Where User-defined tells the real stoichiometry windows, those of the cell are no longer the limits of the standard.
        var limits = ReferenceEquals(content.Cell, content.Standard) ? BpxFile.CheckWindow(cell, fileName) : [];
        return new CellLoadResult(cell, [], [.. content.Warnings, .. warnings, .. limits], context.Inputs) { Experiments = content.Experiments };

        static bool Follows(FileProblem problem) =>
            problem.Message.StartsWith("is missing", StringComparison.Ordinal) || problem.Message.StartsWith("needs ", StringComparison.Ordinal)
            || problem.Message.StartsWith("a cell needs", StringComparison.Ordinal) || problem.Message.Contains("NaN", StringComparison.Ordinal);
    }

    /// <summary>The library's file of an id or alias, or the path itself; null, with a problem, if neither exists.</summary>
    private static string? Find(string folder, string noun, string idOrPath, List<FileProblem> problems)
    {
        if (DataFiles.EmbeddedIds(folder).Contains(idOrPath, StringComparer.Ordinal))
        {
            return DataFiles.EmbeddedName(folder, idOrPath);
        }

        bool looksLikeFile = idOrPath.Contains('/', StringComparison.Ordinal) || idOrPath.Contains('\\', StringComparison.Ordinal)
            || Path.HasExtension(idOrPath) || File.Exists(idOrPath);
        if (looksLikeFile && !DataFiles.IsEmbedded(idOrPath))
        {
            return idOrPath;
        }

        var entries = folder is "cells" ? ListCells() : ListMaterials();
        if (entries.FirstOrDefault(e => e.Aliases.Contains(idOrPath, StringComparer.Ordinal)) is { } entry)
        {
            return DataFiles.EmbeddedName(folder, entry.Id);
        }

        var near = Names.NearestOf(idOrPath, entries.SelectMany(e => (string[])[e.Id, .. e.Aliases]), 3);
        string advice = near.Count == 0
            ? $"the library has {string.Join(", ", entries.Select(e => e.Id))}"
            : $"did you mean {string.Join(" or ", near.Select(n => $"\"{n}\""))}?";
        problems.Add(new FileProblem(idOrPath, 0, 0, "", $"there is no {noun} or file of this name; {advice}"));
        return null;
    }

    private static IReadOnlyList<LibraryEntry> List(string folder, Func<MappingNode, string> kind, string titleKey) =>
        [.. DataFiles.EmbeddedIds(folder).Select(id =>
        {
            string name = DataFiles.EmbeddedName(folder, id);
            var root = YamlTree.Read(name, DataFiles.ReadEmbedded(name)!, []) ?? throw new InvalidDataException($"{name} is no YAML mapping.");
            var aliases = (root.Find("aliases")?.Value as SequenceNode)?.Items.OfType<ScalarNode>().Select(s => s.Text) ?? [];
            return new LibraryEntry(id, [.. aliases], kind(root), root.TextOf(titleKey) ?? id);
        })];

    /// <summary>By line within each file; files in the order in which they were met.</summary>
    private static List<FileProblem> InFileOrder(List<FileProblem> problems)
    {
        var files = problems.Select(p => p.File).Distinct(StringComparer.Ordinal).ToList();
        return [.. problems.OrderBy(p => files.IndexOf(p.File)).ThenBy(p => p.Line).ThenBy(p => p.Column)];
    }
}
