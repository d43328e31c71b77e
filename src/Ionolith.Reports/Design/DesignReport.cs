using Ionolith.Cells.Design;
using Ionolith.Library.Design;
using Ionolith.Reports.Html;

namespace Ionolith.Reports.Design;

/// <summary>Writes report.html of a design: figures, masses, Ragone curve, cells in series, what to change first, assumptions.</summary>
public static class DesignReport
{
    private const int MostBars = 16;

    /// <summary>Writes the report.</summary>
    /// <param name="study">The design.</param>
    /// <param name="command">Command that gives it again.</param>
    /// <param name="program">Name and version of the program.</param>
    /// <returns>The page.</returns>
    public static string Write(DesignStudy study, string command, string program)
    {
        ArgumentNullException.ThrowIfNull(study);
        var design = study.Design;
        var stack = design.StackLevel;
        var page = new HtmlPage($"{design.Cell.Title}: the stack");
        page.Head(
            design.Cell.Id,
            $"{design.Cell.Title}: the stack",
            $"{Sentence(DesignWords.Dominates(design.Inventory))} {Sentence(DesignWords.First(study))}",
            ("specific energy", DesignWords.Text(DesignFigure.SpecificEnergy, stack.SpecificEnergy), $"{DesignWords.Text(DesignFigure.SpecificEnergy, design.CellLevel.SpecificEnergy)} without packaging"),
            ("energy density", DesignWords.Text(DesignFigure.EnergyDensity, stack.EnergyDensity), $"{DesignWords.Text(DesignFigure.EnergyDensity, design.CellLevel.EnergyDensity)} without packaging"),
            ("specific power", $"{Numbers.Text(stack.SpecificPower)} W/kg", $"held for {DesignWords.Pulse(design.Options)} state of charge; {Numbers.Text(design.RagonePower)} W/kg on average in the fastest discharge"),
            ("energy", $"{Numbers.Text(stack.Energy / 3600)} Wh", $"discharge at {DesignWords.Rate(design.Discharge.Rate)}"),
            ("mass", $"{Numbers.Text(stack.Mass * 1000)} g", $"{Numbers.Text(stack.Volume * 1e6)} mL"));
        AppendParts(page, design.Inventory);
        AppendRagone(page, study);
        AppendSeries(page, study);
        AppendSensitivity(page, study);
        AppendTarget(page, study);
        ReportSections.AppendAssumptions(page, [.. design.Construction.Values.Concat(design.Cell.Values).DistinctBy(v => v.Path, StringComparer.Ordinal)]);
        page.Begin("repeat", "Repeat this design");
        page.Paragraph(command);
        page.Note(program);
        page.End();
        return page.Write();
    }

    private static void AppendParts(HtmlPage page, StackInventory inventory)
    {
        page.Begin("parts", "Mass and volume");
        var heavy = inventory.Parts.OrderByDescending(p => p.Mass).Where(p => p.Mass > 0).ToList();
        Bars("parts-mass", "share of mass (%)", heavy, p => p.Mass / inventory.Mass, Palette.Blue);
        Bars("parts-volume", "share of volume (%)", [.. inventory.Parts.Where(p => p.Volume > 0).OrderByDescending(p => p.Volume)], p => p.Volume / inventory.Volume, Palette.Green);
        page.Table(
            ["part", "kind", "#in a cell (\u00b5m)", "#mass (g)", "#of mass (%)", "#volume (mL)", "#of volume (%)"],
            inventory.Parts.Select(p => (IReadOnlyList<string>)
            [
                p.Name, DesignWords.Kind(p.Kind), p.UnitThickness > 0 ? Numbers.Text(p.UnitThickness * 1e6, 3) : "", Numbers.Text(p.Mass * 1000), Numbers.Fixed(100 * p.Mass / inventory.Mass),
                Numbers.Text(p.Volume * 1e6), Numbers.Fixed(100 * p.Volume / inventory.Volume),
            ]));
        page.Note("Masses are as built; volumes are those of the charged cell, in which lithium metal is thickest. The casing's volume is all that its box holds beside the other parts.");
        page.End();

        void Bars(string id, string title, IReadOnlyList<StackPart> parts, Func<StackPart, double> share, string color)
        {
            var figure = new PlotlyFigure { XTitle = title, Height = 80 + (26 * parts.Count), UnifiedHover = false };
            figure.AddPanel("").AddBars(title, parts.Select(p => p.Name), parts.Select(_ => 0.0), parts.Select(p => 100 * share(p)), color);
            page.Figure(id, figure);
        }
    }

    private static void AppendRagone(HtmlPage page, DesignStudy study)
    {
        var points = study.Design.Ragone;
        if (points.Count == 0)
        {
            return;
        }

        page.Begin("ragone", "Energy against power");
        var figure = new PlotlyFigure { XTitle = "mean power (W/kg)", XLogarithmic = true, Height = 420, UnifiedHover = false };
        figure.AddPanel("energy (Wh/kg)", fromZero: true);
        figure.AddLine("discharges of the stack", points.Select(p => p.SpecificPower), points.Select(p => DesignWords.WattHoursPerKilogram(p.SpecificEnergy)), Palette.Blue, markers: true);
        page.Figure("ragone-curve", figure);
        page.Table(
            ["#rate", "#mean power (W/kg)", "#energy (Wh/kg)", "#energy (Wh/L)", "#capacity (mAh/cm\u00b2)", "#mean voltage (V)", "ended by"],
            points.Select(p => (IReadOnlyList<string>)
            [
                DesignWords.Rate(p.Discharge.Rate), Numbers.Text(p.SpecificPower), Numbers.Text(DesignWords.WattHoursPerKilogram(p.SpecificEnergy)),
                Numbers.Text(DesignWords.WattHoursPerLitre(p.EnergyDensity)), Numbers.Text(p.Discharge.Capacity / Numbers.PerArealCapacity), Numbers.Text(p.Discharge.MeanVoltage), p.Discharge.EndedBy,
            ]));
        page.Note("Every point is a simulated discharge of the full cell at constant current. Heat, tabs and the resistance along the collectors are not in it.");
        page.End();
    }

    private static void AppendSeries(HtmlPage page, DesignStudy study)
    {
        if (study is not { Series: { Steps: [var step, ..] } series, Conventional: { } conventional })
        {
            return;
        }

        page.Begin("series", "Cells in series");
        var (bipolar, usual) = (study.Design.StackLevel, conventional.StackLevel);
        page.Table(
            ["", "#Wh/kg", "#Wh/L", "#W/kg", "#mass (g)", "#volume (mL)", "#cells in series"],
            new[] { ("bipolar", bipolar, study.Design.CellsInSeries), ("conventional", usual, conventional.CellsInSeries) }.Select(r => (IReadOnlyList<string>)
            [
                r.Item1, Numbers.Text(DesignWords.WattHoursPerKilogram(r.Item2.SpecificEnergy)), Numbers.Text(DesignWords.WattHoursPerLitre(r.Item2.EnergyDensity)), Numbers.Text(r.Item2.SpecificPower),
                Numbers.Text(r.Item2.Mass * 1000), Numbers.Text(r.Item2.Volume * 1e6), r.Item3.ToString(CultureInfo.InvariantCulture),
            ]));
        var figure = new PlotlyFigure { XTitle = "capacity (mAh/cm\u00b2)", Height = 460 };
        double area = study.Design.Cell.Area;
        var capacity = series.Capacity.Select(q => q / area / Numbers.PerArealCapacity).ToList();
        figure.AddPanel("stack (V)").AddLine("stack", capacity, series.StackVoltage(), Palette.Blue);
        figure.AddPanel("cells (V)");
        foreach (var (cell, number) in series.Cells.Select((c, i) => (c, i + 1)))
        {
            bool weakest = number == step.Weakest;
            figure.AddLine(weakest ? "weakest cell" : "cells", capacity, cell.Voltage, weakest ? Palette.Vermilion : Palette.Grey, width: weakest ? 2 : 1);
        }

        page.Figure("series-voltages", figure);
        page.Note($"Cell {step.Weakest.ToString(CultureInfo.InvariantCulture)} ends the discharge ({step.EndedBy}). The stack gives {Numbers.Text(100 * study.SeriesShare, 4)} % of the energy of equal cells; the figures above are those of equal cells.");
        page.End();
    }

    private static void AppendSensitivity(HtmlPage page, DesignStudy study)
    {
        string unit = DesignWords.Name(study.Figure);
        double Told(double value) => DesignWords.Told(study.Figure, value).Value;
        page.Begin("sensitivity", "What to change first");
        var rows = study.Sensitivity.Where(r => r.Effect > 0).Take(MostBars).ToList();
        var figure = new PlotlyFigure { XTitle = unit, Height = 100 + (28 * rows.Count), UnifiedHover = false };
        double Or(double value) => Told(double.IsNaN(value) ? study.Base : value);
        figure.AddPanel("").AddBars("10 % less", rows.Select(r => r.Parameter.Path), rows.Select(_ => Told(study.Base)), rows.Select(r => Or(r.Down)), Palette.Vermilion)
            .AddBars("10 % more", rows.Select(r => r.Parameter.Path), rows.Select(_ => Told(study.Base)), rows.Select(r => Or(r.Up)), Palette.Blue);
        page.Figure("tornado", figure);
        page.Table(
            ["value", "now", $"#{unit} at \u221210 %", "#at +10 %", "role"],
            study.Sensitivity.Select(r => (IReadOnlyList<string>)
            [
                r.Parameter.Path, HtmlText.Spelled(r.Parameter.Text), Numbers.Text(Told(r.Down)), Numbers.Text(Told(r.Up)), r.Parameter.Role.ToString().ToLowerInvariant(),
            ]));
        page.Note("Each value is changed alone, in the file, and the stack weighed and discharged again.");
        page.End();
    }

    private static void AppendTarget(HtmlPage page, DesignStudy study)
    {
        if (study.Target is not { } target)
        {
            return;
        }

        page.Begin("target", $"For {target.Text}");
        page.Paragraph(Sentence(DesignWords.TargetSentence(study)));
        if (study.Changes.Count > 0)
        {
            page.Table(
                ["value", "now", "would have to be", "range", $"#most {DesignWords.Name(study.Figure)}", "at"],
                study.Changes.Select(c => (IReadOnlyList<string>)
                [
                    c.Parameter.Path, HtmlText.Spelled(c.Parameter.Text), c.Reaches ? HtmlText.Spelled(c.Text) : "cannot", HtmlText.Spelled(c.Parameter.Range),
                    Numbers.Text(DesignWords.Told(study.Figure, c.Best).Value), HtmlText.Spelled(c.BestText),
                ]));
        }

        page.End();
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
