using System.Globalization;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Reading;

/// <summary>Reads how the volume of a host follows its stoichiometry: one number from empty to full, or a formula or table of V(x)/V(0) - 1.</summary>
internal static class VolumeChangeReader
{
    public const string Key = "volume-change";

    /// <summary>The volume; null where the file has none or it is no volume.</summary>
    public static HostVolume? Read(MappingReader material)
    {
        if (material.Know(Key) is not { } node)
        {
            return null;
        }

        if (node is MappingNode mapping && mapping.Find("value") is null)
        {
            int problems = material.Context.Problems.Count;
            var curve = FunctionReader.Optional(material, Key, QuantityKinds.Number, "x");
            return curve is not null && material.Context.Problems.Count == problems ? new HostVolume(curve) : null;
        }

        double change = material.OptionalQuantity(Key, QuantityKinds.Number) ?? double.NaN;
        if (change <= -1)
        {
            material.Report(Key, $"must be above -100 %, what is left of the volume from empty to full, but is {(100 * change).ToString("G6", CultureInfo.InvariantCulture)} %");
        }

        return change > -1 ? new HostVolume(change) : null;
    }
}
