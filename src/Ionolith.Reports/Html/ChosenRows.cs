using Ionolith.Cells.Simulation;

namespace Ionolith.Reports.Html;

/// <summary>Which rows of a run are drawn: all of a short one; of a long one those that shape its curves.</summary>
internal static class ChosenRows
{
    /// <summary>Indices of the rows to draw, increasing.</summary>
    /// <param name="series">The rows.</param>
    /// <param name="most">About how many may be drawn.</param>
    /// <remarks>The rows are cut in equal groups; first, lowest and highest voltage of each group stay, and the ends of every step.</remarks>
    public static int[] Of(TimeSeries series, int most)
    {
        if (series.Count <= most)
        {
            return [.. Enumerable.Range(0, series.Count)];
        }

        var kept = new SortedSet<int> { 0, series.Count - 1 };
        var groups = Math.Max(1, most / 4);
        for (var g = 0; g < groups; g++)
        {
            var from = (int)((long)series.Count * g / groups);
            var to = (int)((long)series.Count * (g + 1) / groups);
            var (low, high) = (from, from);
            for (var i = from; i < to; i++)
            {
                low = series.Voltage[i] < series.Voltage[low] ? i : low;
                high = series.Voltage[i] > series.Voltage[high] ? i : high;
            }

            kept.UnionWith([from, low, high]);
        }

        var jumps = Enumerable.Range(1, series.Count - 1).Where(i => series.Step[i] != series.Step[i - 1]).ToList();
        var every = (jumps.Count / groups) + 1;
        for (var j = 0; j < jumps.Count; j += every)
        {
            kept.UnionWith([jumps[j] - 1, jumps[j]]);
        }

        return [.. kept];
    }
}
