using System.Text.Json;

namespace Ionolith.Reports.Html;

/// <summary>One trace of a figure.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Color">Colour.</param>
internal abstract record PlotlyTrace(string Name, string Color)
{
    /// <summary>Number of its panel from 1.</summary>
    public required int Panel { get; init; }

    /// <summary>What each point says at the pointer besides its value; empty: nothing.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Its values on the horizontal axis.</summary>
    public abstract IEnumerable<double> Horizontal { get; }

    /// <summary>Its values on the vertical axis; none where that has labels.</summary>
    public abstract IEnumerable<double> Vertical { get; }

    /// <summary>Writes the trace as a JSON object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="first">Whether it is the first of its name, which stands in the legend.</param>
    public void WriteTo(Utf8JsonWriter json, bool first)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("legendgroup", Name);
        json.WriteBoolean("showlegend", first);
        if (Panel > 1)
        {
            json.WriteString("yaxis", PlotlyFigure.Axis("y", Panel));
        }

        if (Texts.Count > 0)
        {
            WriteTexts(json, "text", Texts);
        }

        WriteOwn(json);
        json.WriteEndObject();
    }

    /// <summary>Writes what only this kind of trace has.</summary>
    protected abstract void WriteOwn(Utf8JsonWriter json);

    /// <summary>Writes texts as an array.</summary>
    protected static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}

/// <summary>A line, points, or an area on top of the others of its stack.</summary>
internal sealed record LineTrace(
    string Name, double[] X, double[] Y, string Color, string Dash, double Width, bool Markers, string Stack, bool Only) : PlotlyTrace(Name, Color)
{
    public override IEnumerable<double> Horizontal => X;

    public override IEnumerable<double> Vertical => Y;

    protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteString("type", "scatter");
        json.WriteString("mode", Only ? "markers" : Markers ? "lines+markers" : "lines");
        PlotlyFigure.WriteNumbers(json, "x", X);
        PlotlyFigure.WriteNumbers(json, "y", Y);
        json.WriteStartObject("line");
        json.WriteString("color", Color);
        json.WriteNumber("width", Width);
        json.WriteString("dash", Dash);
        json.WriteEndObject();
        if (Markers)
        {
            json.WriteStartObject("marker");
            json.WriteNumber("size", Only ? 7 : 6);
            json.WriteString("color", Color);
            json.WriteEndObject();
        }

        if (Stack.Length > 0)
        {
            json.WriteString("stackgroup", Stack);
            json.WriteString("fillcolor", Color);
        }

        json.WriteString("hovertemplate", Texts.Count > 0 ? "%{text}: %{y:.5~g}" : "%{y:.5~g}");
    }
}

/// <summary>Horizontal bars, each from one value to another, beside their labels.</summary>
internal sealed record BarTrace(string Name, string[] Labels, double[] From, double[] To, string Color) : PlotlyTrace(Name, Color)
{
    public override IEnumerable<double> Horizontal => From.Concat(To);

    public override IEnumerable<double> Vertical => [];

    protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteString("type", "bar");
        json.WriteString("orientation", "h");
        WriteTexts(json, "y", Labels);
        PlotlyFigure.WriteNumbers(json, "base", From);
        PlotlyFigure.WriteNumbers(json, "x", To.Zip(From, (to, from) => to - from));
        PlotlyFigure.WriteNumbers(json, "customdata", To);
        json.WriteStartObject("marker");
        json.WriteString("color", Color);
        json.WriteEndObject();
        json.WriteString("hovertemplate", "%{customdata:.5~g}");
    }
}
