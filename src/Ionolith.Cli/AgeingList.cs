using Ionolith.Cells.Ageing;
using Ionolith.Library;
using Ionolith.Reports.Files;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>"list ageing": the laws of ageing that cell files can name, with their keys.</summary>
internal static class AgeingList
{
    public static void Print(CliServices services, bool asJson)
    {
        if (asJson)
        {
            services.Out.WriteLine(JsonWriting.Document(json => json.WriteObjects(null, AgeingLaws.All, (writer, card) =>
            {
                writer.WriteString("name", card.Law);
                writer.WriteString("meaning", card.Title);
                writer.WriteString("basis", card.Source);
                writer.WriteString("validity", card.Validity);
                writer.WriteString("places", AgeingLawTexts.Places(card));
                writer.WritePropertyName("keys");
                writer.WriteObjects(null, card.Parameters, (keys, key) =>
                {
                    keys.WriteString("name", key.Key);
                    keys.WriteString("meaning", key.Meaning);
                    keys.WriteString("kind", key.Kind.Name);
                    keys.WriteBoolean("required", double.IsNaN(key.Default));
                });
            })));
            return;
        }

        var table = PlainTable.New("law", "acts on", "what", "keys");
        foreach (var card in AgeingLaws.All)
        {
            table.AddRow(Markup.Escape(card.Law), AgeingLawTexts.Places(card), Markup.Escape(card.Title), Markup.Escape(string.Join(", ", card.Parameters.Select(p => p.Key))));
        }

        services.Console().Write(table);
        services.Out.WriteLine("docs/guide/ageing.md tells each key; laws stand in a cell file under ageing: {NAME: {key: value, ...}}.");
    }
}
