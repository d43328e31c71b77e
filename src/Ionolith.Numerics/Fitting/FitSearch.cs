namespace Ionolith.Numerics.Fitting;

/// <summary>One search: the point reached, its residuals and derivatives, and a damped step from it. Not thread-safe.</summary>
internal sealed class FitSearch
{
    private readonly IFitModel _model;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly NormalEquations _equations;
    private readonly double[] _jacobian;
    private readonly double[] _trialJacobian;
    private readonly double[] _trialResiduals;
    private readonly double[] _trial;
    private readonly double[] _step;
    private readonly bool[] _free;

    public FitSearch(IFitModel model, double[] x, double[] y, IReadOnlyList<FitParameter> parameters)
    {
        int count = parameters.Count;
        _model = model;
        _x = x;
        _y = y;
        Parameters = parameters;
        _equations = new NormalEquations(count);
        _jacobian = new double[x.Length * count];
        _trialJacobian = new double[x.Length * count];
        _trialResiduals = new double[x.Length];
        Residuals = new double[x.Length];
        _trial = new double[count];
        _step = new double[count];
        _free = new bool[count];
        Point = [.. parameters.Select(p => p.Start)];
        Cost = Evaluate(Point, Residuals, _jacobian);
        Assemble();
    }

    public IReadOnlyList<FitParameter> Parameters { get; }

    public double[] Point { get; }

    public double[] Residuals { get; }

    /// <summary>Sum of the squared residuals.</summary>
    public double Cost { get; private set; }

    /// <summary>Whether a parameter moves; one at a bound that is drawn beyond it does not.</summary>
    public bool IsFree(int parameter) => _free[parameter];

    /// <summary>Tries a step and takes it if the cost falls.</summary>
    /// <returns>Largest step relative to the parameter's own standard error scale and size.</returns>
    public double TryStep(double damping)
    {
        int undetermined = _equations.Factorise(damping, _free);
        if (undetermined >= 0)
        {
            throw Undetermined(undetermined);
        }

        _equations.Solve(_equations.Right, _step);
        double largest = 0;
        for (int i = 0; i < Point.Length; i++)
        {
            _trial[i] = Math.Clamp(Point[i] + _step[i], Parameters[i].Lower, Parameters[i].Upper);

            // A step is small if it is small against the parameter, or changes the residuals by next to nothing.
            double change = Math.Abs(_trial[i] - Point[i]);
            double relative = change / Math.Max(Math.Abs(Point[i]), 1e-300);
            double effect = change * Math.Sqrt(_equations.Matrix[(i * Point.Length) + i] / Math.Max(Cost, 1e-300));
            largest = Math.Max(largest, Math.Min(relative, effect));
        }

        double cost = Evaluate(_trial, _trialResiduals, _trialJacobian);
        if (cost < Cost)
        {
            Cost = cost;
            _trial.CopyTo(Point, 0);
            _trialResiduals.CopyTo(Residuals, 0);
            _trialJacobian.CopyTo(_jacobian, 0);
            Assemble();
        }

        return largest;
    }

    /// <summary>Covariance of the parameters for residuals of unit standard deviation, row by row.</summary>
    /// <exception cref="FitException">The data do not determine a parameter.</exception>
    public double[][] UnitCovariance()
    {
        int undetermined = _equations.Factorise(0, _free);
        if (undetermined >= 0)
        {
            throw Undetermined(undetermined);
        }

        double[][] covariance = new double[Point.Length][];
        double[] unit = new double[Point.Length];
        for (int i = 0; i < covariance.Length; i++)
        {
            Array.Clear(unit);
            unit[i] = 1;
            covariance[i] = new double[Point.Length];
            _equations.Solve(unit, covariance[i]);
        }

        return covariance;
    }

    private FitException Undetermined(int parameter) => new(
        $"The data do not determine {Parameters[parameter].Name}: it has no effect of its own on the {_x.Length} points.");

    private double Evaluate(double[] point, double[] residuals, double[] jacobian)
    {
        double cost = 0;
        for (int k = 0; k < _x.Length; k++)
        {
            residuals[k] = _y[k] - _model.Evaluate(_x[k], point, jacobian.AsSpan(k * point.Length, point.Length));
            cost += residuals[k] * residuals[k];
        }

        return double.IsFinite(cost) ? cost : double.PositiveInfinity;
    }

    private void Assemble()
    {
        int count = Point.Length;
        Array.Clear(_equations.Matrix);
        Array.Clear(_equations.Right);
        for (int k = 0; k < _x.Length; k++)
        {
            var row = _jacobian.AsSpan(k * count, count);
            for (int i = 0; i < count; i++)
            {
                _equations.Right[i] += row[i] * Residuals[k];
                for (int j = 0; j <= i; j++)
                {
                    _equations.Matrix[(i * count) + j] += row[i] * row[j];
                }
            }
        }

        for (int i = 0; i < count; i++)
        {
            bool beyond = _equations.Right[i] > 0 ? Point[i] >= Parameters[i].Upper : Point[i] <= Parameters[i].Lower;
            _free[i] = !beyond;
        }
    }
}
