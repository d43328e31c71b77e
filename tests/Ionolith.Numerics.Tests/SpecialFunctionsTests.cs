using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests;

public sealed class SpecialFunctionsTests
{
    // Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, NBS 1964, tables 7.1 and 7.3 (erfc = 1 - erf).
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 0.8875370839817152)]
    [InlineData(0.5, 0.4795001221869535)]
    [InlineData(1, 0.15729920705028513)]
    [InlineData(1.5, 0.033894853524689274)]
    [InlineData(2, 0.004677734981047266)]
    [InlineData(2.3, 0.0011431765973566523)]
    [InlineData(2.4, 0.0006885138966450789)]
    [InlineData(2.49, 0.000429287867733913)]
    [InlineData(2.5, 4.069520174449589e-4)]
    [InlineData(3, 2.209049699858544e-5)]
    [InlineData(4, 1.541725790028002e-8)]
    [InlineData(5, 1.5374597944280349e-12)]
    [InlineData(10, 2.088487583762545e-45)]
    [InlineData(-1, 1.8427007929497149)]
    public void Erfc_meets_published_values(double x, double expected) =>
        Tolerance.Relative(expected, SpecialFunctions.Erfc(x), 1e-13, $"erfc({x})");

    [Fact]
    public void Erfc_and_its_mirror_add_up_to_two()
    {
        for (double x = 0; x < 8; x += 0.0371)
        {
            Tolerance.Relative(2, SpecialFunctions.Erfc(x) + SpecialFunctions.Erfc(-x), 1e-15, $"x = {x}");
        }
    }

    [Fact]
    public void Series_and_continued_fraction_join_without_a_step()
    {
        // Where one hands over to the other the two sides differ by the slope times the distance only.
        const double h = 1e-6, x = 2.5;
        double slope = -2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x), rise = SpecialFunctions.Erfc(x + h) - SpecialFunctions.Erfc(x - h);
        Tolerance.Relative(2 * h * slope, rise, 1e-6, "rise over the joint");
    }

    [Fact]
    public void Slope_is_that_of_the_definition()
    {
        for (double x = -4; x < 6; x += 0.1)
        {
            double h = 1e-3, centred = (8 * (E(x + h) - E(x - h))) - (E(x + (2 * h)) - E(x - (2 * h)));
            Tolerance.Scaled(-2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x), centred / (12 * h), E(x) + Math.Exp(-x * x), 1e-8, $"x = {x}");
        }

        static double E(double x) => SpecialFunctions.Erfc(x);
    }

    [Fact]
    public void Erfc_beyond_the_smallest_number_is_zero_and_of_not_a_number_is_none()
    {
        Assert.Equal(0, SpecialFunctions.Erfc(40));
        Assert.Equal(0, SpecialFunctions.Erfc(double.PositiveInfinity));
        Assert.Equal(2, SpecialFunctions.Erfc(double.NegativeInfinity));
        Assert.True(double.IsNaN(SpecialFunctions.Erfc(double.NaN)));
    }
}
