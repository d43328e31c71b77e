using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Library.Design;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Reports.Design;

/// <summary>Prints a design to a terminal: figures, masses, power, what to change first, the way to a target, assumptions.</summary>
public static class DesignTables
{
    private const int MostChanges = 12;

    /// <summary>Prints a design.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="study">The design.</param>
    public static void Write(IAnsiConsole console, DesignStudy study)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(study);
        var design = study.Design;
        console.MarkupLine($"[bold]{Markup.Escape(design.Cell.Title)}[/] [grey]({Markup.Escape(design.Cell.Id)})[/]");
        console.WriteLine(DesignWords.Stack(design.Construction));
        console.WriteLine(DesignWords.Discharge(design.Discharge));
        WriteFigures(console, study);
        WriteParts(console, design.Inventory);
        WriteRagone(console, design);
        WriteSeries(console, study);
        WriteSensitivity(console, study);
        WriteTarget(console, study);
        WriteAssumptions(console, design.Construction);
    }

    private static void WriteFigures(IAnsiConsole console, DesignStudy study)
    {
        var design = study.Design;
        var table = PlainTable.New("", "#Wh/kg", "#Wh/L", $"#W/kg ({DesignWords.Pulse(design.Options)})", "#W/L", "#Wh", "#mass / g", "#volume / mL");
        void Row(string name, StackFigures figures) => table.AddRow(
            name, Numbers.Text(DesignWords.WattHoursPerKilogram(figures.SpecificEnergy)), Numbers.Text(DesignWords.WattHoursPerLitre(figures.EnergyDensity)),
            Numbers.Text(figures.SpecificPower), Numbers.Text(figures.PowerDensity / 1000), Numbers.Text(figures.Energy / 3600),
            Numbers.Text(figures.Mass * 1000), Numbers.Text(figures.Volume * 1e6));
        Row("one cell, no packaging", design.CellLevel);
        Row(design.Construction.Arrangement == StackArrangement.Bipolar ? "bipolar stack" : "stack", design.StackLevel);
        if (study.Conventional is { } conventional)
        {
            Row("the same cells, conventional", conventional.StackLevel);
        }

        console.Write(table);
        console.WriteLine($"{DesignWords.Dominates(design.Inventory)}.");
    }

    private static void WriteParts(IAnsiConsole console, StackInventory inventory)
    {
        var table = PlainTable.New("part", "kind", "#um in a cell", "#mass / g", "#% of mass", "#volume / mL", "#% of volume");
        foreach (var part in inventory.Parts)
        {
            table.AddRow(
                Markup.Escape(part.Name), DesignWords.Kind(part.Kind), part.UnitThickness > 0 ? Numbers.Text(part.UnitThickness * 1e6, 3) : "",
                Numbers.Text(part.Mass * 1000), Numbers.Fixed(100 * part.Mass / inventory.Mass), Numbers.Text(part.Volume * 1e6), Numbers.Fixed(100 * part.Volume / inventory.Volume));
        }

        table.AddRow("[bold]all[/]", "", Numbers.Text(inventory.UnitThickness * 1e6, 3), Numbers.Text(inventory.Mass * 1000), "100.0", Numbers.Text(inventory.Volume * 1e6), "100.0");
        console.Write(table);
    }

    private static void WriteRagone(IAnsiConsole console, StackDesign design)
    {
        if (design.Ragone.Count == 0)
        {
            return;
        }

        var table = PlainTable.New("#rate", "#mean W/kg", "#Wh/kg", "#Wh/L", "#mAh/cm2", "#mean V", "ended by");
        foreach (var point in design.Ragone)
        {
            table.AddRow(
                DesignWords.Rate(point.Discharge.Rate), Numbers.Text(point.SpecificPower), Numbers.Text(DesignWords.WattHoursPerKilogram(point.SpecificEnergy)),
                Numbers.Text(DesignWords.WattHoursPerLitre(point.EnergyDensity)), Numbers.Text(point.Discharge.Capacity / Numbers.PerArealCapacity),
                Numbers.Text(point.Discharge.MeanVoltage), Markup.Escape(point.Discharge.EndedBy));
        }

        console.Write(table);
        console.WriteLine($"The highest mean power of a discharge is {Numbers.Text(design.RagonePower)} W/kg.");
    }

    private static void WriteSeries(IAnsiConsole console, DesignStudy study)
    {
        if (study.Series is not { Steps: [var step, ..] })
        {
            return;
        }

        var spread = study.Design.Construction.Spread;
        int least = step.Voltages.ToList().IndexOf(step.Voltages.Min());
        console.WriteLine(
            $"Cells that differ by {Numbers.Text(100 * spread.Capacity, 3)} % in capacity and {Numbers.Text(100 * spread.Resistance, 3)} % in resistance (seed {spread.Seed.ToString(CultureInfo.InvariantCulture)}): "
            + $"cell {step.Weakest.ToString(CultureInfo.InvariantCulture)} ends the discharge and the stack gives {Numbers.Text(100 * study.SeriesShare, 4)} % of the energy of equal cells; "
            + $"at the end the cells lie {Numbers.Text(1000 * step.VoltageSpread, 3)} mV apart (lowest: cell {(least + 1).ToString(CultureInfo.InvariantCulture)}), and the fullest could give "
            + $"{Numbers.Text(100 * step.Reserves.Max() / step.Capacity, 3)} % more.");
    }

    private static void WriteSensitivity(IAnsiConsole console, DesignStudy study)
    {
        string unit = DesignWords.Name(study.Figure);
        var table = PlainTable.New("value", "now", $"#{unit} at -10 %", $"#at +10 %", "role");
        foreach (var row in study.Sensitivity.Take(MostChanges))
        {
            table.AddRow(
                Markup.Escape(row.Parameter.Path), Markup.Escape(row.Parameter.Text), Told(study.Figure, row.Down), Told(study.Figure, row.Up), Role(row.Parameter.Role));
        }

        console.Write(table);
        console.WriteLine($"{DesignWords.First(study)}.");
    }

    private static void WriteTarget(IAnsiConsole console, DesignStudy study)
    {
        if (study.Target is null)
        {
            return;
        }

        if (study.Changes.Count > 0)
        {
            var table = PlainTable.New($"for {study.Target.Text}", "now", "would have to be", "range", $"#most {DesignWords.Name(study.Figure)}", "at");
            foreach (var change in study.Changes.Take(MostChanges))
            {
                table.AddRow(
                    Markup.Escape(change.Parameter.Path), Markup.Escape(change.Parameter.Text), change.Reaches ? Markup.Escape(change.Text) : "cannot",
                    Markup.Escape(change.Parameter.Range), Told(study.Figure, change.Best), Markup.Escape(change.BestText));
            }

            console.Write(table);
        }

        console.WriteLine($"{DesignWords.TargetSentence(study)}.");
    }

    private static void WriteAssumptions(IAnsiConsole console, StackConstruction construction)
    {
        var assumed = construction.Values.Where(v => v.Role == ValueRole.Assumed).ToList();
        if (assumed.Count > 0)
        {
            console.WriteLine($"assumed of the stack: {string.Join(", ", assumed.Select(v => $"{v.Path} = {v.Text}"))}");
        }
    }

    private static string Told(DesignFigure figure, double value) => Numbers.Text(DesignWords.Told(figure, value).Value);

    private static string Role(ValueRole role) => role switch
    {
        ValueRole.Assumed => "assumed",
        ValueRole.Calibrated => "calibrated",
        _ => "input",
    };

}
