using Ionolith.Library.Files;
using Ionolith.Materials;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reading;

/// <summary>Reads the law by which a property that is known at one temperature changes with it.</summary>
/// <remarks>temperature: {arrhenius: "40 kJ/mol", reference: "25 degC"} or {vtf: {b: "704 K", t0: "209 K"}, reference: "60 degC"}.</remarks>
internal static class TemperatureLawReader
{
    private const double Room = 298.15;

    public static IPropertyFunction Apply(MappingReader property, IPropertyFunction function)
    {
        if (property.Section("temperature") is not { } reader)
        {
            return function;
        }

        reader.RequireOneOf(required: true, "arrhenius", "vtf");
        double reference = reader.OptionalQuantity("reference", QuantityKinds.Temperature) ?? Room;
        if (reference <= 0)
        {
            reader.Report("reference", "must be above 0 K");
        }

        if (reader.OptionalQuantity("arrhenius", QuantityKinds.MolarEnergy) is { } energy)
        {
            function = double.IsFinite(energy) && reference > 0 ? new ArrheniusFunction(function, energy, reference) : function;
        }
        else if (reader.Section("vtf") is { } vtf)
        {
            function = ReadVtf(vtf, function, reference);
        }

        reader.Finish();
        return function;
    }

    private static IPropertyFunction ReadVtf(MappingReader reader, IPropertyFunction function, double reference)
    {
        reader.RequireOneOf(required: true, "b", "energy");
        double b = reader.OptionalQuantity("b", QuantityKinds.Kelvins)
            ?? (reader.OptionalQuantity("energy", QuantityKinds.MolarEnergy) ?? double.NaN) / PhysicalConstants.GasConstant;
        double t0 = reader.Quantity("t0", QuantityKinds.Temperature);
        reader.Finish();
        if (b <= 0)
        {
            reader.Report(reader.Has("b") ? "b" : "energy", "must be positive");
        }
        else if (reference <= t0)
        {
            reader.Report("t0", "must lie below the reference temperature");
        }
        else if (double.IsFinite(b) && double.IsFinite(t0) && double.IsFinite(reference))
        {
            return VtfFunction.RelativeTo(function, reference, b, t0);
        }

        return function;
    }
}
