using System.Reflection;
using Ionolith.Library.Files;

namespace Ionolith.Library.Reading;

/// <summary>The library's embedded files and those of the user's disk, by one kind of name.</summary>
internal static class DataFiles
{
    private const string Embedded = "library:";

    /// <summary>Names of the embedded files of a folder, e.g. of "cells".</summary>
    public static IReadOnlyList<string> EmbeddedIds(string folder)
    {
        string start = $"{Embedded}{folder}/";
        return [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(start, StringComparison.Ordinal) && n.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(n => n[start.Length..^".yaml".Length])
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Name of an embedded file.</summary>
    public static string EmbeddedName(string folder, string id) => $"{Embedded}{folder}/{id}.yaml";

    public static bool IsEmbedded(string name) => name.StartsWith(Embedded, StringComparison.Ordinal);

    /// <summary>The text of an embedded file; null if there is none.</summary>
    public static string? ReadEmbedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The text of a file of the user's; null with a problem if it cannot be read or is too large.</summary>
    public static string? ReadDisk(string path, List<FileProblem> problems)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                string reason = Directory.Exists(path) ? "is a folder, expected a file" : "there is no such file";
                problems.Add(new FileProblem(path, 0, 0, "", reason));
                return null;
            }

            if (info.Length > YamlTree.LongestText)
            {
                problems.Add(new FileProblem(path, 0, 0, "", $"the file has {info.Length} bytes; at most {YamlTree.LongestText} are read"));
                return null;
            }

            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(new FileProblem(path, 0, 0, "", "cannot be read: " + e.Message));
            return null;
        }
    }

    /// <summary>Name of a file that another one refers to: relative to the folder of the one that does.</summary>
    public static string Relative(string file, string reference)
    {
        if (IsEmbedded(file))
        {
            return file[..(file.LastIndexOf('/') + 1)] + reference;
        }

        string? folder = Path.GetDirectoryName(file);
        return string.IsNullOrEmpty(folder) ? reference : Path.Combine(folder, reference);
    }

    /// <summary>The text of a file by name, embedded or on disk; null with a problem if there is none.</summary>
    public static string? Read(string name, List<FileProblem> problems)
    {
        if (!IsEmbedded(name))
        {
            return ReadDisk(name, problems);
        }

        string? text = ReadEmbedded(name);
        if (text is null)
        {
            problems.Add(new FileProblem(name, 0, 0, "", "there is no such file in the library"));
        }

        return text;
    }
}
