using System.Globalization;
using Ionolith.Cells.Light;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Reading;

/// <summary>Reads a spectrum: the name of one in the library, {black-body: 3200 K}, {table-file: lamp.csv} or {name: ..., table: [[400, 1.1], ...]}.</summary>
internal static class SpectrumReader
{
    public const string Key = "spectrum";

    /// <summary>The sun's spectrum, which is taken where none is named.</summary>
    public const string Sun = "am1.5g";

    private const double Nanometre = 1e-9;
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal) { [Sun] = "library:spectra/am15g.csv" };

    /// <summary>The spectrum of a light; null, with problems, where it is wrong.</summary>
    public static LightSpectrum? Read(MappingReader light)
    {
        switch (light.Know(Key))
        {
            case null:
                return OfLibrary(light, Sun);
            case ScalarNode { Text.Length: > 0 } name:
                light.Context.Remember(light.PathOf(Key), name.Location);
                return OfLibrary(light, name.Text);
            case MappingNode mapping:
                var reader = new MappingReader(mapping, light.PathOf(Key), light.Context, light.SourceFor(mapping));
                var spectrum = Read(reader, mapping);
                reader.Finish();
                return spectrum;
            default:
                light.Report(Key, "expected am1.5g, {black-body: 3200 K}, {table-file: lamp.csv} or {name: lamp, table: [[400, 1.1], [500, 1.5]]}");
                return null;
        }
    }

    private static LightSpectrum? Read(MappingReader reader, MappingNode mapping)
    {
        if (mapping.Find("value") is not null)
        {
            return reader.OptionalText("value") is { } name ? OfLibrary(reader, name) : null;
        }

        reader.RequireOneOf(required: true, "black-body", "table", "table-file");
        if (reader.Has("black-body"))
        {
            double kelvin = reader.Quantity("black-body", QuantityKinds.Temperature);
            return double.IsNaN(kelvin) ? null : Make(reader, "black-body", () => BlackBody.Of(kelvin));
        }

        string own = reader.OptionalText("name") ?? "";
        if (reader.Has("table"))
        {
            var pairs = NumberPairs.Read(reader, "table", "a wavelength in nm and an irradiance, such as [500, 1.5]");
            return pairs.Count == 0 ? null : Make(reader, "table", () => OfRows(own.Length > 0 ? own : "table", pairs));
        }

        return reader.OptionalText("table-file") is not { } file ? null
            : OfFile(reader, "table-file", own.Length > 0 ? own : file, DataFiles.Relative(reader.Location.File, file));
    }

    private static LightSpectrum? OfLibrary(MappingReader reader, string name)
    {
        if (Known.TryGetValue(name, out string? file))
        {
            return OfText(reader, Key, name, file, DataFiles.ReadEmbedded(file) ?? throw new InvalidDataException($"{file} is missing."));
        }

        reader.Report(reader.Has("value") ? "value" : Key, $"there is no spectrum \"{name}\"; {Names.Advice(name, [.. Known.Keys])}; others are written {{black-body: 3200 K}} or {{table-file: lamp.csv}}");
        return null;
    }

    private static LightSpectrum? OfFile(MappingReader reader, string key, string name, string file)
    {
        int before = reader.Context.Problems.Count;
        if (reader.Context.ReadFile(file) is { } text)
        {
            return OfText(reader, key, name, file, text);
        }

        reader.Context.Problems.RemoveRange(before, reader.Context.Problems.Count - before);
        reader.Report(key, $"the file \"{file}\" cannot be read; its name is relative to the file that names it");
        return null;
    }

    private static LightSpectrum? OfText(MappingReader reader, string key, string name, string file, string text)
    {
        var points = new List<(double X, double Y)>();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            string[] cells = line.Split([',', ';', '\t'], StringSplitOptions.TrimEntries);
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (cells.Length >= 2 && NumberPairs.TryNumber(cells[0], out double x) && NumberPairs.TryNumber(cells[1], out double y))
            {
                points.Add((x, y));
            }
            else if (points.Count > 0 || i > 0 && !line.StartsWith("wavelength", StringComparison.OrdinalIgnoreCase))
            {
                reader.Context.Report(new FileLocation(file, i + 1, 1), reader.PathOf(key), $"expected a wavelength in nm and an irradiance, separated by a comma, but got \"{line}\"");
                return null;
            }
        }

        return Make(reader, key, () => OfRows(name, points));
    }

    private static LightSpectrum OfRows(string name, List<(double X, double Y)> points) =>
        new(name, [.. points.Select(p => p.X * Nanometre)], [.. points.Select(p => p.Y)]);

    private static LightSpectrum? Make(MappingReader reader, string key, Func<LightSpectrum> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            reader.Report(key, e.Message.Split(" (Parameter", 2)[0]);
            return null;
        }
    }
}
