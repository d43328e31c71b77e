using System.Globalization;
using Ionolith.Cells.Stack;
using Ionolith.Library.Reproduction.Measurements;

namespace Ionolith.Library.Reproduction;

/// <summary>One number that a measurement uses, wherever in its cells and materials it appears.</summary>
/// <param name="Subject">The first cell or material that it appears in.</param>
/// <param name="Value">The value there.</param>
internal sealed record UsedValue(MeasuredSubject Subject, SourcedValue Value)
{
    private const string MassFraction = ".mass-fraction";

    // Of a fitted number.
    private const int Digits = 5;

    /// <summary>All values that a measurement uses, each once.</summary>
    public static IReadOnlyList<UsedValue> Of(IMeasurement measurement, Laboratory laboratory) =>
        [.. Subjects(measurement).SelectMany(s => laboratory.Values(s).Where(v => v.Place.Length > 0).Select(v => new UsedValue(s, v)))
            .DistinctBy(u => u.Value.Place, StringComparer.Ordinal)];

    /// <summary>The same value in other places, which change with it.</summary>
    public IReadOnlyList<UsedValue> Twins { get; init; } = [];

    /// <summary>Whether the value is a single number, which can be set to another one.</summary>
    public bool IsNumber => TrySplit(Value.Text, out _, out _);

    /// <summary>The changes that give it another text.</summary>
    /// <remarks>Mass fractions add up to one: the others of the electrode share the rest in their proportions.</remarks>
    public Dictionary<string, string> To(string text, Laboratory laboratory)
    {
        var changes = new Dictionary<string, string>(StringComparer.Ordinal) { [Value.Place] = text };
        foreach (var twin in Twins)
        {
            changes[twin.Value.Place] = text;
        }

        if (Value.Path.EndsWith(MassFraction, StringComparison.Ordinal) && TryFraction(text, out double set) && TryFraction(Value.Text, out double before) && before < 1)
        {
            string electrode = Value.Path[..(Value.Path.IndexOf('.', StringComparison.Ordinal) + 1)];
            foreach (var other in laboratory.Values(Subject).Where(v => v.Path.StartsWith(electrode, StringComparison.Ordinal)
                && v.Path.EndsWith(MassFraction, StringComparison.Ordinal) && !string.Equals(v.Place, Value.Place, StringComparison.Ordinal)))
            {
                changes[other.Place] = TryFraction(other.Text, out double fraction) ? Text(fraction * (1 - set) / (1 - before), "") : other.Text;
            }
        }

        return changes;
    }

    /// <summary>The changes that give it another number in its own unit.</summary>
    public Dictionary<string, string> To(double number, Laboratory laboratory)
    {
        TrySplit(Value.Text, out _, out string unit);
        return To(Text(number, unit), laboratory);
    }

    /// <summary>Another number in its own unit as a file would have it.</summary>
    public string TextOf(double number)
    {
        TrySplit(Value.Text, out _, out string unit);
        double lack = 1 - number;
        int digits = Digits + (IsShareCloseToOne && lack > 0 ? (int)Math.Max(0, Math.Ceiling(-Math.Log10(lack)) - 1) : 0);
        return $"{number.ToString(string.Create(CultureInfo.InvariantCulture, $"G{digits}"), CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal)} {unit}".TrimEnd();
    }

    /// <summary>By what the number is varied: itself, or what a share close to one lacks, such as an efficiency of 0.9999.</summary>
    public double Scale => IsShareCloseToOne ? 1 - Number : Math.Abs(Number);

    private bool IsShareCloseToOne => TrySplit(Value.Text, out double number, out string unit) && unit.Length == 0 && number is > 0.9 and < 1;

    /// <summary>The number in its own unit; NaN where the value is a formula, a table or an interval.</summary>
    public double Number => TrySplit(Value.Text, out double number, out _) ? number : double.NaN;

    /// <summary>The ends of its range, as texts; null where it has none that could be set.</summary>
    public (string Lower, string Upper)? Ends() =>
        Value.Range.Split(" to ") is [var lower, var upper] && TrySplit(lower, out _, out _) && TrySplit(upper, out _, out _) ? (lower, upper) : null;

    /// <summary>Number and unit of a text such as "30 um" or "1e-14 m2/s".</summary>
    internal static bool TrySplit(string text, out double number, out string unit)
    {
        string trimmed = text.Trim();
        for (int end = trimmed.Length; end > 0; end--)
        {
            if (trimmed[end - 1] != ' ' && double.TryParse(trimmed.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            {
                unit = trimmed[end..].Trim();

                // "0.01..0.99" is an interval, "3.4 - 0.02*x" a formula.
                return unit.Length == 0 || char.IsAsciiLetter(unit[0]) || unit[0] is '%';
            }
        }

        (number, unit) = (double.NaN, "");
        return false;
    }

    private static bool TryFraction(string text, out double fraction)
    {
        bool read = TrySplit(text, out fraction, out string unit);
        fraction *= unit is "%" ? 0.01 : 1;
        return read;
    }

    private static string Text(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number:R} {unit}").TrimEnd();

    private static IEnumerable<MeasuredSubject> Subjects(IMeasurement measurement) =>
        measurement.Subject is { } subject ? [subject] : measurement.Parts.SelectMany(Subjects);
}
