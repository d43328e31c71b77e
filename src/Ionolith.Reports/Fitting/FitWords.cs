using Ionolith.Materials.Laws.Fitting;
using Ionolith.Materials.Quantities;

namespace Ionolith.Reports.Fitting;

/// <summary>What a fit says, in words and numbers with units.</summary>
public static class FitWords
{
    /// <summary>A value of a parameter with its unit.</summary>
    /// <param name="law">The law.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">A value of it, SI.</param>
    /// <returns>The text; "-" for NaN.</returns>
    public static string Value(FittableLaw law, LawParameter parameter, double value)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(parameter);
        if (double.IsNaN(value))
        {
            return "-";
        }

        var kind = law.Parameters.First(p => string.Equals(p.Key, parameter.Key, StringComparison.Ordinal)).Kind;
        bool isCustom = parameter.Unit.Contains(' ', StringComparison.Ordinal);
        return isCustom || kind == QuantityKinds.Number
            ? $"{Numbers.Text(value)} {parameter.Unit}".TrimEnd()
            : QuantityFormat.ToText(value, kind, 4);
    }

    /// <summary>The interval of a parameter, or why it has none.</summary>
    /// <param name="law">The law.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>"12 mS/cm to 14 mS/cm".</returns>
    public static string Interval(FittableLaw law, LawParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.IsHeld ? "held"
            : parameter.AtBound ? "at its bound"
            : $"{Value(law, parameter, parameter.Lower)} to {Value(law, parameter, parameter.Upper)}";
    }

    /// <summary>How good the fit is and what to doubt.</summary>
    /// <param name="record">The fit.</param>
    /// <returns>Sentences.</returns>
    public static string Summary(FitRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var fit = record.Fit;
        string scatter = string.Create(CultureInfo.InvariantCulture, $"The data lie {100 * (Math.Exp(fit.RelativeDeviation) - 1):0.#} % from the law (standard deviation; rms {fit.Decades:0.000} decades).");
        var sentences = new List<string> { scatter };
        if (!fit.Converged)
        {
            sentences.Add("The search did not end: the parameters are the best that were met.");
        }

        sentences.AddRange(Warnings(fit));
        var wide = fit.Parameters.Where(p => !p.IsHeld && !p.AtBound && IsWide(p)).Select(p => p.Name).ToList();
        if (wide.Count > 0)
        {
            sentences.Add($"The data hardly tell {string.Join(" and ", wide)}: hold {(wide.Count == 1 ? "it" : "some of them")} at a known value (--fix).");
        }

        if (Runs(record) is { } pattern)
        {
            sentences.Add(pattern);
        }

        return string.Join(' ', sentences);
    }

    /// <summary>What speaks against using a fit: values at their bounds, and energies of a sign that transport does not have.</summary>
    /// <param name="fit">The fit.</param>
    /// <returns>Sentences; empty: nothing.</returns>
    public static IReadOnlyList<string> Warnings(LawFitResult fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return
        [
            .. fit.Parameters.Where(p => p.AtBound).Select(p => $"The data want {p.Name} beyond its bound, {Value(fit.Fitted, p, p.Value)}; it has no interval: the law is not that of these data."),
            .. fit.Fitted.Parameters.Zip(fit.Parameters).Where(p => p.First.Kind == QuantityKinds.MolarEnergy && !p.Second.IsHeld && p.Second.Value < 0).Select(p =>
                $"The {p.Second.Name} is negative, {Value(fit.Fitted, p.Second, p.Second.Value)}: the conductivity falls where it gets warmer, as that of ions does not."),
        ];
    }

    private static bool IsWide(LawParameter p) => p.Lower > 0 ? p.Upper / p.Lower > 100 : p.Value != 0 && (p.Upper - p.Lower) > 4 * Math.Abs(p.Value);

    /// <summary>Too few changes of sign among the residuals in order mean that the law has another form than the data.</summary>
    /// <remarks>A. Wald, J. Wolfowitz, Ann. Math. Stat. 11 (1940) 147: the number of runs, normal for some ten points on either side.</remarks>
    private static string? Runs(FitRecord record)
    {
        double[] ordered = [.. record.Table.X.Zip(record.Fit.Residuals).OrderBy(p => p.First).Select(p => p.Second).Where(r => r != 0)];
        double above = ordered.Count(r => r > 0), below = ordered.Length - above, n = ordered.Length;
        if (above < 5 || below < 5)
        {
            return null;
        }

        double runs = 1 + ordered.Skip(1).Zip(ordered, (b, a) => a > 0 != b > 0 ? 1 : 0).Sum();
        double expected = 1 + (2 * above * below / n);
        double deviation = Math.Sqrt(2 * above * below * ((2 * above * below) - n) / (n * n * (n - 1)));
        return runs < expected - (2.33 * deviation)
            ? string.Create(CultureInfo.InvariantCulture, $"The residuals have a pattern ({runs:0} runs of one sign where {expected:0} are expected): the data bend in another way than the law, so that the intervals mean little.")
            : null;
    }
}
