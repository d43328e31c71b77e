using Ionolith.Materials.Laws.Fitting;
using Ionolith.Reports.Html;

namespace Ionolith.Reports.Fitting;

/// <summary>Figures of a fit: data with law and band, and residuals.</summary>
internal static class FitFigures
{
    private const int Points = 121;

    /// <summary>Data, law and band above, residuals below, over the same axis.</summary>
    public static PlotlyFigure Of(FitRecord record)
    {
        var (table, fit) = (record.Table, record.Fit);
        bool ofTemperature = table.Variable == FitVariable.Temperature;
        double lowest = table.X.Min(), highest = table.X.Max(), margin = 0.02 * (highest - lowest);
        double from = ofTemperature ? lowest - margin : Math.Max(0, lowest - margin), to = ofTemperature ? highest + margin : Math.Min(1, highest + margin);
        double[] x = [.. Enumerable.Range(0, Points).Select(i => from + ((to - from) * i / (Points - 1)))];
        double Axis(double v) => ofTemperature ? 1000 / v : 100 * v;
        double Shown(double s) => s / table.Unit.Factor;
        double[] at = [.. x.Select(Axis)];
        var band = x.Select(fit.Band).ToList();
        string confidence = string.Create(CultureInfo.InvariantCulture, $"{100 * fit.Confidence:0.#} % band of the law");
        var figure = new PlotlyFigure
        {
            XTitle = ofTemperature ? "1000/T (1/K)" : $"volume fraction of {fit.Fitted.FractionOf} (%)",
            Height = 560,
            UnifiedHover = false,
        };
        figure.AddPanel($"conductivity ({table.Unit.Symbol})", logarithmic: true)
            .AddLine(confidence, at, band.Select(b => Shown(b.Lower)), Palette.Blue, "dot", 1)
            .AddLine(confidence, at, band.Select(b => Shown(b.Upper)), Palette.Blue, "dot", 1)
            .AddLine(fit.Law, at, x.Select(v => Shown(fit.Predict(v))), Palette.Blue)
            .AddPoints("data", table.X.Select(Axis), table.Conductivities.Select(Shown), Palette.Vermilion, table.Lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"line {l}")));
        figure.AddPanel("log10(data/law)")
            .AddLine("law", [Axis(from), Axis(to)], [0, 0], Palette.Grey, width: 1)
            .AddPoints("residual", table.X.Select(Axis), fit.Residuals.Select(r => r / Math.Log(10)), Palette.Vermilion);
        return figure;
    }
}
