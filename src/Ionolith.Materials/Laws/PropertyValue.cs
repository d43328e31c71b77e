namespace Ionolith.Materials.Laws;

/// <summary>A property with its partial derivatives, in SI units of the property.</summary>
/// <param name="Value">The property.</param>
/// <param name="Slope">Partial derivative to the composition variable (per 1 or per mol/m3).</param>
/// <param name="TemperatureSlope">Partial derivative to temperature, per K.</param>
public readonly record struct PropertyValue(double Value, double Slope, double TemperatureSlope);
