using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Xunit;

namespace Ionolith.Library.Tests.Reproduction;

public sealed class VerdictTests
{
    private static ClaimResult Result(ClaimRole role, double deviation, bool? holds = null)
    {
        var row = ReviewLibrary.List().First(r => r.Claim.Figure is not null);
        return new ClaimResult(row with { Claim = row.Claim with { Role = role } }, new ClaimState(ClaimStatus.Computed, ""))
        {
            Computed = 1,
            Deviation = deviation,
            Holds = holds,
        };
    }

    [Theory]
    [InlineData(ClaimRole.Input, 0, Verdict.Taken)]
    [InlineData(ClaimRole.Calibrated, 0.009, Verdict.Fitted)]
    [InlineData(ClaimRole.Calibrated, -0.011, Verdict.NotConfirmed)]
    [InlineData(ClaimRole.Predicted, -0.099, Verdict.Confirmed)]
    [InlineData(ClaimRole.Predicted, 0.101, Verdict.NotConfirmed)]
    public void A_figure_is_judged_by_its_role_and_its_deviation(ClaimRole role, double deviation, Verdict expected) =>
        Assert.Equal(expected, Verdicts.Of(Result(role, deviation)));

    [Theory]
    [InlineData(true, Verdict.Confirmed)]
    [InlineData(false, Verdict.NotConfirmed)]
    public void A_statement_is_judged_by_whether_it_holds(bool holds, Verdict expected) =>
        Assert.Equal(expected, Verdicts.Of(Result(ClaimRole.Shown, double.NaN, holds)));

    [Fact]
    public void What_was_not_computed_stays_open() =>
        Assert.Equal(Verdict.Open, Verdicts.Of(Result(ClaimRole.Predicted, 0) with { State = new ClaimState(ClaimStatus.Failed, "it failed") }));

    [Fact]
    public void A_figure_that_is_no_number_is_not_confirmed() =>
        Assert.Equal(Verdict.NotConfirmed, Verdicts.Of(Result(ClaimRole.Predicted, double.NaN)));
}
