using Ionolith.Cells.Ageing;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Reading;

/// <summary>Reads what ages at an interface: ageing: {parabolic-growth: {rate-constant: ...}, ...}, one entry for each law.</summary>
internal static class AgeingReader
{
    public const string Key = "ageing";

    /// <summary>The mechanisms under the key "ageing"; none where the file has none.</summary>
    /// <param name="owner">Mapping of the layer, host or contact.</param>
    /// <param name="place">What the interface is.</param>
    public static IReadOnlyList<AgeingMechanism> Read(MappingReader owner, AgeingPlaces place)
    {
        if (owner.Know(Key) is not { } node)
        {
            return [];
        }

        if (node is not MappingNode mapping)
        {
            owner.Report(Key, "expected laws with their values, such as ageing: {parabolic-growth: {rate-constant: 1e-20 m2/s, conductivity: 1e-6 S/cm}}");
            return [];
        }

        var reader = new MappingReader(mapping, owner.PathOf(Key), owner.Context, owner.SourceFor(mapping));
        var mechanisms = new List<AgeingMechanism>();
        foreach (var entry in mapping.Entries.Where(e => !FileKeys.Provenance.Contains(e.Key, StringComparer.Ordinal)))
        {
            // Registered here, so that only what is no law at all is told as one.
            reader.Know(entry.Key);
            if (AgeingLaws.Find(entry.Key) is not { } card)
            {
                string known = Names.Advice(entry.Key, [.. AgeingLaws.All.Where(c => c.Places.HasFlag(place)).Select(c => c.Law)]);
                owner.Context.Report(entry.Location, reader.PathOf(entry.Key), $"there is no law of ageing \"{entry.Key}\"; {known}");
            }
            else if (!card.Places.HasFlag(place))
            {
                string where = string.Join(" or ", Enum.GetValues<AgeingPlaces>().Where(p => p != AgeingPlaces.None && card.Places.HasFlag(p)).Select(Words));
                owner.Context.Report(entry.Location, reader.PathOf(entry.Key), $"\"{entry.Key}\" acts on {where}, not on {Words(place)}");
            }
            else if (ReadLaw(reader, entry, card) is { } mechanism)
            {
                mechanisms.Add(mechanism);
            }
        }

        reader.Finish();
        return mechanisms;
    }

    private static AgeingMechanism? ReadLaw(MappingReader owner, FileEntry entry, MechanismCard card)
    {
        string path = owner.PathOf(entry.Key);
        if (entry.Value is not MappingNode mapping)
        {
            owner.Context.Report(entry.Value.Location, path, $"expected the values of the law: {string.Join(", ", card.Parameters.Select(p => p.Key))}");
            return null;
        }

        var reader = new MappingReader(mapping, path, owner.Context, owner.SourceFor(mapping));
        double[] values = [.. card.Parameters.Select(p => Value(reader, p))];
        reader.Finish();
        return Array.Exists(values, double.IsNaN) ? null : card.Create(values);
    }

    private static double Value(MappingReader reader, MechanismParameter parameter)
    {
        bool isOptional = !double.IsNaN(parameter.Default);
        double value = isOptional ? reader.OptionalQuantity(parameter.Key, parameter.Kind) ?? parameter.Default : reader.Quantity(parameter.Key, parameter.Kind);
        if (reader.Has(parameter.Key) && (value < parameter.Least || value > parameter.Most))
        {
            string range = double.IsPositiveInfinity(parameter.Most) ? $"at least {Text(parameter.Least)}" : $"from {Text(parameter.Least)} to {Text(parameter.Most)}";
            reader.Report(parameter.Key, $"must be {range} but is {Text(value)}");
            return double.NaN;
        }

        return value;

        string Text(double si) => QuantityFormat.ToText(si, parameter.Kind);
    }

    private static string Words(AgeingPlaces place) => place switch
    {
        AgeingPlaces.Lithium => "lithium metal",
        AgeingPlaces.Host => "an active material",
        _ => "a contact of two layers",
    };
}
