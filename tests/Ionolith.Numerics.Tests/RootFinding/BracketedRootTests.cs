using Ionolith.Numerics.RootFinding;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests.RootFinding;

public sealed class BracketedRootTests
{
    public static TheoryData<Func<double, double>, double, double, double> Functions => new()
    {
        { x => (x * x * x) - 2, 0, 2, Math.Cbrt(2) },
        { x => 2 - (x * x * x), 0, 2, Math.Cbrt(2) },
        { x => Math.Cos(x) - x, 0, 1, 0.739085133215160641655 },
        { x => Math.Exp(-50 * x) - 0.5, -1, 3, Math.Log(2) / 50 },
        { x => Math.Pow(x - 0.3, 9), -1, 2, 0.3 },
        { x => x < 0.7 ? -1 : 1, 0, 1, 0.7 },
        { x => (x - 1e6) * 1e-9, 0, 1e7, 1e6 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_root_is_found_to_the_tolerance(Func<double, double> function, double lower, double upper, double expected) =>
        Tolerance.Relative(expected, BracketedRoot.Find(function, lower, upper, 1e-12), 1e-9);

    [Fact]
    public void A_smooth_function_needs_few_evaluations()
    {
        int calls = 0;
        BracketedRoot.Find(
            x =>
            {
                calls++;
                return Math.Exp(x) - 3;
            },
            0,
            5,
            1e-10);

        Assert.InRange(calls, 3, 14);
    }

    [Fact]
    public void A_small_enough_value_ends_the_search() =>
        Assert.InRange(BracketedRoot.Find(x => x - 0.4, 0, 1, 1e-15, valueTolerance: 1), 0, 1);

    [Fact]
    public void An_end_that_is_the_root_is_returned() => Assert.Equal((0.0, 1.0), (BracketedRoot.Find(x => x, 0, 1, 1e-9), BracketedRoot.Find(x => x - 1, 0, 1, 1e-9)));

    [Fact]
    public void Ends_of_one_sign_or_in_the_wrong_order_are_refused()
    {
        Assert.Contains("opposite signs", Assert.Throws<ArgumentException>(() => BracketedRoot.Find(x => 1 + (x * x), 0, 1, 1e-9)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => BracketedRoot.Find(x => x, 1, 0, 1e-9));
        Assert.Throws<ArgumentOutOfRangeException>(() => BracketedRoot.Find(x => x - 0.5, 0, 1, 0));
        Assert.Contains("no number at", Assert.Throws<ArgumentException>(() => BracketedRoot.Find(x => x is > 0.1 and < 0.9 ? double.NaN : x - 0.5, 0, 1, 1e-9)).Message, StringComparison.Ordinal);
    }
}
