using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ionolith.Reports.Files;

/// <summary>JSON as all documents of Ionolith have it: indented, quantities as {value, unit}, what is no number as null.</summary>
public static class JsonWriting
{
    /// <summary>How all documents are written.</summary>
    internal static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document.</summary>
    /// <param name="write">Writes its one value.</param>
    /// <returns>The text.</returns>
    public static string Document(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes a number with its unit as {value, unit}.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number; null in the document where it is not finite.</param>
    /// <param name="unit">Its unit; "1" for a pure number.</param>
    public static void WriteQuantity(this Utf8JsonWriter json, string name, double value, string unit)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject(name);
        json.WriteFinite("value", value);
        json.WriteString("unit", unit);
        json.WriteEndObject();
    }

    /// <summary>Writes a number; null where it is not finite.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    public static void WriteFinite(this Utf8JsonWriter json, string name, double value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a list of objects.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">Name of the list; null: it is the whole document or stands in a list.</param>
    /// <param name="items">What the objects are of.</param>
    /// <param name="write">Writes the entries of one.</param>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string? name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        Begin(json, name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a list of texts.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">Name of the list.</param>
    /// <param name="values">The texts.</param>
    public static void WriteStrings(this Utf8JsonWriter json, string? name, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(values);
        Begin(json, name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter json, string? name)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }
    }
}
