using Ionolith.Library.Review;
using Xunit;

namespace Ionolith.Library.Tests.Reproduction;

public sealed class MeasurementMistakesTests
{
    [Theory]
    [InlineData("{proprety: conductivity, of: limocl4}", "did you mean \"property\"?")]
    [InlineData("{run: limocl4, property: conductivity}", "is run and property in one; give only one of")]
    [InlineData("3", "claim.compute: expected a measurement in braces")]
    [InlineData("{run: limocl, protocol: [Discharge at 1C until 3 V], figure: discharge-capacity, per: active-mass}", "claim.compute.run: the library has no cell \"limocl\"; did you mean \"limocl4\"?")]
    [InlineData("{run: limocl4, protocol: [Discharge at 1C until 3 V], figure: discharge-capacitie, per: active-mass}", "claim.compute.figure: is \"discharge-capacitie\", expected discharge-capacity, charge-capacity")]
    [InlineData("{run: limocl4, protocol: [Discharge at 1 until 3 V], figure: discharge-capacity, per: active-mass}", "claim.compute.protocol: ")]
    [InlineData("{run: limocl4, figure: discharge-capacity, per: active-mass}", "claim.compute.protocol: is missing; expected a list of steps")]
    [InlineData("{run: limocl4, protocol: [Discharge at 1C until 3 V], per: active-mass}", "claim.compute.figure: is missing")]
    [InlineData("{run: limocl4, protocol: [Discharge at 1C until 3 V], figure: discharge-capacity, per: active-mass, set: [separator.thickness]}", "claim.compute.set: expected path=value")]
    [InlineData("{run: limocl4, protocol: [Discharge at 1C until 3 V], figure: discharge-capacity}", "claim.compute: gives an areal capacity, but the claim is a specific capacity; add per: active-mass")]
    [InlineData("{run: limocl4, protocol: [Discharge at 1C until 3 V], figure: lithium-share}", "claim.compute.of: is missing; expected the active material")]
    [InlineData("{property: conductivity, of: limocl4}", "claim.compute: gives a conductivity, but the claim is a specific capacity")]
    [InlineData("{property: open-circuit-potential, of: lco}", "claim.compute.stoichiometry: is missing")]
    [InlineData("{property: conductivity, of: limocl}", "claim.compute.of: the library has no material \"limocl\"; did you mean \"limocl4\"?")]
    [InlineData("{ratio: [{property: conductivity, of: limocl4}]}", "claim.compute.ratio: expected a list of two measurements but found 1")]
    [InlineData("{ratio: [{property: conductivity, of: limocl4}, {property: transference-number, of: limocl4}]}", "claim.compute.ratio: expected two measurements of one kind")]
    [InlineData("{compare: {with: {property: conductivity, of: limocl4}, expected: higher}}", "claim.compute.compare.without: is missing")]
    [InlineData("{compare: {with: {property: conductivity, of: limocl4}, without: {property: conductivity, of: limocl4}}}", "claim.compute.compare.expected: is missing")]
    [InlineData("{design: limocl4, figure: specific-enregy}", "did you mean \"specific-energy\"?")]
    public void A_mistake_in_a_measurement_is_told_with_its_place_and_what_to_do(string compute, string expected)
    {
        var problems = Problems("quantity: capacity\n    value: 100 mAh/g", compute);

        Assert.Contains(problems, p => p.Contains(expected, StringComparison.Ordinal));
        Assert.All(problems, p => Assert.StartsWith("one.yaml:9:", p, StringComparison.Ordinal));
    }

    [Fact]
    public void A_statement_needs_a_comparison() => Assert.Contains(
        "a statement is shown by a comparison", Assert.Single(Problems("statement: it is so", "{property: conductivity, of: limocl4}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("[{material: limocl4}]", "claim.calibrates.1.path: is missing")]
    [InlineData("[{path: density}]", "claim.calibrates.1: needs cell or material")]
    [InlineData("[limocl4]", "claim.calibrates.1: expected the file and the path of a value")]
    [InlineData("[{material: limocl4, path: density}]", "claim.calibrates: names values that were fitted to the figure, which makes its role calibrated, not predicted")]
    public void Calibrated_values_name_a_file_and_a_path_and_make_the_role_calibrated(string calibrates, string expected) => Assert.Contains(
        Problems("quantity: s\n    value: 10 mS/cm", "{property: conductivity, of: limocl4}\n    calibrates: " + calibrates), p => p.Contains(expected, StringComparison.Ordinal));

    private static string[] Problems(string what, string compute) =>
    [
        .. ReviewLibrary.ReadSystem(
            "one.yaml", $"id: one\nsection: transport\nwhat: a system\nclaims:\n  - id: claim\n    kind: cell\n    {what}\n    compute: {compute}\n    role: predicted\n")
            .Problems.Select(p => p.ToString()),
    ];
}
