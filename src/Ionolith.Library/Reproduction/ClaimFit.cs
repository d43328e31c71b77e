using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;
using Ionolith.Numerics.RootFinding;

namespace Ionolith.Library.Reproduction;

/// <summary>Fits the calibrated value of a claim again: solves for the value with which the computed figure is the reported one.</summary>
public static class ClaimFit
{
    /// <summary>How near to the figure the fit comes, relative.</summary>
    private const double Accuracy = 1e-4;

    /// <summary>Steps away from the value of the file in which the other side of the figure is sought.</summary>
    private static readonly double[] Steps = [0.003, 0.01, 0.03, 0.1, 0.3, 0.6, 0.9];

    /// <summary>Fits one claim.</summary>
    /// <param name="row">The claim.</param>
    /// <param name="laboratory">Where it is measured.</param>
    /// <returns>The fit; a reason in it where there is none.</returns>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static FittedClaim Fit(ClaimRow row, Laboratory laboratory)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(laboratory);
        if (row.Claim is not { Compute: { } measurement, Figure: { } figure } || row.Claim.Calibrates is not [var calibrated])
        {
            string reason = row.Claim.Compute is null ? $"it waits for {row.Claim.WaitsFor}"
                : row.Claim.Calibrates.Count == 0 ? "no value was fitted to it"
                : "more than one value was fitted to it, which one figure cannot tell apart";
            return new FittedClaim(row) { Problem = reason };
        }

        var fitted = new FittedClaim(row) { Value = calibrated };
        try
        {
            var used = Find(calibrated, measurement, laboratory);
            double target = double.IsFinite(figure.Upper) ? 0.5 * (figure.Lower + figure.Upper) : figure.Lower;
            return Fit(fitted with { Written = used.Value.Text, Range = used.Value.Range }, used, measurement, target, laboratory);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return fitted with { Problem = e.Message };
        }
    }

    private static FittedClaim Fit(FittedClaim fitted, UsedValue used, IMeasurement measurement, double target, Laboratory laboratory)
    {
        double written = used.Number, asWritten = Figure(written);
        fitted = fitted with { FigureAsWritten = asWritten };
        if (Math.Abs(asWritten - target) <= Accuracy * Math.Abs(target))
        {
            return fitted with { Fitted = used.Value.Text, FigureFitted = asWritten };
        }

        foreach (double step in Steps)
        {
            foreach (double other in (double[])[written * (1 - step), written * (1 + step)])
            {
                double there = TryFigure(other);
                if (double.IsFinite(there) && there > target != asWritten > target)
                {
                    double root = BracketedRoot.Find(
                        x => (Figure(x) / target) - 1, Math.Min(written, other), Math.Max(written, other), 1e-6 * Math.Abs(written), Accuracy);
                    return fitted with { Fitted = used.TextOf(root), FigureFitted = Figure(root) };
                }
            }
        }

        return fitted with { Problem = $"no value from {used.TextOf(written * (1 - Steps[^1]))} to {used.TextOf(written * (1 + Steps[^1]))} gives the figure" };

        double Figure(double number) => measurement.Measure(laboratory.With(used.To(number, laboratory))).Value;

        double TryFigure(double number)
        {
            try
            {
                return Figure(number);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return double.NaN;
            }
        }
    }

    private static UsedValue Find(CalibratedValue calibrated, IMeasurement measurement, Laboratory laboratory)
    {
        var owner = new MeasuredSubject(calibrated.IsCell, calibrated.Name, []);
        var value = laboratory.Values(owner).FirstOrDefault(v => string.Equals(v.Path, calibrated.Path, StringComparison.Ordinal))
            ?? throw new MeasurementException($"{calibrated.Name} has no value {calibrated.Path}");
        var used = UsedValue.Of(measurement, laboratory).FirstOrDefault(u => string.Equals(u.Value.Place, value.Place, StringComparison.Ordinal))
            ?? throw new MeasurementException($"the measurement does not use {calibrated}");
        return used.IsNumber ? used : throw new MeasurementException($"{calibrated} is no single number but \"{value.Text}\"");
    }
}

/// <summary>The value that was fitted to a claim, as its file has it and as it is fitted again.</summary>
/// <param name="Row">The claim.</param>
public sealed record FittedClaim(ClaimRow Row)
{
    /// <summary>The value; null where there is not exactly one.</summary>
    public CalibratedValue? Value { get; init; }

    /// <summary>The value in its file.</summary>
    public string Written { get; init; } = "";

    /// <summary>Its range in the file; empty where none is given.</summary>
    public string Range { get; init; } = "";

    /// <summary>The value that gives the reported figure; empty where there is none.</summary>
    public string Fitted { get; init; } = "";

    /// <summary>The figure with the value of the file, SI units; NaN where it was not computed.</summary>
    public double FigureAsWritten { get; init; } = double.NaN;

    /// <summary>The figure with the fitted value, SI units; NaN where there is none.</summary>
    public double FigureFitted { get; init; } = double.NaN;

    /// <summary>Why there is no fit; empty if there is one.</summary>
    public string Problem { get; init; } = "";
}
