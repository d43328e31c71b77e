using Ionolith.Numerics.Integration;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests.Integration;

public sealed class BdfIntegratorTests
{
    // Prothero and Robinson: y' = -k (y - cos t) - sin t, exact solution cos t from y(0) = 1, stiff for large k.
    private static DenseSystem Following(double k, double tolerance) => new(
        1, (t, y, f) => f[0] = (-k * (y[0] - Math.Cos(t))) - Math.Sin(t), (_, _) => new[,] { { -k } })
    {
        RelativeTolerance = tolerance,
        AbsoluteTolerance = [1e-3 * tolerance],
    };

    private static DenseSystem Oscillator(double tolerance) => new(
        2, (_, y, f) => (f[0], f[1]) = (y[1], -y[0]), (_, _) => new[,] { { 0.0, 1 }, { -1, 0 } })
    {
        RelativeTolerance = tolerance,
        AbsoluteTolerance = [tolerance],
    };

    // Source: E. Hairer and G. Wanner, Solving Ordinary Differential Equations II, Springer 1996, section IV.10.
    private static DenseSystem Robertson(double tolerance) => new(
        3,
        (_, y, f) =>
        {
            double a = 0.04 * y[0], b = 1e4 * y[1] * y[2], c = 3e7 * y[1] * y[1];
            (f[0], f[1], f[2]) = (b - a, a - b - c, c);
        },
        (_, y) => new[,]
        {
            { -0.04, 1e4 * y[2], 1e4 * y[1] },
            { 0.04, (-1e4 * y[2]) - (6e7 * y[1]), -1e4 * y[1] },
            { 0, 6e7 * y[1], 0 },
        })
    {
        RelativeTolerance = tolerance,
        AbsoluteTolerance = [1e-6 * tolerance, 1e-10 * tolerance, 1e-6 * tolerance],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(1e3)]
    [InlineData(1e8)]
    public void Stiff_linear_problem_follows_its_exact_solution(double k)
    {
        BdfIntegrator integrator = Following(k, 1e-7).Start([1], [0]);
        DenseSystem.Advance(integrator, 10);
        Tolerance.Scaled(Math.Cos(10), integrator.State[0], 1, 1e-6, "y(10)");
        Assert.True(integrator.Steps < 1000, $"{integrator.Steps} steps are far too many for a smooth solution.");
    }

    [Theory]
    [InlineData(1, 1e-3, 1e-6)]
    [InlineData(2, 1e-4, 1e-9)]
    [InlineData(3, 1e-4, 1e-9)]
    [InlineData(4, 1e-4, 1e-10)]
    [InlineData(5, 1e-4, 1e-10)]
    public void Error_falls_with_the_number_of_steps_at_the_order_of_the_formula(int order, double loose, double tight)
    {
        (double coarse, long few) = LargestError(loose);
        (double fine, long many) = LargestError(tight);
        double observed = Math.Log(coarse / fine) / Math.Log((double)many / few);

        // The start at first order weighs more at a loose tolerance: up to one order above the formula's is seen.
        Assert.True(observed > order - 0.15 && observed < order + 1.25, $"errors {coarse:e2}, {fine:e2} in {few}, {many} steps: order {observed:0.00}");
        Assert.True(coarse < 1000 * loose, $"error {coarse:e2} at a tolerance of {loose:e0}");

        (double Error, long Steps) LargestError(double tolerance)
        {
            BdfIntegrator integrator = Oscillator(tolerance).Start([1, 0], [0, -1], maximumOrder: order);
            double worst = 0;
            DenseSystem.Advance(integrator, 5, () => worst = Math.Max(
                worst,
                Math.Abs(integrator.State[0] - Math.Cos(integrator.Time)) + Math.Abs(integrator.State[1] + Math.Sin(integrator.Time))));
            return (worst, integrator.Steps);
        }
    }

    [Fact]
    public void A_start_late_on_the_clock_takes_the_same_short_steps_as_one_at_zero()
    {
        // y' = -k y, k = 1e3/s, started as if it stood still: the first step may last a microsecond, which a clock that shows three years still tells.
        double[] late = Decay(1e8), early = Decay(0);
        Assert.Equal(early, late);

        static double[] Decay(double start)
        {
            DenseSystem system = new(1, (_, y, f) => f[0] = -1e3 * y[0], (_, _) => new[,] { { -1e3 } }) { RelativeTolerance = 1e-3, AbsoluteTolerance = [1e-6] };
            BdfIntegrator integrator = new(system);
            integrator.Start(start, [1, 0, 0, 0, 0, 0, 0, 0], new double[8], 1);
            for (int step = 0; step < 30; step++)
            {
                Assert.Equal(StepOutcome.Success, integrator.Attempt(start + 1000));
                integrator.Commit();
            }

            return [.. integrator.State];
        }
    }

    [Fact]
    public void Higher_orders_need_fewer_steps()
    {
        long[] steps = [.. Enumerable.Range(1, 5).Select(order =>
        {
            BdfIntegrator integrator = Oscillator(1e-6).Start([1, 0], [0, -1], maximumOrder: order);
            DenseSystem.Advance(integrator, 5);
            return integrator.Steps;
        })];
        Assert.True(steps[0] > 4 * steps[1] && steps[1] > 2 * steps[2] && steps[2] > steps[3], string.Join(", ", steps));
    }

    [Fact]
    public void Robertsons_reaction_keeps_its_mass_to_round_off_and_reaches_the_published_solution()
    {
        BdfIntegrator integrator = Robertson(1e-8).Start([1, 0, 0], [-0.04, 0.04, 0], 1e-6);
        double worst = 0;
        DenseSystem.Advance(integrator, 1e11, () =>
            worst = Math.Max(worst, Math.Abs(integrator.State[0] + integrator.State[1] + integrator.State[2] - 1)));
        Tolerance.Below(1e-13, worst, "mass that appeared");

        // Source: F. Mazzia and C. Magherini, Test Set for Initial Value Problem Solvers, release 2.4 (2008), problem ROBER, t = 1e11.
        Tolerance.Relative(0.2083340149701255e-7, integrator.State[0], 1e-5, "y1");
        Tolerance.Relative(0.8333360770334713e-13, integrator.State[1], 1e-5, "y2");
        Tolerance.Relative(0.9999999791665050, integrator.State[2], 1e-12, "y3");
    }

    [Fact]
    public void Index_one_system_keeps_its_algebraic_equation_at_every_step()
    {
        // y' = -z, 0 = z - y^2: y = 1/(1 + t).
        DenseSystem system = new(
            2,
            (_, y, f) => (f[0], f[1]) = (-y[1], y[1] - (y[0] * y[0])),
            (_, y) => new[,] { { 0, -1 }, { -2 * y[0], 1 } },
            1)
        { RelativeTolerance = 1e-8, AbsoluteTolerance = [1e-12] };
        BdfIntegrator integrator = system.Start([1, 1], [-1, 0]);
        double worst = 0;
        DenseSystem.Advance(integrator, 9, () =>
            worst = Math.Max(worst, Math.Abs(integrator.State[1] - (integrator.State[0] * integrator.State[0]))));
        Tolerance.Relative(0.1, integrator.State[0], 1e-6, "y(9)");
        Tolerance.Relative(0.01, integrator.State[1], 1e-6, "z(9)");
        Tolerance.Below(1e-9, worst, "defect of the algebraic equation");
    }

    [Fact]
    public void Linear_invariants_are_kept_to_round_off_over_thousands_of_steps()
    {
        // A chain of compartments with exchange rates from 1e-3 to 1e5, built from differences as every flux of the models is.
        const int n = 16;
        Random random = new(5);
        double[] exchange = [.. Enumerable.Range(0, n - 1).Select(_ => Math.Pow(10, (8 * random.NextDouble()) - 3))];
        double[,] rates = new double[n, n];
        for (int i = 0; i + 1 < n; i++)
        {
            rates[i, i] -= exchange[i];
            rates[i, i + 1] += exchange[i];
            rates[i + 1, i] += exchange[i];
            rates[i + 1, i + 1] -= exchange[i];
        }

        DenseSystem system = new(n, Right, (_, _) => rates) { RelativeTolerance = 1e-6, AbsoluteTolerance = [1e-9] };
        double[] y0 = new double[n], d0 = new double[n];
        y0[0] = 1;
        Right(0, y0, d0);
        BdfIntegrator integrator = system.Start(y0, d0);
        double worst = 0;
        for (int restart = 0; restart < 40; restart++)
        {
            DenseSystem.Advance(integrator, (restart + 1) * 1.0, () => worst = Math.Max(worst, Math.Abs(integrator.State.Sum() - 1)));
        }

        Tolerance.Below(1e-13, worst, "content that appeared");

        void Right(double t, double[] y, double[] f)
        {
            Array.Clear(f);
            for (int i = 0; i + 1 < n; i++)
            {
                double flux = exchange[i] * (y[i + 1] - y[i]);
                f[i] += flux;
                f[i + 1] -= flux;
            }
        }
    }

    [Fact]
    public void Dense_output_meets_both_ends_of_the_step_and_the_solution_between_them()
    {
        const double tolerance = 1e-7;
        BdfIntegrator integrator = Oscillator(tolerance).Start([1, 0], [0, -1]);
        double before = 0, value = 1, worst = 0, ends = 0;
        double[] all = new double[8];
        DenseSystem.Advance(integrator, 6, () =>
        {
            double end = integrator.Time;
            ends = Math.Max(ends, Math.Abs(integrator.Interpolate(end, 0) - integrator.State[0]));
            ends = Math.Max(ends, Math.Abs(integrator.Interpolate(before, 0) - value));
            for (int k = 1; k < 4; k++)
            {
                double t = before + (0.25 * k * (end - before));
                integrator.Interpolate(t, all);
                Assert.Equal(all[0], integrator.Interpolate(t, 0));
                worst = Math.Max(worst, Math.Abs(all[0] - Math.Cos(t)) + Math.Abs(all[1] + Math.Sin(t)));
            }

            (before, value) = (end, integrator.State[0]);
        });
        Tolerance.Below(1e-13, ends, "mismatch of the polynomial at the ends of the step");
        Tolerance.Below(100 * tolerance, worst, "error between the steps");
    }

    [Fact]
    public void Dense_output_is_the_same_before_and_after_the_step_is_taken()
    {
        BdfIntegrator integrator = Oscillator(1e-6).Start([1, 0], [0, -1]);
        for (int step = 0; step < 40; step++)
        {
            double from = integrator.Time;
            Assert.Equal(StepOutcome.Success, integrator.Attempt(100));
            double middle = 0.5 * (from + integrator.Time), before = integrator.Interpolate(middle, 1);
            integrator.Commit();
            Tolerance.Scaled(before, integrator.Interpolate(middle, 1), 1, 1e-14, $"step {step}");
        }
    }

    [Fact]
    public void Retry_lands_on_the_wanted_time_and_the_integration_goes_on_accurately()
    {
        BdfIntegrator integrator = Oscillator(1e-8).Start([1, 0], [0, -1]);
        Random random = new(3);
        int step = 0;
        while (integrator.Time < 5)
        {
            double from = integrator.Time;
            Assert.Equal(StepOutcome.Success, integrator.Attempt(6));
            if (step++ % 4 == 0)
            {
                // Events shorten a step now and then; here every fourth, by up to a hundred.
                double wanted = from + ((0.01 + (0.98 * random.NextDouble())) * (integrator.Time - from));
                Assert.True(integrator.Retry(wanted));
                Tolerance.Scaled(wanted, integrator.Time, 1, 1e-15, "time");
                Tolerance.Scaled(Math.Cos(wanted), integrator.State[0], 1, 1e-6, "y");
            }

            integrator.Commit();
        }
    }

    [Fact]
    public void A_stop_is_met_without_a_tiny_last_step()
    {
        BdfIntegrator integrator = Oscillator(1e-6).Start([1, 0], [0, -1]);
        double last = 0, smallest = double.PositiveInfinity;
        DenseSystem.Advance(integrator, 3, () =>
        {
            smallest = integrator.Time > 1 ? Math.Min(smallest, integrator.Time - last) : smallest;
            last = integrator.Time;
        });
        Tolerance.Relative(3, integrator.Time, 1e-15, "time");
        Assert.True(smallest > 1e-3, $"smallest step {smallest}");
    }

    [Fact]
    public void A_blow_up_ends_with_a_named_outcome_and_keeps_the_last_good_state()
    {
        // y' = y^2 from 1 is infinite at t = 1.
        DenseSystem system = new(1, (_, y, f) => f[0] = y[0] * y[0], (_, y) => new[,] { { 2 * y[0] } });
        BdfIntegrator integrator = system.Start([1], [1]);
        StepOutcome outcome = StepOutcome.Success;
        for (int i = 0; i < 100_000 && outcome == StepOutcome.Success && integrator.Time < 2; i++)
        {
            outcome = integrator.Attempt(2);
            if (outcome == StepOutcome.Success)
            {
                integrator.Commit();
            }
        }

        Assert.NotEqual(StepOutcome.Success, outcome);
        Assert.True(integrator.Time is > 0.99 and < 1.01, $"time {integrator.Time}");
    }

    [Fact]
    public void A_size_that_does_not_fill_the_lanes_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new BdfIntegrator(new Unpadded()));
        Assert.Contains("multiple of 8", error.Message, StringComparison.Ordinal);
    }

    private sealed class Unpadded : IImplicitSystem
    {
        public int Size => 3;

        public bool Correct(double t, double[] y, double[] derivative, double shift, bool refresh, double[] correction) => false;

        public bool IsSmooth(double[] y) => true;

        public void Complete(double t, double[] y, double[] predicted, double[] predictedDerivative, double shift)
        {
        }

        public void Weigh(double[] y, double[] error, double[] newton)
        {
        }
    }
}
