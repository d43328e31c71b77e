using System.CommandLine;
using Ionolith.Library;
using Ionolith.Reports.Files;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>"list laws": the property laws that files can name, with their keys.</summary>
internal static class LawsList
{
    /// <summary>Prints the tables of docs/guide/laws.md and ageing.md.</summary>
    public static Option<bool> Guide { get; } = new("--guide") { Hidden = true };

    /// <summary>Prints the schema of the laws.</summary>
    public static Option<bool> Schema { get; } = new("--schema") { Hidden = true };

    /// <summary>Prints a text that stands in the repository; null where none is asked for.</summary>
    public static int? PrintSource(CliServices services, ParseResult parsed, string what)
    {
        bool ageing = what is "ageing";
        string? text = parsed.GetValue(Guide) ? ageing ? AgeingLawTexts.Guide() : PropertyLaws.Guide()
            : parsed.GetValue(Schema) ? ageing ? AgeingLawTexts.Schema() : PropertyLaws.Schema()
            : null;
        if (text is null)
        {
            return null;
        }

        services.Out.Write(text);
        return ExitCode.Done;
    }

    public static void Print(CliServices services, bool asJson)
    {
        if (asJson)
        {
            services.Out.WriteLine(JsonWriting.Document(json => json.WriteObjects(null, PropertyLaws.All, (writer, law) =>
            {
                writer.WriteString("name", law.Name);
                writer.WriteString("meaning", law.Meaning);
                writer.WriteString("source", law.Source);
                writer.WriteString("gives", law.Gives);
                writer.WritePropertyName("keys");
                writer.WriteObjects(null, law.Keys, (keys, key) =>
                {
                    keys.WriteString("name", key.Name);
                    keys.WriteString("meaning", key.Meaning);
                    keys.WriteString("form", key.Form);
                    keys.WriteString("otherwise", key.Otherwise);
                });
            })));
            return;
        }

        var table = PlainTable.New("law", "what", "keys");
        foreach (var law in PropertyLaws.All)
        {
            table.AddRow(Markup.Escape(law.Name), Markup.Escape(law.Meaning), Markup.Escape(string.Join(", ", law.Keys.Select(k => k.Name))));
        }

        services.Console().Write(table);
        services.Out.WriteLine("docs/guide/laws.md tells each key; a law stands where a value may stand: {law: NAME, key: value, ...}.");
    }
}
