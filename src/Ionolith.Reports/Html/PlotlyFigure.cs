using System.Text.Json;

namespace Ionolith.Reports.Html;

/// <summary>A figure as Plotly JSON ({data, layout}), which plotly.js draws and Python's plotly.io.from_json reads.</summary>
/// <remarks>Numbers are rounded to six digits: more than a screen shows, and the file stays small.</remarks>
public sealed class PlotlyFigure
{
    private const int Digits = 6;
    private readonly List<Trace> _traces = [];
    private readonly List<Panel> _panels = [];
    private readonly List<Band> _bands = [];

    private enum Fill
    {
        None,
        Stacked,
    }

    /// <summary>Title of the common horizontal axis, with its unit.</summary>
    public required string XTitle { get; init; }

    /// <summary>Height, px.</summary>
    public int Height { get; init; } = 340;

    /// <summary>Range of the horizontal axis; null: that of the data.</summary>
    public (double Lower, double Upper)? XRange { get; init; }

    /// <summary>Whether the curves belong to one time each, so that a reader wants all values at the pointer.</summary>
    public bool UnifiedHover { get; init; } = true;

    /// <summary>Whether the horizontal axis has a tick at every whole number.</summary>
    public bool WholeSteps { get; init; }

    /// <summary>Adds a panel; panels stand below each other over the same horizontal axis.</summary>
    /// <param name="yTitle">Title of its vertical axis, with its unit.</param>
    /// <param name="fromZero">Whether the axis begins at zero.</param>
    /// <param name="range">Range of the axis; null: that of the data.</param>
    /// <returns>This figure.</returns>
    public PlotlyFigure AddPanel(string yTitle, bool fromZero = false, (double Lower, double Upper)? range = null)
    {
        _panels.Add(new Panel(yTitle, fromZero, range));
        return this;
    }

    /// <summary>Adds a line to the last panel.</summary>
    /// <param name="name">Name in the legend.</param>
    /// <param name="x">Horizontal values.</param>
    /// <param name="y">Vertical values; NaN leaves a gap.</param>
    /// <param name="color">Colour.</param>
    /// <param name="dash">Dash pattern: solid, dash, dot.</param>
    /// <param name="width">Width of the line, px.</param>
    /// <param name="markers">Whether the points are marked.</param>
    /// <returns>This figure.</returns>
    public PlotlyFigure AddLine(
        string name, IEnumerable<double> x, IEnumerable<double> y, string color, string dash = "solid", double width = 2, bool markers = false)
    {
        _traces.Add(new Trace(name, [.. x], [.. y], color, dash, width, markers, Fill.None, _panels.Count, ""));
        return this;
    }

    /// <summary>Adds an area on top of the others of its stack in the last panel.</summary>
    /// <param name="name">Name in the legend; areas of one name share an entry.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <param name="x">Horizontal values, increasing.</param>
    /// <param name="y">Heights.</param>
    /// <param name="color">Colour.</param>
    /// <returns>This figure.</returns>
    public PlotlyFigure AddArea(string name, string stack, IEnumerable<double> x, IEnumerable<double> y, string color)
    {
        _traces.Add(new Trace(name, [.. x], [.. y], color, "solid", 0.5, false, Fill.Stacked, _panels.Count, stack));
        return this;
    }

    /// <summary>Marks a range of the horizontal axis behind the curves, with a name at its top.</summary>
    /// <param name="name">The name.</param>
    /// <param name="from">Lower end.</param>
    /// <param name="to">Upper end.</param>
    /// <param name="color">Colour.</param>
    /// <returns>This figure.</returns>
    public PlotlyFigure AddBand(string name, double from, double to, string color)
    {
        _bands.Add(new Band(name, from, to, color));
        return this;
    }

    /// <summary>Writes the figure as a JSON object.</summary>
    /// <param name="json">Where to.</param>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteStartArray("data");
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var trace in _traces)
        {
            WriteTrace(json, trace, shown.Add(trace.Name));
        }

        json.WriteEndArray();
        WriteLayout(json);
        json.WriteEndObject();
    }

    /// <summary>Writes numbers as an array; what is no number is null.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">Name of the array; null inside another array.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="digits">Significant digits kept.</param>
    internal static void WriteNumbers(Utf8JsonWriter json, string? name, IEnumerable<double> values, int digits = Digits)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                json.WriteNumberValue(Numbers.Round(value, digits));
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteTrace(Utf8JsonWriter json, Trace trace, bool first)
    {
        json.WriteStartObject();
        json.WriteString("type", "scatter");
        json.WriteString("mode", trace.Markers ? "lines+markers" : "lines");
        json.WriteString("name", trace.Name);
        json.WriteString("legendgroup", trace.Name);
        json.WriteBoolean("showlegend", first);
        if (trace.Panel > 1)
        {
            json.WriteString("yaxis", Axis("y", trace.Panel));
        }

        WriteNumbers(json, "x", trace.X);
        WriteNumbers(json, "y", trace.Y);
        json.WriteStartObject("line");
        json.WriteString("color", trace.Color);
        json.WriteNumber("width", trace.Width);
        json.WriteString("dash", trace.Dash);
        json.WriteEndObject();
        if (trace.Markers)
        {
            json.WriteStartObject("marker");
            json.WriteNumber("size", 6);
            json.WriteString("color", trace.Color);
            json.WriteEndObject();
        }

        if (trace.Fill == Fill.Stacked)
        {
            json.WriteString("stackgroup", trace.Stack);
            json.WriteString("fillcolor", trace.Color);
        }

        json.WriteString("hovertemplate", "%{y:.5~g}");
        json.WriteEndObject();
    }

    private void WriteLayout(Utf8JsonWriter json)
    {
        json.WriteStartObject("layout");
        json.WriteNumber("height", Height);
        json.WriteBoolean("showlegend", false);
        json.WriteString("hovermode", UnifiedHover ? "x unified" : "closest");
        json.WriteString("paper_bgcolor", "rgba(0,0,0,0)");
        json.WriteString("plot_bgcolor", "rgba(0,0,0,0)");
        json.WriteStartObject("font");
        json.WriteString("family", Palette.Font);
        json.WriteNumber("size", 13);
        json.WriteString("color", Palette.Ink);
        json.WriteEndObject();
        json.WriteStartObject("modebar");
        json.WriteString("bgcolor", "rgba(255,255,255,0.85)");
        json.WriteString("color", Palette.AxisLine);
        json.WriteString("activecolor", Palette.Ink);
        json.WriteEndObject();
        json.WriteStartObject("margin");
        json.WriteNumber("l", 68);
        json.WriteNumber("r", 14);
        json.WriteNumber("t", _bands.Count > 0 ? 26 : 10);
        json.WriteNumber("b", 48);
        json.WriteEndObject();
        WriteXAxis(json);
        for (var p = 1; p <= _panels.Count; p++)
        {
            WriteYAxis(json, p);
        }

        WriteBands(json);
        json.WriteEndObject();
    }

    private void WriteXAxis(Utf8JsonWriter json)
    {
        json.WriteStartObject("xaxis");
        WriteAxisStyle(json, XTitle);
        json.WriteString("anchor", Axis("y", _panels.Count));
        if (WholeSteps)
        {
            json.WriteNumber("dtick", 1);
        }

        if (XRange is { } range)
        {
            WriteNumbers(json, "range", [range.Lower, range.Upper]);
        }

        json.WriteEndObject();
    }

    private void WriteYAxis(Utf8JsonWriter json, int number)
    {
        const double Gap = 0.08;
        var panel = _panels[number - 1];
        var height = (1 - (Gap * (_panels.Count - 1))) / _panels.Count;
        var top = 1 - ((number - 1) * (height + Gap));
        json.WriteStartObject(number == 1 ? "yaxis" : string.Create(CultureInfo.InvariantCulture, $"yaxis{number}"));
        WriteAxisStyle(json, panel.YTitle);
        WriteNumbers(json, "domain", [Math.Max(0, top - height), top]);
        if (panel.Range is { } range)
        {
            WriteNumbers(json, "range", [range.Lower, range.Upper]);
        }
        else if (panel.FromZero)
        {
            json.WriteString("rangemode", "tozero");
        }

        json.WriteEndObject();
    }

    private static void WriteAxisStyle(Utf8JsonWriter json, string title)
    {
        json.WriteStartObject("title");
        json.WriteString("text", title);
        json.WriteNumber("standoff", 8);
        json.WriteStartObject("font");
        json.WriteNumber("size", 13);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteBoolean("zeroline", false);
        json.WriteBoolean("automargin", true);
        json.WriteString("gridcolor", Palette.Grid);
        json.WriteString("linecolor", Palette.AxisLine);
        json.WriteBoolean("showline", true);
        json.WriteString("ticks", "outside");
        json.WriteString("tickcolor", Palette.AxisLine);
        json.WriteNumber("ticklen", 4);
        json.WriteString("exponentformat", "power");
    }

    private void WriteBands(Utf8JsonWriter json)
    {
        json.WriteStartArray("shapes");
        foreach (var band in _bands)
        {
            json.WriteStartObject();
            json.WriteString("type", "rect");
            json.WriteString("layer", "below");
            json.WriteString("yref", "paper");
            json.WriteNumber("x0", Numbers.Round(band.From, Digits));
            json.WriteNumber("x1", Numbers.Round(band.To, Digits));
            json.WriteNumber("y0", 0);
            json.WriteNumber("y1", 1);
            json.WriteString("fillcolor", band.Color);
            json.WriteNumber("opacity", 0.13);
            json.WriteStartObject("line");
            json.WriteNumber("width", 0);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("annotations");
        foreach (var band in _bands.Where(b => b.Name.Length > 0))
        {
            json.WriteStartObject();
            json.WriteString("text", band.Name);
            json.WriteString("yref", "paper");
            json.WriteNumber("x", Numbers.Round((band.From + band.To) / 2, Digits));
            json.WriteNumber("y", 1);
            json.WriteString("yanchor", "bottom");
            json.WriteBoolean("showarrow", false);
            json.WriteStartObject("font");
            json.WriteNumber("size", 11);
            json.WriteString("color", Palette.Muted);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Axis(string letter, int number) =>
        number <= 1 ? letter : letter + number.ToString(CultureInfo.InvariantCulture);

    private sealed record Trace(
        string Name, double[] X, double[] Y, string Color, string Dash, double Width, bool Markers, Fill Fill, int Panel, string Stack);

    private sealed record Panel(string YTitle, bool FromZero, (double Lower, double Upper)? Range);

    private sealed record Band(string Name, double From, double To, string Color);
}
