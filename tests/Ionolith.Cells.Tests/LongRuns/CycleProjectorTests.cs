using Ionolith.Cells.LongRuns;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>Sums over skipped cycles against those of known series.</summary>
public sealed class CycleProjectorTests
{
    private static CyclePoint Point(int cycle, Func<int, double> state) =>
        new(cycle, [state(cycle) - state(cycle - 1)], [state(cycle - 1) - state(cycle - 2)]);

    private static CycleProjector Of(Func<int, double> state, params int[] cycles)
    {
        CycleProjector projector = new();
        foreach (int cycle in cycles)
        {
            projector.Add(Point(cycle, state));
        }

        return projector;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void Increments_on_a_rising_line_are_predicted_exactly(int jump)
    {
        // s(k) = 3 k + k^2: increments 2 + 2 k.
        static double State(int k) => (3.0 * k) + (k * (double)k);
        double[] sum = Of(State, 5, 20).Predict(jump);
        Tolerance.Relative(State(20 + jump) - State(20), sum[0], 1e-13);
    }

    [Fact]
    public void Increments_on_a_parabola_are_corrected_exactly_and_the_error_is_that_of_the_straight_line()
    {
        static double State(int k) => (0.5 * k) + (k * (double)k * k / 50);
        CycleProjector projector = Of(State, 10, 30);
        const int Jump = 25;
        (double[] sum, double[] error) = projector.Correct(Jump, Point(58, State), projector.Predict(Jump));
        double exact = State(30 + Jump) - State(30);
        Tolerance.Relative(exact, sum[0], 1e-12);
        double first = State(30) - State(29), last = State(58) - State(57), straight = 0;
        for (int t = 1; t <= Jump; t++)
        {
            straight += first + (t * (last - first) / 28);
        }

        Tolerance.Scaled(exact - straight, error[0], exact, 1e-12);
    }

    [Fact]
    public void Fading_growth_does_not_turn_into_shrinking()
    {
        static double State(int k) => Math.Sqrt(k);
        double[] sum = Of(State, 10, 20).Predict(200);
        Assert.InRange(sum[0], 0.1, Math.Sqrt(220) - Math.Sqrt(20));
    }

    [Fact]
    public void What_relaxes_within_a_few_cycles_goes_to_its_end_and_is_left_there()
    {
        static double State(int k) => 4 - Math.Pow(0.5, k);
        CycleProjector projector = Of(State, 6, 7);
        double[] sum = projector.Predict(100);
        Tolerance.Relative(4 - State(7), sum[0], 1e-12);
        (double[] corrected, double[] error) = projector.Correct(100, Point(109, State), sum);
        Assert.Equal(sum[0], corrected[0]);
        Assert.Equal(0, error[0]);
    }

    [Fact]
    public void Only_a_point_that_is_far_enough_back_gives_a_slope()
    {
        // A step in the increments right before the jump counts little where the slope is taken over a longer time.
        static double State(int k) => k <= 19 ? k : 19 + (1.01 * (k - 19));
        Assert.InRange(Of(State, 8, 18, 19, 20).Predict(30)[0], 30, 31.2);
    }

    [Fact]
    public void A_cubic_between_cycles_meets_its_ends_rises_where_they_do_and_leaves_what_is_constant()
    {
        double before = double.NegativeInfinity;
        for (int n = 10; n <= 30; n++)
        {
            double y = BetweenCycles.At((2, 0), (10, 4), (30, 5), n);
            Assert.True(y > before, $"{n}: {y}");
            Assert.InRange(y, 4, 5);
            Assert.Equal(0.1 + 0.2, BetweenCycles.At((2, 1), (10, 0.1 + 0.2), (30, 0.1 + 0.2), n));
            before = y;
        }

        Assert.Equal(4, BetweenCycles.At((2, 0), (10, 4), (30, 5), 10));
        Assert.Equal(5, BetweenCycles.At((2, 0), (10, 4), (30, 5), 30));
        Assert.True(double.IsNaN(BetweenCycles.At((2, 0), (10, double.NaN), (30, 5), 20)));
    }

    [Fact]
    public void A_cubic_follows_a_line()
    {
        for (int n = 10; n <= 30; n++)
        {
            Tolerance.Relative(3 + (0.7 * n), BetweenCycles.At((4, 3 + (0.7 * 4)), (10, 10), (30, 24), n), 1e-13);
        }
    }
}
