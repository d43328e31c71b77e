using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ionolith.Library.LawForms;

/// <summary>Writes the part of the JSON schema that tells editors the laws with their keys.</summary>
internal static class LawSchema
{
    private const string Material = "material.schema.json#/definitions/";
    private static readonly string[] ProvenanceKeys = ["source", "role", "range", "reason", "note"];

    /// <summary>The schema's text, as it stands beside the others.</summary>
    public static string Text()
    {
        var definitions = new JsonObject
        {
            ["law"] = new JsonObject { ["anyOf"] = new JsonArray([.. LawRegistry.All.Select(f => Reference($"#/definitions/{f.Name}"))]) },
            ["of"] = Of(),
        };
        foreach (var form in LawRegistry.All)
        {
            definitions[form.Name] = Law(form);
        }

        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Ionolith property laws",
            ["description"] = "Laws that may stand where a property function may stand. Written by the program from the laws themselves.",
            ["definitions"] = definitions,
        };
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Law(LawForm form)
    {
        var properties = new JsonObject { ["law"] = new JsonObject { ["enum"] = new JsonArray(form.Name) } };
        AddKeys(properties, form.Keys, complete: true);
        AddCommon(properties);
        var law = Mapping(properties, ["law", .. form.Keys.Where(k => !k.IsOptional).Select(k => k.Name)]);
        law["description"] = form.Meaning;
        return law;
    }

    /// <summary>The property of another material, with any key of any law changed.</summary>
    private static JsonObject Of()
    {
        var properties = new JsonObject { ["of"] = new JsonObject { ["type"] = "string", ["description"] = "id of a material or its file" } };
        foreach (var key in LawRegistry.All.SelectMany(f => f.Keys).Where(k => !properties.ContainsKey(k.Name)))
        {
            AddKeys(properties, [key], complete: false);
        }

        AddCommon(properties);
        return Mapping(properties, ["of"]);
    }

    private static void AddKeys(JsonObject properties, IEnumerable<LawKey> keys, bool complete)
    {
        foreach (var key in keys)
        {
            var node = key.Type switch
            {
                LawKeyType.Quantity => Reference(Material + "value"),
                LawKeyType.Function => Reference(Material + "function"),
                LawKeyType.Word => new JsonObject { ["enum"] = new JsonArray([.. key.Words.Select(w => JsonValue.Create(w))]) },
                LawKeyType.Section => Below(key, complete),
                _ => new JsonObject { ["type"] = "object", ["additionalProperties"] = Below(key, complete) },
            };
            node["description"] = key.Meaning;
            properties[key.Name] = node;
        }
    }

    private static JsonObject Below(LawKey key, bool complete)
    {
        var properties = new JsonObject();
        AddKeys(properties, key.Keys, complete);
        properties["source"] = new JsonObject { ["type"] = "string" };
        return Mapping(properties, key.Keys.Where(k => complete && !k.IsOptional).Select(k => k.Name));
    }

    private static void AddCommon(JsonObject properties)
    {
        properties["valid"] = new JsonObject { ["type"] = "string" };
        properties["outside"] = new JsonObject { ["enum"] = new JsonArray("nan", "hold") };
        properties["temperature"] = Reference(Material + "temperatureLaw");
        foreach (string key in ProvenanceKeys)
        {
            properties[key] = key is "role" ? Reference(Material + "role") : new JsonObject { ["type"] = "string" };
        }
    }

    private static JsonObject Mapping(JsonObject properties, IEnumerable<string> required) => new()
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Reference(string to) => new() { ["$ref"] = to };
}
