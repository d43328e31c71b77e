namespace Ionolith.Materials.Laws;

/// <summary>A property that is the same at every composition and temperature.</summary>
/// <param name="Value">The property, SI unit.</param>
public sealed record ConstantFunction(double Value) : IPropertyFunction
{
    /// <inheritdoc/>
    public bool DependsOnComposition => false;

    /// <inheritdoc/>
    public bool DependsOnTemperature => false;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => (double.NegativeInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature) => new(Value, 0, 0);
}
