using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Materials.Quantities;

namespace Ionolith.Reports.Reproduction;

/// <summary>How results of a reproduction are worded, everywhere the same.</summary>
public static class ReproductionWords
{
    /// <summary>Effects below this are not named among those that a figure hangs on.</summary>
    private const double LeastEffect = 0.005;

    /// <summary>Last words of a path that say nothing without the word before.</summary>
    private static readonly HashSet<string> Qualifiers = new(StringComparer.Ordinal)
    {
        "value", "reference", "factor", "bruggeman", "lower", "upper", "arrhenius", "resistance", "b", "t0",
    };

    /// <summary>The word of an enumeration's value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>"predicted", "waiting", "durability".</returns>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>The computed figure in the unit in which it is reported.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The number; the ratio for a statement; NaN where nothing was computed.</returns>
    public static double Computed(ClaimResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return InUnit(result.Computed, result.Row.Claim.Figure);
    }

    /// <summary>A figure in the unit in which that of a claim is reported.</summary>
    /// <param name="value">SI value; may be NaN.</param>
    /// <param name="figure">The reported figure; null: a statement, whose ratio is a plain number.</param>
    /// <returns>The number.</returns>
    public static double InUnit(double value, ReportedFigure? figure) => figure is null || figure.Unit is "" or "cycles" || double.IsNaN(value)
        ? value
        : QuantityFormat.ToUnit(value, figure.Kind, figure.Unit);

    /// <summary>A figure with its unit, to some digits.</summary>
    /// <param name="value">SI value; may be NaN.</param>
    /// <param name="figure">The reported figure, whose unit is taken.</param>
    /// <param name="digits">Significant digits.</param>
    /// <returns>"148 mAh/g"; "-" for NaN.</returns>
    public static string Figure(double value, ReportedFigure? figure, int digits)
    {
        double number = InUnit(value, figure);
        return double.IsNaN(number) ? "-" : $"{Numbers.Text(number, digits)} {figure?.Unit}".TrimEnd();
    }

    /// <summary>The band in which a figure is predicted without a fit, in a sentence.</summary>
    /// <param name="result">The result.</param>
    /// <param name="band">Its band.</param>
    /// <returns>"from its sources alone 0.4 mA/cm2 to 2.2 mA/cm2 (nine tenths of 64 draws of 25 values; median 1.1 mA/cm2); the reported figure lies within".</returns>
    public static string Band(ClaimResult result, UncertaintyBand band)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(band);
        const int digits = 2;
        var figure = result.Row.Claim.Figure;
        string Text(double value) => Figure(value, figure, digits);
        string failed = band.Failed > 0 ? $", {band.Failed} more gave no figure" : "";
        string where = figure is null ? "" : figure.Upper < band.Lower ? "; the reported figure lies below" : figure.Lower > band.Upper ? "; the reported figure lies above" : "; the reported figure lies within";
        return $"from its sources alone {Text(band.Lower)} to {Text(band.Upper)} (nine tenths of {band.Draws} draws of {band.Values} values{failed}; median {Text(band.Middle)}){where}";
    }

    /// <summary>What was computed, in a few words.</summary>
    /// <param name="result">The result.</param>
    /// <param name="digits">Significant digits.</param>
    /// <returns>"162.5 mAh/g", "> 1000 h" of a cell that outlived its test, "holds", "does not hold", "waits", "failed".</returns>
    public static string Outcome(ClaimResult result, int digits)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.State.Status switch
        {
            ClaimStatus.Waiting => "waits",
            ClaimStatus.Failed => "failed",
            _ when result.Holds is { } holds => holds ? "holds" : "does not hold",
            _ => (result.IsLowerBound ? "> " : "") + Figure(result.Computed, result.Row.Claim.Figure, digits),
        };
    }

    /// <summary>The verdict on a claim in a word or two.</summary>
    /// <param name="result">The result.</param>
    /// <returns>"confirmed", "not confirmed", "fitted", "taken", "open"; "doubtful" besides where something speaks against the figure.</returns>
    public static string Verdict(ClaimResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string word = Verdicts.Of(result) switch
        {
            Library.Reproduction.Verdict.NotConfirmed => "not confirmed",
            var other => Word(other),
        };
        return result.Row.Claim.Doubt.Length > 0 ? $"{word}, doubtful" : word;
    }

    /// <summary>A signed share in per cent with one decimal.</summary>
    /// <param name="share">The share, 1; may be NaN.</param>
    /// <returns>"+8.2 %", "0.0 %", "" for NaN.</returns>
    public static string Percent(double share)
    {
        if (double.IsNaN(share))
        {
            return "";
        }

        // A negative zero is no deviation.
        double rounded = Math.Round(100 * share, 1) + 0.0;
        return rounded.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>A path in a few words: the layer or material, and what the value is.</summary>
    /// <param name="path">The path.</param>
    /// <returns>"vcl3: diffusivity" for "cathode.active.vcl3.diffusivity".</returns>
    public static string ShortPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] parts = path.Split('.');
        if (parts.Length == 1)
        {
            return path;
        }

        string owner = parts.Length > 3 && parts[1] is "active" or "inert" ? parts[2] : parts[0];
        int words = parts.Length > 2 && Qualifiers.Contains(parts[^1]) ? 2 : 1;
        return $"{owner}: {string.Join(' ', parts[^words..])}";
    }

    /// <summary>Path of a value, with the cell or material that it belongs to where a figure is made of several.</summary>
    /// <param name="result">The result.</param>
    /// <param name="sensitivity">The value.</param>
    /// <param name="shortly">Whether the path is shortened.</param>
    /// <returns>"separator.thickness", "lco-gclo4-liquid: voltage.upper".</returns>
    public static string PathOf(ClaimResult result, Sensitivity sensitivity, bool shortly)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(sensitivity);
        string path = shortly ? ShortPath(sensitivity.Path) : sensitivity.Path;
        bool several = result.Sensitivities.Any(s => !ReferenceEquals(s, sensitivity) && string.Equals(s.Path, sensitivity.Path, StringComparison.Ordinal));
        return several ? $"{sensitivity.Subject}: {path}" : path;
    }

    /// <summary>The assumed values on which a figure hangs, the largest effect first.</summary>
    /// <param name="result">The result.</param>
    /// <param name="most">Most values that are named.</param>
    /// <returns>The values; none where no effect is worth a word.</returns>
    public static IReadOnlyList<Sensitivity> Largest(ClaimResult result, int most)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Sensitivities.Where(s => s.Effect >= LeastEffect).Take(most)];
    }

    /// <summary>What a result hangs on: the assumed values with the largest effect; what a waiting claim waits for; why a failed one failed.</summary>
    /// <param name="result">The result.</param>
    /// <param name="most">Most values that are named.</param>
    /// <param name="shortly">Whether paths are shortened.</param>
    /// <returns>The text; empty where nothing is to be told.</returns>
    public static string HangsOn(ClaimResult result, int most, bool shortly)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.State.Status != ClaimStatus.Computed)
        {
            return $"{(result.State.Status == ClaimStatus.Waiting ? "waits for: " : "")}{result.State.Reason}";
        }

        var largest = Largest(result, most);
        return largest.Count > 0 ? string.Join("; ", largest.Select(s => $"{PathOf(result, s, shortly)} ({Span(result, s)})"))
            : result.State.Reason.Length > 0 ? result.State.Reason
            : result.Sensitivities.Count > 0 ? "no assumed value changes it by 0.5 %" : "";
    }

    /// <summary>What a value does to a figure over its range.</summary>
    /// <param name="result">The result.</param>
    /// <param name="sensitivity">The value.</param>
    /// <returns>"-37.8 % to +1.3 %"; "?" for an end that could not be computed.</returns>
    public static string Span(ClaimResult result, Sensitivity sensitivity)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(sensitivity);
        string End(double value) => double.IsNaN(value) ? "?" : Percent((value / result.Computed) - 1);
        return $"{End(sensitivity.AtLower)} to {End(sensitivity.AtUpper)}";
    }

    /// <summary>How many claims are computed, wait and failed, and the roles of the computed ones.</summary>
    /// <param name="results">The results.</param>
    /// <returns>A sentence.</returns>
    public static string Summary(IReadOnlyList<ClaimResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        int Count(ClaimStatus status) => results.Count(r => r.State.Status == status);
        var computed = results.Where(r => r.State.Status == ClaimStatus.Computed).ToList();
        string roles = string.Join(", ", computed.GroupBy(r => r.Row.Claim.Role).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {Word(g.Key)}")));
        int systems = results.Select(r => r.Row.System.Id).Distinct(StringComparer.Ordinal).Count();
        string told = string.Create(CultureInfo.InvariantCulture, $"{Plural(results.Count, "claim")} on {Plural(systems, "system")}: {computed.Count} computed{(roles.Length > 0 ? $" ({roles})" : "")}, {Count(ClaimStatus.Waiting)} waiting, {Count(ClaimStatus.Failed)} failed");
        int Verdicted(Verdict verdict) => computed.Count(r => Verdicts.Of(r) == verdict);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{told}. Computed without having been used: {Verdicted(Library.Reproduction.Verdict.Confirmed)} confirmed, {Verdicted(Library.Reproduction.Verdict.NotConfirmed)} not.");
    }

    private static string Plural(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
