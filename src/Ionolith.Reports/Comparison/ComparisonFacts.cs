using Ionolith.Cells.Stack;
using Ionolith.Library.Comparison;

namespace Ionolith.Reports.Comparison;

/// <summary>What a reader wants to know of a candidate beside its discharges.</summary>
internal static class ComparisonFacts
{
    /// <summary>Headings of the facts; "#" marks numbers.</summary>
    public static IReadOnlyList<string> Headings(ComparisonSubject subject) => subject is ComparisonSubject.Electrolytes
        ? ["#mS/cm", "#t+", "#ohm cm2"]
        : ["#V", "#mAh/g", "#um", "#Wh/kg"];

    /// <summary>What the columns of facts are.</summary>
    public static string Explained(ComparisonSubject subject) => subject is ComparisonSubject.Electrolytes
        ? "mS/cm: conductivity; t+: transference number; ohm cm2: resistance of the separator"
        : "V: mean voltage; mAh/g: capacity of the host; um, Wh/kg: thickness and specific energy of the composite electrode";

    /// <summary>The facts of a candidate in the common cell.</summary>
    public static IReadOnlyList<string> Of(ComparisonSubject subject, ComparisonResult result, Candidate candidate) =>
        subject is ComparisonSubject.Electrolytes ? OfElectrolyte(candidate.Cell.WithSeparatorThickness(result.RankedThickness) with { Temperature = result.RankedTemperature }) : OfCathode(result, candidate);

    private static string[] OfElectrolyte(CellDescription cell)
    {
        var layer = cell.Layers.OfType<ElectrolyteLayer>().First();
        var electrolyte = layer.Electrolyte;
        double concentration = electrolyte.Salt?.InitialConcentration ?? 0;
        double conductivity = electrolyte.Conductivity.Evaluate(concentration, cell.Temperature).Value;
        double transference = electrolyte.Salt?.TransferenceNumber.Evaluate(concentration, cell.Temperature).Value ?? 1;
        double resistance = cell.Layers.OfType<ElectrolyteLayer>().Sum(l => l.Thickness / (conductivity * l.TransportEfficiency));
        return [Numbers.Text(conductivity * 10, 3), Numbers.Text(transference, 2), Numbers.Text(resistance * 1e4, 3)];
    }

    private static string[] OfCathode(ComparisonResult result, Candidate candidate)
    {
        var cell = candidate.Cell;
        var electrode = cell.Layers.OfType<PorousElectrode>().Last();
        var host = electrode.ActivePhases[0].Material;
        double capacity = ElectrodeCapacity.Of(electrode);
        double hostMass = electrode.Thickness * electrode.ActivePhases[0].VolumeFraction * host.Density;
        double mass = electrode.Thickness * (electrode.ActivePhases.Sum(p => p.VolumeFraction * p.Material.Density)
            + (electrode.ElectrolyteFraction * electrode.Electrolyte.Density)
            + electrode.InertPhases.Sum(p => p.VolumeFraction * p.Material.Density));
        var slow = result.Ranked(candidate.Id, result.Conditions.Rates[0]);
        return
        [
            Numbers.Text(slow?.MeanVoltage ?? double.NaN, 3), Numbers.Text(capacity / hostMass / 3600, 3), Numbers.Text(electrode.Thickness * 1e6, 3),
            Numbers.Text((slow?.Energy ?? double.NaN) / mass / 3600, 3),
        ];
    }
}
