using Ionolith.Numerics.Integration;
using Xunit;

namespace Ionolith.Numerics.Tests.Integration;

public sealed class Rosenbrock23Tests
{
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    public void A_swinging_pair_stays_within_some_tolerances(double tolerance)
    {
        double[] y = [1, 0];
        bool done = new Rosenbrock23(2).Integrate((_, u, f) => (f[0], f[1]) = (u[1], -u[0]), 0, 5, y, [1.0, 1.0], tolerance);
        Assert.True(done);

        // Steps of a second-order formula, each within the tolerance, number about tolerance^(-1/3).
        double several = 3 * Math.Pow(tolerance, 2.0 / 3);
        Assert.Equal(Math.Cos(5), y[0], several);
        Assert.Equal(-Math.Sin(5), y[1], several);
    }

    [Fact]
    public void A_tighter_tolerance_brings_the_error_down_with_it()
    {
        double Error(double tolerance)
        {
            double[] y = [1];
            new Rosenbrock23(1).Integrate((t, u, f) => f[0] = -u[0] * Math.Cos(3 * t), 0, 3, y, [1.0], tolerance);
            return Math.Abs(y[0] - Math.Exp(-Math.Sin(9) / 3));
        }

        Assert.True(Error(1e-7) < Error(1e-4) / 30, $"{Error(1e-7)} against {Error(1e-4)}");
    }

    [Fact]
    public void A_stiff_relaxation_takes_few_evaluations()
    {
        int evaluations = 0;
        double[] y = [0];
        bool done = new Rosenbrock23(1).Integrate(
            (t, u, f) =>
            {
                evaluations++;
                f[0] = -1e6 * (u[0] - Math.Cos(t));
            },
            0,
            10,
            y,
            [1.0],
            1e-5);
        Assert.True(done);
        Assert.Equal(Math.Cos(10), y[0], 1e-4);

        // An explicit formula would need 10 million to stay stable.
        Assert.True(evaluations < 10_000, $"{evaluations}");
    }

    [Fact]
    public void Rates_that_end_are_told()
    {
        double[] y = [1];
        Assert.False(new Rosenbrock23(1).Integrate((_, u, f) => f[0] = -1 / u[0], 0, 10, y, [1.0], 1e-6));
    }
}
