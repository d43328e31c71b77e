using Ionolith.Library.Comparison;

namespace Ionolith.Reports.Comparison;

/// <summary>The sentences and cells of text that every output of a comparison has in the same words.</summary>
internal static class ComparisonWords
{
    /// <summary>"C/5", "1C", "10C".</summary>
    public static string Rate(double rate) => rate < 1 && Math.Abs((1 / rate) - Math.Round(1 / rate)) < 1e-9
        ? string.Create(CultureInfo.InvariantCulture, $"C/{Math.Round(1 / rate)}")
        : string.Create(CultureInfo.InvariantCulture, $"{Numbers.Round(rate, 3)}C");

    public static string Celsius(double temperature) => $"{Math.Round(temperature - 273.15, 1).ToString("0.#", CultureInfo.InvariantCulture)} degC";

    /// <summary>Energy per area, mWh/cm2.</summary>
    public static string Energy(ComparisonPoint? point) => Numbers.Text((point?.Energy ?? double.NaN) / Numbers.PerArealCapacity, 3);

    /// <summary>The rate limit: "> 100C" where the search ended there.</summary>
    public static string Limit(RateLimit limit) => limit.IsBound ? $"> {Rate(limit.Rate)}" : limit.Rate > 0 ? $"{Numbers.Text(limit.Rate, 3)}C" : "-";

    /// <summary>Why a candidate is where it is: the loss that costs most.</summary>
    public static string Why(ComparisonPoint point) => point.MainLoss.Length == 0 ? "delivers nothing" : point.MainLoss;

    /// <summary>Share of the energy that all losses take, %.</summary>
    public static string Lost(ComparisonPoint point) => point.MainLoss.Length == 0 ? "-" : Numbers.Text(point.LostShare * 100, 2);

    /// <summary>Names of the winners; more than four are counted.</summary>
    public static string Best(ComparisonWinner winner)
    {
        if (!(winner.Best[0].Energy > 0))
        {
            return "nobody";
        }

        const int Named = 4;
        string names = string.Join(", ", winner.Best.Take(Named).Select(p => p.Candidate));
        return winner.Best.Count <= Named ? names : string.Create(CultureInfo.InvariantCulture, $"{names} and {winner.Best.Count - Named} more");
    }

    /// <summary>What decides between the winner and the next: the next one's main loss.</summary>
    public static string Decides(ComparisonWinner winner) => winner.First is not { } next
        ? winner.Best[0].Energy > 0 ? "all within 1 %" : $"all fail: {winner.Best[0].Reason}"
        : winner.First.Energy > 0
            ? $"{Numbers.Text(winner.Margin * 100, 2)} % over {next.Candidate}, which loses most to {next.MainLoss}"
            : $"{next.Candidate} delivers nothing";

    /// <summary>The outcome in a sentence.</summary>
    public static string Summary(ComparisonResult result)
    {
        if (result.Limits.Count == 0)
        {
            return "Nothing was compared.";
        }

        var able = result.Limits.Where(l => l.Rate > 0).ToList();
        string share = (ComparisonStudy.KeptShare * 100).ToString("0", CultureInfo.InvariantCulture);
        int unable = result.Limits.Count - able.Count;
        string failing = unable == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $" {unable} deliver{(unable == 1 ? "s" : "")} nothing even at {Rate(result.Conditions.Rates[0])}.");
        if (able.Count == 0)
        {
            return failing.TrimStart();
        }

        var (first, last) = (able[0], able[^1]);
        return able.Count == 1
            ? $"{first.Candidate.Name} keeps {share} % of its capacity up to {Limit(first)} in this cell.{failing}"
            : $"{first.Candidate.Name} keeps {share} % of its capacity up to {Limit(first)} in this cell, {last.Candidate.Name} up to {Limit(last)}; "
                + $"what stops the last is {last.At.MainLoss}.{failing}";
    }
}
