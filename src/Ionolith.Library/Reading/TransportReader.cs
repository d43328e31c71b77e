using Ionolith.Library.LawForms;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reading;

/// <summary>Reads how much worse a porous layer conducts than its pure phases.</summary>
internal static class TransportReader
{
    /// <summary>What "of" takes from another material for an electronic conductivity.</summary>
    private static readonly PropertyContext Conductivity = new("conductivity", QuantityKinds.Conductivity, "x");

    /// <summary>Effective over pure ionic transport: eps^b, eps over the tortuosity factor, or the value itself.</summary>
    /// <param name="reader">The mapping with tortuosity or transport-efficiency.</param>
    /// <param name="fraction">Volume fraction eps of the conductor.</param>
    /// <param name="required">Whether a layer without either is a mistake; otherwise its efficiency is its fraction.</param>
    /// <param name="network">Reads the efficiency from a voxel network of the layer; null where it has none.</param>
    public static double Efficiency(MappingReader reader, double fraction, bool required, Func<MappingReader, double>? network = null)
    {
        reader.RequireOneOf(required, "tortuosity", "transport-efficiency");
        if (reader.OptionalQuantity("transport-efficiency", QuantityKinds.Number) is { } efficiency)
        {
            return efficiency;
        }

        if (reader.Section("tortuosity") is not { } tortuosity)
        {
            return reader.Has("tortuosity") || required ? double.NaN : fraction;
        }

        if (network is null)
        {
            tortuosity.RequireOneOf(required: true, "bruggeman", "factor");
        }
        else
        {
            tortuosity.RequireOneOf(required: true, "bruggeman", "factor", "network");
            if (tortuosity.Section("network") is { } section)
            {
                tortuosity.Finish();
                return network(section);
            }
        }

        double? exponent = tortuosity.OptionalQuantity("bruggeman", QuantityKinds.Number);
        double? factor = tortuosity.OptionalQuantity("factor", QuantityKinds.Number);
        tortuosity.Finish();
        if (exponent < 1)
        {
            tortuosity.Report("bruggeman", $"must be at least 1 but is {exponent}");
        }

        if (factor < 1)
        {
            tortuosity.Report("factor", $"must be at least 1 but is {factor}");
        }

        return exponent is { } b ? Math.Pow(fraction, b) : fraction / (factor ?? double.NaN);
    }

    /// <summary>Effective electronic conductivity: given as such, or {bulk: ..., bruggeman: 1.5, fraction: solid}.</summary>
    /// <param name="electrode">The electrode.</param>
    /// <param name="active">Volume fraction of the active materials.</param>
    /// <param name="solid">Volume fraction of all solids but the electrolyte.</param>
    public static IPropertyFunction ElectronicConductivity(MappingReader electrode, double active, double solid)
    {
        const string key = "electronic-conductivity";
        if (electrode.Know(key) is not Files.MappingNode mapping || mapping.Find("bulk") is null)
        {
            return FunctionReader.Required(electrode, key, Conductivity);
        }

        var reader = new MappingReader(mapping, electrode.PathOf(key), electrode.Context, electrode.Source);
        var bulk = FunctionReader.Required(reader, "bulk", Conductivity);
        double exponent = reader.Quantity("bruggeman", QuantityKinds.Number);
        double fraction = reader.Choice("fraction", "solid", "active") is "active" ? active : solid;
        reader.Finish();
        return new ScaledFunction(bulk, Math.Pow(fraction, exponent));
    }
}
