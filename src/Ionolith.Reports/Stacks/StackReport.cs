using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Reports.Html;
using Ionolith.Reports.LongRuns;

namespace Ionolith.Reports.Stacks;

/// <summary>Writes report.html of cells in series.</summary>
public static class StackReport
{
    private const int MostRows = 2000;

    /// <summary>Writes the page.</summary>
    /// <param name="record">The run.</param>
    /// <returns>Its text.</returns>
    public static string Write(StackRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (cell, result) = (record.Cell, record.Result);
        var page = new HtmlPage($"{cell.Title}, {record.Count.ToString(CultureInfo.InvariantCulture)} in series");
        var (charge, energy) = (record.Capacity, record.Energy);
        string side = record.Delivers ? "delivered" : "taken";
        page.Head(
            $"{cell.Id}, {record.Count.ToString(CultureInfo.InvariantCulture)} in series: {StatusWords.Text(result.Status)}",
            cell.Title,
            result.Status == SimulationStatus.Completed ? record.Summary : $"{record.Summary} {result.Reason}",
            ($"capacity {side}", $"{Numbers.Text(charge / cell.Area / Numbers.PerArealCapacity)} mAh/cm2", "through each cell, last cycle"),
            ($"energy {side}", $"{Numbers.Text(energy / 3600)} Wh", "of the stack"),
            ("mean voltage", $"{Numbers.Text(energy / charge)} V", "of the stack"),
            ("cells apart", $"{Numbers.Text(1e3 * result.Steps.Select(s => s.VoltageSpread).DefaultIfEmpty(0).Max(), 3)} mV", "most, at the end of a step"));
        AppendVoltages(page, record);
        LifeSection.AppendStack(page, result);
        AppendImbalance(page, record);
        page.Begin("steps", "Steps");
        page.Table(
            ["step", "#duration", "#mAh/cm\u00b2", "#stack (V)", "#cells (V)", "#apart (mV)", "#imbalance (%)", "#weakest cell", "ended by"],
            ReportSections.Ends(result.Steps).Select(s => StackTables.StepRow(record, s)));
        ReportSections.AppendLeftOut(page, result.Steps.Count);
        if (result.Rows == OutputRows.Summary && result.CycleCount > 2)
        {
            page.Note("Steps of the first and the last cycle; what became of the cells between them is in cycles.csv.");
        }

        page.Note("A voltage limit is that of each cell: the weakest ends a step for all. Imbalance is the largest difference between two cells in the charge lost beside the terminals, over the nominal capacity.");
        page.End();
        AppendCells(page, record);
        ReportSections.AppendInputs(page, cell);
        page.Begin("repeat", "Repeat this run");
        page.Code(record.Input.Command);
        page.Code(record.Input.ProtocolText);
        page.Note($"{record.Program}. SHA-256 of input, protocol and options: {record.Input.Hash}");
        page.End();
        return page.Write();
    }

    private static void AppendVoltages(HtmlPage page, StackRecord record)
    {
        var result = record.Result;
        if (result.Time.Count < 2)
        {
            return;
        }

        page.Begin("voltage", "Voltages");
        int[] rows = ChosenRows.Of(result.Cells[0], MostRows);
        var (factor, unit) = Numbers.TimeUnit(result.Time[^1]);
        double[] time = [.. rows.Select(i => result.Time[i] / factor)];
        var stack = result.StackVoltage();
        var figure = new PlotlyFigure { XTitle = $"time ({unit})", Height = 520 };
        figure.AddPanel("stack (V)").AddLine("stack", time, rows.Select(i => stack[i]), Palette.Blue);
        figure.AddPanel("cells (V)");
        foreach (var (cell, k) in result.Cells.Select((c, k) => (c, k)))
        {
            figure.AddLine(Name(k), time, rows.Select(i => cell.Voltage[i]), Color(record, k), width: 1.5);
        }

        page.Figure("voltages", figure, "Voltage of the stack and of each cell; the same current flows through all.");
        page.End();
    }

    private static void AppendImbalance(HtmlPage page, StackRecord record)
    {
        var result = record.Result;
        if (result.Steps.Count < 2 || result.Imbalance == 0 || result.Rows == OutputRows.Summary)
        {
            return;
        }

        page.Begin("imbalance", "Imbalance");
        var (factor, unit) = Numbers.TimeUnit(result.Steps[^1].End);
        double[] time = [0, .. result.Steps.Select(s => s.End / factor)];
        var figure = new PlotlyFigure { XTitle = $"time ({unit})", Height = 300 };
        figure.AddPanel("charge lost<br>(% of nominal)", fromZero: true);
        double[][] lost = [.. result.Steps.Select(s => s.LeakedSoFar.Select(q => 100 * q / record.Cell.NominalCapacity).ToArray())];
        for (int k = 0; k < record.Count; k++)
        {
            int cell = k;
            figure.AddLine(Name(k), time, [0, .. lost.Select(l => l[cell])], Color(record, k), markers: lost.Length <= 50);
        }

        page.Figure("leaked", figure, "Charge that each cell has lost beside its terminals. The differences stay until something balances the cells.");
        page.End();
    }

    private static void AppendCells(HtmlPage page, StackRecord record)
    {
        page.Begin("cells", "Cells");
        page.Paragraph(StackTables.Differences(record));
        string[] layers = [.. record.Cell.Layers.Where(l => l is PorousElectrode or ElectrolyteLayer).Select(l => l.Name)];
        page.Table(
            ["#cell", .. layers.Select(l => $"#{l} (\u00b5m)"), "#leak (ohm cm\u00b2)", "#largest balance error"],
            record.Result.Descriptions.Select((d, k) => (IReadOnlyList<string>)
            [
                (k + 1).ToString(CultureInfo.InvariantCulture), .. layers.Select(name => Numbers.Text(1e6 * d.Layers.First(l => string.Equals(l.Name, name, StringComparison.Ordinal)).Thickness, 5)),
                double.IsPositiveInfinity(d.LeakResistance) ? "none" : Numbers.Text(d.LeakResistance * 1e4), Numbers.Text(record.Result.Balances[k].Max(b => b.RelativeError), 2),
            ]));
        page.End();
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"cell {index + 1}");

    private static string Color(StackRecord record, int index) => record.Count <= 7 ? Palette.Curve(index) : Palette.Sequence(index / (record.Count - 1.0));
}
