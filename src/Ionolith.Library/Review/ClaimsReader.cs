using Ionolith.Library.Files;
using Ionolith.Library.Reading;

namespace Ionolith.Library.Review;

/// <summary>Reads systems with their claims.</summary>
internal static class ClaimsReader
{
    private static readonly string[] Kinds = ["property", "cell", "durability", "structure", "qualitative"];
    private static readonly string[] Roles = ["input", "calibrated", "predicted", "analysed", "shown"];

    public static IReadOnlyList<ReviewSystem> Read(MappingReader reader)
    {
        reader.Text("review", "author, title (year)");
        if (!reader.Has("systems"))
        {
            reader.ReportMissing("systems", "a list of systems, each with id, what and claims");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var systems = new List<ReviewSystem>();
        foreach (var node in reader.List("systems"))
        {
            if (Item(node, reader, "systems", systems.Count + 1) is { } item)
            {
                systems.Add(ReadSystem(item, ids));
            }
        }

        if (systems.Count == 0 && reader.Has("systems"))
        {
            reader.Report("systems", "holds no system");
        }

        reader.Finish();
        return systems;
    }

    /// <summary>The entries of a list's item, under its id where it has one.</summary>
    private static MappingReader? Item(FileNode node, MappingReader parent, string key, int number)
    {
        string name = parent.PathOf($"{key}.{number}");
        if (node is not MappingNode mapping)
        {
            parent.Context.Report(node.Location, name, "expected keys and values (id: ...)");
            return null;
        }

        string path = mapping.TextOf("id") is { Length: > 0 } id ? (parent.Path.Length == 0 ? id : $"{parent.Path}.{id}") : name;
        return new MappingReader(mapping, path, parent.Context, parent.Source);
    }

    private static string ReadId(MappingReader reader, HashSet<string> ids, string example)
    {
        string id = reader.Text("id", example);
        if (id.Length > 0 && !ids.Add(id))
        {
            reader.Report("id", $"\"{id}\" is given twice; every id must be unique");
        }

        return id;
    }

    private static ReviewSystem ReadSystem(MappingReader reader, HashSet<string> ids)
    {
        string id = ReadId(reader, ids, "cpe-bnns");
        int? reference = reader.Has("ref") ? reader.Whole("ref", otherwise: 1) : null;
        string citation = reader.OptionalText("citation") ?? "";
        if (reference is not null && citation.Length == 0 && !reader.Has("citation"))
        {
            reader.ReportMissing("citation", $"the reference {reference} in full: authors, title, journal, year, pages");
        }

        if (reference is < 1)
        {
            reader.Report("ref", "expected the number of a reference, such as 31");
        }

        var claims = new List<ReviewClaim>();
        var claimIds = new HashSet<string>(StringComparer.Ordinal);
        string what = reader.Text("what", "LFP | polymer | Li");
        foreach (var node in reader.List("claims"))
        {
            if (Item(node, reader, "claims", claims.Count + 1) is { } item)
            {
                claims.Add(ReadClaim(item, claimIds));
            }
        }

        if (!reader.Has("claims"))
        {
            reader.ReportMissing("claims", "a list of claims, each with id, kind, role and a quantity or a statement");
        }

        reader.Finish();
        return new ReviewSystem { Id = id, Reference = reference, Citation = citation, What = what, Claims = claims };
    }

    private static ReviewClaim ReadClaim(MappingReader reader, HashSet<string> ids)
    {
        string id = ReadId(reader, ids, "capacity-2C");
        var kind = Word<ClaimKind>(reader, "kind", Kinds);
        var role = Word<ClaimRole>(reader, "role", Roles);
        reader.RequireOneOf(required: true, "quantity", "statement");
        string? statement = reader.OptionalText("statement");
        string quantity = statement ?? reader.OptionalText("quantity") ?? "";
        var figure = FigureReader.Read(reader, required: statement is null);
        if (statement is not null && figure is not null)
        {
            reader.Report("statement", "is given beside a figure; what has a figure is a quantity");
        }

        string waitsFor = reader.Text("waits-for", "ageing over cycles");
        string doubt = reader.OptionalText("doubt") ?? "";
        reader.Finish();
        return new ReviewClaim
        {
            Id = id,
            Kind = kind,
            Quantity = quantity,
            Figure = figure,
            Role = role,
            WaitsFor = waitsFor,
            Doubt = doubt,
        };
    }

    private static T Word<T>(MappingReader reader, string key, string[] words)
        where T : struct, Enum
    {
        if (!reader.Has(key))
        {
            reader.ReportMissing(key, $"{string.Join(", ", words[..^1])} or {words[^1]}");
        }

        return Enum.GetValues<T>()[Array.IndexOf(words, reader.Choice(key, words))];
    }
}
