using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.MaterialProperties;

/// <summary>Diffusivity of lithium in a host, or of the salt in an electrolyte.</summary>
internal static class Diffusivity
{
    public static readonly MaterialProperty Property = new("diffusivity", QuantityKinds.Diffusivity, Of);

    private static double Of(LibraryMaterial material, PropertyConditions at)
    {
        if (material.Active is { } host)
        {
            double middle = (host.StoichiometryWindow.Lower + host.StoichiometryWindow.Upper) / 2;
            return host.Diffusivity.Evaluate(at.Stoichiometry ?? middle, at.Temperature).Value;
        }

        var salt = MaterialProperty.Electrolyte(material).Salt
            ?? throw new MeasurementException($"{material.Id} is a single-ion conductor: it has no salt that diffuses");
        return salt.Diffusivity.Evaluate(at.Concentration ?? salt.InitialConcentration, at.Temperature).Value;
    }
}
