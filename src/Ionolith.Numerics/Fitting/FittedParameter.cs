namespace Ionolith.Numerics.Fitting;

/// <summary>A parameter that was found.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value.</param>
/// <param name="StandardError">Standard error from the covariance; NaN for a parameter at a bound.</param>
/// <param name="Lower">Lower end of the confidence interval; NaN for a parameter at a bound.</param>
/// <param name="Upper">Upper end of the confidence interval; NaN for a parameter at a bound.</param>
/// <param name="AtBound">Whether the parameter was held at a bound: the data want it beyond, and it has no interval.</param>
public sealed record FittedParameter(string Name, double Value, double StandardError, double Lower, double Upper, bool AtBound);
