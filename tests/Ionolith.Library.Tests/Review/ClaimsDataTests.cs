using Ionolith.Library.Review;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Review;

public sealed class ClaimsDataTests
{
    private static readonly IReadOnlyList<ReviewSystem> Systems = ReviewLibrary.Systems();

    [Fact]
    public void The_systems_stand_in_the_order_of_the_review() =>
        Assert.Equal(
            ["tis2-tio2-photocathode", "anode-free-carbon-paper", "gqd-peo", "h-zif-8", "limocl4", "neutron-6li", "loppm"],
            Systems.DistinctBy(s => s.Section).Select(s => s.Id));

    [Fact]
    public void A_system_has_the_id_of_its_file() => Assert.All(Systems, s => Assert.Equal(s.Id, ReviewLibrary.LoadSystem(s.Id).Require().Id));

    [Fact]
    public void All_27_systems_and_66_claims_are_there()
    {
        Assert.Equal(27, Systems.Count);
        Assert.Equal(66, ReviewLibrary.List().Count);
    }

    [Fact]
    public void The_references_16_to_20_and_30_to_50_are_there_and_one_system_has_none()
    {
        Assert.Equal([.. Enumerable.Range(16, 5), .. Enumerable.Range(30, 21)], Systems.Where(s => s.Reference is not null).Select(s => s.Reference!.Value));
        Assert.Equal("gqd-peo", Assert.Single(Systems, s => s.Reference is null).Id);
    }

    [Fact]
    public void Every_reference_has_its_citation_with_authors_title_and_year() => Assert.All(
        Systems.Where(s => s.Reference is not null),
        s => Assert.Matches(@"^\p{Lu}[\p{L}-]+, .+\., .+\. .+ 2023.*\.$", s.Citation));

    [Fact]
    public void No_markup_of_the_review_is_left_in_a_text() => Assert.All(
        Systems.SelectMany(s => (string[])[s.What, s.Citation, .. s.Claims.Select(c => c.Quantity), .. s.Claims.Select(c => c.Doubt)]),
        text => Assert.DoesNotMatch(@"[\\$<{]|\*\*", text));

    [Fact]
    public void Ids_are_unique()
    {
        Assert.Equal(27, Systems.Select(s => s.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(66, ReviewLibrary.List().Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_claim_has_a_figure_or_is_a_statement_that_is_shown_or_analysed() => Assert.All(
        ReviewLibrary.List().Where(r => r.Claim.Figure is null),
        r => Assert.True(r.Claim.Role is ClaimRole.Shown or ClaimRole.Analysed, r.Id));

    [Fact]
    public void The_role_of_a_figure_fits_its_kind() => Assert.All(
        ReviewLibrary.List().Where(r => r.Claim.Figure is not null),
        r => Assert.True(r.Claim.Role is ClaimRole.Calibrated || r.Claim.Role == (r.Claim.Kind == ClaimKind.Property ? ClaimRole.Input : ClaimRole.Predicted), r.Id));

    [Fact]
    public void A_system_with_two_figures_of_a_cell_or_its_life_predicts_at_least_one() => Assert.All(
        Systems.Where(s => s.Claims.Count(c => c is { Figure: not null, Kind: ClaimKind.Cell or ClaimKind.Durability }) > 1),
        s => Assert.Contains(s.Claims, c => c.Role == ClaimRole.Predicted));

    [Fact]
    public void Every_claim_is_computed_or_says_what_it_waits_for() => Assert.All(
        ReviewLibrary.List(),
        r =>
        {
            Assert.Equal(r.Claim.Compute is null, r.State.Status is ClaimStatus.Waiting);
            Assert.True(r.State.Reason.Length > 10, r.Id);
        });

    [Theory]
    [InlineData("vcl3-halide-cathode/capacity-0.1C", "162.5 mAh/g", 162.5 * 3600)]
    [InlineData("vcl3-halide-cathode/retention-fast", "84 to 85.7 %", 0.84)]
    [InlineData("cpe-bnns/conductivity-30C", "6.7e-6 S/cm", 6.7e-4)]
    [InlineData("hollow-uio-66/transference", "0.70", 0.70)]
    [InlineData("anode-free-carbon-paper/cycle-life", "> 5000 cycles", 5000)]
    [InlineData("borate-coated-iron-oxide/energy-density", "about 350 Wh/kg", 350 * 3600)]
    [InlineData("borate-coated-iron-oxide/power-density", "about 6700 W/kg", 6700)]
    [InlineData("rubber-lif/ccd", "1.1 mA/cm2", 11)]
    [InlineData("llzt-nano/areal-capacity", "0.831 mAh/cm2", 29916)]
    [InlineData("pvt-10cupcli/symmetric-life", "> 2000 h", 7.2e6)]
    [InlineData("tis2-tio2-photocathode/li-binding-tis2", "1.6 eV", 154376.53)]
    public void A_figure_is_kept_as_printed_and_in_SI_units(string id, string printed, double lower)
    {
        var row = Assert.Single(ReviewLibrary.List(), r => string.Equals(r.Id, id, StringComparison.Ordinal));

        Assert.Equal(printed, row.Value);
        Tolerance.Relative(lower, row.Claim.Figure!.Lower, 1e-7);
    }

    [Fact]
    public void A_range_has_both_ends_and_a_lower_bound_has_no_upper_end()
    {
        static ReportedFigure Of(string id) => ReviewLibrary.List().First(r => string.Equals(r.Id, id, StringComparison.Ordinal)).Claim.Figure!;

        Assert.Equal((FigureSense.Range, 1.04, 1.24), (Of("limocl4/conductivity").Sense, Of("limocl4/conductivity").Lower, Of("limocl4/conductivity").Upper));
        Assert.Equal((FigureSense.Lower, double.PositiveInfinity), (Of("mxene-g-pan/symmetric-life").Sense, Of("mxene-g-pan/symmetric-life").Upper));
        Assert.Equal(FigureSense.Approximate, Of("tertiary-amine-qse/cycling").Sense);
    }

    [Fact]
    public void The_doubt_of_the_two_conductivities_is_what_they_give()
    {
        double Sigma(string id) => Systems.First(s => s.Id is "cpe-bnns").Claims.First(c => string.Equals(c.Id, id, StringComparison.Ordinal)).Figure!.Lower;
        double energy = 8.31446261815324 * Math.Log(Sigma("conductivity-50C") / Sigma("conductivity-30C")) / ((1 / 303.15) - (1 / 323.15));

        Tolerance.Relative(152e3, energy, 0.01);
        Assert.Contains("152 kJ/mol", Systems.First(s => s.Id is "cpe-bnns").Claims[0].Doubt, StringComparison.Ordinal);
    }
}
