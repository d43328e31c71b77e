using Ionolith.Numerics.Expressions;

namespace Ionolith.Cells.Protocols;

/// <summary>Hints at the known word that a mistyped one was meant to be.</summary>
internal static class NearestWord
{
    /// <summary>" (did you mean 'until'?)" or nothing when no word is near.</summary>
    public static string Hint(string typed, IEnumerable<string> known) =>
        Names.Nearest(typed, known) is { } near ? $" (did you mean '{near}'?)" : "";
}
