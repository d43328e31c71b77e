using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;

namespace Ionolith.Library.Tests.Reproduction;

/// <summary>Systems of one claim, written in place.</summary>
internal static class ClaimFile
{
    /// <summary>A row of a claim with a figure ("value: 3 V") or a statement ("statement: it is so") and a measurement in braces.</summary>
    public static ClaimRow Row(string figure, string compute, string role = "predicted", string more = "")
    {
        string what = figure.StartsWith("statement", StringComparison.Ordinal) ? figure : $"quantity: a figure\n    {figure}";
        string text = $"id: one\nsection: transport\nwhat: a system\nclaims:\n  - id: claim\n    kind: cell\n    {what}\n    role: {role}\n    compute: {compute}\n{more}";
        var system = ReviewLibrary.ReadSystem("one.yaml", text).Require();
        return new ClaimRow(system, system.Claims[0]);
    }

    /// <summary>The result of such a claim.</summary>
    public static ClaimResult Compute(string figure, string compute, string role = "predicted") => ReproductionRun.Compute(Row(figure, compute, role), new Laboratory());
}
