using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.MaterialProperties;

/// <summary>Binding energy of lithium in a host, as its file states it.</summary>
internal static class BindingEnergy
{
    public static readonly MaterialProperty Property =
        new("binding-energy", QuantityKinds.MolarEnergy, static (material, _) => ValueInFile.Of(material, "binding-energy", QuantityKinds.MolarEnergy));
}
