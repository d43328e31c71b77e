using Ionolith.Cells.Microstructure;
using Ionolith.Cells.Stack;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Reading;

/// <summary>Reads <c>network: {size: 60, seed: 1, cluster: 2 um}</c>: the tortuosity of an electrode from a voxel structure of its composition.</summary>
internal static class VoxelReader
{
    private const int LargestSize = 200;
    private const int UsualSize = 60;

    /// <summary>Effective over pure ionic transport; NaN, with a problem where it is not one of the fractions, if it cannot be computed.</summary>
    public static double Efficiency(
        MappingReader reader, IReadOnlyList<ActivePhase> active, IReadOnlyList<InertPhase> inert, Electrolyte electrolyte, double fraction)
    {
        var options = new VoxelOptions
        {
            Size = Size(reader),
            Seed = SeedReader.Read(reader),
            Cluster = Length(reader, "cluster"),
            Filler = Length(reader, "filler"),
            Voxel = Length(reader, "voxel"),
        };
        reader.Finish();
        double sum = fraction + active.Sum(p => p.VolumeFraction) + inert.Sum(p => p.VolumeFraction);
        bool canBeDrawn = active.Count > 0 && active.All(p => p.VolumeFraction > 0 && p.Sizes.Count > 0 && p.Sizes.All(s => s.Radius > 0)) && sum > 0 && sum <= 1 + 1e-9;
        if (!canBeDrawn || reader.Context.Problems.Count > 0)
        {
            // What is wrong with the composition is told where it stands.
            return double.NaN;
        }

        var electrode = new PorousElectrode
        {
            Name = reader.Path,
            Thickness = 1,
            ActivePhases = active,
            Electrolyte = electrolyte,
            ElectrolyteFraction = fraction,
            TransportEfficiency = fraction,
            ElectronicConductivity = new ConstantFunction(1),
            InertPhases = inert,
        };
        try
        {
            double efficiency = VoxelAnalysis.IonicEfficiencyOf(ElectrodeVoxels.Recipe(electrode, options).Make());
            if (efficiency > 0)
            {
                return efficiency;
            }

            reader.Report("", "its electrolyte does not join separator and collector: there is too little of it, or the clusters are too large for the box");
        }
        catch (ArgumentException e)
        {
            reader.Report("", e.Message.Split(" (Parameter", 2)[0]);
        }

        return double.NaN;
    }

    private static int Size(MappingReader reader)
    {
        double size = reader.OptionalQuantity("size", QuantityKinds.Number) ?? UsualSize;
        if (size >= 8 && size <= LargestSize && size == Math.Floor(size))
        {
            return (int)size;
        }

        if (!double.IsNaN(size))
        {
            reader.Report("size", $"must be a whole number from 8 to {LargestSize} but is {size.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)}");
        }

        return UsualSize;
    }

    private static double? Length(MappingReader reader, string key)
    {
        double? length = reader.OptionalQuantity(key, QuantityKinds.Length);
        if (length <= 0)
        {
            reader.Report(key, $"must be positive but is {QuantityFormat.ToText(length.Value, QuantityKinds.Length)}");
        }

        return length > 0 ? length : null;
    }
}
