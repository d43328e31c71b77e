using System.Text;
using Ionolith.Cells.Stack;

namespace Ionolith.Reports.Html;

/// <summary>The stack drawn to scale: widths are thicknesses, heights within a layer are volume fractions.</summary>
internal static class StackDrawing
{
    private const double Width = 1000;
    private const double Height = 150;
    private const double LeastWidth = 7;

    /// <summary>The drawing with its scale and what the colours mean.</summary>
    public static string Draw(CellDescription cell)
    {
        var widths = Widths(cell.Layers, out var widened);
        var colors = new StackColors(cell);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<svg class=\"stack\" viewBox=\"0 0 {Width} {Height}\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Layers of the cell, drawn to scale\">");
        var at = 0.0;
        for (var i = 0; i < cell.Layers.Count; i++)
        {
            DrawLayer(html, cell.Layers[i], colors, at, widths[i]);
            at += widths[i];
        }

        html.Append("</svg>");
        AppendNumbers(html, cell, widths);
        var total = cell.Layers.Sum(l => l.Thickness);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">From the negative (left) to the positive terminal, {HtmlText.Unit(Numbers.Length(total))} in all. ");
        html.Append("Widths are to scale; within a layer the heights are volume fractions.");
        if (widened.Count > 0)
        {
            html.Append(" Too thin to be seen, and drawn wider than they are: ")
                .AppendJoin(", ", widened.Select(l => $"{HtmlText.Escape(l.Name)} ({HtmlText.Unit(Numbers.Length(l.Thickness))})")).Append('.');
        }

        html.Append("</p>");
        AppendTable(html, cell, colors);
        return html.ToString();
    }

    private static double[] Widths(IReadOnlyList<Layer> layers, out List<Layer> widened)
    {
        var total = layers.Sum(l => l.Thickness);
        var thin = layers.Where(l => l.Thickness / total * Width < LeastWidth).ToList();
        var rest = layers.Except(thin).Sum(l => l.Thickness);
        widened = thin;
        return [.. layers.Select(l => thin.Contains(l) ? LeastWidth : l.Thickness / rest * (Width - (thin.Count * LeastWidth)))];
    }

    private static void DrawLayer(StringBuilder html, Layer layer, StackColors colors, double at, double width)
    {
        var top = 0.0;
        foreach (var (name, fraction, color) in Parts(layer, colors))
        {
            Rectangle(html, at, top * Height, width, fraction * Height, color, $"{layer.Name}: {name}{(fraction < 1 ? $" {Numbers.Text(fraction * 100, 3)} %" : "")}");
            top += fraction;
        }

        if (at > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<line x1=\"{at:0.##}\" x2=\"{at:0.##}\" y1=\"0\" y2=\"{Height}\" class=\"edge\"/>");
        }
    }

    private static void Rectangle(StringBuilder html, double x, double y, double width, double height, string color, string title) =>
        html.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"{color}\"><title>{HtmlText.Escape(title)}</title></rect>");

    private static List<(string Name, double Fraction, string Color)> Parts(Layer layer, StackColors colors)
    {
        var parts = new List<(string Name, double Fraction, string Color)>();
        switch (layer)
        {
            case CurrentCollector collector:
                parts.Add((collector.Material.Name, 1, StackColors.Metal));
                break;
            case LithiumMetal:
                parts.Add(("lithium metal", 1, StackColors.Lithium));
                break;
            case ElectrolyteLayer electrolyte:
                parts.Add((electrolyte.Electrolyte.Name, electrolyte.VolumeFraction, colors.Conductor(electrolyte.Electrolyte.Id)));
                Fill(parts, electrolyte.Frame?.Name ?? "void or frame", StackColors.Frame);
                break;
            case PorousElectrode electrode:
                parts.AddRange(electrode.ActivePhases.Select(p => (p.Material.Name, p.VolumeFraction, colors.Active(p.Material.Id))));
                parts.Add((electrode.Electrolyte.Name, electrode.ElectrolyteFraction, colors.Conductor(electrode.Electrolyte.Id)));
                parts.AddRange(electrode.InertPhases.Select(p => (p.Material.Name, p.VolumeFraction, StackColors.Inert)));
                Fill(parts, "void or unnamed", StackColors.Void);
                break;
            default:
                parts.Add((layer.Name, 1, StackColors.Frame));
                break;
        }

        return parts;
    }

    private static void Fill(List<(string Name, double Fraction, string Color)> parts, string name, string color)
    {
        var rest = 1 - parts.Sum(p => p.Fraction);
        if (rest > 1e-6)
        {
            parts.Add((name, rest, color));
        }
    }

    /// <summary>Numbers of the layers under their middles; one that would lie over its neighbour's goes a line down.</summary>
    private static void AppendNumbers(StringBuilder html, CellDescription cell, double[] widths)
    {
        const double Closest = 45;
        const double WidestName = 150;
        var spans = new StringBuilder();
        var (at, previous, line, lines) = (0.0, double.NegativeInfinity, 0, 0);
        for (var i = 0; i < cell.Layers.Count; i++)
        {
            var middle = at + (widths[i] / 2);
            line = middle - previous < Closest ? 1 - line : 0;
            lines = Math.Max(lines, line);
            var name = widths[i] > WidestName ? $" <b>{HtmlText.Escape(cell.Layers[i].Name)}</b>" : "";
            spans.Append(CultureInfo.InvariantCulture, $"<span class=\"line{line}\" style=\"left:{middle / Width * 100:0.##}%\">{i + 1}{name}</span>");
            previous = middle;
            at += widths[i];
        }

        html.Append("<div class=\"stack-numbers").Append(lines > 0 ? " two" : "").Append("\" aria-hidden=\"true\">").Append(spans).Append("</div>");
    }

    private static void AppendTable(StringBuilder html, CellDescription cell, StackColors colors)
    {
        html.Append("<div class=\"scroll\"><table><thead><tr><th class=\"n\"></th><th>layer</th><th class=\"n\">thickness</th><th>made of</th></tr></thead><tbody>");
        for (var i = 0; i < cell.Layers.Count; i++)
        {
            var layer = cell.Layers[i];
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{i + 1}</td><td>{HtmlText.Escape(layer.Name)}</td><td class=\"n\">{HtmlText.Unit(Numbers.Length(layer.Thickness))}</td><td>");
            html.AppendJoin(" ", Parts(layer, colors).Select(p =>
                $"<span class=\"part\"><i style=\"background:{p.Color}\"></i>{HtmlText.Escape(p.Name)}{(p.Fraction < 1 ? $" {Numbers.Text(p.Fraction * 100, 3)} %" : "")}</span>"));
            html.Append("</td></tr>");
        }

        html.Append("</tbody></table></div>");
    }
}
