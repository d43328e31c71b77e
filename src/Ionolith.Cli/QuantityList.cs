using System.Globalization;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cli;

/// <summary>Reads options that hold several values: "10 um, 25 um", "C/5, 1C, 10C".</summary>
internal static class QuantityList
{
    /// <summary>Quantities in SI; those that are none become problems.</summary>
    public static IReadOnlyList<double> Read(string option, string? text, QuantityKind kind, List<string> problems) => ReadAll(text, part =>
    {
        if (Quantity.TryParse(part, kind, out var quantity, out string error))
        {
            return quantity.Value;
        }

        problems.Add($"{option}: {error}");
        return null;
    });

    /// <summary>C-rates, 1/h.</summary>
    public static IReadOnlyList<double> ReadRates(string option, string? text, List<string> problems) => ReadAll(text, part =>
    {
        string number = part.StartsWith("C/", StringComparison.OrdinalIgnoreCase) ? part[2..] : part.TrimEnd('C', 'c');
        if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && double.IsFinite(value) && number.Length < part.Length)
        {
            return part.StartsWith("C/", StringComparison.OrdinalIgnoreCase) ? 1 / value : value;
        }

        problems.Add($"{option}: expected C-rates, such as \"C/5, 1C, 10C\", but got \"{part}\"");
        return null;
    });

    private static List<double> ReadAll(string? text, Func<string, double?> read) =>
        [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(read).Where(v => v is not null).Select(v => v!.Value)];
}
