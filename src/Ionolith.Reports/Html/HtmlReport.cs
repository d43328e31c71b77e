using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ionolith.Cells.Simulation;

namespace Ionolith.Reports.Html;

/// <summary>Writes report.html: one file that needs nothing else, with figures that can be asked.</summary>
/// <remarks>The page forbids itself to load anything (Content-Security-Policy), so that it shows the same wherever it is opened.</remarks>
public static class HtmlReport
{
    /// <summary>Writes the report of a run.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The page.</returns>
    public static string Write(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var result = run.Result;
        var figures = new SortedDictionary<string, PlotlyFigure>(StringComparer.Ordinal);
        // A figure holds one coordinate; fields over x and r are in fields.npz.
        var fields = result.Fields is { } all ? all with { Fields = [.. all.Fields.Where(f => f.Radii is null)] } : null;
        var profiles = fields is { Fields.Count: > 0, Times.Count: > 0 } ? new ProfileFigures(result.Cell, fields) : null;
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:\">\n")
            .Append("<link rel=\"icon\" href=\"data:,\">\n")
            .Append("<title>").Append(HtmlText.Escape(result.Cell.Title)).Append(" - Ionolith</title>\n<style>\n")
            .Append(Resource("report.css")).Append("</style>\n</head>\n<body>\n");
        ReportSections.AppendHead(page, run);
        ReportSections.AppendFigures(page, result, figures, profiles);
        ReportSections.AppendTables(page, run);
        AppendData(page, figures, profiles);
        page.Append("<script>").Append(Plotly()).Append("</script>\n<script>\n").Append(Resource("report.js")).Append("</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void AppendData(StringBuilder page, SortedDictionary<string, PlotlyFigure> figures, ProfileFigures? profiles)
    {
        // The encoder of the JSON writer turns '<' into an escape, so that no text of a cell can end the script element.
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("figures");
            foreach (var (id, figure) in figures)
            {
                json.WritePropertyName(id);
                figure.WriteTo(json);
            }

            json.WriteEndObject();
            json.WritePropertyName("profiles");
            if (profiles is null)
            {
                json.WriteNullValue();
            }
            else
            {
                profiles.WriteTo(json);
            }

            json.WriteEndObject();
        }

        page.Append("<script type=\"application/json\" id=\"data\">")
            .Append(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length)).Append("</script>\n");
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    private static string Plotly()
    {
        using var reader = new StreamReader(new DeflateStream(Open("plotly.js.deflate"), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) =>
        typeof(HtmlReport).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"the build did not embed '{name}'");
}
