using Ionolith.Reports.Html;

namespace Ionolith.Reports.Fitting;

/// <summary>Writes report.html of a fit.</summary>
public static class FitReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="record">The fit.</param>
    /// <returns>The page.</returns>
    public static string Write(FitRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (table, fit) = (record.Table, record.Fit);
        string file = Path.GetFileName(table.Name);
        string heading = $"{char.ToUpperInvariant(fit.Law[0])}{fit.Law[1..]} fitted to {file}";
        var page = new HtmlPage(heading);
        page.Head(
            file,
            heading,
            FitWords.Summary(record),
            ("points", table.X.Count.ToString(CultureInfo.InvariantCulture), $"{fit.Parameters.Count(p => !p.IsHeld)} parameters fitted"),
            ("distance from the law", string.Create(CultureInfo.InvariantCulture, $"{fit.Decades:0.000} decades"), "root mean square"));
        page.Begin("fit", "Data and law");
        page.Figure("law", FitFigures.Of(record), "Points are data; the dotted lines hold the law itself, not single points. Below: how far each point lies from the law.");
        page.End();
        page.Begin("parameters", "Parameters");
        page.Table(
            ["parameter", "key", "#value", string.Create(CultureInfo.InvariantCulture, $"{100 * fit.Confidence:0.#} % interval")],
            fit.Parameters.Select(p => (IReadOnlyList<string>)[p.Name, p.Key, FitWords.Value(fit.Fitted, p, p.Value), FitWords.Interval(fit.Fitted, p)]));
        page.Note("Intervals come from the covariance at the minimum with Student's t. They speak of scatter, not of a law that does not hold.");
        page.End();
        page.Begin("file", "For a material file");
        page.Code(record.Fragment);
        page.End();
        return page.Write();
    }
}
