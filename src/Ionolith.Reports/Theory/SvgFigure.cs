using Ionolith.Reports.Html;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Ionolith.Reports.Theory;

/// <summary>Draws a figure as SVG, which a page of text can show as it is.</summary>
public static class SvgFigure
{
    private const double Width = 720, Height = 340, FontSize = 12;
    private const string Font = "Helvetica, Arial, sans-serif";

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>The text of the SVG file; the same for the same figure.</returns>
    public static string Write(TheoryFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var plot = new PlotModel
        {
            Background = OxyColors.White,
            Padding = new OxyThickness(8, 10, 8, 8),
            DefaultFont = Font,
            DefaultFontSize = FontSize,
            TextColor = OxyColor.Parse(Palette.Ink),
            PlotAreaBorderColor = OxyColor.Parse(Palette.AxisLine),
        };
        plot.Axes.Add(Axis(AxisPosition.Bottom, figure.XTitle, figure.XLogarithmic));
        plot.Axes.Add(Axis(AxisPosition.Left, figure.YTitle, figure.YLogarithmic));
        plot.Legends.Add(new Legend { LegendPlacement = LegendPlacement.Outside, LegendPosition = LegendPosition.RightTop, LegendFontSize = FontSize });
        int color = 0;
        foreach (var curve in figure.Curves)
        {
            plot.Series.Add(Series(curve, curve.IsPoints ? OxyColor.Parse(Palette.Ink) : OxyColor.Parse(Palette.Curve(color++))));
        }

        return new SvgExporter { Width = Width, Height = Height, TextMeasurer = new RoomyText() }.ExportToString(plot).ReplaceLineEndings("\n");
    }

    private static Axis Axis(AxisPosition position, string title, bool logarithmic)
    {
        Axis axis = logarithmic ? new LogarithmicAxis { PowerPadding = false } : new LinearAxis { MinimumPadding = 0.02, MaximumPadding = 0.02 };
        axis.Position = position;
        axis.Title = title;
        axis.MajorGridlineStyle = LineStyle.Solid;
        axis.MajorGridlineColor = OxyColor.Parse(Palette.Grid);
        axis.TicklineColor = OxyColor.Parse(Palette.AxisLine);
        axis.AxisTitleDistance = 8;
        axis.LabelFormatter = v => v.ToString("G4", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);
        return axis;
    }

    private static LineSeries Series(TheoryCurve curve, OxyColor color)
    {
        var series = new LineSeries
        {
            Title = curve.Name,
            Color = color,
            StrokeThickness = 1.8,
            LineStyle = curve.IsPoints ? LineStyle.None : LineStyle.Solid,
            MarkerType = curve.IsPoints ? MarkerType.Circle : MarkerType.None,
            MarkerSize = 3,
            MarkerFill = color,
            Decimator = null,
        };
        series.Points.AddRange(curve.X.Zip(curve.Y, (x, y) => new DataPoint(x, y)));
        return series;
    }

    /// <summary>Measures text in a narrow font and leaves room for the wider ones that a reader may have.</summary>
    private sealed class RoomyText() : PdfRenderContext(Width, Height, OxyColors.White)
    {
        private const double Wider = 1.5, Higher = 1.15;

        public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
        {
            var size = base.MeasureText(text, fontFamily, fontSize, fontWeight);
            return new OxySize(Wider * size.Width, Higher * size.Height);
        }
    }
}
