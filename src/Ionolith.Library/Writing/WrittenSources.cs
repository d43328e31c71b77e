using Ionolith.Cells.Stack;

namespace Ionolith.Library.Writing;

/// <summary>Sources of the values that are written, by path.</summary>
/// <remarks>
/// Some values are given by others: a volume fraction by a mass fraction, a thickness by a loading. What is written then is
/// the computed one, and its source tells what it was computed from, with the role and range of that.
/// </remarks>
internal static class WrittenSources
{
    /// <summary>Start of the text of a value that is a law; its name follows.</summary>
    public const string LawText = "law ";

    private static readonly (string Given, string Written)[] Computed =
    [
        ("mass-fraction", "volume-fraction"),
        ("active-loading", "thickness"),
        ("specific-capacity", "maximum-concentration"),
        ("tortuosity.bruggeman", "transport-efficiency"),
        ("tortuosity.factor", "transport-efficiency"),
        ("tortuosity.network.size", "transport-efficiency"),
        ("electronic-conductivity.bulk", "electronic-conductivity"),
    ];

    public static Dictionary<string, SourcedValue> Of(CellDescription cell)
    {
        var sources = cell.Values.DistinctBy(v => v.Path, StringComparer.Ordinal).ToDictionary(v => v.Path, StringComparer.Ordinal);
        foreach (var value in cell.Values)
        {
            foreach (var (given, written) in Computed)
            {
                if (value.Path.EndsWith("." + given, StringComparison.Ordinal))
                {
                    string path = value.Path[..^given.Length] + written;
                    sources.TryAdd(path, new SourcedValue(path, "", Text(given, value), ValueRole.Input, ""));
                }
            }
        }

        return sources;
    }

    /// <summary>Only the names of laws by path, without sources: they tell which of several equal forms a function has.</summary>
    public static Dictionary<string, SourcedValue> Laws(CellDescription cell) => cell.Values
        .Where(v => v.Text.StartsWith(LawText, StringComparison.Ordinal))
        .DistinctBy(v => v.Path, StringComparer.Ordinal)
        .ToDictionary(v => v.Path, v => v with { Source = "", Role = ValueRole.Input }, StringComparer.Ordinal);

    private static string Text(string given, SourcedValue value)
    {
        string role = value.Role switch
        {
            ValueRole.Assumed => $" (assumed, {value.Range})",
            ValueRole.Calibrated => " (calibrated)",
            _ => "",
        };
        return $"computed from {given} {value.Text}{role}" + (value.Source.Length > 0 ? ": " + value.Source : "");
    }
}
