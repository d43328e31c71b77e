using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ionolith.Materials.Laws.Fitting;

namespace Ionolith.Reports.Fitting;

/// <summary>Writes a fit as a JSON document; numbers in SI units.</summary>
public static class FitJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the document.</summary>
    /// <param name="record">The fit.</param>
    /// <returns>The text.</returns>
    public static string Write(FitRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (table, fit) = (record.Table, record.Fit);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("law", fit.Fitted.Name);
            json.WriteString("table", table.Name);
            json.WriteString("variable", table.Variable == FitVariable.Temperature ? "temperature" : "fraction");
            json.WriteNumber("points", table.X.Count);
            json.WriteBoolean("converged", fit.Converged);
            json.WriteNumber("confidence", fit.Confidence);
            Number(json, "relative_deviation", fit.RelativeDeviation);
            Number(json, "rms_decades", fit.Decades);
            json.WriteString("summary", FitWords.Summary(record));
            json.WriteStartArray("parameters");
            foreach (var p in fit.Parameters)
            {
                json.WriteStartObject();
                json.WriteString("key", p.Key);
                json.WriteString("name", p.Name);
                Number(json, "value", p.Value);
                Number(json, "lower", p.Lower);
                Number(json, "upper", p.Upper);
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
                Number(json, "x", table.X[i]);
                Number(json, "conductivity", table.Conductivities[i]);
                Number(json, "fit", fit.Predict(table.X[i]));
                Number(json, "decades", fit.Residuals[i] / Math.Log(10));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
