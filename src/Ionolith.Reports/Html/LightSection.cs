using Ionolith.Cells.Light;
using Ionolith.Cells.Simulation;

namespace Ionolith.Reports.Html;

/// <summary>The section of a run's report on light: photocurrent against time, and where the energy of each step went.</summary>
internal static class LightSection
{
    private const int MostRows = 2000;

    public static void Append(HtmlPage page, SimulationResult result)
    {
        if (result.Light is not { Steps.Count: > 0 } light)
        {
            return;
        }

        page.Begin("light", "Light");
        page.Paragraph(LightWords.Sentence(result.Cell, light));
        if (result.Series is { Count: > 1, Photocurrent: { } photocurrent } series && result.Options.Rows == OutputRows.Every)
        {
            page.Figure("photocurrent", Figure(result, series, photocurrent), "Net photocurrent: what the holes oxidise less what recombines. Positive charges the cell.");
        }

        page.Table(
            ["step", "#light (mW/cm\u00b2)", "#duration", "#photocharge (mAh/cm\u00b2)", "#gained (mWh/cm\u00b2)", "#efficiency (%)", "light alone"],
            light.Steps.Select(s => (string[])
            [
                s.Number.ToString(CultureInfo.InvariantCulture), Numbers.Text(s.Irradiance / 10, 4), Numbers.Duration(s.Duration), PerArea(s.Photocharge), PerArea(s.Gained),
                Numbers.Text(100 * s.Efficiency, 3), s.Feasibility.IsPossible ? "charges" : "cannot charge",
            ]));
        page.Table(["where the light went", "#mWh/cm\u00b2", "#share (%)"], LightFlows.Of(light).Select(f => (string[])[f.Name, PerArea(f.Energy), Numbers.Text(100 * f.Energy / light.LightEnergy, 3)]));
        page.Note("Heat of absorption is the energy of the photons above what their separated pairs carry at the voltage of the cell. Heat moves lithium between hosts, but it does not count as photocharge.");
        page.End();

        string PerArea(double value) => Numbers.Text(value / result.Cell.Area / Numbers.PerArealCapacity, 4);
    }

    private static PlotlyFigure Figure(SimulationResult result, TimeSeries series, IReadOnlyList<double> photocurrent)
    {
        var rows = ChosenRows.Of(series, MostRows);
        var (factor, unit) = Numbers.TimeUnit(series.Time[^1]);
        var figure = new PlotlyFigure { XTitle = $"time ({unit})", Height = 300 };
        figure.AddPanel("photocurrent<br>(mA/cm\u00b2)", fromZero: true);
        return figure.AddLine("photocurrent", rows.Select(i => series.Time[i] / factor), rows.Select(i => photocurrent[i] / result.Cell.Area / 10), Palette.Vermilion);
    }
}
