using System.Text;
using Ionolith.Library.LawForms;

namespace Ionolith.Library;

/// <summary>The laws that material and cell files can name.</summary>
public static class PropertyLaws
{
    /// <summary>All laws with their keys, in the order of the guide.</summary>
    public static IReadOnlyList<LawDescription> All { get; } =
        [.. LawRegistry.All.Select(f => new LawDescription(f.Name, f.Meaning, f.Source, f.Gives?.Name ?? "", [.. f.Keys.SelectMany(k => Describe(k, ""))]))];

    /// <summary>The part of the JSON schema that tells editors the laws; <see cref="CellLibrary.Schema"/> has the same text under "laws".</summary>
    /// <returns>The schema's text, written from the laws themselves.</returns>
    public static string Schema() => LawSchema.Text();

    /// <summary>The tables of the guide: every law with its keys.</summary>
    /// <returns>Markdown.</returns>
    public static string Guide()
    {
        var text = new StringBuilder();
        foreach (var law in All)
        {
            text.Append("### ").Append(law.Name).Append("\n\n").Append(char.ToUpperInvariant(law.Meaning[0])).Append(law.Meaning.AsSpan(1)).Append('.');
            text.Append(law.Gives.Length > 0 ? $" Gives {law.Gives}." : "").Append(" Source: ").Append(law.Source).Append(".\n\n");
            text.Append("| key | what | where left out |\n|---|---|---|\n");
            foreach (var key in law.Keys)
            {
                text.Append("| `").Append(key.Name).Append("` | ").Append(key.Meaning).Append("; ").Append(key.Form).Append(" | ").Append(key.Otherwise).Append(" |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static IEnumerable<LawKeyDescription> Describe(LawKey key, string above)
    {
        string name = above + key.Name;
        string form = key.Type switch
        {
            LawKeyType.Function => key.Kind is { } kind ? $"a function, {kind.Name}" : "a function",
            LawKeyType.Word => string.Join(" or ", key.Words),
            LawKeyType.Section => "keys below it",
            LawKeyType.Parts => "named parts",
            _ => $"{key.Kind!.Name} ({key.Kind.Example})" + (key.Rule == LawRule.Finite ? "" : $", {key.Rule.Text}"),
        };
        string otherwise = !key.IsOptional ? "must be given" : double.IsNaN(key.Otherwise) ? "" : Writing.SiUnit.Of(key.Kind!).Text(key.Otherwise);
        string below = name + (key.Type == LawKeyType.Parts ? ".NAME." : ".");
        return [new LawKeyDescription(name, key.Meaning, form, otherwise), .. key.Keys.SelectMany(k => Describe(k, below))];
    }
}

/// <summary>A law that files can name.</summary>
/// <param name="Name">Its name: "brick-layer".</param>
/// <param name="Meaning">What it describes, in one line.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Gives">The kind of quantity that it gives: "a voltage"; empty for a law that gives what its parts are.</param>
/// <param name="Keys">Its keys, those below others with their whole path.</param>
public sealed record LawDescription(string Name, string Meaning, string Source, string Gives, IReadOnlyList<LawKeyDescription> Keys);

/// <summary>A key of a law.</summary>
/// <param name="Name">The key, with those above it: "sites.concentration".</param>
/// <param name="Meaning">What it means, with its symbol.</param>
/// <param name="Form">What may stand there.</param>
/// <param name="Otherwise">What holds where it is left out; empty where that depends on others.</param>
public sealed record LawKeyDescription(string Name, string Meaning, string Form, string Otherwise);
