using System.Text.Json;
using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Reports.Files;

namespace Ionolith.Reports.Reproduction;

/// <summary>Writes the rows of claims and their results as JSON; a number that does not exist is null.</summary>
/// <remarks>
/// Fixed keys of a row: id, system, ref, kind, quantity, value, unit, role, state, computed, deviation, reason. Figures are in the unit of the
/// row; the deviation is relative and signed.
/// </remarks>
public static class ReproductionJson
{
    /// <summary>Writes a list of results.</summary>
    /// <param name="results">The results.</param>
    /// <returns>The document.</returns>
    public static string Write(IReadOnlyList<ClaimResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return JsonWriting.Document(json =>
        {
            json.WriteObjects(null, results, WriteRow);
        });
    }

    private static void WriteRow(Utf8JsonWriter json, ClaimResult result)
    {
        var (system, claim) = (result.Row.System, result.Row.Claim);
        json.WriteString("id", result.Row.Id);
        json.WriteString("system", system.Id);
        if (system.Reference is { } reference)
        {
            json.WriteNumber("ref", reference);
        }
        else
        {
            json.WriteNull("ref");
        }

        json.WriteString("kind", ReproductionWords.Word(claim.Kind));
        json.WriteString("quantity", claim.Quantity);
        WriteValue(json, claim.Figure);
        json.WriteString("unit", claim.Figure?.Unit ?? "");
        json.WriteString("role", ReproductionWords.Word(claim.Role));
        json.WriteString("state", ReproductionWords.Word(result.State.Status));
        json.WriteFinite("computed", Numbers.Round(ReproductionWords.Computed(result), 9));
        json.WriteFinite("deviation", Numbers.Round(result.Deviation, 9));
        json.WriteString("reason", result.State.Reason);
        json.WriteString("doubt", claim.Doubt);
        if (result.Band is { } band)
        {
            json.WriteStartObject("predicted_without_fit");
            json.WriteFinite("lower", Numbers.Round(ReproductionWords.InUnit(band.Lower, claim.Figure), 9));
            json.WriteFinite("median", Numbers.Round(ReproductionWords.InUnit(band.Middle, claim.Figure), 9));
            json.WriteFinite("upper", Numbers.Round(ReproductionWords.InUnit(band.Upper, claim.Figure), 9));
            json.WriteNumber("draws", band.Draws);
            json.WriteNumber("failed", band.Failed);
            json.WriteEndObject();
        }

        WriteSensitivities(json, result);
    }

    private static void WriteSensitivities(Utf8JsonWriter json, ClaimResult result)
    {
        json.WriteStartArray("sensitivities");
        foreach (var sensitivity in result.Sensitivities)
        {
            json.WriteStartObject();
            json.WriteString("subject", sensitivity.Subject);
            json.WriteString("path", sensitivity.Path);
            json.WriteString("value", sensitivity.Text);
            json.WriteString("range", sensitivity.Range);
            json.WriteFinite("at_lower", Numbers.Round(ReproductionWords.InUnit(sensitivity.AtLower, result.Row.Claim.Figure), 9));
            json.WriteFinite("at_upper", Numbers.Round(ReproductionWords.InUnit(sensitivity.AtUpper, result.Row.Claim.Figure), 9));
            json.WriteFinite("effect", Numbers.Round(sensitivity.Effect, 9));
            json.WriteString("problem", sensitivity.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The figure as printed: a number, or a text for a range; null for a statement.</summary>
    private static void WriteValue(Utf8JsonWriter json, ReportedFigure? figure)
    {
        if (figure is null)
        {
            json.WriteNull("value");
        }
        else if (double.TryParse(figure.Printed, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            json.WriteNumber("value", value);
        }
        else
        {
            json.WriteString("value", figure.Printed);
        }
    }

}
