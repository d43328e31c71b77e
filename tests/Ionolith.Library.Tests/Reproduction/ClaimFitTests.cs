using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Reproduction;

public sealed class ClaimFitTests
{
    private const string Both = "[{material: limocl4, path: conductivity}, {material: limocl4, path: conductivity.temperature.arrhenius}]";

    [Fact]
    public void One_value_is_solved_for()
    {
        var fit = Assert.Single(ClaimFit.Fit([Row("15 mS/cm", "25 degC", "[{material: limocl4, path: conductivity}]")], new Laboratory()));

        Assert.Equal("", fit.Problem);
        Assert.Equal(("limocl4: conductivity", "10.4 mS/cm"), (fit.Values[0].Value.ToString(), fit.Values[0].Written));
        Tolerance.Relative(1.5, fit.FigureFitted, 1e-4);
        Assert.StartsWith("15", fit.Values[0].Fitted, StringComparison.Ordinal);
        Tolerance.Relative(1.04, fit.FigureAsWritten, 1e-9);
    }

    [Fact]
    public void A_share_close_to_one_is_solved_for_by_what_it_lacks()
    {
        const string Measured = "{property: transference-number, of: paf-220-aspe}", Fitted = "    calibrates: [{material: paf-220-aspe, path: salt.transference-number}]\n";
        var fit = Assert.Single(ClaimFit.Fit([ClaimFile.Row("value: 0.985123", Measured, "calibrated", Fitted)], new Laboratory()));

        Assert.Equal("", fit.Problem);
        Tolerance.Relative(0.985123, fit.FigureFitted, 1e-4);
        Assert.Matches("^0\\.985[0-9]{3}$", fit.Values[0].Fitted);
    }

    [Fact]
    public void Two_values_that_two_claims_name_are_solved_for_together()
    {
        var fits = ClaimFit.Fit([Row("12 mS/cm", "25 degC", Both), Row("30 mS/cm", "60 degC", Both)], new Laboratory());

        Assert.All(fits, f => Assert.Equal("", f.Problem));
        Tolerance.Relative(1.2, fits[0].FigureFitted, 1e-4);
        Tolerance.Relative(3.0, fits[1].FigureFitted, 1e-4);
        Assert.StartsWith("12", fits[0].Values[0].Fitted, StringComparison.Ordinal);
        Assert.EndsWith(" eV", fits[0].Values[1].Fitted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("15 mS/cm", Both, "2 values were fitted to 1 of the claims asked for")]
    [InlineData("15 mS/cm", "[]", "no value was fitted to it")]
    [InlineData("15 mS/cm", "[{material: limocl4, path: conductivit}]", "limocl4 has no value conductivit")]
    [InlineData("15 mS/cm", "[{material: lco, path: density}]", "the measurement does not use lco: density")]
    [InlineData("15 S/cm", "[{material: limocl4, path: conductivity}]", "gives the figure")]
    [InlineData("15 mS/cm", "[{material: limocl4, path: density}]", "gives the figure")]
    public void What_cannot_be_fitted_says_why(string figure, string calibrates, string reason) =>
        Assert.Contains(reason, Assert.Single(ClaimFit.Fit([Row(figure, "25 degC", calibrates)], new Laboratory())).Problem, StringComparison.Ordinal);

    [Fact]
    public void Claims_that_are_not_calibrated_are_no_matter_of_a_fit() =>
        Assert.Empty(ClaimFit.Fit([ClaimFile.Row("value: 15 mS/cm", "{property: conductivity, of: limocl4}", "input")], new Laboratory()));

    private static ClaimRow Row(string figure, string temperature, string calibrates) => ClaimFile.Row(
        $"value: {figure}", $"{{property: conductivity, of: limocl4, temperature: {temperature}}}", "calibrated", $"    calibrates: {calibrates}\n");
}
