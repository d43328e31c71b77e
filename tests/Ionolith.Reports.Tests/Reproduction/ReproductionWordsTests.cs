using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Reports.Reproduction;
using Xunit;

namespace Ionolith.Reports.Tests.Reproduction;

public sealed class ReproductionWordsTests
{
    private static readonly ClaimRow Capacity = ReviewLibrary.List().Single(r => r.Id is "vcl3-halide-cathode/capacity-1C");
    private static readonly ClaimRow Cycles = ReviewLibrary.List().Single(r => r.Id is "anode-free-carbon-paper/cycle-life");

    [Theory]
    [InlineData(0.0818, "+8.2 %")]
    [InlineData(-0.476, "-47.6 %")]
    [InlineData(0, "0.0 %")]
    [InlineData(-0.0001, "0.0 %")]
    [InlineData(double.NaN, "")]
    public void A_deviation_is_signed_and_has_one_decimal(double share, string expected) => Assert.Equal(expected, ReproductionWords.Percent(share));

    [Fact]
    public void A_figure_is_told_in_the_unit_in_which_it_is_reported()
    {
        Assert.Equal("160.0 mAh/g", ReproductionWords.Figure(160 * 3600, Capacity.Claim.Figure, 4));
        Assert.Equal("4321 cycles", ReproductionWords.Figure(4321, Cycles.Claim.Figure, 4));
        Assert.Equal("-", ReproductionWords.Figure(double.NaN, Capacity.Claim.Figure, 4));
    }

    [Theory]
    [InlineData("cathode.active.vcl3.diffusivity", "vcl3: diffusivity")]
    [InlineData("cathode.active.vcl3.kinetics.exchange-current.reference", "vcl3: exchange-current reference")]
    [InlineData("separator.thickness", "separator: thickness")]
    [InlineData("voltage.lower", "voltage: lower")]
    [InlineData("temperature", "temperature")]
    public void A_path_is_shortened_to_what_a_reader_knows(string path, string expected) => Assert.Equal(expected, ReproductionWords.ShortPath(path));

    [Fact]
    public void What_a_figure_hangs_on_names_the_largest_effects_with_both_ends()
    {
        var result = Result(
            new Sensitivity("a.b", "cell", "1 um", "0.5 um to 2 um") { AtLower = 0.9, AtUpper = 1.2, Effect = 0.2 },
            new Sensitivity("a.c", "cell", "1 um", "0.5 um to 2 um") { AtLower = double.NaN, AtUpper = 1.1, Effect = 0.1, Problem = "at 0.5 um: no" },
            new Sensitivity("a.d", "cell", "1 um", "0.5 um to 2 um") { AtLower = 1, AtUpper = 1.001, Effect = 0.001 });

        Assert.Equal("a.b (-10.0 % to +20.0 %); a.c (? to +10.0 %)", ReproductionWords.HangsOn(result, 3, shortly: false));
        Assert.Equal("a.b (-10.0 % to +20.0 %)", ReproductionWords.HangsOn(result, 1, shortly: false));
    }

    [Fact]
    public void A_path_of_two_cells_tells_which_one()
    {
        var first = new Sensitivity("voltage.upper", "one", "4 V", "3 V to 5 V") { AtLower = 1, AtUpper = 1.1, Effect = 0.1 };
        var result = Result(first, first with { Subject = "two" });

        Assert.Equal("one: voltage.upper", ReproductionWords.PathOf(result, first, shortly: false));
    }

    [Fact]
    public void A_waiting_claim_says_what_for_and_the_summary_counts_all()
    {
        var waiting = new ClaimResult(Cycles, new ClaimState(ClaimStatus.Waiting, "a probe"));
        var failed = new ClaimResult(Capacity, new ClaimState(ClaimStatus.Failed, "the run failed"));

        Assert.Equal("waits for: a probe", ReproductionWords.HangsOn(waiting, 3, shortly: true));
        Assert.Equal("the run failed", ReproductionWords.HangsOn(failed, 3, shortly: true));
        Assert.Equal("3 claims on 2 systems: 1 computed (1 predicted), 1 waiting, 1 failed. Computed without having been used: 1 confirmed, 0 not.", ReproductionWords.Summary([waiting, failed, Result()]));
    }

    private static ClaimResult Result(params Sensitivity[] sensitivities) =>
        new(Capacity, new ClaimState(ClaimStatus.Computed, "")) { Computed = 1, Deviation = 0, Sensitivities = sensitivities };
}
