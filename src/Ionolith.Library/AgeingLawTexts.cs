using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ionolith.Cells.Ageing;
using Ionolith.Library.Writing;

namespace Ionolith.Library;

/// <summary>What the guide and editors say of the laws of ageing, written from their cards.</summary>
public static class AgeingLawTexts
{
    private const string Value = "material.schema.json#/definitions/value";

    /// <summary>The places where a law acts, in words: "lithium metal, active material".</summary>
    /// <param name="card">The card of the law.</param>
    /// <returns>The words.</returns>
    public static string Places(MechanismCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return string.Join(", ", Enum.GetValues<AgeingPlaces>().Where(p => p != AgeingPlaces.None && card.Places.HasFlag(p)).Select(p => p switch
        {
            AgeingPlaces.Lithium => "lithium metal",
            AgeingPlaces.Host => "active material",
            _ => "contact",
        }));
    }

    /// <summary>The tables of the guide: every law with its keys.</summary>
    /// <returns>Markdown.</returns>
    public static string Guide()
    {
        var text = new StringBuilder();
        foreach (var card in AgeingLaws.All)
        {
            text.Append("### ").Append(card.Law).Append("\n\n").Append(char.ToUpperInvariant(card.Title[0])).Append(card.Title.AsSpan(1)).Append(". Acts on: ")
                .Append(Places(card)).Append(". Basis: ").Append(card.Source).Append(". Holds for: ").Append(card.Validity).Append(".\n\n| key | what | where left out |\n|---|---|---|\n");
            foreach (var p in card.Parameters)
            {
                string what = p.Meaning.Length == 0 ? "" : p.Meaning + "; ";
                text.Append("| `").Append(p.Key).Append("` | ").Append(what).Append(p.Kind.Name).Append(" (").Append(p.Kind.Example).Append(')').Append(Range(p)).Append(" | ").Append(Otherwise(p)).Append(" |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The JSON schema of the key "ageing"; <see cref="CellLibrary.Schema"/> has the same text under "ageing".</summary>
    /// <returns>The schema's text.</returns>
    public static string Schema()
    {
        var laws = new JsonObject();
        foreach (var card in AgeingLaws.All)
        {
            var keys = new JsonObject();
            foreach (var p in card.Parameters)
            {
                keys[p.Key] = new JsonObject { ["$ref"] = Value, ["description"] = p.Meaning.Length > 0 ? p.Meaning : p.Kind.Name };
            }

            keys["source"] = new JsonObject { ["type"] = "string" };
            laws[card.Law] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = card.Title,
                ["properties"] = keys,
                ["required"] = new JsonArray([.. card.Parameters.Where(p => double.IsNaN(p.Default)).Select(p => JsonValue.Create(p.Key))]),
                ["additionalProperties"] = false,
            };
        }

        laws["source"] = new JsonObject { ["type"] = "string" };
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Ionolith laws of ageing",
            ["description"] = "What may stand under the key ageing. Written by the program from the cards of the laws.",
            ["definitions"] = new JsonObject
            {
                ["ageing"] = new JsonObject { ["type"] = "object", ["description"] = "What ages at the interface: one entry for each law", ["properties"] = laws, ["additionalProperties"] = false },
            },
        };
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ReplaceLineEndings("\n") + "\n";
    }

    private static string Otherwise(MechanismParameter p) => double.IsNaN(p.Default) ? "must be given" : double.IsInfinity(p.Default) ? "none" : SiUnit.Of(p.Kind).Text(p.Default);

    private static string Range(MechanismParameter p)
    {
        bool below = p.Least != 0, above = double.IsFinite(p.Most);
        SiUnit unit = SiUnit.Of(p.Kind);
        return below && above ? $", from {unit.Text(p.Least)} to {unit.Text(p.Most)}" : above ? $", at most {unit.Text(p.Most)}" : below ? $", at least {unit.Text(p.Least)}" : "";
    }
}
