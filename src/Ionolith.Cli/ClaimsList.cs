using System.Globalization;
using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Reports.Reproduction;
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
            services.Out.WriteLine(ReproductionJson.Write([.. rows.Select(r => new ClaimResult(r, r.State))]));
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

        services.Console().Write(table);
        int waiting = rows.Count(r => r.State.Status == ClaimStatus.Waiting);
        services.Out.WriteLine($"{rows.Count} claims on {rows.Select(r => r.System.Id).Distinct(StringComparer.Ordinal).Count()} systems; {rows.Count - waiting} are computed by 'ionolith reproduce', {waiting} wait ('--json' says for what).");
    }

    private static string Reference(ClaimRow row) => row.System.Reference?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
