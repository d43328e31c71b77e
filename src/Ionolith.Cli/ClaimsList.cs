using System.Globalization;
using System.Text.Json;
using Ionolith.Library.Review;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>"list claims": every figure and statement of the review that the library holds, with its role and state.</summary>
internal static class ClaimsList
{
    public static void Print(CliServices services, bool asJson)
    {
        IReadOnlyList<ClaimRow> rows = ReviewLibrary.List();
        if (asJson)
        {
            services.Out.WriteLine(JsonDocuments.Text(json => JsonDocuments.WriteList(json, rows, Write)));
            return;
        }

        var table = PlainTable.New("system", "#ref", "claim", "kind", "what is reported", "value", "role", "state");
        foreach (ClaimRow row in rows)
        {
            string[] cells =
            [
                row.System.Id, Reference(row), row.Claim.Id, Word(row.Claim.Kind), row.Claim.Quantity, row.Value, Word(row.Claim.Role), Word(row.State.Status),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        ResultConsole.On(services.Out, services.OutIsTerminal, services.Width).Write(table);
        int waiting = rows.Count(r => r.State.Status == ClaimStatus.Waiting);
        services.Out.WriteLine($"{rows.Count} claims on {rows.Select(r => r.System.Id).Distinct(StringComparer.Ordinal).Count()} systems; {waiting} wait to be computed ('--json' says for what).");
    }

    private static void Write(Utf8JsonWriter json, ClaimRow row)
    {
        json.WriteString("id", row.Id);
        json.WriteString("system", row.System.Id);
        if (row.System.Reference is { } reference)
        {
            json.WriteNumber("ref", reference);
        }
        else
        {
            json.WriteNull("ref");
        }

        json.WriteString("kind", Word(row.Claim.Kind));
        json.WriteString("quantity", row.Claim.Quantity);
        WriteValue(json, row.Claim.Figure);
        json.WriteString("unit", row.Claim.Figure?.Unit ?? "");
        json.WriteString("role", Word(row.Claim.Role));
        json.WriteString("state", Word(row.State.Status));
        json.WriteNull("computed");
        json.WriteNull("deviation");
        json.WriteString("reason", row.State.Reason);
    }

    // The figure as printed: a number, or a text for a range or a bound; null for a statement.
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

    private static string Reference(ClaimRow row) => row.System.Reference?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
