using Ionolith.Numerics.Fitting;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests.Fitting;

public sealed class LevenbergMarquardtTests
{
    // Longley-like small line: y = 1 + 2 x with residuals chosen by hand, so that all numbers are known.
    private static readonly double[] X = [0, 1, 2, 3];
    private static readonly double[] Y = [1.1, 2.9, 4.9, 7.1];

    [Fact]
    public void A_line_has_the_parameters_and_errors_of_the_textbook()
    {
        var fit = LevenbergMarquardt.Fit(new Line(), X, Y, [new("level", 0), new("slope", 0)]);

        // Residuals 0.1, -0.1, -0.1, 0.1 are orthogonal to 1 and x: s^2 = 0.04/2, var(slope) = s^2/5, var(level) = s^2 (1/4 + 1.5^2/5).
        Assert.True(fit.Converged);
        Assert.Equal(1, fit.Parameters[0].Value, 1e-9);
        Assert.Equal(2, fit.Parameters[1].Value, 1e-9);
        Tolerance.Relative(Math.Sqrt(0.02), fit.StandardDeviation, 1e-9);
        Tolerance.Relative(Math.Sqrt(0.02 / 5), fit.Parameters[1].StandardError, 1e-9);
        Tolerance.Relative(Math.Sqrt(0.02 * 0.7), fit.Parameters[0].StandardError, 1e-9);
        Tolerance.Relative(4.30265273 * Math.Sqrt(0.02 / 5), fit.Parameters[1].Upper - fit.Parameters[1].Value, 1e-7);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(30, 0.01)]
    [InlineData(0.1, 6)]
    public void An_exponential_is_found_from_far_away(double amplitude, double rate)
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => 0.1 * i)];
        double[] y = [.. x.Select(v => 5 * Math.Exp(-1.7 * v))];
        var fit = LevenbergMarquardt.Fit(new Exponential(), x, y, [new("amplitude", amplitude), new("rate", rate)]);

        Assert.True(fit.Converged);
        Tolerance.Relative(5, fit.Parameters[0].Value, 1e-7);
        Tolerance.Relative(1.7, fit.Parameters[1].Value, 1e-7);
    }

    [Fact]
    public void A_parameter_that_the_data_draw_beyond_its_bound_stays_there_without_an_interval()
    {
        var fit = LevenbergMarquardt.Fit(new Line(), X, Y, [new("level", 0), new("slope", 1, 0, 1.5)]);

        Assert.True(fit.Parameters[1].AtBound);
        Assert.Equal(1.5, fit.Parameters[1].Value);
        Assert.True(double.IsNaN(fit.Parameters[1].Upper));
        Tolerance.Relative(4 - (1.5 * 1.5), fit.Parameters[0].Value, 1e-9);
    }

    [Fact]
    public void A_parameter_that_starts_at_a_bound_leaves_it_if_the_data_want_it_to() => Tolerance.Relative(
        2, LevenbergMarquardt.Fit(new Line(), X, Y, [new("level", 0), new("slope", 0, 0, 5)]).Parameters[1].Value, 1e-9);

    [Fact]
    public void Units_of_the_parameters_do_not_matter()
    {
        var fit = LevenbergMarquardt.Fit(new ScaledLine(), X, Y, [new("level", 0), new("slope", 0)]);

        Tolerance.Relative(2e-15, fit.Parameters[1].Value, 1e-9);
    }

    [Fact]
    public void Data_that_do_not_determine_a_parameter_are_told()
    {
        var error = Assert.Throws<FitException>(() => LevenbergMarquardt.Fit(new Line(), [2, 2, 2], [1, 2, 3], [new("level", 0), new("slope", 0)]));

        Assert.Contains("The data do not determine slope", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        static string Refused<T>(Func<object> action)
            where T : Exception => Assert.Throws<T>(action).Message;

        Assert.Contains("2 parameters need at least 3 points, but there are 2", Refused<FitException>(
            () => LevenbergMarquardt.Fit(new Line(), [1, 2], [1, 2], [new("level", 0), new("slope", 0)])), StringComparison.Ordinal);
        Assert.Contains("point 2 is (2, NaN)", Refused<ArgumentException>(
            () => LevenbergMarquardt.Fit(new Line(), [1, 2, 3], [1, double.NaN, 3], [new("level", 0), new("slope", 0)])), StringComparison.Ordinal);
        Assert.Contains("slope starts at 3, which must be finite and within its bounds 0 and 1", Refused<ArgumentException>(
            () => LevenbergMarquardt.Fit(new Line(), X, Y, [new("level", 0), new("slope", 3, 0, 1)])), StringComparison.Ordinal);
        Assert.Contains("as many values as points, but there are 4 and 1", Refused<ArgumentException>(
            () => LevenbergMarquardt.Fit(new Line(), [1], Y, [new("level", 0)])), StringComparison.Ordinal);
        Assert.Contains("no finite value at every point", Refused<FitException>(
            () => LevenbergMarquardt.Fit(new Exponential(), X, Y, [new("amplitude", 1e300), new("rate", -1e3)])), StringComparison.Ordinal);
    }

    private sealed class Line : IFitModel
    {
        public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            gradient[0] = 1;
            gradient[1] = x;
            return parameters[0] + (parameters[1] * x);
        }
    }

    private sealed class ScaledLine : IFitModel
    {
        public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            gradient[0] = 1;
            gradient[1] = 1e15 * x;
            return parameters[0] + (parameters[1] * 1e15 * x);
        }
    }

    private sealed class Exponential : IFitModel
    {
        public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            gradient[0] = Math.Exp(-parameters[1] * x);
            gradient[1] = -parameters[0] * x * gradient[0];
            return parameters[0] * gradient[0];
        }
    }
}
