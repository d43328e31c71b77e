using System.Globalization;
using Ionolith.Materials.Laws.Ceramics;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Numerics.Fitting;

namespace Ionolith.Library.Fitting.AgainstData;

/// <summary>The brick layer against bulk and total conductivities of ceramics.</summary>
internal static class CeramicComparisons
{
    private const int FewestOfAPaper = 3;

    public static IEnumerable<DataComparison> Rows()
    {
        var pairs = MeasuredSets.Ceramics();
        double[] none = [.. pairs.Select(p => Math.Log10(p.Total / p.Bulk))];
        yield return new DataComparison(
            "brick-layer", "bulk against total of ceramics, no boundaries (total = bulk)", 1, none.Length, 0, Rms(none), SeriesFits.Quantile([.. none.Select(Math.Abs)], 0.9),
            string.Create(CultureInfo.InvariantCulture, $"boundaries take {100 * (1 - Math.Pow(10, SeriesFits.Quantile(none, 0.5))):0} % of the conductivity in the median ceramic, and up to {100 * (1 - Math.Pow(10, none.Min())):0} %"));
        var groups = pairs.Where(p => p.Family.StartsWith("garnet", StringComparison.Ordinal)).GroupBy(p => p.Doi, StringComparer.Ordinal)
            .Where(g => g.Count() >= FewestOfAPaper).Select(g => g.ToList()).ToList();
        double[] bare = [.. groups.SelectMany(g => g).Select(p => Math.Log10(p.Total / p.Bulk))];
        double[] each = [.. groups.SelectMany(Residuals)], ratio = [.. groups.SelectMany(Ratios)];
        string data = $"garnets of papers with {FewestOfAPaper} or more";
        yield return new DataComparison(
            "brick-layer", data + ", one conductance of boundaries for each paper", groups.Count, each.Length, 1, Rms(each),
            SeriesFits.Quantile([.. each.Select(Math.Abs)], 0.9),
            string.Create(CultureInfo.InvariantCulture, $"leaves {100 * Rms(each) / Rms(bare):0} % of the {Rms(bare):0.000} decades that they lie off without boundaries: one powder's boundaries are not those of the next composition"));
        yield return new DataComparison(
            "brick-layer", data + ", boundaries that conduct in one proportion to their grains for each paper", groups.Count, ratio.Length, 1, Rms(ratio),
            SeriesFits.Quantile([.. ratio.Select(Math.Abs)], 0.9),
            string.Create(CultureInfo.InvariantCulture, $"leaves {100 * Rms(ratio) / Rms(bare):0} %: {(Rms(ratio) < Rms(each) ? "a boundary is better told as a fixed part of its grain than as a fixed conductance" : "no better than a fixed conductance")}"));
        var garnets = pairs.Where(p => p.Family.StartsWith("garnet", StringComparison.Ordinal)).ToList();
        double[] one = Residuals(garnets);
        yield return new DataComparison(
            "brick-layer", "all garnets, one conductance of boundaries for all", 1, one.Length, 1, Rms(one), SeriesFits.Quantile([.. one.Select(Math.Abs)], 0.9),
            "fails: a boundary belongs to a powder and its sintering, not to a family");
    }

    private static double Rms(double[] decades) => Math.Sqrt(decades.Average(d => d * d));

    /// <summary>log10(total/law) where s_gb D/d is a fixed multiple of s_g, so that total/bulk is one number.</summary>
    private static double[] Ratios(List<CeramicPair> pairs)
    {
        double mean = pairs.Average(p => Math.Log10(p.Total / p.Bulk));
        return [.. pairs.Select(p => Math.Log10(p.Total / p.Bulk) - mean)];
    }

    /// <summary>log10(total/law) with the conductance of boundaries that fits best.</summary>
    private static double[] Residuals(List<CeramicPair> pairs)
    {
        var fit = LevenbergMarquardt.Fit(
            new Model(), [.. pairs.Select(p => p.Bulk)], [.. pairs.Select(p => Math.Log(p.Total))],
            [new FitParameter("boundary s_gb D/d", Math.Log(pairs.Average(p => p.Total)), -30, 30)]);
        return [.. fit.Residuals.Select(r => r / Math.Log(10))];
    }

    /// <summary>ln of the total conductivity from that of the grains; parameter ln(s_gb D/d).</summary>
    private sealed class Model : IFitModel
    {
        public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            double boundary = Math.Exp(parameters[0]);
            double[] slopes = new double[3];
            double total = new BrickLayer { GrainSize = 1, BoundaryThickness = 1 }.Effective([x, boundary, 0], slopes);
            gradient[0] = slopes[1] * boundary / total;
            return Math.Log(total);
        }
    }
}
