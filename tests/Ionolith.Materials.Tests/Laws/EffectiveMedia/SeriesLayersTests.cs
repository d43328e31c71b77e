using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.EffectiveMedia;

public sealed class SeriesLayersTests
{
    [Fact]
    public void Resistances_of_the_layers_add_up()
    {
        // 10 um at 0.1 S/m, 20 um at 0.01 S/m and 10 um at 0.1 S/m: 1e-4 + 2e-3 + 1e-4 ohm m2 over 40 um.
        double s = new SeriesLayers(0.25, 0.5, 0.25).Effective(0.1, 0.01, 0.1);

        Tolerance.Relative(40e-6 / 2.2e-3, s, 1e-14);
    }

    [Fact]
    public void Equal_layers_are_one_layer() => Tolerance.Relative(0.3, new SeriesLayers(0.2, 0.8).Effective(0.3, 0.3), 1e-15);

    [Fact]
    public void It_is_what_channels_across_the_current_are() => Tolerance.Relative(
        new OrientedChannels(0, 0.3, 0.7).Effective(2, 5), new SeriesLayers(0.3, 0.7).Effective(2, 5), 1e-15);

    [Fact]
    public void A_layer_that_insulates_stops_the_current_and_one_of_no_thickness_does_not()
    {
        double[] gradient = new double[2];

        Assert.Equal(0, new SeriesLayers(0.5, 0.5).Effective([0, 1], gradient));
        Assert.Equal(0, gradient[1]);
        Assert.Equal(1, new SeriesLayers(0, 1).Effective(0, 1));
    }

    [Fact]
    public void Slopes_are_those_of_the_values() => Slopes.AgreeWithDifferences(
        new MixtureFunction(
            new SeriesLayers(0.3, 0.7),
            new ArrheniusFunction(new ExpressionFunction("1e-4*c", "c"), 40_000, 300),
            new ArrheniusFunction(new ConstantFunction(0.2), 20_000, 300)),
        800,
        320);

    [Fact]
    public void Shares_that_do_not_add_up_to_one_are_refused() =>
        Assert.Contains("must add up to 1, but add up to 0.9", Assert.Throws<ArgumentException>(() => new SeriesLayers(0.4, 0.5)).Message, StringComparison.Ordinal);
}
