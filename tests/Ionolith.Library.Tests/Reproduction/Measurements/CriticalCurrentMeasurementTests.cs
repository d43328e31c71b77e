using Ionolith.Cells.CriticalCurrent;
using Ionolith.Cells.Stack;
using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Xunit;

namespace Ionolith.Library.Tests.Reproduction.Measurements;

public sealed class CriticalCurrentMeasurementTests
{
    [Fact]
    public void The_measurement_is_the_staircase_on_the_cell_of_the_library()
    {
        var row = ClaimFile.Row("value: 1.65 mA/cm2", "{ccd: li2s-p2s5-b2s3, step: 0.15 mA/cm2, step-time: 1 h, most: 5 mA/cm2}", "predicted");
        var result = ReproductionRun.Compute(row, new Laboratory());
        Assert.Equal(ClaimStatus.Computed, result.State.Status);
        var direct = CriticalCurrentTest.Staircase(CellLibrary.LoadCell("li2s-p2s5-b2s3").Cell!, new CurrentStaircase { Start = 1.5, Increment = 1.5, Most = 50 });
        Assert.Equal(direct.Current, result.Computed);
        Assert.Contains("hard short", result.State.Reason, StringComparison.Ordinal);
        Assert.Contains("5 MPa", result.State.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_stands_on_both_sides_is_fitted_as_one()
    {
        const string Place = "ageing.filament-polymer.growth-fraction";
        var row = ClaimFile.Row(
            "value: 1000 h",
            "{life: mxene-g-pan-symmetric, current: 0.2 mA/cm2, half-cycle: 1 h, most: 3000 h}\n    calibrates: [{cell: mxene-g-pan-symmetric, path: anode." + Place + ", also: counter-electrode." + Place + "}]",
            "calibrated");
        var fit = Assert.Single(ClaimFit.Fit([row], new Laboratory()));
        Assert.Equal("", fit.Problem);
        Assert.Equal(3.6e6, fit.FigureFitted, 3.6e6 * 2e-4);
    }

    [Fact]
    public void A_cell_that_outlives_its_test_lives_at_least_as_long()
    {
        var row = ClaimFile.Row("lower: 10 h", "{life: li2s-p2s5-b2s3, current: 0.1 mA/cm2, half-cycle: 1 h, most: 20 h}", "predicted");
        var result = ReproductionRun.Compute(row, new Laboratory());
        Assert.Equal(20 * 3600.0, result.Computed);
        Assert.True(result.IsLowerBound);
        Assert.True(double.IsNaN(result.Deviation));
        Assert.Equal(Verdict.Confirmed, Verdicts.Of(result));
        ReportedFigure Reported(double lower, double upper) => result.Row.Claim.Figure! with { Lower = lower * 3600, Upper = upper * 3600 };
        Verdict Against(double lower, double upper) => Verdicts.Of(result with { Row = result.Row with { Claim = result.Row.Claim with { Figure = Reported(lower, upper) } } });
        Assert.Equal(Verdict.NotConfirmed, Against(10, 10));
        Assert.Equal((Verdict.Open, Verdict.Open), (Against(30, 30), Against(30, double.PositiveInfinity)));
    }

    [Theory]
    [InlineData("{ccd: limocl4, step: 0.1 mA/cm2, step-time: 1 h, most: 5 mA/cm2}", "no symmetric cell")]
    [InlineData("{ccd: li2s-p2s5-b2s3, step: 0.1 mA/cm2, step-time: 1 h, most: 0.2 mA/cm2}", "outlived the staircase up to 0.2 mA/cm2")]
    public void What_cannot_be_measured_says_why(string compute, string reason) =>
        Assert.Contains(reason, ReproductionRun.Compute(ClaimFile.Row("value: 1 mA/cm2", compute, "predicted"), new Laboratory()).State.Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("value: 1 mA/cm2", "{ccd: li2s-p2s5-b2s3, step-time: 1 h, most: 5 mA/cm2}", "claim.compute.step: is missing")]
    [InlineData("value: 1 mA/cm2", "{ccd: li2s-p2s5-b2s3, step: 0.1 mA/cm2, step-time: 0 h, most: 5 mA/cm2}", "the step time must be positive")]
    [InlineData("value: 1 mA/cm2", "{ccd: li2s-p2s5-b2s3, step: 5 h, step-time: 1 h, most: 5 mA/cm2}", "claim.compute.step: ")]
    [InlineData("value: 1 mA/cm2", "{ccd: li2s-p2s5-b3s3, step: 0.1 mA/cm2, step-time: 1 h, most: 5 mA/cm2}", "did you mean \"li2s-p2s5-b2s3\"?")]
    [InlineData("lower: 1 h", "{life: li2s-p2s5-b2s3, current: 0 mA/cm2, half-cycle: 1 h, most: 20 h}", "claim.compute.current: must be positive")]
    [InlineData("lower: 1 h", "{life: li2s-p2s5-b2s3, current: 1 mA/cm2, half-cycle: 1 h}", "claim.compute.most: is missing")]
    [InlineData("lower: 1 h", "{life: li2s-p2s5-b2s3, current: 1 mA/cm2, half-cycle: 1 h, most: 1e9 h}", "claim.compute.most: must be at most")]
    public void A_mistake_is_told_at_its_place(string figure, string compute, string expected) => Assert.Contains(
        ReviewLibrary.ReadSystem(
            "one.yaml", $"id: one\nsection: transport\nwhat: a system\nclaims:\n  - id: claim\n    kind: durability\n    quantity: it\n    {figure}\n    compute: {compute}\n    role: predicted\n").Problems,
        p => p.ToString().Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void The_symmetric_cells_of_the_review_carry_their_laws_on_both_sides()
    {
        foreach (string id in new[] { "li2s-p2s5-b2s3", "rubber-lif-symmetric", "pvt-10cupcli-symmetric", "mxene-g-pan-symmetric", "hollow-uio-66-symmetric" })
        {
            var sides = CellLibrary.LoadCell(id).Cell!.Layers.OfType<LithiumMetal>().ToList();
            Assert.Equal(2, sides.Count);
            Assert.NotEmpty(sides[0].Ageing);
            Assert.Equal(sides[0].Ageing, sides[1].Ageing);
        }
    }
}
