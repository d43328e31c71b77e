using Ionolith.Numerics.Interpolation;

namespace Ionolith.Materials.Laws;

/// <summary>A property given as a table over temperature, the same at every composition; NaN outside the table.</summary>
/// <remarks>
/// A property that is positive throughout is interpolated in its logarithm against 1/T, in which Arrhenius behaviour is a straight
/// line; one with other signs is interpolated as it stands against T.
/// </remarks>
public sealed class TemperatureTableFunction : IPropertyFunction
{
    private readonly MonotoneCubic _curve;
    private readonly bool _logarithmic;
    private readonly double _lower;
    private readonly double _upper;

    /// <summary>Takes the table.</summary>
    /// <param name="temperatures">Temperatures, K, strictly increasing and positive, at least two.</param>
    /// <param name="values">Property in SI units, as many.</param>
    /// <exception cref="ArgumentException">The table is not finite, not increasing or too short, or a temperature is not positive.</exception>
    public TemperatureTableFunction(ReadOnlySpan<double> temperatures, ReadOnlySpan<double> values)
    {
        // Checks the table as it was given, so that a message speaks of its own numbers.
        var plain = new MonotoneCubic(temperatures, values);
        if (temperatures[0] <= 0)
        {
            throw new ArgumentException($"A temperature in K must be positive but the table starts at {temperatures[0]}.", nameof(temperatures));
        }

        (_lower, _upper) = plain.Domain;
        double[] y = values.ToArray();
        Points = plain;
        _logarithmic = Array.TrueForAll(y, v => v > 0);
        _curve = _logarithmic
            ? new MonotoneCubic(Array.ConvertAll(temperatures.ToArray(), t => -1 / t), Array.ConvertAll(y, Math.Log))
            : plain;
    }

    /// <inheritdoc/>
    public bool DependsOnComposition => false;

    /// <inheritdoc/>
    public bool DependsOnTemperature => true;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The table as it was given: temperatures in K, property in SI units.</summary>
    public MonotoneCubic Points { get; }

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        if (!_logarithmic)
        {
            var (value, slope) = _curve.Evaluate(temperature);
            return new PropertyValue(value, double.IsNaN(value) ? double.NaN : 0, slope);
        }

        var (logarithm, logarithmicSlope) = _curve.Evaluate(-1 / temperature);
        double v = Math.Exp(logarithm);
        return new PropertyValue(v, double.IsNaN(v) ? double.NaN : 0, v * logarithmicSlope / (temperature * temperature));
    }
}
