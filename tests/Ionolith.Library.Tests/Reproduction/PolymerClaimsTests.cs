using System.Globalization;
using Ionolith.Library.Reproduction;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;
using Xunit;

namespace Ionolith.Library.Tests.Reproduction;

/// <summary>The claims of the polymer, gel and framework systems, computed.</summary>
public sealed class PolymerClaimsTests
{
    private static readonly string[] Systems =
    [
        "gqd-peo", "paf-220-aspe", "cpe-bnns", "pvt-10cupcli", "rubber-lif", "mxene-g-pan", "fscef", "tertiary-amine-qse", "mxene-sio2-qspe",
        "h-zif-8", "hollow-uio-66", "dol-cnt", "loppm",
    ];

    public static TheoryData<string> Calibrated => Ids(r => r.Claim.Compute is not null && r.Claim.Role is ClaimRole.Calibrated);

    public static TheoryData<string> Inputs => Ids(r => r.Claim.Role is ClaimRole.Input);

    public static TheoryData<string> Statements => Ids(r => r.Claim.Role is ClaimRole.Shown);

    public static TheoryData<string> Predicted => Ids(r => r.Claim.Compute is not null && r.Claim.Role is ClaimRole.Predicted);

    [Theory]
    [MemberData(nameof(Calibrated))]
    public void A_calibrated_figure_is_within_one_per_cent_and_names_what_was_fitted(string id)
    {
        var result = Compute(id);

        Assert.InRange(result.Deviation, -0.01, 0.01);
        Assert.NotEmpty(result.Row.Claim.Calibrates);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void An_input_is_what_the_material_has(string id) => Assert.InRange(Compute(id).Deviation, -1e-9, 1e-9);

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_is_shown_by_a_comparison_that_holds(string id) => Assert.True(Compute(id).Holds);

    [Theory]
    [MemberData(nameof(Predicted))]
    public void A_predicted_figure_is_computed_as_it_comes(string id) => Assert.True(double.IsFinite(Compute(id).Deviation));

    [Theory]
    [MemberData(nameof(Calibrated))]
    public void A_fitted_value_moves_the_figure_that_it_was_fitted_to(string id)
    {
        var row = Row(id);
        double figure = Compute(id).Computed;

        // Critical currents and lives are found to the next step of a staircase or the next half-cycle.
        double factor = row.Claim.Kind == ClaimKind.Durability ? 1.25 : 1.01;
        foreach (var fitted in row.Claim.Calibrates)
        {
            var value = new Laboratory().Values(new MeasuredSubject(fitted.IsCell, fitted.Name, [])).Single(v => string.Equals(v.Path, fitted.Path, StringComparison.Ordinal));
            string[] parts = value.Text.Split(' ');
            string changed = string.Join(' ', [(factor * double.Parse(parts[0], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture), .. parts[1..]]);
            var laboratory = new Laboratory().With(new Dictionary<string, string>(StringComparer.Ordinal) { [value.Place] = changed });

            double moved = ReproductionRun.Compute(row, laboratory).Computed;
            Assert.True(Math.Abs((moved - figure) / figure) > 1e-4, $"{fitted} as {changed}: {moved}");
        }
    }

    private static TheoryData<string> Ids(Func<ClaimRow, bool> which) =>
        new(ReviewLibrary.List().Where(r => Systems.Contains(r.System.Id, StringComparer.Ordinal) && which(r)).Select(r => r.Id));

    private static ClaimResult Compute(string id)
    {
        var result = ReproductionRun.Compute(Row(id), new Laboratory());
        Assert.True(result.State.Status is ClaimStatus.Computed, result.State.Reason);
        return result;
    }

    private static ClaimRow Row(string id) => ReviewLibrary.List().Single(r => string.Equals(r.Id, id, StringComparison.Ordinal));
}
