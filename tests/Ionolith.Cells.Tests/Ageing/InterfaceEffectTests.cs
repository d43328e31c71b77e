using Ionolith.Cells.Ageing;
using Xunit;

namespace Ionolith.Cells.Tests.Ageing;

/// <summary>What the mechanisms of an interface say together.</summary>
public sealed class InterfaceEffectTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_several_failures_the_first_counts_with_its_kind(bool byShort)
    {
        InterfaceEffect effect = new();
        Assert.Equal("", effect.Failure);
        effect.Fail("the first", byShort);
        effect.Fail("the second", !byShort);
        Assert.Equal(("the first", byShort), (effect.Failure, effect.ShortedHard));
    }
}
