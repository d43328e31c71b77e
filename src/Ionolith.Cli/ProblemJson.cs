using Ionolith.Reports.Files;

namespace Ionolith.Cli;

/// <summary>Wrong input as a JSON document: {"status": "bad-input", "problems": [...]}.</summary>
internal static class ProblemJson
{
    public static void Write(TextWriter writer, IEnumerable<string> problems) => writer.WriteLine(JsonWriting.Document(json =>
    {
        json.WriteStartObject();
        json.WriteString("status", "bad-input");
        json.WriteStrings("problems", problems);
        json.WriteEndObject();
    }));
}
