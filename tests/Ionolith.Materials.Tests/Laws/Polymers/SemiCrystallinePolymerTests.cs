using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Polymers;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.Polymers;

public sealed class SemiCrystallinePolymerTests
{
    private static readonly VtfFunction Amorphous = new(330, 704, 209.15);

    [Fact]
    public void Far_above_melting_it_is_the_amorphous_polymer() => Tolerance.Relative(
        Amorphous.Evaluate(0, 370).Value, new SemiCrystallinePolymer(Amorphous, 0.7, 320, 2).Evaluate(0, 370).Value, 1e-9);

    [Fact]
    public void Far_below_melting_the_amorphous_share_conducts_on_a_tortuous_way() => Tolerance.Relative(
        Math.Pow(0.3, 1.5) * Amorphous.Evaluate(0, 270).Value, new SemiCrystallinePolymer(Amorphous, 0.7, 320, 2).Evaluate(0, 270).Value, 1e-9);

    [Fact]
    public void In_the_middle_of_the_window_half_of_the_crystals_have_melted() =>
        Tolerance.Relative(0.65, new SemiCrystallinePolymer(Amorphous, 0.7, 320, 2).AmorphousFraction(320), 1e-14);

    [Fact]
    public void Without_crystals_nothing_melts() =>
        Assert.Equal(Amorphous.Evaluate(0, 300), new SemiCrystallinePolymer(Amorphous, 0, 320, 2).Evaluate(0, 300));

    [Fact]
    public void A_melting_polymer_makes_the_step_between_30_and_50_degC_that_no_activation_does()
    {
        // Reported: 6.7e-6 S/cm at 30 degC and 2.77e-4 S/cm at 50 degC, a factor of 41; the amorphous law by itself gives below 4.
        var polymer = new SemiCrystallinePolymer(Amorphous, 0.71, 317, 2, 1);
        double Ratio(IPropertyFunction f) => f.Evaluate(0, 323.15).Value / f.Evaluate(0, 303.15).Value;

        Assert.True(Ratio(Amorphous) < 4);
        Assert.InRange(Ratio(polymer), 35, 50);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(319)]
    [InlineData(325)]
    public void The_slope_is_that_of_central_differences(double temperature)
    {
        var f = new SemiCrystallinePolymer(Amorphous, 0.7, 320, 2);

        Tolerance.Relative(
            (f.Evaluate(0, temperature + 1e-3).Value - f.Evaluate(0, temperature - 1e-3).Value) / 2e-3,
            f.Evaluate(0, temperature).TemperatureSlope,
            1e-6);
    }

    [Fact]
    public void Impossible_windows_are_refused_with_name_value_and_unit()
    {
        Assert.Contains("The crystallinity must be 0 or more and below 1, but is 1", Assert.Throws<ArgumentOutOfRangeException>(
            () => new SemiCrystallinePolymer(Amorphous, 1, 320, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("The width of melting must be positive and finite, but is 0 K", Assert.Throws<ArgumentOutOfRangeException>(
            () => new SemiCrystallinePolymer(Amorphous, 0.5, 320, 0)).Message, StringComparison.Ordinal);
    }
}
