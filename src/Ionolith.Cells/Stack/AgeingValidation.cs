using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Ageing.Lithium;

namespace Ionolith.Cells.Stack;

/// <summary>Checks whether the laws of ageing at an interface contradict each other or the layer.</summary>
internal static class AgeingValidation
{
    public static void Validate(CellDescription cell, ProblemList problems)
    {
        foreach (LithiumMetal metal in cell.Layers.OfType<LithiumMetal>())
        {
            string path = $"{metal.Name}.ageing";
            OnlyOne<ContactLaw>(path, metal.Ageing, "each follows the whole contact of the lithium, so that its loss would count twice", problems);
            OnlyOne<FilamentLaw>(path, metal.Ageing, "each lets the same current build its filament, one in a ceramic or glass, the other in a polymer or gel", problems);
            OneLayer(path, metal.Ageing, problems);
            if (metal.Thickness > 0 && metal.Ageing.OfType<Nucleation>().Any())
            {
                problems.Warn(
                    $"{path}.nucleation",
                    $"lithium nucleates on a bare collector, but '{metal.Name}' already has {ProblemList.Text(1e6 * metal.Thickness)} um of lithium: did you mean thickness: \"0 um\"?");
            }
        }

        foreach (PorousElectrode electrode in cell.Layers.OfType<PorousElectrode>())
        {
            foreach (ActivePhase phase in electrode.ActivePhases)
            {
                OneLayer($"{electrode.Name}.active.{phase.Material.Id}.ageing", phase.Ageing, problems);
            }
        }
    }

    private static void OnlyOne<T>(string path, IReadOnlyList<AgeingMechanism> laws, string reason, ProblemList problems)
        where T : AgeingMechanism
    {
        AgeingMechanism[] found = [.. laws.OfType<T>()];
        foreach (AgeingMechanism second in found.Skip(1))
        {
            problems.Error($"{path}.{second.Card.Law}", $"contradicts {found[0].Card.Law} on the same lithium: {reason}; keep one of them, and run the cell with each to compare");
        }
    }

    // Layers on top of each other are possible, though seldom meant.
    private static void OneLayer(string path, IReadOnlyList<AgeingMechanism> laws, ProblemList problems)
    {
        Interphase[] layers = [.. laws.OfType<Interphase>()];
        foreach (Interphase second in layers.Skip(1))
        {
            problems.Warn($"{path}.{second.Card.Law}", $"grows a second layer beside that of {layers[0].Card.Law}: their resistances and the lithium that they take add up; keep one of them if both describe the same layer");
        }
    }
}
