using System.Text.Json;
using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Library.Design;
using Ionolith.Reports.Files;

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
        return JsonWriting.Document(json => Write(json, study));
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
        json.WriteQuantity("rate", design.Options.Rate, "C");
        json.WriteQuantity("areal_capacity", design.Discharge.Capacity / Numbers.PerArealCapacity, "mAh/cm2");
        json.WriteQuantity("mean_voltage", design.Discharge.MeanVoltage, "V");
        json.WriteString("ended_by", design.Discharge.EndedBy);
        Figures(json, "cell_level", design.CellLevel);
        Figures(json, "stack_level", design.StackLevel);
        if (study.Conventional is { } conventional)
        {
            Figures(json, "conventional_stack", conventional.StackLevel);
        }

        json.WriteQuantity("pulse_duration", design.Options.PulseDuration, "s");
        json.WriteQuantity("highest_mean_power", design.RagonePower, "W/kg");
        json.WriteObjects("parts", design.Inventory.Parts, (_, part) =>
        {
            json.WriteString("name", part.Name);
            json.WriteString("kind", DesignWords.Kind(part.Kind));
            json.WriteQuantity("thickness_in_cell", part.UnitThickness * 1e6, "um");
            json.WriteQuantity("mass", part.Mass * 1000, "g");
            json.WriteQuantity("mass_share", part.Mass / design.Inventory.Mass, "1");
            json.WriteQuantity("volume", part.Volume * 1e6, "mL");
            json.WriteQuantity("volume_share", part.Volume / design.Inventory.Volume, "1");
        });
        json.WriteObjects("ragone", design.Ragone, (_, point) =>
        {
            json.WriteQuantity("rate", point.Discharge.Rate, "C");
            json.WriteQuantity("specific_power", point.SpecificPower, "W/kg");
            json.WriteQuantity("specific_energy", DesignWords.WattHoursPerKilogram(point.SpecificEnergy), "Wh/kg");
            json.WriteQuantity("energy_density", DesignWords.WattHoursPerLitre(point.EnergyDensity), "Wh/L");
            json.WriteQuantity("mean_voltage", point.Discharge.MeanVoltage, "V");
            json.WriteString("ended_by", point.Discharge.EndedBy);
        });
        WriteSeries(json, study);
        WriteChanges(json, study);
        json.WriteObjects("assumptions", design.Construction.Values.Concat(design.Cell.Values).DistinctBy(v => v.Path, StringComparer.Ordinal).Where(v => v.Role == ValueRole.Assumed), (_, value) =>
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
        json.WriteQuantity("energy", step.Energy / study.Design.Cell.Area * study.Design.Construction.Area / 3600, "Wh");
        json.WriteQuantity("energy_over_equal_cells", study.SeriesShare, "1");
        json.WriteQuantity("voltage_spread", step.VoltageSpread, "V");
        json.WriteStartArray("cells");
        for (int i = 0; i < step.Voltages.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("cell", i + 1);
            json.WriteQuantity("end_voltage", step.Voltages[i], "V");
            json.WriteQuantity("reserve", step.Reserves[i] / step.Capacity, "1");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, DesignStudy study)
    {
        string unit = DesignWords.Name(study.Figure);
        double Told(double value) => DesignWords.Told(study.Figure, value).Value;
        json.WriteObjects("sensitivity", study.Sensitivity, (_, row) =>
        {
            json.WriteString("path", row.Parameter.Path);
            json.WriteString("value", row.Parameter.Text);
            json.WriteQuantity("less", Told(row.Down), unit);
            json.WriteQuantity("more", Told(row.Up), unit);
            json.WriteQuantity("effect", row.Effect, "1");
        });
        if (study.Target is not { } target)
        {
            return;
        }

        json.WriteString("target", target.Text);
        json.WriteString("target_result", DesignWords.TargetSentence(study));
        json.WriteObjects("target_changes", study.Changes, (_, change) =>
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

            json.WriteQuantity("factor", change.Factor, "1");
            json.WriteQuantity("most", Told(change.Best), unit);
            json.WriteString("most_at", change.BestText);
        });
    }

    private static void Figures(Utf8JsonWriter json, string name, StackFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteQuantity("specific_energy", DesignWords.WattHoursPerKilogram(figures.SpecificEnergy), "Wh/kg");
        json.WriteQuantity("energy_density", DesignWords.WattHoursPerLitre(figures.EnergyDensity), "Wh/L");
        json.WriteQuantity("specific_power", figures.SpecificPower, "W/kg");
        json.WriteQuantity("power_density", figures.PowerDensity / 1000, "W/L");
        json.WriteQuantity("energy", figures.Energy / 3600, "Wh");
        json.WriteQuantity("mass", figures.Mass * 1000, "g");
        json.WriteQuantity("volume", figures.Volume * 1e6, "mL");
        json.WriteEndObject();
    }

}
