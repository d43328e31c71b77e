using Ionolith.Reports.Files;
using Xunit;

namespace Ionolith.Reports.Tests.Files;

public sealed class WrittenTextTests
{
    [Theory]
    [InlineData("| a | 148 mAh/g | +8.2 % |", "| a | 149 mAh/g | +8.3 % |")]
    [InlineData("| a | 1.04e-3 S/cm |", "| a | 1.05e-3 S/cm |")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("| x | 0.0 % |", "| x | -0.1 % |")]
    public void A_last_digit_that_differs_by_one_is_round_off(string kept, string computed) => Assert.Null(WrittenText.FirstDifference(kept, computed));

    [Theory]
    [InlineData("| a | 148 mAh/g |", "| a | 150 mAh/g |", "line 1: kept \"| a | 148 mAh/g |\", computed \"| a | 150 mAh/g |\"")]
    [InlineData("| a | 1.04e-3 S/cm |", "| a | 1.04e-4 S/cm |", "line 1")]
    [InlineData("| a | 148 mAh/g |", "| b | 148 mAh/g |", "line 1")]
    [InlineData("| a | predicted |", "| a | calibrated |", "line 1")]
    [InlineData("a\nb", "a", "line 2: kept \"b\", computed \"(no line)\"")]
    [InlineData("a 1.0", "a 1.0 2.0", "line 1")]
    public void Anything_else_is_a_difference(string kept, string computed, string expected) =>
        Assert.StartsWith(expected, WrittenText.FirstDifference(kept, computed), StringComparison.Ordinal);
}
