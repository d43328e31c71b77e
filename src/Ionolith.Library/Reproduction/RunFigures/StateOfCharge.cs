using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>State of charge at the end: share of the positive electrode's places for lithium, between the ends of the windows of its hosts, that is free.</summary>
internal static class StateOfCharge
{
    public static readonly RunFigure Figure = new("state-of-charge", static _ => QuantityKinds.Number, static (result, basis) =>
    {
        var electrode = basis.ElectrodeOf(result.Cell);
        double full = electrode.Thickness * electrode.ActivePhases.Sum(p => p.VolumeFraction * p.Material.MaximumConcentration * p.Material.StoichiometryWindow.Upper);
        double empty = electrode.Thickness * electrode.ActivePhases.Sum(p => p.VolumeFraction * p.Material.MaximumConcentration * p.Material.StoichiometryWindow.Lower);
        double lithium = result.Hosts.Where(h => string.Equals(h.Electrode, electrode.Name, StringComparison.Ordinal)).Sum(h => h.End);
        return full > empty ? (full - lithium) / (full - empty) : throw new MeasurementException($"the {electrode.Name} of {result.Cell.Id} has no window of stoichiometry");
    });
}
