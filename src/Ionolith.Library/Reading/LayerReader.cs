using Ionolith.Cells.Ageing;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Reading;

/// <summary>Reads one layer of a stack.</summary>
internal static class LayerReader
{
    private static readonly string[] Kinds = ["electrolyte", "electrode", "lithium-metal", "current-collector"];

    /// <summary>Reads a layer; null, with a problem, if its kind or material cannot be told.</summary>
    public static Layer? Read(FileNode node, int number, ReadContext context, string source)
    {
        if (node is not MappingNode mapping)
        {
            context.Report(node.Location, $"layers.{number}", "expected a layer with its kind, name and values");
            return null;
        }

        string name = mapping.TextOf("name") is { Length: > 0 } given ? given : $"layers.{number}";
        var reader = new MappingReader(mapping, name, context, source);
        if (!reader.Has("name"))
        {
            reader.ReportMissing("name", "a name that is unique in the cell, such as name: separator");
        }

        if (!reader.Has("kind"))
        {
            reader.ReportMissing("kind", string.Join(", ", Kinds[..^1]) + " or " + Kinds[^1]);
            return null;
        }

        string kind = reader.Choice("kind", Kinds);
        if (!string.Equals(mapping.TextOf("kind"), kind, StringComparison.Ordinal))
        {
            return null;
        }

        Layer? layer = kind switch
        {
            "lithium-metal" => ReadLithium(reader, name),
            "electrolyte" => ReadElectrolyte(reader, name),
            "current-collector" => ReadCollector(reader, name),
            _ => ElectrodeReader.Read(reader, name),
        };
        reader.Finish();
        return layer;
    }

    /// <summary>How stiff a layer is in compression; infinite where the file does not say.</summary>
    public static double ReadModulus(MappingReader layer) => layer.OptionalQuantity("compression-modulus", QuantityKinds.Pressure) ?? double.PositiveInfinity;

    private static LithiumMetal ReadLithium(MappingReader reader, string name)
    {
        var lithium = new LithiumMetal
        {
            Name = name,
            Thickness = reader.Quantity("thickness", QuantityKinds.Length),
            Kinetics = KineticsReader.Read(reader),
        };
        return lithium with
        {
            Density = reader.OptionalQuantity("density", QuantityKinds.Density) ?? lithium.Density,
            MolarVolume = reader.OptionalQuantity("molar-volume", QuantityKinds.MolarVolume) ?? lithium.MolarVolume,
            Ageing = AgeingReader.Read(reader, AgeingPlaces.Lithium),
        };
    }

    private static ElectrolyteLayer? ReadElectrolyte(MappingReader reader, string name)
    {
        double thickness = reader.Quantity("thickness", QuantityKinds.Length);
        double fraction = reader.OptionalQuantity("volume-fraction", QuantityKinds.Number) ?? 1;
        double efficiency = TransportReader.Efficiency(reader, fraction, required: reader.Has("volume-fraction"));
        double modulus = ReadModulus(reader);
        InertMaterial? frame = null;
        if (reader.Has("frame") && MaterialReference.Resolve(reader, name + ".frame", "inert", "frame") is { } filler)
        {
            frame = MaterialReader.ReadInert(filler.Reader, filler.Id);
        }

        if (MaterialReference.Resolve(reader, name, "electrolyte") is not { } material)
        {
            return null;
        }

        return new ElectrolyteLayer
        {
            Name = name,
            Thickness = thickness,
            Electrolyte = MaterialReader.ReadElectrolyte(material.Reader, material.Id),
            VolumeFraction = fraction,
            TransportEfficiency = efficiency,
            CompressionModulus = modulus,
            Frame = frame,
        };
    }

    private static CurrentCollector? ReadCollector(MappingReader reader, string name)
    {
        double thickness = reader.Quantity("thickness", QuantityKinds.Length);
        return MaterialReference.Resolve(reader, name, "inert") is { } material
            ? new CurrentCollector { Name = name, Thickness = thickness, Material = MaterialReader.ReadInert(material.Reader, material.Id) }
            : null;
    }
}
