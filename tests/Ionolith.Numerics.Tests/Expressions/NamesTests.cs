using Ionolith.Numerics.Expressions;
using Xunit;

namespace Ionolith.Numerics.Tests.Expressions;

public sealed class NamesTests
{
    [Theory]
    [InlineData("thicknes", "thickness")]
    [InlineData("Thickness", "thickness")]
    [InlineData("raduis", "radius")]
    [InlineData("thick", "thickness")]
    [InlineData("porosity", null)]
    public void The_nearest_name_is_found_or_none(string name, string? expected) =>
        Assert.Equal(expected, Names.Nearest(name, ["thickness", "radius", "material"]));

    [Fact]
    public void Near_names_come_nearest_first() =>
        Assert.Equal(["cell-1", "cell-12"], Names.NearestOf("cell1", ["anode", "cell-12", "cell-1"], 5));
}
