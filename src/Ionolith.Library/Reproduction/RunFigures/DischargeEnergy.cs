using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Energy that the last discharge delivers.</summary>
internal static class DischargeEnergy
{
    public static readonly RunFigure Figure = new(
        "discharge-energy",
        static basis => basis.PerActiveMass ? QuantityKinds.SpecificEnergy : QuantityKinds.ArealEnergy,
        static (result, basis) => basis.Related(Stretch.Last(result, discharge: true).Energy, result.Cell))
    {
        DefaultPer = "active-mass",
    };
}
