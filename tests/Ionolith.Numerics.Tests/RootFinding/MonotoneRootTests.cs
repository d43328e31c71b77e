using Ionolith.Numerics.RootFinding;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests.RootFinding;

public sealed class MonotoneRootTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(1e-8)]
    [InlineData(0.999)]
    public void A_rising_function_is_solved_to_round_off(double square) => Tolerance.Relative(
        Math.Sqrt(square), MonotoneRoot.Find(static (x, a) => ((x * x) - a, 2 * x), square, 0, 10), 1e-15);

    [Fact]
    public void A_falling_function_is_solved_where_Newton_alone_runs_away() => Tolerance.Relative(
        3, MonotoneRoot.Find(static (x, _) => (-Math.Atan(50 * (x - 3)), -50 / (1 + (2500 * (x - 3) * (x - 3)))), 0, -1000, 1000), 1e-15);

    [Fact]
    public void A_function_without_a_root_gives_the_nearer_end() =>
        Assert.Equal(1, MonotoneRoot.Find(static (x, _) => (x - 5, 1), 0, 0, 1));

    [Fact]
    public void Ends_in_the_wrong_order_are_refused() => Assert.Contains("must be finite and in order, but are 2 and 1", Assert.Throws<ArgumentOutOfRangeException>(
        () => MonotoneRoot.Find(static (x, _) => (x, 1), 0, 2, 1)).Message, StringComparison.Ordinal);
}
