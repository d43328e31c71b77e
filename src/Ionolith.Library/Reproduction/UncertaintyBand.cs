using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;

namespace Ionolith.Library.Reproduction;

/// <summary>What a figure would be predicted to be if nothing had been fitted to it: all assumed values drawn from their ranges at once.</summary>
/// <param name="Lower">The figure that 5 % of the draws do not exceed, SI units.</param>
/// <param name="Middle">The median, SI units.</param>
/// <param name="Upper">The figure that 95 % of the draws do not exceed, SI units.</param>
/// <param name="Draws">Draws that gave a figure.</param>
/// <param name="Values">Values that were drawn.</param>
/// <param name="Failed">Draws that gave none.</param>
public sealed record UncertaintyBand(double Lower, double Middle, double Upper, int Draws, int Values, int Failed);

/// <summary>Draws the values of a measurement.</summary>
/// <remarks>
/// A Latin hypercube: each range is cut into as many parts as there are draws, and each part is met once (M. D. McKay, R. J. Beckman, W. J. Conover,
/// Technometrics 21 (1979) 239, doi:10.2307/1268522). Values are taken as independent and, where their range spans a factor of four or more,
/// as even in their logarithm. Equal values of the two electrodes of a symmetric cell are one value.
/// </remarks>
internal sealed class BandDraws
{
    private const double LogarithmicFrom = 4;
    private const int Seed = 1;

    private readonly Laboratory _laboratory;
    private readonly DrawnValue[] _values;
    private readonly double[][] _shares;

    /// <summary>Prepares the draws of a claim.</summary>
    /// <param name="claim">The claim; its fitted values are drawn too, where their files give a range.</param>
    /// <param name="laboratory">Where it is measured.</param>
    public BandDraws(ReviewClaim claim, Laboratory laboratory)
    {
        _laboratory = laboratory;
        var fitted = claim.Calibrates.SelectMany(c => (string[])[c.Path, c.Also]).Where(p => p.Length > 0).ToHashSet(StringComparer.Ordinal);
        _values =
        [
            .. Tornado.Assumed(claim.Compute!, laboratory)
                .Concat(UsedValue.Of(claim.Compute!, laboratory).Where(u => fitted.Contains(u.Value.Path)))
                .GroupBy(u => $"{u.Subject.Name}\0{Place(u)}\0{u.Value.Text}\0{u.Value.Range}", StringComparer.Ordinal)
                .Select(g => DrawnValue.Of(g.First() with { Twins = [.. g.Skip(1)] })).OfType<DrawnValue>(),
        ];
        var random = new Random(Seed);
        _shares = [.. _values.Select(_ => Hypercube(claim.Draws, random))];
    }

    /// <summary>Number of values that are drawn.</summary>
    public int Count => _values.Length;

    /// <summary>The figure of one draw.</summary>
    /// <param name="measurement">What is measured.</param>
    /// <param name="draw">Which draw, from zero.</param>
    /// <returns>The figure, SI units; NaN where it could not be computed.</returns>
    public double Measure(IMeasurement measurement, int draw)
    {
        var changes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < _values.Length; i++)
        {
            foreach (var (place, text) in _values[i].At(_shares[i][draw], _laboratory))
            {
                changes[place] = text;
            }
        }

        try
        {
            return measurement.Measure(_laboratory.With(changes)).Value;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return double.NaN;
        }
    }

    /// <summary>The band of all draws.</summary>
    /// <param name="figures">A figure for each draw; NaN where there is none.</param>
    public UncertaintyBand Band(IReadOnlyList<double> figures)
    {
        double[] sorted = [.. figures.Where(double.IsFinite).Order()];
        double At(double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Round(share * (sorted.Length - 1))];
        return new UncertaintyBand(At(0.05), At(0.5), At(0.95), sorted.Length, Count, figures.Count - sorted.Length);
    }

    // The path of a value, the same for both electrodes of a cell.
    private string Place(UsedValue used)
    {
        string path = used.Value.Path;
        int point = path.IndexOf('.', StringComparison.Ordinal);
        string[] electrodes = used.Subject.IsCell && _laboratory.Cell(used.Subject).Layers is [var first, .., var last] ? [first.Name, last.Name] : [];
        return point > 0 && electrodes.Contains(path[..point], StringComparer.Ordinal) ? path[point..] : path;
    }

    private static double[] Hypercube(int draws, Random random)
    {
        int[] parts = [.. Enumerable.Range(0, draws)];
        random.Shuffle(parts);
        return [.. parts.Select(p => (p + random.NextDouble()) / draws)];
    }

    /// <summary>A value with both ends of its range in one unit.</summary>
    private sealed record DrawnValue(UsedValue Used, double Lower, double Upper, string Unit)
    {
        public static DrawnValue? Of(UsedValue used)
        {
            if (!used.IsNumber || used.Ends() is not var (lower, upper) || !UsedValue.TrySplit(lower, out double from, out string unit) || !UsedValue.TrySplit(upper, out double to, out string other))
            {
                return null;
            }

            if (string.Equals(unit, other, StringComparison.Ordinal))
            {
                return new DrawnValue(used, from, to, unit);
            }

            return Materials.Quantities.Unit.TryParse(unit, out var first, out _) && Materials.Quantities.Unit.TryParse(other, out var second, out _)
                ? new DrawnValue(used, from, first.FromSi(second.ToSi(to)), unit)
                : null;
        }

        public Dictionary<string, string> At(double share, Laboratory laboratory)
        {
            bool logarithmic = Lower > 0 && Upper / Lower >= LogarithmicFrom;
            double number = logarithmic ? Lower * Math.Pow(Upper / Lower, share) : Lower + (share * (Upper - Lower));
            return Used.To(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:R} {Unit}").TrimEnd(), laboratory);
        }
    }
}
