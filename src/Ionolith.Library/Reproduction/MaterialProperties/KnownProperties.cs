namespace Ionolith.Library.Reproduction.MaterialProperties;

/// <summary>All properties that a claim can ask of a material.</summary>
internal static class KnownProperties
{
    public static IReadOnlyList<MaterialProperty> All { get; } =
    [
        Conductivity.Property, TransferenceNumber.Property, Diffusivity.Property, OpenCircuitPotential.Property, BindingEnergy.Property, StabilityWindow.Property,
    ];
}
