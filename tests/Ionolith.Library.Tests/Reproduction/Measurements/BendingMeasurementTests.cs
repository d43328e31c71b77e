using Ionolith.Library.Reproduction;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Reproduction.Measurements;

public sealed class BendingMeasurementTests
{
    private const string Right = "{bending-radius: fscef, layer: separator, failure-strain: 0.5 %}";

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void At_the_smallest_radius_the_outer_surface_is_stretched_by_the_failure_strain(double percent)
    {
        double thickness = CellLibrary.LoadCell("fscef").Require().Layers.Single(l => l.Name is "separator").Thickness;
        double strain = 0.005 * percent / 100;
        double radius = Measure($"{{bending-radius: fscef, layer: separator, failure-strain: {strain.ToString(System.Globalization.CultureInfo.InvariantCulture)}}}").Value;

        // Lengths of the arcs of one radian on the outside and in the middle, which keeps its length.
        Tolerance.Relative(strain, ((radius + thickness) / (radius + (thickness / 2))) - 1, 1e-9);
    }

    [Fact]
    public void A_layer_twice_as_thick_bends_half_as_far() => Tolerance.Relative(
        2 * Measure("{bending-radius: fscef, layer: separator, failure-strain: 0.5 %, set: [separator.thickness=20 um]}").Value,
        Measure("{bending-radius: fscef, layer: separator, failure-strain: 0.5 %, set: [separator.thickness=40 um]}").Value,
        1e-12);

    [Fact]
    public void A_layer_that_the_cell_does_not_have_is_told()
    {
        var e = Assert.Throws<MeasurementException>(() => Measure(Right.Replace("separator", "film", StringComparison.Ordinal)));

        Assert.Equal("fscef has no layer called film; its layers are anode, separator, cathode", e.Message);
    }

    [Theory]
    [InlineData("failure-strain: 0.5 %", "failure-strain: 200 %", "must be above 0 and below 1")]
    [InlineData("failure-strain: 0.5 %", "failure-strain: 0", "must be above 0 and below 1")]
    [InlineData("failure-strain: 0.5 %", "failure-strain: 5 um", "\"5 um\" is a length")]
    [InlineData(", failure-strain: 0.5 %", "", "failure-strain: is missing")]
    [InlineData("layer: separator, ", "", "layer: is missing")]
    [InlineData("bending-radius: fscef", "bending-radius: fscex", "did you mean \"fscef\"?")]
    [InlineData("layer:", "layr:", "unknown key \"layr\"; did you mean \"layer\"?")]
    public void A_mistake_is_told(string from, string to, string expected)
    {
        var problems = Read(Right.Replace(from, to, StringComparison.Ordinal)).Problems;

        Assert.Contains(expected, string.Join('\n', problems), StringComparison.Ordinal);
    }

    private static Measured Measure(string measurement) => Read(measurement).Require().Claims[0].Compute!.Parts[0].Measure(new Laboratory());

    private static SystemLoadResult Read(string measurement) => ReviewLibrary.ReadSystem("s.yaml", $"""
        id: one
        section: polymer-electrolytes
        what: film
        claims:
          - id: bends
            kind: qualitative
            statement: it bends
            role: shown
            compute:
              compare:
                with: {measurement}
                without: {Right}
                expected: lower
        """);
}
