using System.Text.Json;
using Ionolith.Cells.CriticalCurrent;
using Ionolith.Materials.Quantities;
using Ionolith.Reports.Files;

namespace Ionolith.Reports.CriticalCurrent;

/// <summary>Writes tests of critical current as JSON: quantities as {value, unit}; a number that does not exist is null.</summary>
public static class CriticalCurrentJson
{
    /// <summary>Writes a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="results">Its tests.</param>
    /// <returns>The document.</returns>
    public static string Write(CriticalCurrentStudy study, IReadOnlyList<CriticalCurrentResult> results)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(results);
        return JsonWriting.Document(json =>
        {
            json.WriteStartObject();
            json.WriteString("cell", study.Cell.Id);
            json.WriteString("title", study.Cell.Title);
            json.WriteString("measured", study.IsLife ? "life" : "critical current density");
            json.WriteQuantity("area", Numbers.Round(study.Cell.Area * 1e4, 12), "cm2");
            json.WriteQuantity("step_time", Numbers.Round(study.Staircase.StepTime / 3600, 12), "h");
            if (!study.IsLife)
            {
                json.WriteQuantity("start", Numbers.Round(study.Staircase.Start / 10, 12), "mA/cm2");
                json.WriteQuantity("step", Numbers.Round(study.Staircase.Increment / 10, 12), "mA/cm2");
                json.WriteNumber("factor", study.Staircase.Factor);
                json.WriteQuantity("most", Numbers.Round(study.Staircase.Most / 10, 12), "mA/cm2");
            }

            json.WriteObjects("tests", results, (j, result) => WriteTest(j, study, result));
            json.WriteEndObject();
        });
    }

    private static void WriteTest(Utf8JsonWriter json, CriticalCurrentStudy study, CriticalCurrentResult result)
    {
        json.WriteQuantity("pressure", Numbers.Round(result.Pressure / 1e6, 12), "MPa");
        json.WriteQuantity("temperature", Numbers.Round(result.Temperature - 273.15, 12), "degC");
        json.WriteQuantity("thickness", Numbers.Round(result.Thickness * 1e6, 12), "um");
        json.WriteQuantity(study.IsLife ? "current" : "critical_current", Numbers.Round(study.CurrentOf(result) / 10, 12), "mA/cm2");
        json.WriteQuantity("sustained_current", Numbers.Round(result.Sustained / 10, 12), "mA/cm2");
        json.WriteQuantity("areal_capacity", Numbers.Round(result.ArealCapacity / Numbers.PerArealCapacity, 12), "mAh/cm2");
        json.WriteQuantity("charge_to_end", Numbers.Round(result.Charge / Numbers.PerArealCapacity, 12), "mAh/cm2");
        json.WriteQuantity("charge_passed", Numbers.Round(result.Passed / Numbers.PerArealCapacity, 12), "mAh/cm2");
        json.WriteQuantity("time", Numbers.Round(result.Time / 3600, 12), "h");
        json.WriteString("ended_by", CriticalCurrentWords.End(result.End));
        json.WriteString("reason", result.Reason);
        json.WriteStartObject("bounds");
        foreach (var bound in InterfaceBounds.Of(result.Cell).DistinctBy(b => b.Name, StringComparer.Ordinal))
        {
            json.WriteQuantity(bound.Name.Replace(' ', '_'), Numbers.Round(QuantityFormat.ToUnit(bound.Value, bound.Kind, bound.Kind.DisplayUnit), 12), bound.Kind.DisplayUnit);
        }

        json.WriteEndObject();
    }
}
