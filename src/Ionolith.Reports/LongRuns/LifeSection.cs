using Ionolith.Cells.Ageing;
using Ionolith.Cells.Design;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Simulation;
using Ionolith.Materials.Quantities;
using Ionolith.Reports.Html;

namespace Ionolith.Reports.LongRuns;

/// <summary>The sections of a run's report on life and heat.</summary>
internal static class LifeSection
{
    private const int MostPoints = 2000;
    private const int MostPanels = 16;
    private const int MostCurves = 12;
    private const int LongName = 16;

    /// <summary>Retention, resistance and slow states against the cycle or time, and why the capacity falls.</summary>
    public static void AppendAgeing(HtmlPage page, SimulationResult result)
    {
        if (result.Ageing is not { } ageing)
        {
            AppendAcceleration(page, result.Acceleration);
            return;
        }

        page.Begin("life", "Life");
        var cycles = KeyFigures.DischargingCycles(result);
        if (cycles.Count > 1)
        {
            page.Figure("retention", Retention(cycles, result.Cell.Area, result.Acceleration), "Discharge over the first full one, and the resistance from the jump of the voltage at the start of each cycle's discharge: ohmic drops, charge transfer and films, without diffusion.");
        }

        if (ageing.Cycle.Count > 1)
        {
            var moved = Moved(ageing);
            page.Figure("slow-states", States(ageing, [.. moved.Take(MostPanels)], cycles.Count > 1), "What ages at each interface.");
            if (moved.Count > MostPanels)
            {
                page.Note($"Drawn are {MostPanels} quantities; in cycles.csv are also: {string.Join(", ", moved.Skip(MostPanels).Select(c => c.Key))}.");
            }
        }

        page.Table([.. LifeRows.StateHeadings], LifeRows.States(result));
        if (result.Attribution is { } why)
        {
            var labels = why.Causes.Select(c => $"{c.Effect}: {c.Place}").ToList();
            var gains = why.Causes.Select(c => double.IsNaN(c.Gain) ? 0 : 100 * c.Gain / why.Fresh).ToList();
            var figure = new PlotlyFigure { XTitle = "capacity that switching it back gives (% of that of the fresh cell)", Height = 90 + (34 * labels.Count), UnifiedHover = false };
            figure.AddPanel("").AddBars("gain", labels, gains.Select(_ => 0.0), gains, Palette.Blue);
            page.Figure("causes", figure, "Why the capacity falls.");
            page.Table([.. LifeRows.CauseHeadings], LifeRows.Causes(result));
            page.Note(LifeRows.CauseNote(why));
        }

        if (ageing.Events.Count > 0)
        {
            page.Table(["what happened", "where", "#when", "why"], ageing.Events.Take(50).Select(e => (string[])[AgeingWords.Name(e.Kind), e.Place, Numbers.Duration(e.Time), e.Reason]));
        }

        if (LifeRows.Acceleration(result.Acceleration) is { Length: > 0 } line)
        {
            page.Note(line);
        }

        page.End();
    }

    /// <summary>Heat released against heat shed.</summary>
    public static void AppendHeat(HtmlPage page, SimulationResult result)
    {
        if (result.Thermal is not { } heat)
        {
            return;
        }

        page.Begin("heat", "Heat and its limit");
        page.Table([.. LifeRows.HeatHeadings], LifeRows.Heat(heat));
        page.Note("Heat of the currents in a lumped balance: no decomposition, no short, no gradients within the cell.");
        page.End();
    }

    /// <summary>Retention of a stack, and what its cells come to, against the cycle.</summary>
    public static void AppendStack(HtmlPage page, SeriesResult result)
    {
        var cycles = KeyFigures.DischargingCycles(result.Cycles, result.Status);
        if (cycles.Count < 2)
        {
            AppendAcceleration(page, result.Acceleration);
            return;
        }

        page.Begin("life", "Life");
        page.Figure("retention", Retention(cycles, result.Descriptions[0].Area, result.Acceleration), "Discharge over the first full one.");
        var few = result.AtCycles with { Columns = [.. result.AtCycles.Columns.GroupBy(c => c.Name, StringComparer.Ordinal).SelectMany(Few)] };
        page.Figure("slow-states", States(few, [.. Moved(few).Take(MostPanels)], againstCycle: true), "Voltage of the cells at the end of each cycle, what they have lost beside their terminals, and what ages in them.");
        if (few.Columns.Count < result.AtCycles.Columns.Count)
        {
            page.Note($"Of each quantity {MostCurves} curves are drawn, from the lowest to the highest at the end; all are in cycles.csv.");
        }

        if (LifeRows.Acceleration(result.Acceleration) is { Length: > 0 } line)
        {
            page.Note(line);
        }

        page.End();
    }

    private static void AppendAcceleration(HtmlPage page, AccelerationReport? acceleration)
    {
        if (LifeRows.Acceleration(acceleration) is { Length: > 0 } line)
        {
            page.Begin("life", "Life");
            page.Note(line);
            page.End();
        }
    }

    private static PlotlyFigure Retention(IReadOnlyList<CycleResult> cycles, double area, AccelerationReport? acceleration)
    {
        var shown = Thinned(cycles.Count).Select(i => cycles[i]).ToList();
        var (first, ohms) = (FullDischarge.First(cycles)!.Discharge, area * 1e4);
        var numbers = shown.Select(c => (double)c.Number).ToList();
        var figure = new PlotlyFigure { XTitle = "cycle", Height = 420, WholeSteps = cycles.Count <= 12 };
        figure.AddPanel("discharge<br>(% of the first full)").AddLine("retention", numbers, shown.Select(c => 100 * c.Discharge / first), Palette.Blue);
        if (acceleration is { Extrapolated: > 0 })
        {
            var simulated = shown.Where(c => c.IsSimulated).ToList();
            figure.AddPoints("simulated", simulated.Select(c => (double)c.Number), simulated.Select(c => 100 * c.Discharge / first), Palette.Blue);
        }

        if (shown.Any(c => double.IsFinite(c.Resistance)))
        {
            figure.AddPanel("resistance<br>(\u03a9 cm\u00b2)").AddLine("resistance", numbers, shown.Select(c => c.Resistance * ohms), Palette.Vermilion);
        }

        return figure;
    }

    // Of the curves of many cells those that lie evenly between the lowest and the highest.
    private static IEnumerable<AgeingColumn> Few(IGrouping<string, AgeingColumn> panel)
    {
        AgeingColumn[] columns = [.. panel];
        return columns.Length <= MostCurves ? columns
            : columns.OrderBy(c => c.Values[^1]).Where((_, i) => i * (MostCurves - 1) % (columns.Length - 1) < MostCurves - 1);
    }

    // By quantity; what stays as it is would only fill the page.
    private static List<IGrouping<string, AgeingColumn>> Moved(AgeingSeries ageing) =>
        [.. ageing.Columns.Where(c => c.Values.Any(v => v != c.Values[0])).GroupBy(c => c.Name, StringComparer.Ordinal)];

    private static PlotlyFigure States(AgeingSeries ageing, IReadOnlyList<IGrouping<string, AgeingColumn>> panels, bool againstCycle)
    {
        var rows = Thinned(ageing.Cycle.Count);
        var (factor, unit) = Numbers.TimeUnit(ageing.Time[^1]);
        double[] x = [.. rows.Select(i => againstCycle ? ageing.Cycle[i] : ageing.Time[i] / factor)];
        var figure = new PlotlyFigure { XTitle = againstCycle ? "cycle" : $"time ({unit})", Height = 80 + (150 * Math.Max(1, panels.Count)) };
        foreach (var panel in panels)
        {
            var kind = panel.First().Kind;
            var name = InTwoLines(panel.Key);
            var title = kind.DisplayUnit is "1" ? name : $"{name}<br>({HtmlText.Unit(kind.DisplayUnit)})";
            figure.AddPanel(title);
            var index = 0;
            foreach (var column in panel)
            {
                figure.AddLine($"{panel.Key}: {column.Place}", x, rows.Select(i => QuantityFormat.ToUnit(column.Values[i], kind, kind.DisplayUnit)), Palette.Curve(index++));
            }
        }

        return panels.Count > 0 ? figure : figure.AddPanel("nothing has aged").AddLine("nothing has aged", x, x.Select(_ => 0.0), Palette.Grey);
    }

    // A panel is lower than a long name is wide.
    private static string InTwoLines(string name)
    {
        int space = name.Length <= LongName ? -1 : name.LastIndexOf(' ', LongName);
        return space < 0 ? name : $"{name[..space]}<br>{name[(space + 1)..]}";
    }

    private static List<int> Thinned(int count)
    {
        var every = 1 + ((count - 1) / MostPoints);
        return [.. Enumerable.Range(0, count).Where(i => i % every == 0 || i == count - 1)];
    }
}
