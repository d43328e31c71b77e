using System.Text.Json;
using Ionolith.Cells.Ageing;
using Ionolith.Cells.Light;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Reports.LongRuns;

namespace Ionolith.Reports.Files;

/// <summary>Writes summary.json: what a script wants to know of a run, quantities as {value, unit}.</summary>
/// <remarks>
/// Fixed keys: cell, protocol, status, reason, capacity, energy, balances, losses, assumptions, input_hash. "capacity" and "energy"
/// are those of the last cycle that discharges (that charges, where none does). A number that does not exist is null.
/// </remarks>
public static class SummaryJson
{
    /// <summary>Writes the document.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="run">The run.</param>
    public static void Write(Stream stream, RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var result = run.Result;
        var figures = KeyFigures.Of(result);
        using var json = new Utf8JsonWriter(stream, JsonWriting.Options);
        json.WriteStartObject();
        json.WriteString("cell", result.Cell.Id);
        json.WriteString("title", result.Cell.Title);
        json.WriteStrings("protocol", ProtocolWriter.Write(result.Protocol));
        json.WriteString("status", StatusWords.Key(result.Status));
        json.WriteString("reason", result.Reason);
        json.WriteString("diagnosis", result.Diagnosis);
        json.WriteQuantity("capacity", figures.Capacity / 3600, "Ah");
        json.WriteQuantity("areal_capacity", figures.ArealCapacity(result.Cell) / Numbers.PerArealCapacity, "mAh/cm2");
        json.WriteQuantity("energy", figures.Energy / 3600, "Wh");
        json.WriteQuantity("mean_voltage", figures.MeanVoltage, "V");
        json.WriteQuantity("duration", figures.Duration, "s");
        json.WriteQuantity("mean_temperature", figures.MeanTemperature, "K");
        json.WriteQuantity("net_discharge", result.NetDischarge / 3600, "Ah");
        json.WriteQuantity("area", result.Cell.Area * 1e4, "cm2");
        WriteBalances(json, result.Balances);
        WritePools(json, result);
        WriteLosses(json, LossSummary.Of(result));
        if (result.LastCycle is { } last)
        {
            json.WriteNumber("losses_of_cycle", last.Cycles[^1].Number);
        }

        WriteAssumptions(json, result.Cell.Values);
        WriteSteps(json, result.Steps);
        WriteEvents(json, result.Ageing?.Events ?? []);
        LifeJson.WriteCycles(json, result);
        LifeJson.WriteAgeing(json, result);
        LifeJson.WriteAcceleration(json, result.Acceleration);
        LifeJson.WriteHeat(json, result);
        WriteLight(json, result.Light);
        WriteFields(json, result.Fields);
        WriteStatistics(json, result);
        json.WriteString("input_hash", run.InputHash);
        json.WriteString("program", run.Program);
        json.WriteString("command", run.Command);
        json.WriteEndObject();
    }

    /// <summary>Writes shorts and failures; nothing where there are none.</summary>
    internal static void WriteEvents(Utf8JsonWriter json, IReadOnlyList<AgeingEvent> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        json.WriteObjects("events", events, (_, sudden) =>
        {
            json.WriteString("kind", AgeingWords.Key(sudden.Kind));
            json.WriteString("place", sudden.Place);
            json.WriteQuantity("time", sudden.Time, "s");
            json.WriteQuantity("charge_passed", sudden.Charge / Numbers.PerArealCapacity, "mAh/cm2");
            json.WriteString("reason", sudden.Reason);
        });
    }

    /// <summary>Writes what is conserved.</summary>
    internal static void WriteBalances(Utf8JsonWriter json, IReadOnlyList<Balance> balances) =>
        json.WriteObjects("balances", balances, (_, balance) =>
        {
            json.WriteString("name", balance.Name);
            json.WriteQuantity("start", balance.Start, balance.Unit);
            json.WriteQuantity("end", balance.End, balance.Unit);
            json.WriteQuantity("relative_error", balance.RelativeError, "1");
        });

    private static void WritePools(Utf8JsonWriter json, SimulationResult result)
    {
        if (result.LithiumPools.Count > 0)
        {
            json.WriteObjects("lithium_pools", result.LithiumPools, (_, pool) =>
            {
                json.WriteString("name", pool.Name);
                json.WriteQuantity("start", pool.Start, "mol/m2");
                json.WriteQuantity("end", pool.End, "mol/m2");
            });
        }
    }

    private static void WriteLosses(Utf8JsonWriter json, IReadOnlyList<LossSummary> losses) =>
        json.WriteObjects("losses", losses, (_, loss) =>
        {
            json.WriteString("name", loss.Name);
            json.WriteQuantity("mean", loss.Mean, "V");
            json.WriteQuantity("end", loss.End, "V");
            json.WriteQuantity("energy", loss.Energy / 3600, "Wh");
            json.WriteQuantity("share", loss.Share, "1");
        });

    /// <summary>Writes the values that nobody reported.</summary>
    internal static void WriteAssumptions(Utf8JsonWriter json, IReadOnlyList<SourcedValue> values) =>
        json.WriteObjects("assumptions", values.Where(v => v.Role == ValueRole.Assumed), (_, value) =>
        {
            json.WriteString("path", value.Path);
            json.WriteString("value", value.Text);
            json.WriteString("range", value.Range);
            json.WriteString("reason", value.Source);
        });

    private static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<StepResult> steps) =>
        json.WriteObjects("steps", steps, (_, step) =>
        {
            json.WriteNumber("number", step.Number);
            json.WriteNumber("cycle", step.Cycle);
            json.WriteString("text", step.Text);
            json.WriteQuantity("start", step.Time.Start, "s");
            json.WriteQuantity("end", step.Time.End, "s");
            json.WriteQuantity("start_voltage", step.Voltage.Start, "V");
            json.WriteQuantity("end_voltage", step.Voltage.End, "V");
            json.WriteQuantity("start_current", step.Current.Start, "A");
            json.WriteQuantity("end_current", step.Current.End, "A");
            json.WriteQuantity("capacity", step.Capacity / 3600, "Ah");
            json.WriteQuantity("energy", step.Energy / 3600, "Wh");
            json.WriteQuantity("peak_temperature", step.PeakTemperature, "K");
            json.WriteString("ended_by", step.EndedBy);
        });

    private static void WriteLight(Utf8JsonWriter json, LightResult? light)
    {
        if (light is null)
        {
            return;
        }

        json.WriteStartObject("light");
        json.WriteQuantity("photocharge", light.Photocharge / 3600, "Ah");
        json.WriteQuantity("light_energy", light.LightEnergy / 3600, "Wh");
        json.WriteQuantity("efficiency", light.Efficiency, "1");
        json.WriteStartObject("energies");
        foreach (var flow in LightFlows.Of(light))
        {
            json.WriteQuantity(flow.Key, flow.Energy / 3600, "Wh");
        }

        json.WriteEndObject();
        json.WriteObjects("steps", light.Steps, (_, step) =>
        {
            json.WriteNumber("number", step.Number);
            json.WriteQuantity("irradiance", step.Irradiance / 10, "mW/cm2");
            json.WriteQuantity("duration", step.Duration, "s");
            json.WriteQuantity("photocharge", step.Photocharge / 3600, "Ah");
            json.WriteQuantity("efficiency", step.Efficiency, "1");
            json.WriteQuantity("heat", step.Heat / 3600, "Wh");
            json.WriteBoolean("charges_alone", step.Feasibility.IsPossible);
            json.WriteQuantity("photovoltage", step.Feasibility.Photovoltage, "V");
            json.WriteString("feasibility", step.Feasibility.Sentence);
        });
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, FieldSeries? series)
    {
        json.WriteStartArray("fields");
        var names = series is null ? [] : FieldsFile.Names(series.Fields);
        for (var i = 0; i < names.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("array", names[i]);
            json.WriteString("name", series!.Fields[i].Name);
            json.WriteString("unit", series.Fields[i].Unit);
            json.WriteString("positions", $"{series.Fields[i].Axis}_{names[i]}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStatistics(Utf8JsonWriter json, SimulationResult result)
    {
        var statistics = result.Statistics;
        json.WriteStartObject("statistics");
        json.WriteNumber("unknowns", statistics.Unknowns);
        json.WriteNumber("steps", statistics.Steps);
        json.WriteNumber("rejected", statistics.Rejected);
        json.WriteNumber("newton_iterations", statistics.NewtonIterations);
        json.WriteNumber("newton_failures", statistics.NewtonFailures);
        json.WriteNumber("relative_tolerance", result.Options.RelativeTolerance);
        json.WriteNumber("absolute_tolerance", result.Options.AbsoluteTolerance);
        json.WriteEndObject();
    }

}
