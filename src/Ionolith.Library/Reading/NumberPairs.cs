using System.Globalization;
using Ionolith.Library.Files;

namespace Ionolith.Library.Reading;

/// <summary>Reads lists of pairs of numbers, such as [[0.1, 3.4], [0.2, 3.5]].</summary>
internal static class NumberPairs
{
    /// <summary>The pairs under a key.</summary>
    /// <param name="reader">The mapping.</param>
    /// <param name="key">The key.</param>
    /// <param name="expected">What a pair is, with an example.</param>
    /// <returns>The pairs; none where one is wrong or there are none, which is reported.</returns>
    public static List<(double X, double Y)> Read(MappingReader reader, string key, string expected)
    {
        var pairs = new List<(double X, double Y)>();
        var items = reader.List(key);
        foreach (var item in items)
        {
            if (item is SequenceNode { Items: [ScalarNode x, ScalarNode y] } && TryNumber(x.Text, out double first) && TryNumber(y.Text, out double second))
            {
                pairs.Add((first, second));
            }
            else
            {
                reader.Context.Report(item.Location, reader.PathOf(key), $"expected {expected}");
            }
        }

        if (items.Count == 0)
        {
            reader.Report(key, "has no points");
        }

        return pairs.Count == items.Count ? pairs : [];
    }

    /// <summary>A finite number.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
