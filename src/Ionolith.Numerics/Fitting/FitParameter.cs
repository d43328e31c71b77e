namespace Ionolith.Numerics.Fitting;

/// <summary>A parameter to be found, with its start and bounds.</summary>
/// <param name="Name">Name, for messages.</param>
/// <param name="Start">Where the search starts; within the bounds.</param>
/// <param name="Lower">Lowest value; may be infinite.</param>
/// <param name="Upper">Highest value, above the lowest; may be infinite.</param>
public sealed record FitParameter(string Name, double Start, double Lower = double.NegativeInfinity, double Upper = double.PositiveInfinity);
