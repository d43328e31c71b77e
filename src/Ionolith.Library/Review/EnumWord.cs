using Ionolith.Library.Reading;

namespace Ionolith.Library.Review;

/// <summary>Reads the words that a file has for the values of an enumeration.</summary>
internal static class EnumWord
{
    /// <summary>The value of a key that must be there.</summary>
    /// <param name="reader">The mapping.</param>
    /// <param name="key">The key.</param>
    /// <param name="words">One word a value, in the order of the enumeration.</param>
    public static T Read<T>(MappingReader reader, string key, string[] words)
        where T : struct, Enum
    {
        if (!reader.Has(key))
        {
            reader.ReportMissing(key, $"{string.Join(", ", words[..^1])} or {words[^1]}");
        }

        return Enum.GetValues<T>()[Array.IndexOf(words, reader.Choice(key, words))];
    }
}
