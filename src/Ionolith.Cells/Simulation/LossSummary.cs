namespace Ionolith.Cells.Simulation;

/// <summary>One loss over a whole run.</summary>
/// <param name="Name">Name of the loss.</param>
/// <param name="Mean">Mean over the charge that passed, V; NaN where none passed.</param>
/// <param name="End">Loss at the last row at which current flows, V.</param>
/// <param name="Energy">Energy lost, J.</param>
/// <param name="Share">Share of all energy lost, 1.</param>
public sealed record LossSummary(string Name, double Mean, double End, double Energy, double Share)
{
    /// <summary>Sums each loss over a run, or over the last cycle of one that keeps few rows.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The losses in their order; empty where none were computed, or too few rows are kept to know them.</returns>
    /// <remarks>
    /// The energy lost is the integral of loss times current, by the trapezoidal rule over the rows; it is positive on charge as on
    /// discharge, because a loss changes its sign with the current.
    /// </remarks>
    public static IReadOnlyList<LossSummary> Of(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        result = result.LastCycle ?? result;
        if (result.Losses is not { } losses || result.Series.Count == 0 || result.Options.Rows != OutputRows.Every)
        {
            return [];
        }

        var series = result.Series;
        var current = series.ElectrolyteCurrent ?? series.Current;
        var passed = Integral(series, i => Math.Abs(current[i]));
        var energies = losses.Values.Select(v => Integral(series, i => v[i] * current[i])).ToArray();
        var total = energies.Sum(Math.Abs);
        var last = series.Count - 1;
        while (last > 0 && current[last] == 0)
        {
            last--;
        }

        return [.. losses.Names.Select((name, k) =>
            new LossSummary(name, energies[k] / passed, losses.Values[k][last], energies[k], total > 0 ? energies[k] / total : 0))];
    }

    private static double Integral(TimeSeries series, Func<int, double> value)
    {
        var sum = 0.0;
        for (var i = 1; i < series.Count; i++)
        {
            sum += (series.Time[i] - series.Time[i - 1]) * (value(i) + value(i - 1)) / 2;
        }

        return sum;
    }
}
