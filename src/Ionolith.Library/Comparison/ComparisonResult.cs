using Ionolith.Cells.Stack;

namespace Ionolith.Library.Comparison;

/// <summary>Everything that a comparison gives.</summary>
public sealed record ComparisonResult
{
    /// <summary>Energies that differ by less than this share count as equal: less than the assumed values of the cell decide.</summary>
    public const double Tie = 0.01;

    /// <summary>The common cell.</summary>
    public required CellDescription Common { get; init; }

    /// <summary>What was compared, by id.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>The conditions, each list in increasing order.</summary>
    public required ComparisonConditions Conditions { get; init; }

    /// <summary>Thickness of the ranking, m: of those that were compared the one nearest to the common cell's own.</summary>
    public double RankedThickness => Conditions.Thicknesses.MinBy(t => Math.Abs(t - Common.SeparatorThickness()));

    /// <summary>Temperature of the ranking, K: of those that were compared the one nearest to the common cell's own.</summary>
    public double RankedTemperature => Conditions.Temperatures.MinBy(t => Math.Abs(t - Common.Temperature));

    /// <summary>The discharge of a candidate at thickness and temperature of the ranking.</summary>
    /// <param name="candidate">Its id.</param>
    /// <param name="rate">C-rate, 1/h.</param>
    /// <returns>The discharge; null if this was not run.</returns>
    public ComparisonPoint? Ranked(string candidate, double rate) => Find(candidate, rate, RankedThickness, RankedTemperature);

    /// <summary>One discharge for each candidate and combination of conditions.</summary>
    public required IReadOnlyList<ComparisonPoint> Points { get; init; }

    /// <summary>How fast each candidate can be discharged in the common cell, the fastest first.</summary>
    public required IReadOnlyList<RateLimit> Limits { get; init; }

    /// <summary>The discharge of a candidate.</summary>
    /// <param name="candidate">Its id.</param>
    /// <param name="rate">C-rate, 1/h.</param>
    /// <param name="thickness">Thickness between the electrodes, m.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <returns>The discharge; null if this was not run.</returns>
    public ComparisonPoint? Find(string candidate, double rate, double thickness, double temperature) => Points.FirstOrDefault(p =>
        string.Equals(p.Candidate, candidate, StringComparison.Ordinal) && p.Rate == rate && p.Thickness == thickness && p.Temperature == temperature);

    /// <summary>Who delivers most energy under each set of conditions.</summary>
    /// <returns>By temperature, thickness and rate.</returns>
    public IReadOnlyList<ComparisonWinner> Winners() =>
    [
        .. Points.GroupBy(p => (p.Temperature, p.Thickness, p.Rate)).OrderBy(g => g.Key).Select(g =>
        {
            ComparisonPoint[] ranked = [.. g.OrderByDescending(p => p.Energy).ThenBy(p => p.Candidate, StringComparer.Ordinal)];
            ComparisonPoint[] best = [.. ranked.TakeWhile(p => p.Energy >= ranked[0].Energy - (Tie * Math.Abs(ranked[0].Energy)))];
            var next = best.Length < ranked.Length ? ranked[best.Length] : null;
            return new ComparisonWinner(
                g.Key.Rate, g.Key.Thickness, g.Key.Temperature, best, next is { Energy: > 0 } ? (ranked[0].Energy / next.Energy) - 1 : double.NaN, next);
        }),
    ];
}
