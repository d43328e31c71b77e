using System.Text.Json;
using Ionolith.Materials.Laws.Fitting;
using Ionolith.Reports.Files;

namespace Ionolith.Reports.Fitting;

/// <summary>Writes a fit as a JSON document; numbers in SI units.</summary>
public static class FitJson
{
    /// <summary>Writes the document.</summary>
    /// <param name="record">The fit.</param>
    /// <returns>The text.</returns>
    public static string Write(FitRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (table, fit) = (record.Table, record.Fit);
        return JsonWriting.Document(json =>
        {
            json.WriteStartObject();
            json.WriteString("law", fit.Fitted.Name);
            json.WriteString("table", table.Name);
            json.WriteString("variable", table.Variable == FitVariable.Temperature ? "temperature" : "fraction");
            json.WriteNumber("points", table.X.Count);
            json.WriteBoolean("converged", fit.Converged);
            json.WriteNumber("confidence", fit.Confidence);
            json.WriteFinite("relative_deviation", fit.RelativeDeviation);
            json.WriteFinite("rms_decades", fit.Decades);
            json.WriteString("summary", FitWords.Summary(record));
            json.WriteStartArray("parameters");
            foreach (var p in fit.Parameters)
            {
                json.WriteStartObject();
                json.WriteString("key", p.Key);
                json.WriteString("name", p.Name);
                json.WriteFinite("value", p.Value);
                json.WriteFinite("lower", p.Lower);
                json.WriteFinite("upper", p.Upper);
                json.WriteString("unit", p.Unit);
                json.WriteBoolean("held", p.IsHeld);
                json.WriteBoolean("at_bound", p.AtBound);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("fragment", record.Fragment);
            json.WriteStartArray("data");
            for (int i = 0; i < table.X.Count; i++)
            {
                json.WriteStartObject();
                json.WriteNumber("line", table.Lines[i]);
                json.WriteFinite("x", table.X[i]);
                json.WriteFinite("conductivity", table.Conductivities[i]);
                json.WriteFinite("fit", fit.Predict(table.X[i]));
                json.WriteFinite("decades", fit.Residuals[i] / Math.Log(10));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

}
