using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.MaterialProperties;

/// <summary>Transference number of lithium; one in a single-ion conductor.</summary>
internal static class TransferenceNumber
{
    public static readonly MaterialProperty Property = new("transference-number", QuantityKinds.Number, Of);

    private static double Of(LibraryMaterial material, PropertyConditions at) => MaterialProperty.Electrolyte(material).Salt is { } salt
        ? salt.TransferenceNumber.Evaluate(at.Concentration ?? salt.InitialConcentration, at.Temperature).Value
        : 1;
}
