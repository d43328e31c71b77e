using Ionolith.Cells.Stack;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Comparison;

/// <summary>Electrolytes in one and the same cell.</summary>
public static class ComparedElectrolytes
{
    /// <summary>The common cell with each electrolyte in turn.</summary>
    /// <param name="cell">The common cell.</param>
    /// <param name="materials">Library ids or files of electrolytes.</param>
    /// <returns>The candidates, and what could not be put into the cell.</returns>
    public static CandidateList Of(CellDescription cell, IEnumerable<string> materials)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(materials);
        if (cell.Layers.LastOrDefault(l => l is PorousElectrode or LithiumMetal) is not PorousElectrode)
        {
            return new CandidateList([], [$"{cell.Id}: has no positive electrode with active material, so that it delivers nothing to compare"]);
        }

        var candidates = new List<Candidate>();
        var problems = new List<string>();
        foreach (string id in materials.Distinct(StringComparer.Ordinal))
        {
            var loaded = CellLibrary.LoadMaterial(id);
            problems.AddRange(loaded.Problems.Select(p => p.ToString()));
            if (loaded.Material is not { } material)
            {
                continue;
            }

            if (material.Electrolyte is not { } electrolyte)
            {
                problems.Add($"{id}: is an {material.Kind} material, not an electrolyte");
                continue;
            }

            var with = cell.WithElectrolyte(electrolyte);
            string[] errors = [.. with.Validate().Where(p => p.Severity == ProblemSeverity.Error).Select(p => $"{p.Path} {p.Message}")];
            if (errors.Length > 0)
            {
                problems.Add($"{id}: does not fit the cell {cell.Id}: {string.Join("; ", errors)}");
                continue;
            }

            candidates.Add(new Candidate(material.Id, material.Name, with, Caution(electrolyte, cell.Temperature)));
        }

        return new CandidateList([.. candidates.OrderBy(c => c.Id, StringComparer.Ordinal)], problems);
    }

    /// <summary>The electrolytes that the systems of the review use.</summary>
    /// <returns>Library ids in the order of the review, each once.</returns>
    public static IReadOnlyList<string> OfTheReview()
    {
        var electrolytes = CellLibrary.ListMaterials().Where(m => m.Kind is "electrolyte").Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Review.ReviewLibrary.Systems().SelectMany(s => s.Materials).Where(electrolytes.Contains).Distinct(StringComparer.Ordinal)];
    }

    private static string Caution(Electrolyte electrolyte, double temperature)
    {
        double concentration = electrolyte.Salt?.InitialConcentration ?? 0;
        double here = electrolyte.Conductivity.Evaluate(concentration, temperature).Value;
        double warmer = electrolyte.Conductivity.Evaluate(concentration, temperature + 10).Value;
        return here == warmer ? "conductivity known at one temperature only and kept there" : "";
    }
}
