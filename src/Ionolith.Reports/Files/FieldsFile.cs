using Ionolith.Cells.Simulation;

namespace Ionolith.Reports.Files;

/// <summary>Writes the fields of a run as fields.npz.</summary>
/// <remarks>
/// Arrays: "t" (s) and "V" (V) of the profiles, each field under its symbol [time, position] in its SI unit, and its positions under
/// "x_symbol" (m) or "r_symbol" (1). A symbol that occurs again gets a number: "x_s", "x_s_2".
/// </remarks>
public static class FieldsFile
{
    /// <summary>Names under which the fields are stored, in their order.</summary>
    /// <param name="fields">The fields.</param>
    /// <returns>One name a field.</returns>
    public static IReadOnlyList<string> Names(IReadOnlyList<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "t", "V" };
        var names = new List<string>();
        foreach (var field in fields)
        {
            var plain = string.Concat(field.Symbol.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
            var name = plain;
            for (var n = 2; !used.Add(name); n++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{plain}_{n}");
            }

            used.Add($"{field.Axis}_{name}");
            used.Add($"r_{name}");
            names.Add(name);
        }

        return names;
    }

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="series">The fields.</param>
    public static void Write(Stream stream, FieldSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        using var npz = new NpzWriter(stream);
        npz.Add("t", series.Times);
        npz.Add("V", series.Voltages);
        var names = Names(series.Fields);
        for (var i = 0; i < names.Count; i++)
        {
            npz.Add($"{series.Fields[i].Axis}_{names[i]}", series.Fields[i].Positions);
            if (series.Fields[i].Radii is { } radii)
            {
                npz.Add($"r_{names[i]}", radii);
                npz.Add(names[i], series.Fields[i].Values, radii.Count);
            }
            else
            {
                npz.Add(names[i], series.Fields[i].Values);
            }
        }
    }
}
