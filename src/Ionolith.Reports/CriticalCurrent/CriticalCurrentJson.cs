using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ionolith.Cells.CriticalCurrent;
using Ionolith.Materials.Quantities;

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
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("cell", study.Cell.Id);
            json.WriteString("title", study.Cell.Title);
            json.WriteString("measured", study.IsLife ? "life" : "critical current density");
            Quantity(json, "area", study.Cell.Area * 1e4, "cm2");
            Quantity(json, "step_time", study.Staircase.StepTime / 3600, "h");
            if (!study.IsLife)
            {
                Quantity(json, "start", study.Staircase.Start / 10, "mA/cm2");
                Quantity(json, "step", study.Staircase.Increment / 10, "mA/cm2");
                json.WriteNumber("factor", study.Staircase.Factor);
                Quantity(json, "most", study.Staircase.Most / 10, "mA/cm2");
            }

            json.WriteStartArray("tests");
            foreach (var result in results)
            {
                WriteTest(json, study, result);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteTest(Utf8JsonWriter json, CriticalCurrentStudy study, CriticalCurrentResult result)
    {
        json.WriteStartObject();
        Quantity(json, "pressure", result.Pressure / 1e6, "MPa");
        Quantity(json, "temperature", result.Temperature - 273.15, "degC");
        Quantity(json, "thickness", result.Thickness * 1e6, "um");
        Quantity(json, study.IsLife ? "current" : "critical_current", (study.IsLife ? Math.Abs(result.HalfCycles[^1].Current) : result.Current) / 10, "mA/cm2");
        Quantity(json, "sustained_current", result.Sustained / 10, "mA/cm2");
        Quantity(json, "areal_capacity", result.ArealCapacity / Numbers.PerArealCapacity, "mAh/cm2");
        Quantity(json, "charge_to_end", result.Charge / Numbers.PerArealCapacity, "mAh/cm2");
        Quantity(json, "charge_passed", result.Passed / Numbers.PerArealCapacity, "mAh/cm2");
        Quantity(json, "time", result.Time / 3600, "h");
        json.WriteString("ended_by", CriticalCurrentWords.End(result.End));
        json.WriteString("reason", result.Reason);
        json.WriteStartObject("bounds");
        foreach (var bound in InterfaceBounds.Of(result.Cell).DistinctBy(b => b.Name, StringComparer.Ordinal))
        {
            Quantity(json, bound.Name.Replace(' ', '_'), QuantityFormat.ToUnit(bound.Value, bound.Kind, bound.Kind.DisplayUnit), bound.Kind.DisplayUnit);
        }

        json.WriteEndObject();
        json.WriteEndObject();
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
