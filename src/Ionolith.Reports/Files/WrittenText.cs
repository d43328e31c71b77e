using System.Text.RegularExpressions;

namespace Ionolith.Reports.Files;

/// <summary>Tells whether a text that the program has written, and that is kept, still is what it computes.</summary>
/// <remarks>A last digit that differs by one is no difference, because round-off differs between machines.</remarks>
public static partial class WrittenText
{
    /// <summary>Tells the first difference between two texts that is more than round-off.</summary>
    /// <param name="expected">The text as it is kept.</param>
    /// <param name="actual">The text as it is computed.</param>
    /// <returns>Line number and both lines; null if there is none.</returns>
    public static string? FirstDifference(string expected, string actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        string[] kept = expected.ReplaceLineEndings("\n").Split('\n'), computed = actual.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < Math.Max(kept.Length, computed.Length); i++)
        {
            string left = i < kept.Length ? kept[i] : "(no line)", right = i < computed.Length ? computed[i] : "(no line)";
            if (!AreAlike(left, right))
            {
                return string.Create(CultureInfo.InvariantCulture, $"line {i + 1}: kept \"{left}\", computed \"{right}\"");
            }
        }

        return null;
    }

    private static bool AreAlike(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return true;
        }

        var (numbers, others) = (NumberPattern().Matches(left), NumberPattern().Matches(right));
        return numbers.Count == others.Count
            && string.Equals(NumberPattern().Replace(left, "#"), NumberPattern().Replace(right, "#"), StringComparison.Ordinal)
            && numbers.Zip(others).All(p => AreClose(p.First.Value, p.Second.Value));
    }

    /// <summary>Whether two printed numbers are one apart in the last digit at most.</summary>
    private static bool AreClose(string left, string right)
    {
        double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);
        double unit = Math.Max(LastDigit(left), LastDigit(right));
        return Math.Abs(Value(left) - Value(right)) <= 1.001 * unit;
    }

    private static double LastDigit(string text)
    {
        int e = text.IndexOf('e', StringComparison.Ordinal), point = text.IndexOf('.', StringComparison.Ordinal);
        int end = e < 0 ? text.Length : e;
        int exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return Math.Pow(10, exponent - (point < 0 ? 0 : end - point - 1));
    }

    [GeneratedRegex(@"[-+]?\d+(\.\d+)?(e[-+]?\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberPattern();
}
