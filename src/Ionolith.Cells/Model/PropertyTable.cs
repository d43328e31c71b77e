using System.Runtime.Intrinsics;
using Ionolith.Materials.Laws;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <summary>A property compiled for the solver: a table at the reference temperature and a factor for the others.</summary>
/// <remarks>
/// Where value(x, T) = value(x, T_ref) g(T) (a constant, an Arrhenius or a VTF factor on any composition law) the table is scaled;
/// any other function is evaluated directly once the temperature leaves the reference. Near poles, where the table cannot follow,
/// and outside its range, the function is evaluated directly too. Not thread-safe: it holds the current temperature.
/// </remarks>
internal sealed class PropertyTable
{
    private readonly CompiledProperty _compiled;
    private readonly IPropertyFunction _function;
    private double _temperature;
    private double _factor = 1;

    /// <summary>Makes a property ready at its reference temperature.</summary>
    /// <param name="compiled">The compiled property.</param>
    public PropertyTable(CompiledProperty compiled)
    {
        _compiled = compiled;
        _function = compiled.Function;
        _temperature = compiled.Reference;
        PropertyValue probe = _function.Evaluate(compiled.Probe, _temperature);
        Constant = IsConstant ? probe.Value : double.NaN;
        LogSlope = probe.TemperatureSlope / probe.Value;
    }

    /// <summary>Values of the composition variable at which the function exists.</summary>
    public (double Lower, double Upper) Domain => _function.Domain;

    /// <summary>Whether the value is the same at every composition.</summary>
    public bool IsConstant => _compiled.Table is null;

    /// <summary>Value where <see cref="IsConstant"/>, at the current temperature.</summary>
    public double Constant { get; private set; }

    /// <summary>Relative slope to temperature of a constant property at the current temperature, 1/K.</summary>
    public double LogSlope { get; private set; }

    /// <summary>Sets the temperature of the evaluations that follow.</summary>
    /// <param name="temperature">Temperature, K.</param>
    public void SetTemperature(double temperature)
    {
        if (temperature == _temperature || !_function.DependsOnTemperature)
        {
            return;
        }

        _temperature = temperature;
        if (_compiled.IsSeparable)
        {
            PropertyValue now = _function.Evaluate(_compiled.Probe, temperature);
            _factor = now.Value / _function.Evaluate(_compiled.Probe, _compiled.Reference).Value;
            LogSlope = now.TemperatureSlope / now.Value;
            Constant = IsConstant ? now.Value : double.NaN;
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
            return Constant;
        }

        if (_compiled.IsSeparable || _temperature == _compiled.Reference)
        {
            double value = _compiled.Table!.Evaluate(x, out slope);
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

    /// <summary>Evaluates the property along a row, eight elements at a time.</summary>
    /// <param name="x">Row of the composition variable.</param>
    /// <param name="first">Index of its first element.</param>
    /// <param name="values">Row that receives the values.</param>
    /// <param name="slopes">Row that receives the derivatives.</param>
    /// <param name="to">Index of the first element in both.</param>
    /// <param name="count">Number of elements; the rows are long enough for the next multiple of eight.</param>
    public void Evaluate(double[] x, int first, double[] values, double[] slopes, int to, int count)
    {
        if (IsConstant)
        {
            Array.Fill(values, Constant, to, count);
            Array.Clear(slopes, to, count);
            return;
        }

        bool tabulated = _compiled.IsSeparable || _temperature == _compiled.Reference;
        for (int m = 0; m < count; m += Rows.Width)
        {
            if (tabulated)
            {
                Vector512<double> value = _compiled.Table!.Evaluate(Rows.Load(x, first + m), out Vector512<double> slope);
                Rows.Store(value * _factor, values, to + m);
                Rows.Store(slope * _factor, slopes, to + m);
                if (Vector512.EqualsAll(value, value))
                {
                    continue;
                }
            }

            for (int k = m; k < Math.Min(m + Rows.Width, count); k++)
            {
                values[to + k] = Evaluate(x[first + k], out slopes[to + k]);
            }
        }
    }

    /// <summary>Derivative to temperature at the current temperature.</summary>
    /// <param name="x">Composition variable.</param>
    /// <param name="value">Value there, as the evaluation gave it.</param>
    /// <returns>The derivative, per K.</returns>
    public double TemperatureSlope(double x, double value)
    {
        if (!_function.DependsOnTemperature)
        {
            return 0;
        }

        return _compiled.IsSeparable && _temperature != _compiled.Reference
            ? value * LogSlope
            : _function.Evaluate(x, _temperature).TemperatureSlope;
    }
}
