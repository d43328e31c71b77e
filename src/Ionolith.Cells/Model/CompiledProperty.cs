using Ionolith.Materials.Laws;
using Ionolith.Numerics.Interpolation;

namespace Ionolith.Cells.Model;

/// <summary>A property with its table at a reference temperature. Immutable: models on several threads share it.</summary>
internal sealed class CompiledProperty
{
    /// <summary>Compiles a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="lower">Lower end of the tabulated range of the composition variable.</param>
    /// <param name="upper">Upper end.</param>
    /// <param name="intervals">Number of intervals of the table.</param>
    /// <param name="temperature">Reference temperature, K.</param>
    /// <param name="tolerance">Relative error above which an interval of the table is left to direct evaluation.</param>
    public CompiledProperty(
        IPropertyFunction function, double lower, double upper, int intervals, double temperature, double tolerance = 1e-6)
    {
        Function = function;
        Reference = temperature;
        lower = Math.Max(lower, function.Domain.Lower);
        upper = Math.Min(upper, function.Domain.Upper);
        Probe = double.IsFinite(lower) && double.IsFinite(upper) ? 0.5 * (lower + upper) : 0.5;
        if (function.DependsOnComposition)
        {
            Table = new UniformTable(lower, upper, intervals, x => Point(x, temperature));
            RefusePoorIntervals(Table, lower, upper, intervals, tolerance);
        }

        IsSeparable = !function.DependsOnTemperature || Table is null || HasCommonFactor(lower, upper);
    }

    /// <summary>The function.</summary>
    public IPropertyFunction Function { get; }

    /// <summary>Reference temperature, K.</summary>
    public double Reference { get; }

    /// <summary>A composition inside the range.</summary>
    public double Probe { get; }

    /// <summary>The table; null where the property is the same at every composition.</summary>
    public UniformTable? Table { get; }

    /// <summary>Whether value(x, T) = value(x, T_ref) g(T).</summary>
    public bool IsSeparable { get; }

    private (double Value, double Slope) Point(double x, double temperature)
    {
        PropertyValue v = Function.Evaluate(x, temperature);
        return (v.Value, v.Slope);
    }

    // An interval whose midpoint is off by more than the tolerance (a pole, a corner) is left to direct evaluation.
    private void RefusePoorIntervals(UniformTable table, double lower, double upper, int intervals, double tolerance)
    {
        double step = (upper - lower) / intervals;
        double[] exact = [.. Enumerable.Range(0, intervals).Select(k => Function.Evaluate(lower + ((k + 0.5) * step), Reference).Value)];
        double[] sizes = [.. exact.Select(Math.Abs).Where(double.IsFinite).Order()];
        double typical = sizes.Length == 0 ? 0 : sizes[sizes.Length / 2];
        for (int k = 0; k < intervals; k++)
        {
            double error = Math.Abs(table.Evaluate(lower + ((k + 0.5) * step), out _) - exact[k]);
            if (!(error <= tolerance * (Math.Abs(exact[k]) + typical)))
            {
                table.Refuse(k);
            }
        }
    }

    private bool HasCommonFactor(double lower, double upper)
    {
        ReadOnlySpan<double> temperatures = [Reference - 30, Reference + 25, Reference + 60];
        foreach (double t in temperatures)
        {
            double first = double.NaN;
            for (int k = 1; k < 8; k++)
            {
                double x = lower + ((upper - lower) * k / 8);
                double ratio = Function.Evaluate(x, t).Value / Function.Evaluate(x, Reference).Value;
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
