using System.Text.Json;
using Ionolith.Cells.Stack;
using Ionolith.Library.Comparison;
using Ionolith.Reports.Files;

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
        return JsonWriting.Document(json =>
        {
            json.WriteStartObject();
            json.WriteString("compared", subject.ToString().ToLowerInvariant());
            json.WriteString("cell", result.Common.Id);
            json.WriteQuantity("separator", result.RankedThickness * 1e6, "um");
            json.WriteQuantity("temperature", result.RankedTemperature - 273.15, "degC");
            json.WriteString("summary", ComparisonWords.Summary(result));
            json.WriteObjects("ranking", result.Limits, WriteLimit);
            json.WriteObjects("winners", result.Winners(), WriteWinner);
            json.WriteObjects("runs", result.Points, WritePoint);
            json.WriteStrings("not_compared", problems);
            json.WriteEndObject();
        });
    }

    private static void WriteLimit(Utf8JsonWriter json, RateLimit limit)
    {
        json.WriteString("id", limit.Candidate.Id);
        json.WriteString("name", limit.Candidate.Name);
        json.WriteQuantity("rate_limit", limit.Rate, "1/h");
        json.WriteBoolean("is_lower_bound", limit.IsBound);
        json.WriteString("main_loss", limit.At.MainLoss);
        json.WriteQuantity("energy_lost", limit.At.LostShare, "1");
        json.WriteString("caution", limit.Candidate.Caution);
    }

    private static void WriteWinner(Utf8JsonWriter json, ComparisonWinner winner)
    {
        WriteConditions(json, winner.Rate, winner.Thickness, winner.Temperature);
        json.WriteStrings("best", winner.Best.Select(p => p.Candidate));
        json.WriteQuantity("margin", winner.Margin, "1");
        json.WriteString("next", winner.First?.Candidate);
        json.WriteString("why", ComparisonWords.Decides(winner));
    }

    private static void WritePoint(Utf8JsonWriter json, ComparisonPoint point)
    {
        json.WriteString("id", point.Candidate);
        WriteConditions(json, point.Rate, point.Thickness, point.Temperature);
        json.WriteString("status", StatusWords.Key(point.Status));
        json.WriteString("reason", point.Reason);
        json.WriteQuantity("capacity", point.Capacity / Numbers.PerArealCapacity, "mAh/cm2");
        json.WriteQuantity("energy", point.Energy / Numbers.PerArealCapacity, "mWh/cm2");
        json.WriteQuantity("capacity_share", point.Share, "1");
        json.WriteQuantity("mean_voltage", point.MeanVoltage, "V");
        json.WriteString("main_loss", point.MainLoss);
    }

    private static void WriteConditions(Utf8JsonWriter json, double rate, double thickness, double temperature)
    {
        json.WriteQuantity("rate", rate, "1/h");
        json.WriteQuantity("separator", thickness * 1e6, "um");
        json.WriteQuantity("temperature", temperature - 273.15, "degC");
    }

}
