namespace Ionolith.Reports.Html;

/// <summary>Writes report.html of a run.</summary>
public static class HtmlReport
{
    /// <summary>Writes the report of a run.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The page.</returns>
    public static string Write(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var result = run.Result;

        // A figure holds one coordinate; fields over x and r are in fields.npz.
        var fields = result.Fields is { } all ? all with { Fields = [.. all.Fields.Where(f => f.Radii is null)] } : null;
        var profiles = fields is { Fields.Count: > 0, Times.Count: > 0 } ? new ProfileFigures(result.Cell, fields) : null;
        var page = new HtmlPage(result.Cell.Title);
        ReportSections.AppendHead(page, run);
        ReportSections.AppendFigures(page, result, profiles);
        ReportSections.AppendTables(page, run);
        return page.Write(profiles);
    }
}
