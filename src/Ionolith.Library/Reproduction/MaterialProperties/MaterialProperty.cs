using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Reproduction.MaterialProperties;

/// <summary>A property that a claim can ask of a material.</summary>
/// <param name="Name">Name in a system's file.</param>
/// <param name="Kind">Kind of its values.</param>
/// <param name="Of">Its value at some conditions, SI units.</param>
internal sealed record MaterialProperty(string Name, QuantityKind Kind, Func<LibraryMaterial, PropertyConditions, double> Of)
{
    /// <summary>Whether it is taken at a stoichiometry.</summary>
    public bool NeedsStoichiometry { get; init; }

    /// <summary>The material as an electrolyte.</summary>
    /// <exception cref="MeasurementException">It is none.</exception>
    public static Electrolyte Electrolyte(LibraryMaterial material) =>
        material.Electrolyte ?? throw new MeasurementException($"{material.Id} is of kind {material.Kind}, not an electrolyte");

    /// <summary>The material as a host of lithium.</summary>
    /// <exception cref="MeasurementException">It is none.</exception>
    public static ActiveMaterial Active(LibraryMaterial material) =>
        material.Active ?? throw new MeasurementException($"{material.Id} is of kind {material.Kind}, not an active material");
}
