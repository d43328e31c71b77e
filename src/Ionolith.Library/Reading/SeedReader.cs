namespace Ionolith.Library.Reading;

/// <summary>Reads the seed of random numbers.</summary>
internal static class SeedReader
{
    private const string Key = "seed";
    private const int Usual = 1;

    /// <summary>The seed; 1 where the file has none or a wrong one.</summary>
    /// <param name="reader">Mapping that may hold it.</param>
    public static int Read(MappingReader reader)
    {
        int seed = reader.Whole(Key, Usual);
        if (seed >= 0)
        {
            return seed;
        }

        reader.Report(Key, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"must be zero or positive but is {seed}: give another draw another number, such as {-(long)seed}"));
        return Usual;
    }
}
