using Ionolith.Cells.CriticalCurrent;
using Xunit;

namespace Ionolith.Cells.Tests.CriticalCurrent;

public sealed class CurrentStaircaseTests
{
    [Fact]
    public void Equal_steps_are_multiples_and_the_last_one_is_reached()
    {
        var currents = new CurrentStaircase { Start = 0.5, Increment = 0.5, Most = 16.5 }.Currents();
        Assert.Equal(33, currents.Count);
        Assert.Equal(16.5, currents[^1]);
        Assert.All(currents.Select((c, k) => (c, k)), p => Assert.Equal((p.k + 1) * 0.5, p.c));
    }

    [Fact]
    public void A_factor_multiplies() => Assert.Equal([1, 2, 4, 8], new CurrentStaircase { Start = 1, Increment = 0, Factor = 2, Most = 10 }.Currents());

    [Theory]
    [InlineData(1, 0, 1, 100, "never ends")]
    [InlineData(1, -1, 1, 100, "never ends")]
    [InlineData(1, 0, 0.5, 100, "never ends")]
    [InlineData(0, 1, 1, 100, "the first current (the step, if none is given) must be positive")]
    [InlineData(1, 1, 1, double.PositiveInfinity, "the highest current must be positive and finite")]
    [InlineData(20, 1, 1, 10, "is below the first one")]
    [InlineData(1, 1e-9, 1, 100, "more than 10000 steps")]
    public void A_staircase_that_cannot_be_climbed_is_refused(double start, double increment, double factor, double most, string message)
    {
        var staircase = new CurrentStaircase { Start = start, Increment = increment, Factor = factor, Most = most };
        Assert.Contains(staircase.Problems(), p => p.Contains(message, StringComparison.Ordinal));
        Assert.Throws<InvalidOperationException>(staircase.Currents);
    }
}
