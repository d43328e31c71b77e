using Ionolith.Cells.Simulation;
using Ionolith.Library.Reproduction;
using Ionolith.Materials.Quantities;
using Ionolith.Reports.Html;

namespace Ionolith.Reports.Reproduction;

/// <summary>Figures of a reproduction: curves of the claims' runs, rate tests, tornadoes.</summary>
internal static class ReproductionFigures
{
    private const int MostRows = 400;
    private const int MostBars = 12;

    /// <summary>Effects below this are too small to be seen.</summary>
    private const double LeastDrawn = 1e-3;

    /// <summary>Voltage of several runs against the charge passed since the current turned.</summary>
    public static PlotlyFigure Curves(IReadOnlyList<ClaimRun> runs)
    {
        var figure = new PlotlyFigure { XTitle = "charge passed (mAh/cm\u00b2)", UnifiedHover = false };
        figure.AddPanel("voltage (V)");
        for (int i = 0; i < runs.Count; i++)
        {
            var (x, y) = Turned(runs[i].Result);
            figure.AddLine(Name(runs[i]), x, y, Palette.Curve(i));
        }

        return figure;
    }

    /// <summary>Both sides of a comparison in one figure: their voltages against time, or where nothing is run their two figures as bars.</summary>
    public static PlotlyFigure SideBySide(Counterfactual compared)
    {
        (string Name, CounterfactualSide Side, string Color)[] sides = [("with", compared.With, Palette.Blue), ("without", compared.Without, Palette.Vermilion)];
        if (sides.Any(s => s.Side.Runs.Count == 0))
        {
            var bars = new PlotlyFigure { XTitle = compared.Kind.DisplayUnit is "1" ? "figure" : $"figure ({HtmlText.Unit(compared.Kind.DisplayUnit)})", Height = 170, UnifiedHover = false };
            bars.AddPanel("");
            foreach (var (name, side, color) in sides)
            {
                bars.AddBars(name, [name], [0], [QuantityFormat.ToUnit(side.Value, compared.Kind, compared.Kind.DisplayUnit)], color);
            }

            return bars;
        }

        var (factor, unit) = Numbers.TimeUnit(sides.Max(s => s.Side.Runs.Max(r => r.Series.Time[^1])));
        var figure = new PlotlyFigure { XTitle = $"time ({unit})" };
        figure.AddPanel("voltage (V)");
        foreach (var (name, side, color) in sides)
        {
            foreach (var series in side.Runs.Select(r => r.Series))
            {
                var rows = ChosenRows.Of(series, MostRows).ToList();
                figure.AddLine(name, rows.Select(i => series.Time[i] / factor), rows.Select(i => series.Voltage[i]), color);
            }
        }

        return figure;
    }

    /// <summary>Voltage of the discharges of a rate test.</summary>
    public static PlotlyFigure RateCurves(RateTest test)
    {
        var figure = new PlotlyFigure { XTitle = "charge delivered (mAh/cm\u00b2)", UnifiedHover = false };
        figure.AddPanel("voltage (V)");
        for (int i = 0; i < test.Points.Count; i++)
        {
            if (test.Points[i] is { Capacity: > 0, Result: { } result })
            {
                var (x, y) = Turned(result);
                figure.AddLine(Rate(test.Points[i].Rate), x, y, Palette.Sequence(i / (test.Points.Count - 1.0)));
            }
        }

        return figure;
    }

    /// <summary>Capacity of a rate test against the rate.</summary>
    public static PlotlyFigure RateCapacity(RateTest test)
    {
        var points = test.Points.Where(p => p.Capacity > 0).ToList();
        var figure = new PlotlyFigure { XTitle = "C-rate", XLogarithmic = true };
        return figure.AddPanel("capacity (mAh/cm\u00b2)", fromZero: true)
            .AddLine("capacity", points.Select(p => p.Rate), points.Select(p => p.Capacity / Numbers.PerArealCapacity), Palette.Blue, markers: true);
    }

    /// <summary>Bars from the computed figure to those at the ends of each assumed value's range; null where none can be seen.</summary>
    public static PlotlyFigure? Tornado(ClaimResult result)
    {
        var shown = result.Sensitivities.Where(s => s.Effect >= LeastDrawn).Take(MostBars).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var reported = result.Row.Claim.Figure;
        double At(double value) => ReproductionWords.InUnit(double.IsNaN(value) ? result.Computed : value, reported);
        string[] labels = Labels(result, shown);
        double[] centre = [.. shown.Select(_ => ReproductionWords.Computed(result))];
        string unit = reported?.Unit is { Length: > 0 } symbol ? $" ({HtmlText.Spelled(symbol)})" : "";
        var figure = new PlotlyFigure { XTitle = $"{result.Row.Claim.Id}{unit}", Height = 110 + (34 * shown.Count), UnifiedHover = false };
        return figure.AddPanel("")
            .AddBars("at the lower end of the range", labels, centre, shown.Select(s => At(s.AtLower)), Palette.Blue)
            .AddBars("at the upper end of the range", labels, centre, shown.Select(s => At(s.AtUpper)), Palette.Vermilion);
    }

    /// <summary>A rate as it is written: "0.1C".</summary>
    public static string Rate(double rate) => rate.ToString("0.##", CultureInfo.InvariantCulture) + "C";

    private static string Name(ClaimRun run) => string.Join(", ", (string[])[.. run.Claims, .. run.Settings]);

    /// <summary>Short names that stay apart: the layer or material and what the value is, in two lines.</summary>
    private static string[] Labels(ClaimResult result, List<Sensitivity> shown)
    {
        string[] labels = [.. shown.Select(s => ReproductionWords.PathOf(result, s, shortly: true).Replace(": ", "<br>", StringComparison.Ordinal))];
        return [.. labels.Select((label, i) => labels.Count(l => string.Equals(l, label, StringComparison.Ordinal)) > 1 ? shown[i].Path.Replace(".", ".<br>", StringComparison.Ordinal) : label)];
    }

    private static (List<double> X, List<double> Y) Turned(SimulationResult result)
    {
        var series = result.Series;
        var (x, y) = (new List<double>(), new List<double>());
        var (origin, sign) = (0.0, 0);
        foreach (int i in ChosenRows.Of(series, MostRows))
        {
            int now = Math.Sign(series.Current[i]);
            if (now != sign && now != 0)
            {
                (origin, sign) = (series.Capacity[i], now);
                x.Add(double.NaN);
                y.Add(double.NaN);
            }

            x.Add(Math.Abs(series.Capacity[i] - origin) / result.Cell.Area / Numbers.PerArealCapacity);
            y.Add(series.Voltage[i]);
        }

        return (x, y);
    }
}
