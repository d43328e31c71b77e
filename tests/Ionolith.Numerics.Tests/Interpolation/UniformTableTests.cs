using Ionolith.Numerics.Interpolation;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests.Interpolation;

public sealed class UniformTableTests
{
    private static UniformTable Sine(int intervals) => new(0.5, 3, intervals, x => (Math.Sin(x), Math.Cos(x)));

    [Fact]
    public void Value_converges_with_order_four_and_slope_with_order_three()
    {
        double[] at = [.. Enumerable.Range(0, 997).Select(i => 0.5 + (2.5 * (i + 0.37) / 997))];
        ConvergenceStudy.Of(8, 4, n => at.Max(x => Math.Abs(Sine(n).Evaluate(x, out _) - Math.Sin(x)))).HasOrder(4);
        ConvergenceStudy.Of(8, 4, n => at.Max(x =>
        {
            Sine(n).Evaluate(x, out double slope);
            return Math.Abs(slope - Math.Cos(x));
        })).HasOrder(3);
    }

    [Fact]
    public void A_cubic_is_reproduced()
    {
        UniformTable table = new(-1, 2, 5, x => ((x * x * x) - (2 * x), (3 * x * x) - 2));
        for (double x = -1; x <= 2; x += 0.0371)
        {
            Tolerance.Scaled((x * x * x) - (2 * x), table.Evaluate(x, out double slope), 1, 1e-14);
            Tolerance.Scaled((3 * x * x) - 2, slope, 1, 1e-13);
        }
    }

    [Fact]
    public void Both_ends_belong_to_the_range_and_nothing_beyond_does()
    {
        UniformTable table = Sine(16);
        Tolerance.Relative(Math.Sin(0.5), table.Evaluate(0.5, out _), 1e-15);
        Tolerance.Relative(Math.Sin(3), table.Evaluate(3, out double last), 1e-14);
        Tolerance.Relative(Math.Cos(3), last, 1e-13);
        foreach (double x in new[] { 0.5 - 1e-12, 3 + 1e-12, -100, 1e300, double.PositiveInfinity, double.NegativeInfinity, double.NaN })
        {
            Assert.True(double.IsNaN(table.Evaluate(x, out double slope)), $"{x}");
            Assert.True(double.IsNaN(slope), $"slope at {x}");
        }
    }

    [Fact]
    public void A_refused_interval_gives_no_value_and_its_neighbours_do()
    {
        UniformTable table = new(0, 4, 4, x => (x, 1));
        table.Refuse(2);
        Assert.True(double.IsNaN(table.Evaluate(2.5, out _)));
        Tolerance.Relative(1.5, table.Evaluate(1.5, out _), 1e-15);
        Tolerance.Relative(3.5, table.Evaluate(3.5, out _), 1e-15);
    }

    [Fact]
    public void Empty_ranges_and_missing_intervals_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UniformTable(1, 1, 4, x => (x, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UniformTable(0, double.PositiveInfinity, 4, x => (x, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UniformTable(0, double.NaN, 4, x => (x, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UniformTable(0, 1, 0, x => (x, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sine(4).Refuse(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sine(4).Refuse(-1));
    }
}
