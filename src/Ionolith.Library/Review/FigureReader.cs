using System.Globalization;
using Ionolith.Library.Reading;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Review;

/// <summary>Reads the figure of a claim: one of value, approx, lower and range.</summary>
internal static class FigureReader
{
    private const string Cycles = "cycles";

    private static readonly string[] Keys = ["value", "approx", "lower", "range"];

    private static readonly QuantityKind[] Kinds =
    [
        QuantityKinds.Number, QuantityKinds.SpecificCapacity, QuantityKinds.Conductivity, QuantityKinds.ArealCapacity,
        QuantityKinds.CurrentDensity, QuantityKinds.Voltage, QuantityKinds.Time, QuantityKinds.MolarEnergy,
        QuantityKinds.SpecificEnergy, QuantityKinds.SpecificPower, QuantityKinds.EnergyDensity,
    ];

    /// <summary>The figure; null where there is none or, with a problem, where it cannot be read.</summary>
    public static ReportedFigure? Read(MappingReader reader, bool required)
    {
        reader.RequireOneOf(required, Keys);
        string? key = Keys.FirstOrDefault(reader.Has);
        if (key is null || reader.OptionalText(key) is not { } text)
        {
            return null;
        }

        if (key is "range")
        {
            return ReadRange(reader, text);
        }

        if (Read(reader, key, text, Kinds) is not { } figure)
        {
            return null;
        }

        return key switch
        {
            "approx" => figure with { Sense = FigureSense.Approximate },
            "lower" => figure with { Sense = FigureSense.Lower, Upper = double.PositiveInfinity },
            _ => figure,
        };
    }

    private static ReportedFigure? ReadRange(MappingReader reader, string text)
    {
        string[] ends = text.Split(" to ");
        if (ends.Length != 2)
        {
            reader.Report("range", $"expected two figures in increasing order, such as \"84 % to 86 %\", but got \"{text}\"");
            return null;
        }

        if (Read(reader, "range", ends[0], Kinds) is not { } lower || Read(reader, "range", ends[1], [lower.Kind]) is not { } upper)
        {
            return null;
        }

        if (!(lower.Lower < upper.Lower))
        {
            reader.Report("range", $"expected two figures in increasing order, but got \"{text}\"");
        }

        if (!string.Equals(lower.Unit, upper.Unit, StringComparison.Ordinal))
        {
            reader.Report("range", $"expected two figures in the same unit, but got \"{text}\"");
        }

        return lower with { Sense = FigureSense.Range, Upper = upper.Lower, Printed = $"{lower.Printed} to {upper.Printed}" };
    }

    private static ReportedFigure? Read(MappingReader reader, string key, string text, QuantityKind[] kinds)
    {
        string trimmed = text.Trim();

        // A count of cycles is a pure number with a word behind it, which is no unit anywhere else.
        bool cycles = trimmed.EndsWith(" " + Cycles, StringComparison.Ordinal);
        string measured = cycles ? trimmed[..^Cycles.Length] : trimmed;
        if (!Quantity.TryParse(measured, kinds, out var kind, out var quantity, out string error))
        {
            reader.Report(key, error);
            return null;
        }

        int end = NumberLength(trimmed);
        string unit = trimmed[end..].Trim();
        return new ReportedFigure(FigureSense.Value, quantity.Value, quantity.Value, kind!, unit, trimmed[..end]);
    }

    /// <summary>Length of the longest start of the text that is a number; the text is known to start with one.</summary>
    private static int NumberLength(string text)
    {
        int end = text.Length;
        while (!double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out _) || text[end - 1] == ' ')
        {
            end--;
        }

        return end;
    }
}
