using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.MaterialProperties;

/// <summary>Width of an electrolyte's electrochemical stability window: oxidation less reduction potential.</summary>
internal static class StabilityWindow
{
    public static readonly MaterialProperty Property = new(
        "stability-window",
        QuantityKinds.Voltage,
        static (material, _) => ValueInFile.Of(material, "stability-window.oxidation", QuantityKinds.Voltage) - ValueInFile.Of(material, "stability-window.reduction", QuantityKinds.Voltage));
}
