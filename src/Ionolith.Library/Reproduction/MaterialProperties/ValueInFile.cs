using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.MaterialProperties;

/// <summary>A value that a material's file holds under a key of its own, or as a parameter of one of its laws.</summary>
internal static class ValueInFile
{
    /// <summary>The value of a key, wherever in the file it stands.</summary>
    /// <exception cref="MeasurementException">The file has none, or several that differ.</exception>
    public static double Of(LibraryMaterial material, string key, QuantityKind kind)
    {
        var found = material.Values
            .Where(v => string.Equals(v.Path, key, StringComparison.Ordinal) || v.Path.EndsWith("." + key, StringComparison.Ordinal))
            .Select(v => Quantity.TryParse(v.Text, kind, out var quantity, out _) ? quantity.Value : double.NaN)
            .Where(double.IsFinite).Distinct().ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new MeasurementException($"the file of {material.Id} holds no {key}"),
            _ => throw new MeasurementException($"the file of {material.Id} holds more than one {key}"),
        };
    }
}
