using System.Text.Encodings.Web;
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
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("cell", result.Cell.Id);
        json.WriteString("title", result.Cell.Title);
        WriteStrings(json, "protocol", ProtocolWriter.Write(result.Protocol));
        json.WriteString("status", StatusWords.Key(result.Status));
        json.WriteString("reason", result.Reason);
        json.WriteString("diagnosis", result.Diagnosis);
        WriteQuantity(json, "capacity", figures.Capacity / 3600, "Ah");
        WriteQuantity(json, "areal_capacity", figures.ArealCapacity(result.Cell) / Numbers.PerArealCapacity, "mAh/cm2");
        WriteQuantity(json, "energy", figures.Energy / 3600, "Wh");
        WriteQuantity(json, "mean_voltage", figures.MeanVoltage, "V");
        WriteQuantity(json, "duration", figures.Duration, "s");
        WriteQuantity(json, "mean_temperature", figures.MeanTemperature, "K");
        WriteQuantity(json, "net_discharge", result.NetDischarge / 3600, "Ah");
        WriteQuantity(json, "area", result.Cell.Area * 1e4, "cm2");
        WriteBalances(json, result.Balances);
        WriteLosses(json, LossSummary.Of(result));
        WriteAssumptions(json, result.Cell.Values);
        WriteSteps(json, result.Steps);
        WriteEvents(json, result.Ageing?.Events ?? []);
        LifeJson.WriteCycles(json, result);
        LifeJson.WriteAgeing(json, result);
        LifeJson.WriteAcceleration(json, result);
        LifeJson.WriteHeat(json, result);
        WriteLight(json, result.Light);
        WriteFields(json, result.Fields);
        WriteStatistics(json, result);
        json.WriteString("input_hash", run.InputHash);
        json.WriteString("program", run.Program);
        json.WriteString("command", run.Command);
        json.WriteEndObject();
    }

    private static void WriteEvents(Utf8JsonWriter json, IReadOnlyList<AgeingEvent> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        WriteList(json, "events", events, sudden =>
        {
            json.WriteString("kind", AgeingWords.Key(sudden.Kind));
            json.WriteString("place", sudden.Place);
            WriteQuantity(json, "time", sudden.Time, "s");
            WriteQuantity(json, "charge_passed", sudden.Charge / Numbers.PerArealCapacity, "mAh/cm2");
            json.WriteString("reason", sudden.Reason);
        });
    }

    private static void WriteBalances(Utf8JsonWriter json, IReadOnlyList<Balance> balances) =>
        WriteList(json, "balances", balances, balance =>
        {
            json.WriteString("name", balance.Name);
            WriteQuantity(json, "start", balance.Start, balance.Unit);
            WriteQuantity(json, "end", balance.End, balance.Unit);
            WriteQuantity(json, "relative_error", balance.RelativeError, "1");
        });

    private static void WriteLosses(Utf8JsonWriter json, IReadOnlyList<LossSummary> losses) =>
        WriteList(json, "losses", losses, loss =>
        {
            json.WriteString("name", loss.Name);
            WriteQuantity(json, "mean", loss.Mean, "V");
            WriteQuantity(json, "end", loss.End, "V");
            WriteQuantity(json, "energy", loss.Energy / 3600, "Wh");
            WriteQuantity(json, "share", loss.Share, "1");
        });

    private static void WriteAssumptions(Utf8JsonWriter json, IReadOnlyList<SourcedValue> values) =>
        WriteList(json, "assumptions", values.Where(v => v.Role == ValueRole.Assumed), value =>
        {
            json.WriteString("path", value.Path);
            json.WriteString("value", value.Text);
            json.WriteString("range", value.Range);
            json.WriteString("reason", value.Source);
        });

    private static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<StepResult> steps) =>
        WriteList(json, "steps", steps, step =>
        {
            json.WriteNumber("number", step.Number);
            json.WriteNumber("cycle", step.Cycle);
            json.WriteString("text", step.Text);
            WriteQuantity(json, "start", step.Time.Start, "s");
            WriteQuantity(json, "end", step.Time.End, "s");
            WriteQuantity(json, "start_voltage", step.Voltage.Start, "V");
            WriteQuantity(json, "end_voltage", step.Voltage.End, "V");
            WriteQuantity(json, "start_current", step.Current.Start, "A");
            WriteQuantity(json, "end_current", step.Current.End, "A");
            WriteQuantity(json, "capacity", step.Capacity / 3600, "Ah");
            WriteQuantity(json, "energy", step.Energy / 3600, "Wh");
            WriteQuantity(json, "peak_temperature", step.PeakTemperature, "K");
            json.WriteString("ended_by", step.EndedBy);
        });

    private static void WriteLight(Utf8JsonWriter json, LightResult? light)
    {
        if (light is null)
        {
            return;
        }

        json.WriteStartObject("light");
        WriteQuantity(json, "photocharge", light.Photocharge / 3600, "Ah");
        WriteQuantity(json, "light_energy", light.LightEnergy / 3600, "Wh");
        WriteQuantity(json, "efficiency", light.Efficiency, "1");
        json.WriteStartObject("energies");
        foreach (var flow in LightFlows.Of(light))
        {
            WriteQuantity(json, flow.Key, flow.Energy / 3600, "Wh");
        }

        json.WriteEndObject();
        WriteList(json, "steps", light.Steps, step =>
        {
            json.WriteNumber("number", step.Number);
            WriteQuantity(json, "irradiance", step.Irradiance / 10, "mW/cm2");
            WriteQuantity(json, "duration", step.Duration, "s");
            WriteQuantity(json, "photocharge", step.Photocharge / 3600, "Ah");
            WriteQuantity(json, "efficiency", step.Efficiency, "1");
            WriteQuantity(json, "heat", step.Heat / 3600, "Wh");
            json.WriteBoolean("charges_alone", step.Feasibility.IsPossible);
            WriteQuantity(json, "photovoltage", step.Feasibility.Photovoltage, "V");
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

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
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

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteQuantity(Utf8JsonWriter json, string name, double value, string unit)
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
