using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Library.Design;

namespace Ionolith.Reports.Design;

/// <summary>Writes a design as JSON: quantities as {value, unit}; a number that does not exist is null.</summary>
public static class DesignJson
{
    /// <summary>Writes a design.</summary>
    /// <param name="study">The design.</param>
    /// <returns>The document.</returns>
    public static string Write(DesignStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, study);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter json, DesignStudy study)
    {
        var design = study.Design;
        json.WriteStartObject();
        json.WriteString("cell", design.Cell.Id);
        json.WriteString("title", design.Cell.Title);
        json.WriteNumber("cells", design.Construction.Cells);
        json.WriteString("arrangement", design.Construction.Arrangement == StackArrangement.Bipolar ? "bipolar" : "conventional");
        json.WriteNumber("cells_in_series", design.CellsInSeries);
        Quantity(json, "rate", design.Options.Rate, "C");
        Quantity(json, "areal_capacity", design.Discharge.Capacity / Numbers.PerArealCapacity, "mAh/cm2");
        Quantity(json, "mean_voltage", design.Discharge.MeanVoltage, "V");
        json.WriteString("ended_by", design.Discharge.EndedBy);
        Figures(json, "cell_level", design.CellLevel);
        Figures(json, "stack_level", design.StackLevel);
        if (study.Conventional is { } conventional)
        {
            Figures(json, "conventional_stack", conventional.StackLevel);
        }

        Quantity(json, "pulse_duration", design.Options.PulseDuration, "s");
        Quantity(json, "highest_mean_power", design.RagonePower, "W/kg");
        List(json, "parts", design.Inventory.Parts, part =>
        {
            json.WriteString("name", part.Name);
            json.WriteString("kind", DesignWords.Kind(part.Kind));
            Quantity(json, "thickness_in_cell", part.UnitThickness * 1e6, "um");
            Quantity(json, "mass", part.Mass * 1000, "g");
            Quantity(json, "mass_share", part.Mass / design.Inventory.Mass, "1");
            Quantity(json, "volume", part.Volume * 1e6, "mL");
            Quantity(json, "volume_share", part.Volume / design.Inventory.Volume, "1");
        });
        List(json, "ragone", design.Ragone, point =>
        {
            Quantity(json, "rate", point.Discharge.Rate, "C");
            Quantity(json, "specific_power", point.SpecificPower, "W/kg");
            Quantity(json, "specific_energy", DesignWords.WattHoursPerKilogram(point.SpecificEnergy), "Wh/kg");
            Quantity(json, "energy_density", DesignWords.WattHoursPerLitre(point.EnergyDensity), "Wh/L");
            Quantity(json, "mean_voltage", point.Discharge.MeanVoltage, "V");
            json.WriteString("ended_by", point.Discharge.EndedBy);
        });
        WriteSeries(json, study);
        WriteChanges(json, study);
        List(json, "assumptions", design.Construction.Values.Concat(design.Cell.Values).DistinctBy(v => v.Path, StringComparer.Ordinal).Where(v => v.Role == ValueRole.Assumed), value =>
        {
            json.WriteString("path", value.Path);
            json.WriteString("value", value.Text);
            json.WriteString("range", value.Range);
            json.WriteString("reason", value.Source);
        });
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, DesignStudy study)
    {
        if (study.Series is not { Steps: [var step, ..] })
        {
            return;
        }

        json.WriteStartObject("series");
        json.WriteNumber("weakest_cell", step.Weakest);
        json.WriteString("ended_by", step.EndedBy);
        Quantity(json, "energy", step.Energy / study.Design.Cell.Area * study.Design.Construction.Area / 3600, "Wh");
        Quantity(json, "energy_over_equal_cells", study.SeriesShare, "1");
        Quantity(json, "voltage_spread", step.VoltageSpread, "V");
        json.WriteStartArray("cells");
        for (int i = 0; i < step.Voltages.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("cell", i + 1);
            Quantity(json, "end_voltage", step.Voltages[i], "V");
            Quantity(json, "reserve", step.Reserves[i] / step.Capacity, "1");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, DesignStudy study)
    {
        string unit = DesignWords.Name(study.Figure);
        double Told(double value) => DesignWords.Told(study.Figure, value).Value;
        List(json, "sensitivity", study.Sensitivity, row =>
        {
            json.WriteString("path", row.Parameter.Path);
            json.WriteString("value", row.Parameter.Text);
            Quantity(json, "less", Told(row.Down), unit);
            Quantity(json, "more", Told(row.Up), unit);
            Quantity(json, "effect", row.Effect, "1");
        });
        if (study.Target is not { } target)
        {
            return;
        }

        json.WriteString("target", target.Text);
        json.WriteString("target_result", DesignWords.TargetSentence(study));
        List(json, "target_changes", study.Changes, change =>
        {
            json.WriteString("path", change.Parameter.Path);
            json.WriteString("now", change.Parameter.Text);
            if (change.Reaches)
            {
                json.WriteString("needed", change.Text);
            }
            else
            {
                json.WriteNull("needed");
            }

            Quantity(json, "factor", change.Factor, "1");
            Quantity(json, "most", Told(change.Best), unit);
            json.WriteString("most_at", change.BestText);
        });
    }

    private static void Figures(Utf8JsonWriter json, string name, StackFigures figures)
    {
        json.WriteStartObject(name);
        Quantity(json, "specific_energy", DesignWords.WattHoursPerKilogram(figures.SpecificEnergy), "Wh/kg");
        Quantity(json, "energy_density", DesignWords.WattHoursPerLitre(figures.EnergyDensity), "Wh/L");
        Quantity(json, "specific_power", figures.SpecificPower, "W/kg");
        Quantity(json, "power_density", figures.PowerDensity / 1000, "W/L");
        Quantity(json, "energy", figures.Energy / 3600, "Wh");
        Quantity(json, "mass", figures.Mass * 1000, "g");
        Quantity(json, "volume", figures.Volume * 1e6, "mL");
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Quantity(Utf8JsonWriter json, string name, double value, string unit)
    {
        json.WriteStartObject(name);
        if (double.IsFinite(value))
        {
            json.WriteNumber("value", value);
        }
        else
        {
            json.WriteNull("value");
        }

        json.WriteString("unit", unit);
        json.WriteEndObject();
    }
}
