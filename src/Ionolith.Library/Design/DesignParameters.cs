using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Design;

/// <summary>The values of a cell file that a designer may change: thicknesses, loadings, porosities, densities, shares of active material.</summary>
/// <remarks>
/// A changed value goes through the file's own path, as --set does, so that everything that follows from it follows. More active material comes at
/// the expense of the other constituents (by mass, in proportion) or of the electrolyte (by volume). The current of a C-rate stays that of the
/// electrode that limits: the nominal capacity is scaled with its capacity.
/// </remarks>
public static class DesignParameters
{
    private static readonly Dictionary<string, QuantityKind> Kinds = new(StringComparer.Ordinal)
    {
        ["thickness"] = QuantityKinds.Length,
        ["active-loading"] = QuantityKinds.Loading,
        ["porosity"] = QuantityKinds.Number,
        ["density"] = QuantityKinds.Density,
        ["margin"] = QuantityKinds.Length,
        ["mass-share"] = QuantityKinds.Number,
    };

    /// <summary>Finds the values that may be changed.</summary>
    /// <param name="idOrPath">Library id, alias or file of the cell.</param>
    /// <param name="overrides">Values that replace those of the file.</param>
    /// <param name="cell">The cell as loaded with them.</param>
    /// <param name="construction">Its construction.</param>
    /// <returns>The values, in the order of the file.</returns>
    public static IReadOnlyList<DesignParameter> Of(
        string idOrPath, IReadOnlyList<PathOverride> overrides, CellDescription cell, StackConstruction construction)
    {
        ArgumentNullException.ThrowIfNull(idOrPath);
        ArgumentNullException.ThrowIfNull(overrides);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(construction);
        bool isBipolar = construction.Arrangement == StackArrangement.Bipolar;
        SourcedValue[] values = [.. cell.Values.Concat(construction.Values).DistinctBy(v => v.Path, StringComparer.Ordinal)];
        var parameters = new List<DesignParameter>();
        foreach (var value in values)
        {
            string key = value.Path[(value.Path.LastIndexOf('.') + 1)..];
            if (!isBipolar && (value.Path.StartsWith("stack.bipolar-collector", StringComparison.Ordinal) || value.Path.StartsWith("stack.seal", StringComparison.Ordinal)))
            {
                continue;
            }

            if (Kinds.TryGetValue(key, out var kind) && SiValue(value, kind) is { } number && number != 0)
            {
                parameters.Add(Parameter(value, kind, factor => [new(value.Path, Text(number * factor, kind))]));
            }
            else if (key is "mass-fraction" or "volume-fraction" && value.Path.Contains(".active.", StringComparison.Ordinal) && SiValue(value, QuantityKinds.Number) is { } share)
            {
                parameters.Add(Parameter(value, QuantityKinds.Number, factor => Shifted(values, value.Path, key, share, factor)));
            }
        }

        return parameters;

        DesignParameter Parameter(SourcedValue value, QuantityKind kind, Func<double, IReadOnlyList<PathOverride>?> changes) => new(
            value.Path, value.Text, value.Role, value.Range, factor => changes(factor) is { } set ? Variant(set) : null);

        DesignVariant? Variant(IReadOnlyList<PathOverride> changes)
        {
            var changed = CellLibrary.LoadCell(idOrPath, [.. overrides, .. changes]).Cell;
            if (changed is null)
            {
                return null;
            }

            double ratio = ElectrodeCapacity.OfLimitingElectrode(changed.Layers) / ElectrodeCapacity.OfLimitingElectrode(cell.Layers);
            return new(changed with { NominalCapacity = cell.NominalCapacity * ratio }, CellLibrary.ConstructionOf(changed), changes[0].Value);
        }
    }

    private static double? SiValue(SourcedValue value, QuantityKind kind) =>
        Quantity.TryParse(value.Text, kind, out var quantity, out _) ? quantity.Value : null;

    private static string Text(double value, QuantityKind kind) => QuantityFormat.ToText(value, kind, 10);

    /// <summary>More of one active material, and less of the others so that the whole stays the same; null where that cannot be.</summary>
    private static List<PathOverride>? Shifted(SourcedValue[] values, string path, string key, double share, double factor)
    {
        string electrode = path[..path.IndexOf(".active.", StringComparison.Ordinal)];
        double wanted = share * factor;
        if (!(wanted is > 0 and < 1))
        {
            return null;
        }

        var changes = new List<PathOverride> { new(path, Text(wanted, QuantityKinds.Number)) };
        if (key is "mass-fraction")
        {
            foreach (var other in values.Where(v => IsOf(v, electrode, key) && !string.Equals(v.Path, path, StringComparison.Ordinal)))
            {
                double mass = SiValue(other, QuantityKinds.Number) ?? double.NaN;

                // Round-trip digits: the shares must add up to one.
                changes.Add(new(other.Path, Exact(mass * (1 - wanted) / (1 - share))));
            }

            changes[0] = new(path, Exact(wanted));
            return changes;
        }

        var room = Array.Find(values, v => v.Path.Equals($"{electrode}.electrolyte.volume-fraction", StringComparison.Ordinal))
            ?? Array.Find(values, v => v.Path.Equals($"{electrode}.porosity", StringComparison.Ordinal));
        if (room is null || SiValue(room, QuantityKinds.Number) is not { } fraction || fraction <= wanted - share)
        {
            return null;
        }

        changes.Add(new(room.Path, Text(fraction - (wanted - share), QuantityKinds.Number)));
        return changes;
    }

    private static bool IsOf(SourcedValue value, string electrode, string key) =>
        value.Path.StartsWith(electrode + ".", StringComparison.Ordinal) && value.Path.EndsWith("." + key, StringComparison.Ordinal);

    private static string Exact(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
