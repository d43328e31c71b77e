namespace Ionolith.Materials.Quantities;

/// <summary>A kind of quantity that a file or a command line can hold: its dimension, an example and the units to print it in.</summary>
/// <param name="Name">Name with its article, as it stands in messages: "a length".</param>
/// <param name="Dimension">Dimension of the values.</param>
/// <param name="Example">A value as one would write it: "30 um".</param>
/// <param name="DisplayUnit">Customary unit for tables: "um".</param>
public sealed record QuantityKind(string Name, Dimension Dimension, string Example, string DisplayUnit);
