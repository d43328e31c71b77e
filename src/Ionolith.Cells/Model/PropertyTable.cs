using Ionolith.Materials.Laws;
using Ionolith.Numerics.Interpolation;

namespace Ionolith.Cells.Model;

/// <summary>A property compiled for the solver: a table at the reference temperature and a factor for the others.</summary>
/// <remarks>
/// Where value(x, T) = value(x, T_ref) g(T) (a constant, an Arrhenius or a VTF factor on any composition law) the table is scaled;
/// any other function is evaluated directly once the temperature leaves the reference. Near poles, where the table cannot follow,
/// and outside its range, the function is evaluated directly too. Not thread-safe: it holds the current temperature.
/// </remarks>
internal sealed class PropertyTable
{
    private readonly IPropertyFunction _function;
    private readonly UniformTable? _table;
    private readonly bool _separable;
    private readonly double _reference;
    private readonly double _probe;
    private double _temperature;
    private double _factor = 1;
    private double _logSlope;
    private double _constant;

    /// <summary>Compiles a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="lower">Lower end of the tabulated range of the composition variable.</param>
    /// <param name="upper">Upper end.</param>
    /// <param name="intervals">Number of intervals of the table.</param>
    /// <param name="temperature">Reference temperature, K.</param>
    public PropertyTable(IPropertyFunction function, double lower, double upper, int intervals, double temperature)
    {
        _function = function;
        _reference = temperature;
        _temperature = temperature;
        lower = Math.Max(lower, function.Domain.Lower);
        upper = Math.Min(upper, function.Domain.Upper);
        _probe = double.IsFinite(lower) && double.IsFinite(upper) ? 0.5 * (lower + upper) : 0.5;
        IsConstant = !function.DependsOnComposition;
        PropertyValue probe = function.Evaluate(_probe, temperature);
        _constant = IsConstant ? probe.Value : double.NaN;
        _logSlope = probe.TemperatureSlope / probe.Value;
        if (!IsConstant)
        {
            _table = new UniformTable(lower, upper, intervals, x => Point(x, temperature));
            RefusePoorIntervals(_table, lower, upper, intervals);
        }

        _separable = !function.DependsOnTemperature || IsConstant || IsSeparable(lower, upper);
    }

    /// <summary>Whether the value is the same at every composition.</summary>
    public bool IsConstant { get; }

    /// <summary>Value where <see cref="IsConstant"/>, at the current temperature.</summary>
    public double Constant => _constant;

    /// <summary>Relative slope to temperature of a constant property at the current temperature, 1/K.</summary>
    public double LogSlope => _logSlope;

    /// <summary>Sets the temperature of the evaluations that follow.</summary>
    /// <param name="temperature">Temperature, K.</param>
    public void SetTemperature(double temperature)
    {
        if (temperature == _temperature || !_function.DependsOnTemperature)
        {
            return;
        }

        _temperature = temperature;
        if (_separable)
        {
            PropertyValue now = _function.Evaluate(_probe, temperature);
            _factor = now.Value / _function.Evaluate(_probe, _reference).Value;
            _logSlope = now.TemperatureSlope / now.Value;
            _constant = IsConstant ? now.Value : double.NaN;
        }
    }

    /// <summary>Evaluates the property at the current temperature.</summary>
    /// <param name="x">Composition variable.</param>
    /// <param name="slope">Derivative to it.</param>
    /// <returns>Value; NaN outside the function's domain.</returns>
    public double Evaluate(double x, out double slope)
    {
        if (IsConstant)
        {
            slope = 0;
            return _constant;
        }

        if (_separable || _temperature == _reference)
        {
            double value = _table!.Evaluate(x, out slope);
            if (!double.IsNaN(value))
            {
                slope *= _factor;
                return value * _factor;
            }
        }

        PropertyValue direct = _function.Evaluate(x, _temperature);
        slope = direct.Slope;
        return direct.Value;
    }

    /// <summary>Derivative to temperature at the current temperature.</summary>
    /// <param name="x">Composition variable.</param>
    /// <param name="value">Value there, as <see cref="Evaluate"/> gave it.</param>
    /// <returns>The derivative, per K.</returns>
    public double TemperatureSlope(double x, double value)
    {
        if (!_function.DependsOnTemperature)
        {
            return 0;
        }

        return _separable && _temperature != _reference ? value * _logSlope : _function.Evaluate(x, _temperature).TemperatureSlope;
    }

    private (double Value, double Slope) Point(double x, double temperature)
    {
        PropertyValue v = _function.Evaluate(x, temperature);
        return (v.Value, v.Slope);
    }

    // An interval whose midpoint is off by more than a few parts in 1e8 (a pole, a corner) is left to direct evaluation.
    private void RefusePoorIntervals(UniformTable table, double lower, double upper, int intervals)
    {
        double step = (upper - lower) / intervals;
        double[] exact = [.. Enumerable.Range(0, intervals).Select(k => _function.Evaluate(lower + ((k + 0.5) * step), _reference).Value)];
        double[] sizes = [.. exact.Select(Math.Abs).Where(double.IsFinite).Order()];
        double typical = sizes.Length == 0 ? 0 : sizes[sizes.Length / 2];
        for (int k = 0; k < intervals; k++)
        {
            double error = Math.Abs(table.Evaluate(lower + ((k + 0.5) * step), out _) - exact[k]);
            if (!(error <= 1e-8 * (Math.Abs(exact[k]) + typical)))
            {
                table.Refuse(k);
            }
        }
    }

    private bool IsSeparable(double lower, double upper)
    {
        ReadOnlySpan<double> temperatures = [_reference - 30, _reference + 25, _reference + 60];
        foreach (double t in temperatures)
        {
            double first = double.NaN;
            for (int k = 1; k < 8; k++)
            {
                double x = lower + ((upper - lower) * k / 8);
                double ratio = _function.Evaluate(x, t).Value / _function.Evaluate(x, _reference).Value;
                first = k == 1 ? ratio : first;
                if (!(Math.Abs(ratio - first) <= 1e-12 * Math.Abs(first)))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
