using System.Text.Encodings.Web;
using System.Text.Json;
using Ionolith.Cells.Stack;
using Ionolith.Library.Comparison;

namespace Ionolith.Reports.Comparison;

/// <summary>Writes a comparison as JSON: quantities as {value, unit}.</summary>
public static class ComparisonJson
{
    /// <summary>Writes a comparison.</summary>
    /// <param name="subject">What was compared.</param>
    /// <param name="result">The comparison.</param>
    /// <param name="problems">What could not be compared, with the reason.</param>
    /// <returns>The document.</returns>
    public static string Write(ComparisonSubject subject, ComparisonResult result, IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(problems);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("compared", subject.ToString().ToLowerInvariant());
            json.WriteString("cell", result.Common.Id);
            WriteQuantity(json, "separator", result.Common.SeparatorThickness() * 1e6, "um");
            WriteQuantity(json, "temperature", result.Common.Temperature - 273.15, "degC");
            json.WriteString("summary", ComparisonWords.Summary(result));
            WriteList(json, "ranking", result.Limits, WriteLimit);
            WriteList(json, "winners", result.Winners(), WriteWinner);
            WriteList(json, "runs", result.Points, WritePoint);
            json.WriteStartArray("not_compared");
            foreach (string problem in problems)
            {
                json.WriteStringValue(problem);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteLimit(Utf8JsonWriter json, RateLimit limit)
    {
        json.WriteString("id", limit.Candidate.Id);
        json.WriteString("name", limit.Candidate.Name);
        WriteQuantity(json, "rate_limit", limit.Rate, "1/h");
        json.WriteBoolean("is_lower_bound", limit.IsBound);
        json.WriteString("main_loss", limit.At.MainLoss);
        WriteQuantity(json, "energy_lost", limit.At.LostShare, "1");
        json.WriteString("caution", limit.Candidate.Caution);
    }

    private static void WriteWinner(Utf8JsonWriter json, ComparisonWinner winner)
    {
        WriteConditions(json, winner.Rate, winner.Thickness, winner.Temperature);
        json.WriteStartArray("best");
        foreach (var point in winner.Best)
        {
            json.WriteStringValue(point.Candidate);
        }

        json.WriteEndArray();
        WriteQuantity(json, "margin", winner.Margin, "1");
        json.WriteString("next", winner.First?.Candidate);
        json.WriteString("why", ComparisonWords.Decides(winner));
    }

    private static void WritePoint(Utf8JsonWriter json, ComparisonPoint point)
    {
        json.WriteString("id", point.Candidate);
        WriteConditions(json, point.Rate, point.Thickness, point.Temperature);
        json.WriteString("status", StatusWords.Key(point.Status));
        json.WriteString("reason", point.Reason);
        WriteQuantity(json, "capacity", point.Capacity / Numbers.PerArealCapacity, "mAh/cm2");
        WriteQuantity(json, "energy", point.Energy / Numbers.PerArealCapacity, "mWh/cm2");
        WriteQuantity(json, "capacity_share", point.Share, "1");
        WriteQuantity(json, "mean_voltage", point.MeanVoltage, "V");
        json.WriteString("main_loss", point.MainLoss);
    }

    private static void WriteConditions(Utf8JsonWriter json, double rate, double thickness, double temperature)
    {
        WriteQuantity(json, "rate", rate, "1/h");
        WriteQuantity(json, "separator", thickness * 1e6, "um");
        WriteQuantity(json, "temperature", temperature - 273.15, "degC");
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteQuantity(Utf8JsonWriter json, string name, double value, string unit)
    {
        json.WriteStartObject(name);
        if (double.IsFinite(value))
        {
            json.WriteNumber("value", Numbers.Round(value, 9));
        }
        else
        {
            json.WriteNull("value");
        }

        json.WriteString("unit", unit);
        json.WriteEndObject();
    }
}
