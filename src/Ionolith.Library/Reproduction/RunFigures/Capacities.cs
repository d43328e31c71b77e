using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Kind of a capacity on its basis.</summary>
internal static class Capacities
{
    public static QuantityKind Kind(FigureBasis basis) => basis.PerActiveMass ? QuantityKinds.SpecificCapacity : QuantityKinds.ArealCapacity;
}
