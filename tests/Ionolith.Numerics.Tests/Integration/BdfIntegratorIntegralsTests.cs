using Ionolith.Numerics.Integration;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests.Integration;

public sealed class BdfIntegratorIntegralsTests
{
    // y = t, which every step has exactly, however long it is.
    private static DenseSystem Clock(Func<double, double[], double> rate) => new(1, (_, _, f) => f[0] = 1, (_, _) => new double[1, 1])
    {
        AbsoluteTolerance = [1],
        Rate = rate,
    };

    [Fact]
    public void What_is_integrated_is_of_third_order_where_the_unknowns_are_straight_lines()
    {
        BdfIntegrator integrator = Clock((_, y) => y[0] * y[0]).Start([0], [1], longestStep: 0.1);
        DenseSystem.Advance(integrator, 10);
        Tolerance.Relative(1000 / 3.0, integrator.State[^1], 1e-6, "integral of t^2");
        Assert.True(integrator.Steps < 20, $"{integrator.Steps} steps: they are not long, so that the test says nothing.");
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-8)]
    public void An_integral_of_a_curve_is_as_good_as_the_curve(double tolerance)
    {
        DenseSystem decay = new(1, (_, y, f) => f[0] = -y[0], (_, _) => new[,] { { -1.0 } })
        {
            RelativeTolerance = tolerance,
            AbsoluteTolerance = [1e-3 * tolerance],
            Rate = (_, y) => y[0],
        };
        BdfIntegrator integrator = decay.Start([1], [-1], 1e-6);
        DenseSystem.Advance(integrator, 5);
        Tolerance.Relative(1 - Math.Exp(-5), integrator.State[^1], 20 * tolerance, "integral of e^-t");
    }

    [Fact]
    public void Beyond_a_corner_nothing_of_what_went_before_counts()
    {
        BdfIntegrator integrator = Clock((t, _) => Math.Abs(t - 1)).Start([0], [1]);
        DenseSystem.Advance(integrator, 1);
        integrator.Corner();
        DenseSystem.Advance(integrator, 3);
        Tolerance.Relative(0.5 + 2, integrator.State[^1], 1e-12, "integral of |t - 1|");
    }

    [Fact]
    public void A_step_that_is_tried_again_is_integrated_once()
    {
        BdfIntegrator integrator = Clock((_, y) => 3 * y[0]).Start([0], [1]);
        DenseSystem.Advance(integrator, 4, () => Assert.True(integrator.Retry(integrator.Time - (0.3 * integrator.Step))));
        Tolerance.Relative(24, integrator.State[^1], 1e-12, "integral of 3 t");
    }
}
