using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.MaterialProperties;

/// <summary>Ionic conductivity of an electrolyte; electronic conductivity of an inert solid.</summary>
internal static class Conductivity
{
    public static readonly MaterialProperty Property = new("conductivity", QuantityKinds.Conductivity, Of);

    private static double Of(LibraryMaterial material, PropertyConditions at)
    {
        if (material.Inert is { } solid)
        {
            return solid.Conductivity;
        }

        var electrolyte = MaterialProperty.Electrolyte(material);
        return electrolyte.Conductivity.Evaluate(at.Concentration ?? electrolyte.Salt?.InitialConcentration ?? 0, at.Temperature).Value;
    }
}
