namespace Ionolith.Numerics.Expressions;

/// <summary>Finds the name that someone probably meant.</summary>
public static class Names
{
    /// <summary>Returns the candidate nearest to a misspelt name.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns>
    /// The nearest one by edit distance, case ignored; null if none is near: more than a third of the letters differ, and none
    /// begins with the name.
    /// </returns>
    public static string? Nearest(string name, IEnumerable<string> candidates) =>
        NearestOf(name, candidates, 1) is [var nearest, ..] ? nearest : null;

    /// <summary>Returns the candidates nearest to a misspelt name, nearest first.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <param name="count">At most so many; positive.</param>
    /// <returns>The near ones; may be empty.</returns>
    public static IReadOnlyList<string> NearestOf(string name, IEnumerable<string> candidates, int count)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return [.. candidates
            .Select(c => (Name: c, Distance: Distance(name, c)))
            .Where(c => c.Distance <= Math.Max(1, Math.Max(name.Length, c.Name.Length) / 3) || Begins(c.Name, name))
            .OrderBy(c => c.Distance)
            .ThenBy(c => Math.Abs(c.Name.Length - name.Length))
            .ThenBy(c => c.Name.StartsWith(name[..Math.Min(1, name.Length)], StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(c => c.Name)];
    }

    /// <summary>What to tell someone who wrote a name that does not exist.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns><c>did you mean "thickness"?</c>, or <c>known are a, b, c</c> where none is near.</returns>
    public static string Advice(string name, IReadOnlyCollection<string> candidates) =>
        Nearest(name, candidates) is { } nearest ? $"did you mean \"{nearest}\"?" : $"known are {string.Join(", ", candidates)}";

    /// <summary>Optimal-string-alignment distance, letters compared without case: a swap of neighbours counts as one edit.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            table[i, 0] = i;
        }

        for (int j = 0; j <= b.Length; j++)
        {
            table[0, j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                int best = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + change);
                bool swapped = i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]);
                table[i, j] = swapped ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
            }
        }

        return table[a.Length, b.Length];
    }

    /// <summary>Someone who stops early means the longer name.</summary>
    private static bool Begins(string candidate, string name) =>
        name.Length >= 3 && candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
