using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Ionolith.Reports.Html;

/// <summary>A page that is one file and needs nothing else, with figures that can be asked.</summary>
/// <remarks>
/// The page forbids itself to load anything (Content-Security-Policy), so that it shows the same wherever it is opened. It is filled from top to
/// bottom: head, sections with figures and tables, and then written.
/// </remarks>
/// <param name="title">Title of the window.</param>
public sealed class HtmlPage(string title)
{
    private readonly StringBuilder _body = new();
    private readonly SortedDictionary<string, PlotlyFigure> _figures = new(StringComparer.Ordinal);

    /// <summary>The text between the body's tags, for what has no method of its own.</summary>
    internal StringBuilder Body => _body;

    /// <summary>The figures by id.</summary>
    internal SortedDictionary<string, PlotlyFigure> Figures => _figures;

    /// <summary>Opens the page: a small line, the heading, what it all comes to, and cards with the figures that are looked at first.</summary>
    /// <param name="id">The small line.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="summary">What it all comes to; may be empty.</param>
    /// <param name="cards">Name, value with its unit, and a note for each card.</param>
    public void Head(string id, string heading, string summary, params ReadOnlySpan<(string Name, string Value, string Note)> cards)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<header>\n<p class=\"id\">{HtmlText.Escape(id)}</p>\n<h1>{HtmlText.Escape(heading)}</h1>\n");
        if (summary.Length > 0)
        {
            _body.Append(CultureInfo.InvariantCulture, $"<p class=\"diagnosis\">{HtmlText.Escape(summary)}</p>\n");
        }

        _body.Append("<dl class=\"figures\">");
        foreach (var (name, value, note) in cards)
        {
            Card(name, value, note);
        }

        _body.Append("</dl>\n</header>\n<main>\n");
    }

    /// <summary>Begins a section; <see cref="End"/> ends it.</summary>
    /// <param name="id">Id of the section, for links.</param>
    /// <param name="heading">Its heading.</param>
    public void Begin(string id, string heading) =>
        _body.Append(CultureInfo.InvariantCulture, $"<section id=\"{id}\"><h2>{HtmlText.Escape(heading)}</h2>\n");

    /// <summary>Ends a section.</summary>
    public void End() => _body.Append("</section>\n");

    /// <summary>Adds a paragraph.</summary>
    /// <param name="text">Its text.</param>
    public void Paragraph(string text) => _body.Append(CultureInfo.InvariantCulture, $"<p>{HtmlText.Escape(text)}</p>\n");

    /// <summary>Adds a remark in small type.</summary>
    /// <param name="text">Its text.</param>
    public void Note(string text) => _body.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{HtmlText.Escape(text)}</p>\n");

    /// <summary>Adds text that stands as it is written, such as lines of a file.</summary>
    /// <param name="text">The text.</param>
    public void Code(string text) => _body.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\"><pre><code>{HtmlText.Escape(text)}</code></pre></div>\n");

    /// <summary>Adds a figure.</summary>
    /// <param name="id">Its id, unique on the page.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="caption">What it shows; empty: none.</param>
    /// <param name="hidden">Whether it is only shown on demand.</param>
    public void Figure(string id, PlotlyFigure figure, string caption = "", bool hidden = false)
    {
        _figures.Add(id, figure);
        _body.Append(CultureInfo.InvariantCulture, $"<figure id=\"{id}\"{(hidden ? " hidden" : "")}>");
        if (caption.Length > 0)
        {
            _body.Append(CultureInfo.InvariantCulture, $"<figcaption>{HtmlText.Escape(caption)}</figcaption>");
        }

        _body.Append(CultureInfo.InvariantCulture, $"<div class=\"plot\" data-figure=\"{id}\"></div></figure>");
    }

    /// <summary>Adds a table.</summary>
    /// <param name="headings">Its headings; one that begins with "#" is of a column of numbers.</param>
    /// <param name="rows">Its rows.</param>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(rows);
        _body.Append("<div class=\"scroll\"><table><thead><tr>");
        foreach (var heading in headings)
        {
            _body.Append(heading.StartsWith('#') ? "<th class=\"n\">" : "<th>").Append(HtmlText.Escape(heading.TrimStart('#'))).Append("</th>");
        }

        _body.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            _body.Append("<tr>");
            for (var c = 0; c < row.Count; c++)
            {
                _body.Append(headings[c].StartsWith('#') ? "<td class=\"n\">" : "<td>").Append(HtmlText.Escape(row[c])).Append("</td>");
            }

            _body.Append("</tr>");
        }

        _body.Append("</tbody></table></div>");
    }

    /// <summary>Writes the page.</summary>
    /// <returns>Its text.</returns>
    public string Write() => Write(null);

    /// <summary>Writes the page with profiles that a slider moves through.</summary>
    internal string Write(ProfileFigures? profiles)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:\">\n")
            .Append("<link rel=\"icon\" href=\"data:,\">\n")
            .Append("<title>").Append(HtmlText.Escape(title)).Append(" - Ionolith</title>\n<style>\n")
            .Append(Resource("report.css")).Append("</style>\n</head>\n<body>\n")
            .Append(_body).Append("</main>\n");
        AppendData(page, profiles);
        page.Append("<script>").Append(Plotly()).Append("</script>\n<script>\n").Append(Resource("report.js")).Append("</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>Adds a card of the head.</summary>
    internal void Card(string name, string value, string note) =>
        _body.Append(CultureInfo.InvariantCulture, $"<div><dt>{HtmlText.Escape(name)}</dt><dd>{HtmlText.Spelled(value)}<small>{HtmlText.Spelled(note)}</small></dd></div>");

    private void AppendData(StringBuilder page, ProfileFigures? profiles)
    {
        // The encoder of the JSON writer turns '<' into an escape, so that no text of a cell can end the script element.
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("figures");
            foreach (var (id, figure) in _figures)
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
        typeof(HtmlPage).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"the build did not embed '{name}'");
}
