namespace Ionolith.Materials.Laws;

/// <summary>A property function times a constant: effective from bulk values, other units.</summary>
/// <param name="Inner">The function.</param>
/// <param name="Factor">The constant.</param>
public sealed record ScaledFunction(IPropertyFunction Inner, double Factor) : IPropertyFunction
{
    /// <inheritdoc/>
    public bool DependsOnComposition => Inner.DependsOnComposition;

    /// <inheritdoc/>
    public bool DependsOnTemperature => Inner.DependsOnTemperature;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => Inner.Domain;

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        var p = Inner.Evaluate(composition, temperature);
        return new PropertyValue(Factor * p.Value, Factor * p.Slope, Factor * p.TemperatureSlope);
    }
}
