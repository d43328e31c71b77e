using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Library.Review;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>Reads which cell or material a measurement is made on.</summary>
internal static class SubjectReader
{
    /// <summary>A cell with the values that the measurement replaces ("set").</summary>
    public static MeasuredSubject? Cell(MappingReader reader, string key) => Name(reader, key, "cells", "cell") is { } name
        ? new MeasuredSubject(true, name, Settings(reader))
        : NoneWithSettings(reader);

    /// <summary>A material.</summary>
    public static MeasuredSubject? Material(MappingReader reader, string key) =>
        Name(reader, key, "materials", "material") is { } name ? new MeasuredSubject(false, name, []) : null;

    private static MeasuredSubject? NoneWithSettings(MappingReader reader)
    {
        Settings(reader);
        return null;
    }

    private static string? Name(MappingReader reader, string key, string folder, string noun)
    {
        switch (reader.Know(key))
        {
            case null:
                reader.ReportMissing(key, $"the id of a {noun} of the library, or the name of a file beside this one");
                return null;
            case ScalarNode { Text.Length: > 0 } scalar:
                if (LibraryReference.Resolve(scalar, folder) is { } name)
                {
                    return name;
                }

                reader.Report(key, $"the library has no {noun} \"{scalar.Text}\"; {Names.Advice(scalar.Text, [.. DataFiles.EmbeddedIds(folder)])}");
                return null;
            default:
                reader.Report(key, $"expected the id or the file of a {noun}");
                return null;
        }
    }

    private static List<string> Settings(MappingReader reader)
    {
        var settings = new List<string>();
        foreach (var node in reader.List("set"))
        {
            string text = (node as ScalarNode)?.Text ?? "";
            if (PathOverride.TryParse(text, out _, out string error))
            {
                settings.Add(text);
            }
            else
            {
                reader.Context.Report(node.Location, reader.PathOf("set"), error);
            }
        }

        return settings;
    }
}
