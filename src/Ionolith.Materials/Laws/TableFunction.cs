using Ionolith.Numerics.Interpolation;

namespace Ionolith.Materials.Laws;

/// <summary>A property given as a table over the composition variable, interpolated by a shape-preserving cubic.</summary>
public sealed class TableFunction : IPropertyFunction
{
    /// <summary>Takes the table.</summary>
    /// <param name="composition">Composition variable (1 or mol/m3), strictly increasing, at least two.</param>
    /// <param name="values">Property in SI units, as many.</param>
    /// <exception cref="ArgumentException">The table is not finite, not increasing or too short; tells where.</exception>
    public TableFunction(ReadOnlySpan<double> composition, ReadOnlySpan<double> values) =>
        Curve = new MonotoneCubic(composition, values);

    /// <summary>The interpolant.</summary>
    public MonotoneCubic Curve { get; }

    /// <inheritdoc/>
    public bool DependsOnComposition => true;

    /// <inheritdoc/>
    public bool DependsOnTemperature => false;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => Curve.Domain;

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        var (value, slope) = Curve.Evaluate(composition);
        return new PropertyValue(value, slope, double.IsNaN(value) ? double.NaN : 0);
    }
}
