namespace Ionolith.Cells.Protocols;

/// <summary>Finds the known word that a mistyped one was meant to be.</summary>
internal static class NearestWord
{
    /// <summary>" (did you mean 'until'?)" or nothing when no word is near.</summary>
    public static string Hint(string typed, IEnumerable<string> known)
    {
        var most = Math.Max(1, typed.Length / 3);
        var best = known
            .Select(word => (Word: word, Distance: Distance(typed, word)))
            .Where(c => c.Distance <= most)
            .OrderBy(c => c.Distance)
            .FirstOrDefault();
        return best.Word is null ? "" : $" (did you mean '{best.Word}'?)";
    }

    /// <summary>Number of letters inserted, removed, changed or swapped, case apart.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Cheapest(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Cheapest(int[,] rows, string a, string b, int i, int j)
    {
        var change = Same(a[i - 1], b[j - 1]) ? 0 : 1;
        var cost = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + change);
        var swapped = i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]);
        return swapped ? Math.Min(cost, rows[i - 2, j - 2] + 1) : cost;
    }

    private static bool Same(char x, char y) => char.ToUpperInvariant(x) == char.ToUpperInvariant(y);
}
