using System.Globalization;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.MaterialProperties;

/// <summary>Open-circuit potential of a host against lithium, with its entropic change of temperature.</summary>
internal static class OpenCircuitPotential
{
    public static readonly MaterialProperty Property = new("open-circuit-potential", QuantityKinds.Voltage, Of) { NeedsStoichiometry = true };

    private static double Of(LibraryMaterial material, PropertyConditions at)
    {
        var host = MaterialProperty.Active(material);
        double x = at.Stoichiometry ?? double.NaN;
        var (lower, upper) = host.StoichiometryWindow;
        if (x < lower || x > upper)
        {
            throw new MeasurementException(string.Create(CultureInfo.InvariantCulture, $"x = {x} is outside the stoichiometry window of {material.Id}, {lower} to {upper}"));
        }

        return host.OpenCircuitPotential.Evaluate(x, at.Temperature).Value
            + (host.EntropicCoefficient.Evaluate(x, at.Temperature).Value * (at.Temperature - host.ReferenceTemperature));
    }
}
