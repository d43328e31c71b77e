namespace Ionolith.Numerics.Integration;

/// <summary>Backward differentiation formulas of orders 1 to 5 with variable step, fixed leading coefficient, and dense output.</summary>
/// <remarks>
/// The history holds scaled modified divided differences. Source of the formulas: Brenan, Campbell and Petzold, Numerical Solution
/// of Initial-Value Problems in Differential-Algebraic Equations, SIAM 1996, chapter 5. The matrix is made anew at each step: here
/// a factorisation costs no more than a residual, and thrift leaves Newton errors that spoil the error estimate (docs/decisions).
/// An attempt is not final: <see cref="Commit"/> takes it, <see cref="Retry"/> repeats it with another step, which places an event
/// exactly. Not thread-safe; no allocation after construction.
/// </remarks>
public sealed partial class BdfIntegrator
{
    private const int HighestOrder = 5;
    private const int NewtonIterationLimit = 10;
    private const int GrowthLimit = 3;
    private const double NewtonTolerance = 0.1;
    private const double CyclingTolerance = 0.33;
    private const double SingleIterationTolerance = 0.02;
    private const int SingleIterationsInARow = 8;

    private readonly IImplicitSystem _system;
    private readonly int _size;
    private readonly double[] _history;
    private readonly double[] _y;
    private readonly double[] _derivative;
    private readonly double[] _predicted;
    private readonly double[] _predictedDerivative;
    private readonly double[] _correction;
    private readonly double[] _errorWeights;
    private readonly double[] _newtonWeights;
    private readonly double[] _psi = new double[HighestOrder + 2];
    private readonly double[] _alpha = new double[HighestOrder + 2];
    private readonly double[] _beta = new double[HighestOrder + 2];
    private readonly double[] _sigma = new double[HighestOrder + 2];
    private readonly double[] _gamma = new double[HighestOrder + 2];

    private double _time;
    private double _begin;
    private double _step;
    private double _lastStep;
    private double _shift;
    private double _errorFactor;
    private int _order;
    private int _lastOrder;
    private int _equalSteps;
    private int _taken;
    private bool _starting;
    private double _errorAt;
    private double _errorBelow;
    private int _nextOrder;
    private bool _attempted;
    private double _curvature = double.PositiveInfinity;
    private int _singles;

    /// <summary>Creates an integrator for a system.</summary>
    /// <param name="system">The system.</param>
    /// <exception cref="ArgumentException">The system's size is not a multiple of 8.</exception>
    public BdfIntegrator(IImplicitSystem system)
    {
        if (system.Size % 8 != 0)
        {
            throw new ArgumentException($"The size must be a multiple of 8, but is {system.Size}.", nameof(system));
        }

        _system = system;
        _size = system.Size;
        _history = new double[(HighestOrder + 2) * _size];
        _y = new double[_size];
        _derivative = new double[_size];
        _predicted = new double[_size];
        _predictedDerivative = new double[_size];
        _correction = new double[_size];
        _errorWeights = new double[_size];
        _newtonWeights = new double[_size];
    }

    /// <summary>Whether a step may be taken after one Newton iteration where the next correction is known to be negligible.</summary>
    public bool SingleIterations { get; set; } = true;

    /// <summary>Highest order used, 1 to 5.</summary>
    public int MaximumOrder { get; init; } = HighestOrder;

    /// <summary>Time of the last committed step, or of the attempt under way.</summary>
    public double Time => _time;

    /// <summary>Size of the step that will be tried next, or of the attempt under way.</summary>
    public double Step => _step;

    /// <summary>Order that will be tried next, or of the attempt under way.</summary>
    public int Order => _order;

    /// <summary>Unknowns of the last committed step, or of the attempt under way.</summary>
    public double[] State => _y;

    /// <summary>How fast the unknowns move at the end of the last step, in tolerances per unit of time.</summary>
    public double Speed => HistoryKernels.Norm(_errorWeights, _derivative);

    /// <summary>Steps committed since construction.</summary>
    public long Steps { get; private set; }

    /// <summary>Attempts repeated because of their error.</summary>
    public long ErrorFailures { get; private set; }

    /// <summary>Attempts repeated because Newton's iteration did not converge.</summary>
    public long NewtonFailures { get; private set; }

    /// <summary>Newton iterations.</summary>
    public long NewtonIterations { get; private set; }

    /// <summary>What a start takes over from the steps before it: counts of work, and how many steps in a row had one iteration.</summary>
    public IntegratorCarry Carry
    {
        get => new(Steps, ErrorFailures, NewtonFailures, NewtonIterations, _singles);
        set => (Steps, ErrorFailures, NewtonFailures, NewtonIterations, _singles) =
            (value.Steps, value.ErrorFailures, value.NewtonFailures, value.NewtonIterations, value.SingleIterations);
    }

    /// <summary>Starts, or starts again after a jump, from consistent values.</summary>
    /// <param name="time">Time.</param>
    /// <param name="y">Unknowns.</param>
    /// <param name="derivative">Their derivatives; zero for algebraic unknowns.</param>
    /// <param name="longestStep">Longest first step, s; positive.</param>
    public void Start(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> derivative, double longestStep)
    {
        y.CopyTo(_y);
        y.CopyTo(_history);
        _system.Weigh(_y, _errorWeights, _newtonWeights);
        derivative.CopyTo(_derivative);
        double speed = HistoryKernels.Norm(_errorWeights, _derivative);
        _step = Math.Min(longestStep, speed > 0 ? 0.5 / speed : longestStep);
        for (int i = 0; i < _size; i++)
        {
            _history[_size + i] = _step * derivative[i];
        }

        Array.Clear(_history, 2 * _size, (HighestOrder) * _size);
        _time = time;
        _begin = time;
        _order = 1;
        _lastOrder = 0;
        _lastStep = 0;
        _equalSteps = 0;
        _taken = 0;
        _starting = true;
        _curvature = double.PositiveInfinity;
        _psi[0] = _step;
        _attempted = false;
        StartIntegrals(derivative);
    }

    /// <summary>Tries a step, shortening it until it converges with a small enough error; the result waits for <see cref="Commit"/>.</summary>
    /// <param name="stop">Time beyond which the step must not go.</param>
    /// <returns>How it ended.</returns>
    public StepOutcome Attempt(double stop)
    {
        if (_taken > 0)
        {
            _system.Weigh(_y, _errorWeights, _newtonWeights);
        }

        double left = stop - _time;
        if (_step >= left)
        {
            Resize(left);
        }
        else if (2 * _step > left)
        {
            Resize(0.5 * left);
        }

        int errorFailures = 0;
        double smallest = SmallestStep();
        while (true)
        {
            bool converged = TryStep(SingleIterations);
            double factor = 0.25;
            if (converged)
            {
                if (TestError(out double suggested))
                {
                    return StepOutcome.Success;
                }

                ErrorFailures++;
                errorFailures++;
                _curvature = double.PositiveInfinity;
                factor = errorFailures == 1 ? suggested : factor;
            }
            else
            {
                NewtonFailures++;
            }

            Restore();
            if (converged)
            {
                _order = errorFailures > 2 ? 1 : _nextOrder;
            }

            Resize(factor * _step);
            if (_step < smallest)
            {
                return converged ? StepOutcome.ErrorTooLarge : StepOutcome.NewtonFailed;
            }
        }
    }

    // A share of the time since the start: what went before it, such as years of other steps, does not make the first steps longer. The clock must still see them.
    private double SmallestStep() => Math.Max(1e-13 * Math.Max(_time - _begin, 1e-3), 4 * (Math.BitIncrement(Math.Abs(_time)) - Math.Abs(_time)));

    /// <summary>Repeats the attempt under way with another step; its error is not tested again, so the step should be shorter.</summary>
    /// <param name="time">Time at which the step is to end; after its start.</param>
    /// <returns>Whether Newton's iteration converged.</returns>
    public bool Retry(double time)
    {
        Restore();
        Resize(time - _time);
        bool converged = TryStep(single: false);
        if (converged)
        {
            TestError(out _);
        }

        return converged;
    }

    /// <summary>Takes the attempt under way and chooses order and size of the next step.</summary>
    public void Commit()
    {
        int used = _order;
        int change = _order - _lastOrder;
        _taken++;
        Steps++;
        _lastOrder = _order;
        _lastStep = _step;
        CommitIntegrals();
        if (_nextOrder == _order - 1 || _order == MaximumOrder)
        {
            _starting = false;
        }

        if (_starting)
        {
            if (_taken > 1)
            {
                _order++;
                _step *= 2;
            }
        }
        else
        {
            ChooseOrder(used, change);
        }

        HistoryKernels.Commit(_y, _predicted, _history, _size, used, used < HighestOrder);
        _attempted = false;
    }

    private void Resize(double step)
    {
        if (_taken == 0)
        {
            HistoryKernels.Scale(_history, _size, _size, step / _step);
            _psi[0] = step;
        }

        _step = step;
    }

    private bool TryStep(bool single)
    {
        SetCoefficients();
        _attempted = true;
        HistoryKernels.Predict(_history, _size, _order, _gamma, (_y, _derivative), (_predicted, _predictedDerivative));
        if (!SolveNewton(single))
        {
            return false;
        }

        _system.Complete(_time, _y, _predicted, _predictedDerivative, _shift);
        Integrate();
        return true;
    }

    private void Restore()
    {
        _time -= _step;
        for (int i = 1; i <= _order; i++)
        {
            _psi[i - 1] = _psi[i] - _step;
        }

        for (int i = _equalSteps; i <= _order; i++)
        {
            HistoryKernels.Scale(_history, i * _size, _size, 1 / _beta[i]);
        }

        if (_taken == 0)
        {
            _psi[0] = _step;
        }

        Array.Copy(_history, _y, _size);
        _attempted = false;
    }

    private bool SolveNewton(bool single)
    {
        double previous = 0;
        int grown = 0;
        for (int iteration = 0; iteration < NewtonIterationLimit; iteration++)
        {
            NewtonIterations++;
            if (!_system.Correct(_time, _y, _derivative, _shift, iteration != 1, _correction))
            {
                return false;
            }

            double size = HistoryKernels.Advance(_y, _derivative, _correction, _shift, _newtonWeights);
            if (double.IsNaN(size))
            {
                return false;
            }

            if (_system.IsRough)
            {
                previous = size;
                continue;
            }

            if (iteration == 0)
            {
                if (size <= 1e-4 * NewtonTolerance || (single && IsNegligible(size)))
                {
                    return true;
                }
            }
            else
            {
                double rate = size / previous;
                if (iteration == 1)
                {
                    double curvature = rate / previous;
                    _curvature = double.IsInfinity(_curvature) ? curvature : Math.Max(curvature, 0.7 * _curvature);
                }

                if (rate > 0.9)
                {
                    // Where a law bends sharply within the step, corrections may grow once or twice before they shrink.
                    // Between two bends they may go on for ever; small against the error that a step may have, that ends too.
                    if (size <= 0.1 * NewtonTolerance || ++grown >= GrowthLimit)
                    {
                        return size <= CyclingTolerance;
                    }
                }
                else if (rate / (1 - rate) * size <= NewtonTolerance)
                {
                    return true;
                }
            }

            previous = size;
        }

        return false;
    }

    // With a matrix made at the predicted state the next correction is about curvature times the square of this one; the curvature is
    // measured in every second iteration that is made, and now and then one is made to measure it.
    private bool IsNegligible(double correction)
    {
        if (_curvature * correction * correction <= SingleIterationTolerance && _singles < SingleIterationsInARow && _system.IsSmooth(_y))
        {
            _singles++;
            return true;
        }

        _singles = 0;
        return false;
    }
}
