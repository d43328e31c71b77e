using System.Text.Json;

namespace Ionolith.Reports.Html;

/// <summary>A figure as Plotly JSON ({data, layout}), which plotly.js draws and Python's plotly.io.from_json reads.</summary>
/// <remarks>Numbers are rounded to six digits: more than a screen shows, and the file stays small.</remarks>
public sealed class PlotlyFigure
{
    private const int Digits = 6;
    private static readonly double[] TickMantissas = [1, 2, 5];
    private readonly List<PlotlyTrace> _traces = [];
    private readonly List<Panel> _panels = [];
    private readonly List<Band> _bands = [];

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

    /// <summary>Whether the horizontal axis is logarithmic; its range stays in plain numbers.</summary>
    public bool XLogarithmic { get; init; }

    /// <summary>Adds a panel; panels stand below each other over the same horizontal axis.</summary>
    /// <param name="yTitle">Title of its vertical axis, with its unit.</param>
    /// <param name="fromZero">Whether the axis begins at zero.</param>
    /// <param name="range">Range of the axis; null: that of the data.</param>
    /// <param name="logarithmic">Whether the axis is logarithmic; its range stays in plain numbers.</param>
    /// <returns>This figure.</returns>
    public PlotlyFigure AddPanel(string yTitle, bool fromZero = false, (double Lower, double Upper)? range = null, bool logarithmic = false)
    {
        _panels.Add(new Panel(yTitle, fromZero, range, logarithmic));
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
        _traces.Add(new LineTrace(name, [.. x], [.. y], color, dash, width, markers, Stack: "", Only: false) { Panel = _panels.Count });
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
        _traces.Add(new LineTrace(name, [.. x], [.. y], color, "solid", 0.5, false, stack, Only: false) { Panel = _panels.Count });
        return this;
    }

    /// <summary>Adds points without a line to the last panel.</summary>
    /// <param name="name">Name in the legend.</param>
    /// <param name="x">Horizontal values.</param>
    /// <param name="y">Vertical values.</param>
    /// <param name="color">Colour.</param>
    /// <param name="texts">What each point says at the pointer besides its value; null: nothing.</param>
    /// <returns>This figure.</returns>
    public PlotlyFigure AddPoints(string name, IEnumerable<double> x, IEnumerable<double> y, string color, IEnumerable<string>? texts = null)
    {
        _traces.Add(new LineTrace(name, [.. x], [.. y], color, "solid", 0, true, Stack: "", Only: true)
        {
            Panel = _panels.Count,
            Texts = texts is null ? [] : [.. texts],
        });
        return this;
    }

    /// <summary>Adds horizontal bars to the last panel, one for each label, the first at the top.</summary>
    /// <param name="name">Name in the legend.</param>
    /// <param name="labels">Label of each bar on the vertical axis.</param>
    /// <param name="from">Where each bar begins on the horizontal axis.</param>
    /// <param name="to">Where each bar ends.</param>
    /// <param name="color">Colour.</param>
    /// <returns>This figure.</returns>
    public PlotlyFigure AddBars(string name, IEnumerable<string> labels, IEnumerable<double> from, IEnumerable<double> to, string color)
    {
        _traces.Add(new BarTrace(name, [.. labels], [.. from], [.. to], color) { Panel = _panels.Count });
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
            trace.WriteTo(json, shown.Add(trace.Name));
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

    private void WriteLayout(Utf8JsonWriter json)
    {
        json.WriteStartObject("layout");
        json.WriteNumber("height", Height);
        json.WriteBoolean("showlegend", false);
        json.WriteString("barmode", "overlay");
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

        WriteScale(json, XLogarithmic, XRange);
        if (XLogarithmic)
        {
            WriteLogarithmicTicks(json, _traces.SelectMany(t => t.Horizontal));
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
        WriteScale(json, panel.Logarithmic, panel.Range);
        if (panel.Logarithmic)
        {
            WriteLogarithmicTicks(json, _traces.Where(t => t.Panel == number).SelectMany(t => t.Vertical));
        }

        if (panel.Range is null && panel.FromZero)
        {
            json.WriteString("rangemode", "tozero");
        }

        if (_traces.Exists(t => t is BarTrace && t.Panel == number))
        {
            json.WriteString("type", "category");
            json.WriteString("autorange", "reversed");
        }

        json.WriteEndObject();
    }

    private static void WriteScale(Utf8JsonWriter json, bool logarithmic, (double Lower, double Upper)? range)
    {
        if (logarithmic)
        {
            json.WriteString("type", "log");
        }

        if (range is { } ends)
        {
            WriteNumbers(json, "range", logarithmic ? [Math.Log10(ends.Lower), Math.Log10(ends.Upper)] : [ends.Lower, ends.Upper]);
        }
    }

    /// <summary>Ticks at 1, 2 and 5 where the values span few decades, all in one size; Plotly's own are where they span many.</summary>
    private static void WriteLogarithmicTicks(Utf8JsonWriter json, IEnumerable<double> values)
    {
        double[] positive = [.. values.Where(v => v > 0 && double.IsFinite(v))];
        if (positive.Length == 0 || positive.Max() / positive.Min() > 2000)
        {
            json.WriteNumber("dtick", 1);
            return;
        }

        int first = (int)Math.Floor(Math.Log10(positive.Min())), last = (int)Math.Ceiling(Math.Log10(positive.Max()));
        double[] ticks = [.. Enumerable.Range(first, last - first + 1).SelectMany(k => TickMantissas.Select(m => m * Math.Pow(10, k)))];
        WriteNumbers(json, "tickvals", ticks);
        json.WriteStartArray("ticktext");
        foreach (var tick in ticks)
        {
            json.WriteStringValue(Numbers.Round(tick, 2).ToString(tick is >= 1e-4 and < 1e5 ? "0.####" : "0.##e0", CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
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

    /// <summary>Name of an axis of a panel: "y", "y2", ...</summary>
    internal static string Axis(string letter, int number) =>
        number <= 1 ? letter : letter + number.ToString(CultureInfo.InvariantCulture);

    private sealed record Panel(string YTitle, bool FromZero, (double Lower, double Upper)? Range, bool Logarithmic);

    private sealed record Band(string Name, double From, double To, string Color);
}
