using System.Text.Json;
using Ionolith.Cells.Ageing;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Simulation;
using Ionolith.Materials.Quantities;
using Ionolith.Reports.Files;

namespace Ionolith.Reports.LongRuns;

/// <summary>Writes ageing, causes, acceleration and heat into summary.json; what does not exist is left out.</summary>
internal static class LifeJson
{
    // All cycles are in cycles.csv; a summary that is as long helps nobody.
    private const int MostCycles = 2000;

    /// <summary>Writes the cycles: all of them, or of very many the first, every so many and the last.</summary>
    public static void WriteCycles(Utf8JsonWriter json, SimulationResult result)
    {
        var efficiencies = CoulombicEfficiency.Of(result);
        WriteCycles(json, result.Cycles, cycle =>
        {
            json.WriteQuantity("coulombic_efficiency", efficiencies.GetValueOrDefault(cycle.Number, double.NaN), "1");
            json.WriteQuantity("resistance", cycle.Resistance, "ohm");
            json.WriteQuantity("lithium_inventory", cycle.LithiumInventory / 3600, "Ah");
            if (result.Light is not null)
            {
                json.WriteQuantity("light_energy", cycle.LightEnergy / 3600, "Wh");
                json.WriteQuantity("photocharge", cycle.Photocharge / 3600, "Ah");
                json.WriteQuantity("gained_by_light", cycle.LightGained / 3600, "Wh");
            }

            json.WriteBoolean("simulated", cycle.IsSimulated);
        });
    }

    /// <summary>Writes what cycles have moved and more: all of them, or of very many the first, every so many and the last.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="cycles">Those that memory holds.</param>
    /// <param name="write">Writes what is told of a cycle besides.</param>
    public static void WriteCycles(Utf8JsonWriter json, IReadOnlyList<CycleResult> cycles, Action<CycleResult> write)
    {
        var count = cycles.Count == 0 ? 0 : cycles[^1].Number;

        // A power of two, as that of the cycles in memory.
        var stride = 1;
        while (count / stride > MostCycles)
        {
            stride *= 2;
        }

        if (stride > 1)
        {
            json.WriteNumber("cycles_stride", stride);
        }

        json.WriteObjects("cycles", cycles.Where(c => c.Number == 1 || c.Number % stride == 0 || c.Number == count), (json, cycle) =>
        {
            WriteMoved(json, cycle);
            write(cycle);
        });
    }

    /// <summary>Writes what a cycle has moved, and where it ended.</summary>
    private static void WriteMoved(Utf8JsonWriter json, CycleResult cycle)
    {
        json.WriteNumber("number", cycle.Number);
        json.WriteQuantity("discharge", cycle.Discharge / 3600, "Ah");
        json.WriteQuantity("charge", cycle.Charge / 3600, "Ah");
        json.WriteQuantity("discharge_energy", cycle.DischargeEnergy / 3600, "Wh");
        json.WriteQuantity("charge_energy", cycle.ChargeEnergy / 3600, "Wh");
        json.WriteQuantity("end_voltage", cycle.EndVoltage, "V");
        json.WriteQuantity("end_time", cycle.EndTime, "s");
    }

    /// <summary>Writes what has aged and why the capacity falls.</summary>
    public static void WriteAgeing(Utf8JsonWriter json, SimulationResult result)
    {
        if (result.Ageing is { } ageing)
        {
            WriteStates(json, "ageing", ageing);
        }

        if (result.Attribution is { } why)
        {
            json.WriteStartObject("attribution");
            json.WriteNumber("cycle", why.Cycle);
            json.WriteQuantity("aged", why.Aged / 3600, "Ah");
            json.WriteQuantity("fresh", why.Fresh / 3600, "Ah");
            json.WriteQuantity("together", why.Together / 3600, "Ah");
            json.WriteObjects("causes", why.Causes, static (json, cause) =>
            {
                json.WriteString("place", cause.Place);
                json.WriteString("effect", cause.Effect);
                json.WriteQuantity("gain", cause.Gain / 3600, "Ah");
            });
            json.WriteEndObject();
        }
    }

    /// <summary>Writes slow states, fresh and at the end.</summary>
    public static void WriteStates(Utf8JsonWriter json, string name, AgeingSeries states) =>
        json.WriteObjects(name, states.Columns, static (json, column) =>
        {
            json.WriteString("place", column.Place);
            json.WriteString("name", column.Name);
            json.WriteQuantity("fresh", QuantityFormat.ToUnit(column.Values[0], column.Kind, column.Kind.DisplayUnit), column.Kind.DisplayUnit);
            json.WriteQuantity("end", QuantityFormat.ToUnit(column.Values[^1], column.Kind, column.Kind.DisplayUnit), column.Kind.DisplayUnit);
        });

    /// <summary>Writes what was extrapolated and how large the error of that is; nothing where nobody asked.</summary>
    public static void WriteAcceleration(Utf8JsonWriter json, AccelerationReport? acceleration)
    {
        if (acceleration is not { } report)
        {
            return;
        }

        json.WriteStartObject("acceleration");
        json.WriteQuantity("allowed_error", report.AllowedError, "1");
        json.WriteQuantity("estimated_error", report.EstimatedError, "1");
        json.WriteQuantity("estimated_shift", report.EstimatedShift, "1");
        json.WriteNumber("simulated", report.Simulated);
        json.WriteNumber("extrapolated", report.Extrapolated);
        json.WriteNumber("tried", report.Tried);
        json.WriteString("refusal", report.Refusal);
        json.WriteStartArray("extrapolated_cycles");
        foreach (var (first, last) in report.Spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(first);
            json.WriteNumberValue(last);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes heat released against heat shed.</summary>
    public static void WriteHeat(Utf8JsonWriter json, SimulationResult result)
    {
        if (result.Thermal is not { } heat)
        {
            return;
        }

        json.WriteStartObject("thermal");
        json.WriteQuantity("peak_temperature", heat.PeakTemperature, "K");
        json.WriteQuantity("peak_time", heat.PeakTime, "s");
        json.WriteQuantity("peak_heat", heat.PeakHeat, "W/m2");
        json.WriteQuantity("limit_temperature", heat.LimitTemperature, "K");
        json.WriteString("limit_reason", heat.LimitReason);
        json.WriteQuantity("heat_shed", heat.HeatShed, "W/m2");
        json.WriteQuantity("abuse_index", heat.AbuseIndex, "1");
        json.WriteQuantity("settling_temperature", heat.SettlingTemperature, "K");
        json.WriteQuantity("time_to_limit", heat.TimeToLimit, "s");
        json.WriteQuantity("reached_at", heat.ReachedAt, "s");
        json.WriteQuantity("adiabatic_rise", heat.AdiabaticRise, "K");
        json.WriteEndObject();
    }
}
