using Ionolith.Library.Fitting;
using Ionolith.Materials.Laws.Fitting;

namespace Ionolith.Reports.Fitting;

/// <summary>A law fitted to a table, with all that a reader of the result needs.</summary>
/// <param name="Table">The table.</param>
/// <param name="Fit">The fit.</param>
/// <param name="Fragment">The lines for a material file, what to doubt in them as comments above.</param>
public sealed record FitRecord(MeasuredTable Table, LawFitResult Fit, string Fragment)
{
    /// <summary>Makes the record of a fit.</summary>
    /// <param name="table">The table.</param>
    /// <param name="fit">The fit.</param>
    /// <returns>The record.</returns>
    public static FitRecord Of(MeasuredTable table, LawFitResult fit)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(fit);

        // The middle of the table stands for the mixture that a reader puts in.
        double[] sorted = [.. table.X.Order()];
        string file = Path.GetFileName(table.Name);
        string source = string.Create(CultureInfo.InvariantCulture, $"{file}, {table.X.Count} points, {fit.Decades:0.000} decades");
        string fragment = LawFragment.Of(fit, source, sorted[sorted.Length / 2]);
        return new FitRecord(table, fit, string.Concat(FitWords.Warnings(fit).Select(w => $"# warning: {w}\n")) + fragment);
    }
}
