using Ionolith.Cells.Microstructure;
using Ionolith.Cells.Stack;

namespace Ionolith.Reports.Microstructure;

/// <summary>A voxel structure of an electrode with what is told of it.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Electrode">The electrode.</param>
/// <param name="Options">How it was drawn.</param>
/// <param name="Analysis">What the structure says.</param>
public sealed record MicrostructureRecord(CellDescription Cell, PorousElectrode Electrode, VoxelOptions Options, VoxelAnalysis Analysis);

/// <summary>Rows that the terminal and the page share.</summary>
internal static class MicrostructureFacts
{
    /// <summary>Name, value and what the cell has now.</summary>
    public static IReadOnlyList<(string Name, string Value, string Now)> Of(MicrostructureRecord record)
    {
        var (a, electrode) = (record.Analysis, record.Electrode);
        double reference = electrode.ActivePhases.Sum(p => p.Sizes.Sum(s => 3 * p.VolumeFraction * s.VolumeShare / s.Radius));
        return
        [
            ("ionic efficiency (effective over pure conductivity)", Numbers.Text(a.IonicEfficiency, 3), Numbers.Text(electrode.TransportEfficiency, 3)),
            ("tortuosity factor of the electrolyte", Numbers.Text(a.TortuosityFactor, 3), Numbers.Text(electrode.ElectrolyteFraction / electrode.TransportEfficiency, 3)),
            ("Bruggeman exponent that gives it", Numbers.Text(a.BruggemanExponent, 3), Numbers.Text(Math.Log(electrode.TransportEfficiency) / Math.Log(electrode.ElectrolyteFraction), 3)),
            ($"electronic conductivity (active {Numbers.Text(a.SolidConductivity.Active, 3)} S/m, carbon {Numbers.Text(a.SolidConductivity.Carbon, 3)} S/m)", $"{Numbers.Text(a.ElectronicConductivity, 3)} S/m", $"{Numbers.Text(electrode.ElectronicConductivity.Evaluate(0, record.Cell.Temperature).Value, 3)} S/m"),
            ("contacted share of the active surface", Numbers.Text(a.ContactedFraction, 3), Numbers.Text(electrode.ActivePhases.Average(p => p.ContactedFraction), 3)),
            ("contact area of active | electrolyte", $"{Numbers.Text(a.ContactArea * 1e-6, 3)} m2/cm3", $"{Numbers.Text(reference * 1e-6, 3)} m2/cm3 as free spheres"),
            ("utilisation of the active material", $"{Numbers.Text(100 * a.Utilisation, 4)} %", "100 %"),
            ("electrolyte joined to the separator", $"{Numbers.Text(100 * a.JoinedElectrolyte, 4)} %", "100 %"),
        ];
    }

    /// <summary>One sentence on how it was drawn.</summary>
    public static string Drawn(MicrostructureRecord record)
    {
        var structure = record.Analysis.Structure;
        string Share(VoxelPhase phase) => $"{Numbers.Text(100 * structure.Fraction(phase), 3)} % {phase.ToString().ToLowerInvariant()}";
        var phases = Enum.GetValues<VoxelPhase>().Where(p => structure.Fraction(p) > 0);
        return $"{structure.Size.X.ToString(CultureInfo.InvariantCulture)}^3 voxels of {Numbers.Length(structure.Voxel)}, seed {record.Options.Seed.ToString(CultureInfo.InvariantCulture)}: {string.Join(", ", phases.Select(Share))}";
    }

    /// <summary>What to write into the cell file.</summary>
    public static IReadOnlyList<string> ForTheFile(MicrostructureRecord record)
    {
        var a = record.Analysis;
        List<string> lines = [];
        if (a.IonicEfficiency > 0)
        {
            lines.Add($"{record.Electrode.Name}.electrolyte.tortuosity={{factor: {a.TortuosityFactor.ToString("G4", CultureInfo.InvariantCulture)}}}");
        }

        lines.AddRange(record.Electrode.ActivePhases.Select(p => $"{record.Electrode.Name}.active.{p.Material.Id}.contacted-fraction={a.ContactedFraction.ToString("G4", CultureInfo.InvariantCulture)}"));
        return lines;
    }
}
