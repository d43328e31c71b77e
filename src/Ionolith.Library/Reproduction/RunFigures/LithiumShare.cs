using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>Share of the lithium that an electrode took during the run that went into one of its hosts.</summary>
internal static class LithiumShare
{
    public static readonly RunFigure Figure = new("lithium-share", static _ => QuantityKinds.Number, static (result, basis) =>
    {
        string electrode = basis.ElectrodeOf(result.Cell).Name;
        var hosts = result.Hosts.Where(h => string.Equals(h.Electrode, electrode, StringComparison.Ordinal)).ToList();
        var host = hosts.Find(h => string.Equals(h.Material, basis.Host, StringComparison.Ordinal))
            ?? throw new MeasurementException($"the {electrode} of {result.Cell.Id} has no {basis.Host}; it has {string.Join(", ", hosts.Select(h => h.Material))}");
        return (host.End - host.Start) / hosts.Sum(h => h.End - h.Start);
    })
    {
        NeedsHost = true,
    };
}
