using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing;

/// <summary>A slow state that a mechanism adds to an interface.</summary>
/// <param name="Name">Name in results: "interphase thickness", "contacted share".</param>
/// <param name="Kind">Kind of quantity; its values are SI.</param>
/// <param name="Initial">Value of a fresh cell, SI.</param>
/// <param name="Scale">Size of a change that matters, SI; positive. The error of the integration is measured by it.</param>
public sealed record AgeingState(string Name, QuantityKind Kind, double Initial, double Scale);
