namespace Ionolith.Cells.LongRuns;

/// <summary>Which cycles of a long run stay in memory: all of 4096; of more the first ten, the last ten and every second, fourth, eighth ... between.</summary>
/// <remarks>What is kept depends on the number of cycles alone, and those of a longer run are among those of a shorter one.</remarks>
internal static class CycleThinning
{
    // So many more rows may gather before they are thinned.
    private const int Slack = 1024;

    private const int Most = 4096;
    private const int Ends = 10;

    /// <summary>Whether so many rows should be thinned.</summary>
    public static bool IsDue(int rows) => rows > Most + (2 * Ends) + Slack;

    /// <summary>Whether a cycle stays.</summary>
    /// <param name="cycle">Its number.</param>
    /// <param name="last">Number of the last cycle so far.</param>
    public static bool Keeps(int cycle, int last) => cycle <= Ends || cycle > last - Ends || cycle % Stride(last) == 0;

    private static int Stride(int last)
    {
        int stride = 1;
        while (last / stride > Most)
        {
            stride *= 2;
        }

        return stride;
    }
}
