using Xunit;

namespace Ionolith.Reports.Tests;

public class NumbersTests
{
    [Theory]
    [InlineData(1.23456, 4, "1.235")]
    [InlineData(0.00123456, 3, "0.00123")]
    [InlineData(9.9996, 4, "10.00")]
    [InlineData(123456, 3, "123000")]
    [InlineData(1234567, 3, "1.23e6")]
    [InlineData(-0.000012, 2, "-1.2e-5")]
    [InlineData(0, 4, "0")]
    [InlineData(double.NaN, 4, "-")]
    public void Numbers_read_well(double value, int digits, string text) => Assert.Equal(text, Numbers.Text(value, digits));

    [Theory]
    [InlineData(-5.551e-18, 0.1, 0)]
    [InlineData(1e-9, -1, 0)]
    [InlineData(-2e-9, 1, -2e-9)]
    [InlineData(3e-12, 0, 3e-12)]
    [InlineData(0, 0, 0)]
    public void What_rounding_leaves_beside_a_number_is_zero(double value, double beside, double expected) => Assert.Equal(expected, Numbers.WithoutResidue(value, beside));

    [Theory]
    [InlineData(-0.04, "0.0")]
    [InlineData(-0.06, "-0.1")]
    [InlineData(1234.56, "1234.6")]
    [InlineData(double.NaN, "-")]
    public void Columns_have_one_decimal_and_no_negative_zero(double value, string text) => Assert.Equal(text, Numbers.Fixed(value));

    [Theory]
    [InlineData(12.34, "12.3 s")]
    [InlineData(2700, "45.0 min")]
    [InlineData(36000, "10.0 h")]
    [InlineData(8640000, "100 d")]
    public void Times_have_the_unit_that_suits_them(double seconds, string text) => Assert.Equal(text, Numbers.Duration(seconds));

    [Theory]
    [InlineData(200e-9, "200 nm")]
    [InlineData(30e-6, "30.0 um")]
    [InlineData(1.2e-3, "1.20 mm")]
    public void Lengths_have_the_unit_that_suits_them(double metres, string text) => Assert.Equal(text, Numbers.Length(metres));
}
