using System.Text.Json;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Reports.Html;

/// <summary>Profiles over x or r, all driven by one time slider.</summary>
/// <remarks>
/// Fields whose names differ only after a colon ("stoichiometry at the surface: NMC") share a figure, unless they are so far apart
/// that each would look flat (the solid potentials of both electrodes).
/// </remarks>
internal sealed class ProfileFigures(CellDescription cell, FieldSeries series)
{
    private const int Digits = 5;

    private readonly List<List<Field>> _groups =
        [.. series.Fields.GroupBy(f => (Family(f.Name), f.Unit, f.Axis)).SelectMany(g => Fitting([.. g]))];

    public int Count => _groups.Count;

    public string Title(int group) => Capital(_groups[group].Count == 1 ? _groups[group][0].Name : Family(_groups[group][0].Name));

    /// <summary>Writes {times, labels, figures: [{figure, values: [trace][time][position]}]}.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("labels");
        for (var t = 0; t < series.Times.Count; t++)
        {
            json.WriteStringValue($"{Numbers.Duration(series.Times[t])}, {Numbers.Text(series.Voltages[t])} V");
        }

        json.WriteEndArray();
        json.WriteStartArray("figures");
        for (var g = 0; g < _groups.Count; g++)
        {
            WriteGroup(json, g);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<List<Field>> Fitting(List<Field> fields)
    {
        const double FarApart = 5;
        var all = RangeOf(fields);
        var widest = fields.Select(f => RangeOf([f])).Max(r => r.Upper - r.Lower);
        return all.Upper - all.Lower > FarApart * widest ? fields.Select(f => (List<Field>)[f]) : [fields];
    }

    /// <summary>What the symbols of a figure have in common: "a_i" of "a_i_n" and "a_i_p".</summary>
    private static string CommonSymbol(List<Field> fields)
    {
        var symbol = fields[0].Symbol;
        foreach (var field in fields)
        {
            var n = 0;
            while (n < Math.Min(symbol.Length, field.Symbol.Length) && symbol[n] == field.Symbol[n])
            {
                n++;
            }

            symbol = symbol[..n];
        }

        return symbol.TrimEnd('_');
    }

    private static string Family(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? name : name[..colon];
    }

    private static string Member(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? name : name[(colon + 1)..].Trim();
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static IEnumerable<double> Positions(Field field) => field.Axis is "r" ? field.Positions : field.Positions.Select(x => x * 1e6);

    /// <summary>Range of all times, so that the axis stays while the slider moves.</summary>
    private static (double Lower, double Upper) RangeOf(IEnumerable<Field> fields)
    {
        var values = fields.SelectMany(f => f.Values).SelectMany(v => v).Where(double.IsFinite).DefaultIfEmpty(0);
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        // A constant field must look constant: a range of round-off would show noise.
        var least = Math.Max(1e-3 * Math.Max(Math.Abs(low), Math.Abs(high)), 1e-12);
        var margin = Math.Max(0.06 * (high - low), least);
        return (low - margin, high + margin);
    }

    private void WriteGroup(Utf8JsonWriter json, int group)
    {
        var fields = _groups[group];
        var onRadius = fields[0].Axis is "r";
        var figure = new PlotlyFigure
        {
            XTitle = onRadius ? "position in the particle, r/R" : "position x (\u00b5m)",
            Height = 300,
            UnifiedHover = false,
            XRange = onRadius ? (0, 1) : ShownRange(),
        };
        figure.AddPanel(HtmlText.AxisTitle(HtmlText.Symbol(CommonSymbol(fields)), fields[0].Unit), range: RangeOf(fields));
        if (!onRadius)
        {
            foreach (var (name, from, to, color) in Layers())
            {
                figure.AddBand(name, from, to, color);
            }
        }

        for (var f = 0; f < fields.Count; f++)
        {
            figure.AddLine(fields.Count == 1 ? "at the chosen time" : Member(fields[f].Name), Positions(fields[f]), fields[f].Values[0], Palette.Curve(f));
        }

        for (var f = 0; f < fields.Count; f++)
        {
            figure.AddLine("at the start", Positions(fields[f]), fields[f].Values[0], Palette.AxisLine, "dot", 1.5);
        }

        json.WriteStartObject();
        json.WriteString("title", Title(group));
        json.WritePropertyName("figure");
        figure.WriteTo(json);
        json.WriteStartArray("values");
        foreach (var field in fields)
        {
            json.WriteStartArray();
            foreach (var profile in field.Values)
            {
                PlotlyFigure.WriteNumbers(json, null, profile, Digits);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>From the first to the last layer that has a field, um: an electrolyte without salt has none and would only take room.</summary>
    private (double Lower, double Upper) ShownRange()
    {
        var positions = series.Fields.Where(f => f.Axis is not "r").SelectMany(Positions).ToList();
        var shown = Edges().Where(l => positions.Exists(x => x > l.From && x < l.To)).ToList();
        return shown.Count > 0 ? (shown[0].From, shown[^1].To) : (0, Edges().LastOrDefault().To);
    }

    /// <summary>Layers between the collectors with their edges, um from the negative side of the first electrode.</summary>
    private List<(Layer Layer, double From, double To)> Edges()
    {
        var edges = new List<(Layer Layer, double From, double To)>();
        var at = 0.0;
        foreach (var layer in cell.Layers.Where(l => l is not CurrentCollector))
        {
            edges.Add((layer, at * 1e6, (at + layer.Thickness) * 1e6));
            at += layer.Thickness;
        }

        return edges;
    }

    /// <summary>The layers that are shown; names only where they fit.</summary>
    private IEnumerable<(string Name, double From, double To, string Color)> Layers()
    {
        var (lower, upper) = ShownRange();
        var colors = new StackColors(cell);
        return Edges().Where(l => l.To > lower && l.From < upper)
            .Select(l => (l.To - l.From > 0.12 * (upper - lower) ? l.Layer.Name : "", l.From, l.To, colors.Of(l.Layer)));
    }
}
