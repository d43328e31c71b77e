using Ionolith.Cells.Stack;
using Ionolith.Materials;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Comparison;

/// <summary>Cathode hosts in one and the same cell, at the same areal capacity.</summary>
/// <remarks>
/// Electrolyte, separator, anode and volume fractions are those of the common cell. Each host comes with the particles and the kinetics of a
/// library cell in which it stands, and the electrode is as thick as the nominal areal capacity of the common cell asks. It is discharged
/// from the potential of its empty host to below that of its full one.
/// </remarks>
public static class ComparedCathodes
{
    /// <summary>How far below the open-circuit potential of the full host a discharge goes, V.</summary>
    private const double Below = 0.4;

    /// <summary>The common cell with each host in turn.</summary>
    /// <param name="cell">The common cell; its positive electrode is porous.</param>
    /// <param name="materials">Ids of active materials that stand in the positive electrode of a library cell.</param>
    /// <returns>The candidates, and what could not be put into the cell.</returns>
    public static CandidateList Of(CellDescription cell, IEnumerable<string> materials)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(materials);
        if (cell.Layers.OfType<PorousElectrode>().LastOrDefault() is not { } place)
        {
            return new CandidateList([], [$"{cell.Id}: has no porous positive electrode into which another host could be put"]);
        }

        var known = InLibraryCells();
        var candidates = new List<Candidate>();
        var problems = new List<string>();
        foreach (string id in materials.Distinct(StringComparer.Ordinal))
        {
            if (!known.TryGetValue(id, out var phase))
            {
                problems.Add($"{id}: stands in the positive electrode of no library cell; those that do: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}");
                continue;
            }

            var with = Put(cell, place, phase.Phase, phase.Electrolyte);
            string[] errors = [.. with.Validate().Where(p => p.Severity == ProblemSeverity.Error).Select(p => $"{p.Path} {p.Message}")];
            if (errors.Length > 0)
            {
                problems.Add($"{id}: does not fit the cell {cell.Id}: {string.Join("; ", errors)}");
                continue;
            }

            candidates.Add(new Candidate(id, phase.Phase.Material.Name, with, $"particles and kinetics of {phase.Cell}"));
        }

        return new CandidateList([.. candidates.OrderBy(c => c.Id, StringComparer.Ordinal)], problems);
    }

    /// <summary>The hosts that stand in positive electrodes of the cells of the review's systems.</summary>
    /// <returns>Library ids, each once.</returns>
    public static IReadOnlyList<string> OfTheReview()
    {
        var known = InLibraryCells();
        return [.. Review.ReviewLibrary.Systems().SelectMany(s => s.Materials).Where(known.ContainsKey).Distinct(StringComparer.Ordinal)];
    }

    private static Dictionary<string, (string Cell, ActivePhase Phase, Electrolyte Electrolyte)> InLibraryCells()
    {
        var known = new Dictionary<string, (string Cell, ActivePhase Phase, Electrolyte Electrolyte)>(StringComparer.Ordinal);
        foreach (string id in CellLibrary.ListCells().Select(e => e.Id).Order(StringComparer.Ordinal))
        {
            var layers = CellLibrary.LoadCell(id).Cell?.Layers ?? [];
            if (layers.LastOrDefault(l => l is not CurrentCollector) is PorousElectrode electrode)
            {
                foreach (var phase in electrode.ActivePhases)
                {
                    known.TryAdd(phase.Material.Id, (id, phase, electrode.Electrolyte));
                }
            }
        }

        return known;
    }

    private static CellDescription Put(CellDescription cell, PorousElectrode place, ActivePhase phase, Electrolyte before)
    {
        ActiveMaterial host = phase.Material;
        var (lower, upper) = host.StoichiometryWindow;
        double fraction = place.ActivePhases.Sum(p => p.VolumeFraction);
        double arealCapacity = cell.NominalCapacity / cell.Area;
        double full = host.OpenCircuitPotential.Evaluate(upper, host.ReferenceTemperature).Value;
        double empty = host.OpenCircuitPotential.Evaluate(lower, host.ReferenceTemperature).Value;
        var electrode = place with
        {
            Thickness = arealCapacity / (PhysicalConstants.Faraday * fraction * host.MaximumConcentration * (upper - lower)),
            ActivePhases =
            [
                phase with
                {
                    VolumeFraction = fraction,
                    InitialStoichiometry = lower,
                    Kinetics = ElectrolyteSubstitution.Against(phase.Kinetics, before, place.Electrolyte),
                },
            ],
        };
        return cell with
        {
            Layers = [.. cell.Layers.Select(l => ReferenceEquals(l, place) ? electrode : l)],
            LowerCutoffVoltage = Math.Max(0, full - Below),
            UpperCutoffVoltage = empty + Below,
        };
    }
}
