using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Design;

/// <summary>What a change of one value does to a figure of the stack.</summary>
/// <param name="Parameter">The value.</param>
/// <param name="Down">The figure with the value lowered by the step of the study, SI; NaN where that makes no cell.</param>
/// <param name="Up">The figure with the value raised, SI; NaN where that makes no cell.</param>
/// <param name="Base">The figure as described, SI.</param>
public sealed record SensitivityRow(DesignParameter Parameter, double Down, double Up, double Base)
{
    /// <summary>Largest relative change of the figure, 1.</summary>
    public double Effect => Math.Max(Change(Down), Change(Up));

    private double Change(double value) => double.IsNaN(value) ? 0 : Math.Abs((value / Base) - 1);
}

/// <summary>What one value alone would have to be for a target.</summary>
/// <param name="Parameter">The value.</param>
/// <param name="Factor">Factor on it that reaches the target, 1; NaN if none does.</param>
/// <param name="Text">The value then, with its unit; empty if none does.</param>
/// <param name="Best">Highest figure that was found between a tenth and ten times the value, SI.</param>
/// <param name="BestText">The value at which it was found.</param>
public sealed record TargetChange(DesignParameter Parameter, double Factor, string Text, double Best, string BestText)
{
    /// <summary>Whether the target can be reached by this value alone.</summary>
    public bool Reaches => !double.IsNaN(Factor);
}

/// <summary>Which values of a design matter, and how far each would have to go for a target.</summary>
/// <remarks>Every variant is simulated; the variants run in parallel and share compiled properties.</remarks>
public sealed class SensitivityStudy
{
    private const int Bisections = 10;
    private static readonly double[] Factors = [0.1, 0.18, 0.32, 0.56, 0.75, 0.9, 1.1, 1.33, 1.8, 3.2, 5.6, 10];
    private readonly IReadOnlyList<DesignParameter> _parameters;
    private readonly DesignOptions _options;
    private readonly PropertyCache _cache;

    /// <summary>Prepares a study.</summary>
    /// <param name="parameters">The values to change.</param>
    /// <param name="options">Rates and threads.</param>
    /// <param name="cache">Compiled properties to share; null: none.</param>
    public SensitivityStudy(IReadOnlyList<DesignParameter> parameters, DesignOptions options, PropertyCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(options);
        (_parameters, _options, _cache) = (parameters, options, cache ?? new PropertyCache());
    }

    /// <summary>A figure of the whole stack.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="construction">How the stack is built.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="cancellation">Stops the simulations.</param>
    /// <returns>Its value in SI units.</returns>
    public double Evaluate(CellDescription cell, StackConstruction construction, DesignFigure figure, CancellationToken cancellation = default)
    {
        StackDesign design = figure == DesignFigure.SpecificPower
            ? StackDesign.Of(cell, construction, _options with { RagoneRates = [], Threads = 1 }, _cache, cancellation)
            : StackDesign.OfEnergy(cell, construction, _options, _cache, cancellation);
        return figure switch
        {
            DesignFigure.SpecificEnergy => design.StackLevel.SpecificEnergy,
            DesignFigure.EnergyDensity => design.StackLevel.EnergyDensity,
            _ => design.StackLevel.SpecificPower,
        };
    }

    /// <summary>Changes each value alone, down and up.</summary>
    /// <param name="figure">The figure that is watched.</param>
    /// <param name="baseValue">Its value as described, SI.</param>
    /// <param name="step">Relative change, 1.</param>
    /// <param name="cancellation">Stops the simulations.</param>
    /// <returns>One row a value, the largest effect first.</returns>
    public IReadOnlyList<SensitivityRow> Vary(DesignFigure figure, double baseValue, double step = 0.1, CancellationToken cancellation = default)
    {
        SensitivityRow[] rows = new SensitivityRow[_parameters.Count];
        Parallel.For(0, rows.Length, DesignRuns.Threads(_options.Threads, cancellation), i => rows[i] = new(
            _parameters[i],
            Value(_parameters[i], 1 - step, figure, cancellation),
            Value(_parameters[i], 1 + step, figure, cancellation),
            baseValue));
        return [.. rows.OrderByDescending(r => r.Effect)];
    }

    /// <summary>Finds for each value alone what it would have to be for a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="baseValue">The figure as described, SI.</param>
    /// <param name="cancellation">Stops the simulations.</param>
    /// <returns>One row a value: those that reach the target first, the smallest change first.</returns>
    public IReadOnlyList<TargetChange> Reach(DesignTarget target, double baseValue, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        TargetChange[] rows = new TargetChange[_parameters.Count];
        Parallel.For(
            0, rows.Length, DesignRuns.Threads(_options.Threads, cancellation), i => rows[i] = Reach(_parameters[i], target, baseValue, cancellation));
        return [.. rows.OrderBy(r => r.Reaches ? Math.Abs(Math.Log(r.Factor)) : double.PositiveInfinity).ThenByDescending(r => r.Best)];
    }

    private TargetChange Reach(DesignParameter parameter, DesignTarget target, double baseValue, CancellationToken cancellation)
    {
        List<(double Factor, double Value)> seen = [(1, baseValue)];
        (double factor, double from) = (double.NaN, 1);

        // From the described value outwards on both sides: the nearest change that is enough comes first.
        foreach (double next in Factors.OrderBy(f => Math.Abs(Math.Log(f))))
        {
            double value = Value(parameter, next, target.Figure, cancellation);
            if (double.IsNaN(value))
            {
                continue;
            }

            from = seen.Where(s => s.Factor > 1 == next > 1 || s.Factor == 1).MaxBy(s => Math.Abs(Math.Log(s.Factor))).Factor;
            seen.Add((next, value));
            if (value >= target.Value)
            {
                factor = next;
                break;
            }
        }

        (double Factor, double Value) best = seen.MaxBy(s => s.Value);
        if (double.IsNaN(factor))
        {
            return new(parameter, double.NaN, "", best.Value, TextAt(parameter, best.Factor));
        }

        for (int i = 0; i < Bisections; i++)
        {
            double middle = Math.Sqrt(from * factor);
            (from, factor) = Value(parameter, middle, target.Figure, cancellation) >= target.Value ? (from, middle) : (middle, factor);
        }

        return new(parameter, factor, TextAt(parameter, factor), best.Value, TextAt(parameter, best.Factor));
    }

    private static string TextAt(DesignParameter parameter, double factor) =>
        factor == 1 ? parameter.Text : parameter.Scaled(factor)?.Text ?? "";

    private double Value(DesignParameter parameter, double factor, DesignFigure figure, CancellationToken cancellation) =>
        parameter.Scaled(factor) is { } variant ? Evaluate(variant.Cell, variant.Construction, figure, cancellation) : double.NaN;
}
