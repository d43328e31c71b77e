using Ionolith.Materials.Laws.Fitting;
using Ionolith.Numerics.Fitting;

namespace Ionolith.Library.Fitting.AgainstData;

/// <summary>One law fitted to each of many series.</summary>
internal sealed record SeriesFits(FittableLaw Law, IReadOnlyList<(PolymerSeries Series, LawFitResult Fit)> Fits, int Refused)
{
    public static SeriesFits Of(string law, IEnumerable<PolymerSeries> series, IReadOnlyDictionary<string, double>? held = null)
    {
        var fitted = FittableLaws.Find(law)!;
        var fits = new List<(PolymerSeries, LawFitResult)>();
        int refused = 0;
        foreach (var one in series)
        {
            try
            {
                fits.Add((one, fitted.Fit(one.Temperatures, one.Conductivities, held)));
            }
            catch (FitException)
            {
                refused++;
            }
        }

        return new SeriesFits(fitted, fits, refused);
    }

    public int Points => Fits.Sum(f => f.Series.Temperatures.Length);

    public int Parameters => Fits.Count == 0 ? 0 : Fits[0].Fit.Parameters.Count(p => !p.IsHeld);

    public double Median => Quantile([.. Fits.Select(f => f.Fit.Decades)], 0.5);

    public DataComparison Row(string data, string says) =>
        new(Law.Name, data, Fits.Count, Points, Parameters, Median, Quantile([.. Fits.Select(f => f.Fit.Decades)], 0.9), says);

    /// <summary>The value below which a share of the values lies; between two of them, the lower.</summary>
    public static double Quantile(double[] values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
    }
}
