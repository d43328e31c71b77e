using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;
using Ionolith.Numerics.RootFinding;

namespace Ionolith.Library.Reproduction;

/// <summary>Fits calibrated values again: solves for those with which the computed figures are the reported ones.</summary>
/// <remarks>One value by a bracketed root; several claims that name the same values, as many as these, jointly by Newton's method.</remarks>
public static class ClaimFit
{
    /// <summary>How near to the figure a fit comes, relative.</summary>
    private const double Accuracy = 1e-4;

    /// <summary>Steps away from the value of the file in which the other side of the figure is sought.</summary>
    private static readonly double[] Steps = [0.003, 0.01, 0.03, 0.1, 0.3, 0.6, 0.9];

    /// <summary>Fits the calibrated ones among some claims.</summary>
    /// <param name="rows">The claims.</param>
    /// <param name="laboratory">Where they are measured.</param>
    /// <returns>A fit for each calibrated claim that is computed, in their order; a reason in it where there is none.</returns>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static IReadOnlyList<FittedClaim> Fit(IReadOnlyList<ClaimRow> rows, Laboratory laboratory)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(laboratory);
        var fits = new List<FittedClaim>();
        foreach (var group in rows.Where(r => r.Claim is { Role: ClaimRole.Calibrated, Compute: not null, Figure: not null })
            .GroupBy(r => r.Claim.Calibrates.Count < 2 ? r.Id : string.Join('\0', r.Claim.Calibrates), StringComparer.Ordinal))
        {
            ClaimRow[] together = [.. group];
            var values = together[0].Claim.Calibrates;
            string problem = values.Count == 0 ? "no value was fitted to it"
                : values.Count != together.Length ? $"{values.Count} values were fitted to {together.Length} of the claims asked for; as many figures as values are needed"
                : "";
            fits.AddRange(problem.Length > 0 ? together.Select(r => new FittedClaim(r) { Problem = problem }) : Fit(together, values, laboratory));
        }

        return fits;
    }

    private static List<FittedClaim> Fit(ClaimRow[] rows, IReadOnlyList<CalibratedValue> values, Laboratory laboratory)
    {
        try
        {
            UsedValue[] used = [.. values.Select(v => Find(v, rows, laboratory))];
            var claims = new FittedFigures(rows, used, laboratory);
            double[] written = [.. used.Select(u => u.Number)], asWritten = claims.Figures(written);
            double[] fitted = claims.Misfit(asWritten) <= Accuracy ? written : rows.Length == 1 ? [Root(claims, written[0], used[0])] : claims.Newton(written, Accuracy);
            double[] figures = claims.Figures(fitted);
            return rows.Select((row, i) => new FittedClaim(row)
            {
                Values = [.. used.Select((u, k) => new FittedValue(values[k], u.Value.Text, fitted[k] == written[k] ? u.Value.Text : u.TextOf(fitted[k])))],
                FigureAsWritten = asWritten[i],
                FigureFitted = figures[i],
            }).ToList();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return rows.Select(r => new FittedClaim(r) { Problem = e.Message }).ToList();
        }
    }

    private static double Root(FittedFigures claims, double written, UsedValue used)
    {
        double Excess(double x) => claims.Residuals([x])[0];
        double here = Excess(written);
        foreach (double step in Steps)
        {
            foreach (double other in (double[])[written - (step * used.Scale), written + (step * used.Scale)])
            {
                double there = TryExcess(other);
                if (double.IsFinite(there) && there > 0 != here > 0)
                {
                    return BracketedRoot.Find(Excess, Math.Min(written, other), Math.Max(written, other), 1e-6 * used.Scale, Accuracy);
                }
            }
        }

        throw new MeasurementException($"no value from {used.TextOf(written - (Steps[^1] * used.Scale))} to {used.TextOf(written + (Steps[^1] * used.Scale))} gives the figure");

        double TryExcess(double x)
        {
            try
            {
                return Excess(x);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return double.NaN;
            }
        }
    }

    private static UsedValue Find(CalibratedValue calibrated, ClaimRow[] rows, Laboratory laboratory)
    {
        var used = Find(calibrated, calibrated.Path, rows, laboratory);
        if (calibrated.Also.Length == 0)
        {
            return used;
        }

        var twin = Find(calibrated, calibrated.Also, rows, laboratory);
        return string.Equals(twin.Value.Text, used.Value.Text, StringComparison.Ordinal)
            ? used with { Twins = [twin] }
            : throw new MeasurementException($"{calibrated} are to be one value but are {used.Value.Text} and {twin.Value.Text}");
    }

    private static UsedValue Find(CalibratedValue calibrated, string path, ClaimRow[] rows, Laboratory laboratory)
    {
        var owner = new MeasuredSubject(calibrated.IsCell, calibrated.Name, []);
        var value = laboratory.Values(owner).FirstOrDefault(v => string.Equals(v.Path, path, StringComparison.Ordinal))
            ?? throw new MeasurementException($"{calibrated.Name} has no value {path}");
        var used = rows.SelectMany(r => UsedValue.Of(r.Claim.Compute!, laboratory)).FirstOrDefault(u => string.Equals(u.Value.Place, value.Place, StringComparison.Ordinal))
            ?? throw new MeasurementException($"the measurement does not use {calibrated}");
        return used.IsNumber ? used : throw new MeasurementException($"{calibrated} is no single number but \"{value.Text}\"");
    }
}

/// <summary>The values that were fitted to a claim, as their files have them and as they are fitted again.</summary>
/// <param name="Row">The claim.</param>
public sealed record FittedClaim(ClaimRow Row)
{
    /// <summary>The values; empty where there is no fit.</summary>
    public IReadOnlyList<FittedValue> Values { get; init; } = [];

    /// <summary>The figure with the values of the files, SI units; NaN where it was not computed.</summary>
    public double FigureAsWritten { get; init; } = double.NaN;

    /// <summary>The figure with the fitted values, SI units; NaN where there are none.</summary>
    public double FigureFitted { get; init; } = double.NaN;

    /// <summary>Why there is no fit; empty if there is one.</summary>
    public string Problem { get; init; } = "";
}

/// <summary>One fitted value.</summary>
/// <param name="Value">Which value.</param>
/// <param name="Written">As its file has it.</param>
/// <param name="Fitted">As it is fitted again.</param>
public sealed record FittedValue(CalibratedValue Value, string Written, string Fitted);
