using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Xunit;

namespace Ionolith.Library.Tests.Reproduction;

public sealed class UncertaintyBandTests
{
    private const string Drawn = "    draws: 200\n";

    /// <summary>A figure that is itself the one value that is drawn is spread evenly over the value's range: 0.3 to 0.7.</summary>
    [Fact]
    public void A_drawn_value_is_spread_evenly_over_its_range()
    {
        var band = BandOf(ClaimFile.Row("value: 0.5", "{property: transference-number, of: loppm}", more: Drawn));

        Assert.Equal((200, 0), (band.Draws, band.Failed));
        Assert.Equal(0.32, band.Lower, 0.4 / 100);
        Assert.Equal(0.5, band.Middle, 0.4 / 100);
        Assert.Equal(0.68, band.Upper, 0.4 / 100);
    }

    /// <summary>0.1 to 0.4, drawn evenly in its logarithm: the median is the geometric mean of the ends.</summary>
    [Fact]
    public void A_wide_range_is_drawn_evenly_in_its_logarithm()
    {
        var band = BandOf(ClaimFile.Row("value: 0.2", "{property: transference-number, of: peo-litfsi-molten}", more: Drawn));

        Assert.Equal(0.2, band.Middle, 0.2 * Math.Log(4) / 100);
        Assert.Equal(0.1 * Math.Pow(4, 0.05), band.Lower, 0.2 * Math.Log(4) / 100);
    }

    [Fact]
    public void Draws_are_the_same_on_any_number_of_threads()
    {
        var row = ClaimFile.Row("value: 1 mS/cm", "{property: conductivity, of: loppm, temperature: 25 degC}", more: Drawn);

        Assert.Equal(BandOf(row, 1), BandOf(row, 4));
        Assert.InRange(BandOf(row).Upper / BandOf(row).Lower, 1.01, 100);
    }

    [Fact]
    public void A_claim_that_asks_for_no_draws_has_no_band() =>
        Assert.Null(ReproductionRun.Compute([ClaimFile.Row("value: 0.5", "{property: transference-number, of: loppm}")], new ReproductionOptions())[0].Band);

    [Fact]
    public void More_draws_than_anybody_waits_for_are_refused()
    {
        var problems = ReviewLibrary.ReadSystem("one.yaml", "id: one\nsection: transport\nwhat: a system\nclaims:\n  - id: claim\n    kind: cell\n    quantity: a figure\n    value: 0.5\n    role: predicted\n"
            + "    compute: {property: transference-number, of: loppm}\n    draws: 20000\n").Problems;

        Assert.Contains("draws", Assert.Single(problems).ToString(), StringComparison.Ordinal);
        Assert.Contains("must be from 1 to 10000 but is 20000", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    private static UncertaintyBand BandOf(ClaimRow row, int threads = 2) =>
        ReproductionRun.Compute([row], new ReproductionOptions { Threads = threads })[0].Band!;
}
