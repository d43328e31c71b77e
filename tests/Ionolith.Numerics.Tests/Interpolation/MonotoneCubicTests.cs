using FsCheck;
using FsCheck.Fluent;
using Ionolith.Numerics.Interpolation;
using Xunit;

namespace Ionolith.Numerics.Tests.Interpolation;

public sealed class MonotoneCubicTests
{
    [Fact]
    public void It_passes_through_its_points_with_a_continuous_slope()
    {
        double[] x = [0, 0.1, 0.5, 0.6, 1];
        double[] y = [4, 3.5, 3.4, 2, 1.9];
        var curve = new MonotoneCubic(x, y);

        for (int i = 0; i < x.Length; i++)
        {
            Assert.Equal(y[i], curve.Evaluate(x[i]).Value, 14);
        }

        Assert.Equal(curve.Evaluate(0.5 - 1e-12).Slope, curve.Evaluate(0.5 + 1e-12).Slope, 1e-8);
    }

    [Fact]
    public void A_straight_line_and_a_parabola_away_from_its_extremum_are_reproduced()
    {
        double[] x = [0.5, 1, 1.7, 2, 3];
        var line = new MonotoneCubic(x, [.. x.Select(v => 2 - (3 * v))]);
        var parabola = new MonotoneCubic(x, [.. x.Select(v => v * v)]);

        Assert.Equal(2 - (3 * 1.234), line.Evaluate(1.234).Value, 14);
        Assert.Equal(-3, line.Evaluate(1.234).Slope, 13);
        Assert.Equal(1.234 * 1.234, parabola.Evaluate(1.234).Value, 13);
        Assert.Equal(2 * 1.234, parabola.Evaluate(1.234).Slope, 12);
    }

    [Fact]
    public void The_slope_is_the_derivative_of_the_value()
    {
        var curve = new MonotoneCubic([0, 1, 2, 3], [0, 1, 0.5, 4]);
        const double h = 1e-6;
        for (double x = 0.05; x < 3; x += 0.1)
        {
            double difference = (curve.Evaluate(x + h).Value - curve.Evaluate(x - h).Value) / (2 * h);
            Assert.Equal(difference, curve.Evaluate(x).Slope, 1e-7);
        }
    }

    [Fact]
    public void Monotone_data_never_overshoot() =>
        Prop.ForAll<NormalFloat[]>(steps =>
        {
            double[] y = [5, .. steps.Select(s => Math.Abs(Math.IEEERemainder(s.Get, 7)))];
            for (int i = 1; i < y.Length; i++)
            {
                y[i] = y[i - 1] - y[i];
            }

            if (y.Length < 2)
            {
                return true;
            }

            var curve = new MonotoneCubic([.. y.Select((_, i) => (double)i)], y);
            double previous = y[0];
            for (double x = 0; x <= y.Length - 1; x += 0.05)
            {
                double value = curve.Evaluate(x).Value;
                if (value > previous + 1e-12)
                {
                    return false;
                }

                previous = value;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithReplay(1980, 17));

    [Fact]
    public void The_error_falls_with_the_third_power_of_the_spacing_on_a_smooth_monotone_function()
    {
        double Error(int n)
        {
            double[] x = [.. Enumerable.Range(0, n + 1).Select(i => (double)i / n)];
            var curve = new MonotoneCubic(x, [.. x.Select(Math.Exp)]);
            return Enumerable.Range(0, 1000).Max(i => Math.Abs(curve.Evaluate(i / 1000.0).Value - Math.Exp(i / 1000.0)));
        }

        double order = Math.Log2(Error(40) / Error(80));

        Assert.InRange(order, 2.8, 4.2);
    }

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1.0000001)]
    [InlineData(double.NaN)]
    public void Outside_its_range_it_is_not_a_number(double x)
    {
        var (value, slope) = new MonotoneCubic([0, 1], [1, 2]).Evaluate(x);

        Assert.True(double.IsNaN(value) && double.IsNaN(slope));
    }

    [Fact]
    public void Bad_tables_are_refused_with_the_point_that_is_wrong()
    {
        Assert.Contains("point 3 has 1 after 1", Assert.Throws<ArgumentException>(
            () => new MonotoneCubic([0, 1, 1], [1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.Contains("at least 2 points but has 1", Assert.Throws<ArgumentException>(
            () => new MonotoneCubic([0], [1])).Message, StringComparison.Ordinal);
        Assert.Contains("Point 2 of the table", Assert.Throws<ArgumentException>(
            () => new MonotoneCubic([0, 1], [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("3 abscissae and 2 ordinates", Assert.Throws<ArgumentException>(
            () => new MonotoneCubic([0, 1, 2], [1, 2])).Message, StringComparison.Ordinal);
    }
}
