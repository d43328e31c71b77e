using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Review;

/// <summary>Reads the file of one system.</summary>
internal static class SystemReader
{
    private static readonly string[] Sections =
        ["cathodes", "anodes", "polymer-electrolytes", "porous-electrolytes", "inorganic-electrolytes", "transport", "safety"];

    public static ReviewSystem Read(MappingReader reader)
    {
        string id = reader.Text("id", "cpe-bnns");
        var section = EnumWord.Read<ReviewSection>(reader, "section", Sections);
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

        string what = reader.Text("what", "LFP | polymer | Li");
        var materials = References(reader, "materials");
        var cells = References(reader, "cells");
        var claims = Claims(reader);
        reader.Finish();
        return new ReviewSystem
        {
            Id = id,
            Section = section,
            Reference = reference,
            Citation = citation,
            What = what,
            Materials = materials,
            Cells = cells,
            Claims = claims,
        };
    }

    private static List<ReviewClaim> Claims(MappingReader reader)
    {
        var claims = new List<ReviewClaim>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in reader.List("claims"))
        {
            string name = $"claims.{claims.Count + 1}";
            if (node is MappingNode mapping)
            {
                string path = mapping.TextOf("id") is { Length: > 0 } id ? id : name;
                claims.Add(ClaimReader.Read(new MappingReader(mapping, path, reader.Context, ""), ids));
            }
            else
            {
                reader.Context.Report(node.Location, name, "expected keys and values (id: ...)");
            }
        }

        if (!reader.Has("claims"))
        {
            reader.ReportMissing("claims", "a list of claims, each with id, kind, role and a quantity or a statement");
        }
        else if (claims.Count == 0)
        {
            reader.Report("claims", "holds no claim");
        }

        return claims;
    }

    /// <summary>Ids of the library, or files beside this one.</summary>
    private static List<string> References(MappingReader reader, string key)
    {
        var references = new List<string>();
        foreach (var node in reader.List(key))
        {
            if (node is not ScalarNode { Text.Length: > 0 } name)
            {
                reader.Context.Report(node.Location, reader.PathOf(key), $"expected the id or the file of one of the {key}");
            }
            else if (LibraryReference.Resolve(name, key) is { } found)
            {
                references.Add(found);
            }
            else
            {
                reader.Context.Report(name.Location, reader.PathOf(key), $"the library has no \"{name.Text}\"; {Names.Advice(name.Text, [.. DataFiles.EmbeddedIds(key)])}");
            }
        }

        return references;
    }
}
