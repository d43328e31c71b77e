using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ionolith.Cli;

/// <summary>Wrong input as a JSON document: {"status": "bad-input", "problems": [...]}.</summary>
internal static class ProblemJson
{
    public static void Write(TextWriter writer, IEnumerable<string> problems)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("status", "bad-input");
            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStringValue(problem);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }
}
