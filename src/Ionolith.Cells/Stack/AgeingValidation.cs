using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Stack;

/// <summary>Checks whether the laws of ageing at an interface contradict each other or the layer.</summary>
internal static class AgeingValidation
{
    public static void Validate(CellDescription cell, ProblemList problems)
    {
        ElectrolyteLayer[] electrolytes = [.. cell.Layers.OfType<ElectrolyteLayer>()];
        double electrolyte = electrolytes.Sum(l => l.Thickness);
        foreach (LithiumMetal metal in cell.Layers.OfType<LithiumMetal>())
        {
            string path = $"{metal.Name}.ageing";
            OnlyOne<ContactLaw>(path, metal.Ageing, "each follows the whole contact of the lithium, so that its loss would count twice", problems);
            OnlyOne<FilamentLaw>(path, metal.Ageing, "each lets the same current build its filament, one in a ceramic or glass, the other in a polymer or gel", problems);
            OneLayer(path, metal.Ageing, problems);
            foreach (FilamentLaw law in metal.Ageing.OfType<FilamentLaw>().Where(l => electrolyte > 0 && l.FlawLength >= electrolyte))
            {
                problems.Error(
                    $"{path}.{law.Card.Law}.flaw-length",
                    $"must be shorter than the electrolyte, {ProblemList.Text(1e6 * electrolyte)} um, but is {ProblemList.Text(1e6 * law.FlawLength)} um: the fresh cell would be shorted");
            }

            FinalThickness(path, metal.Ageing, problems);
            if (electrolytes.Length > 0)
            {
                Window(path, metal.Ageing, cell.Layers.TakeWhile(l => l != metal).Any(l => l is ElectrolyteLayer) ? electrolytes[^1].Electrolyte : electrolytes[0].Electrolyte, problems);
            }

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
                string path = $"{electrode.Name}.active.{phase.Material.Id}.ageing";
                OneLayer(path, phase.Ageing, problems);
                FinalThickness(path, phase.Ageing, problems);
                Window(path, phase.Ageing, electrode.Electrolyte, problems);
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

    // A layer that began thicker would dissolve, and give lithium back, which it does not do.
    private static void FinalThickness(string path, IReadOnlyList<AgeingMechanism> laws, ProblemList problems)
    {
        foreach (SelfLimitingGrowth law in laws.OfType<SelfLimitingGrowth>().Where(l => l.InitialThickness > l.FinalThickness))
        {
            problems.Error(
                $"{path}.{law.Card.Law}.initial-thickness",
                $"the layer begins with {Nanometres(law.InitialThickness)}, above its final-thickness of {Nanometres(law.FinalThickness)}: it would have to shrink; give less than that, or a larger final-thickness");
        }

        static string Nanometres(double length) => $"{ProblemList.Text(1e9 * length)} nm";
    }

    private static void Window(string path, IReadOnlyList<AgeingMechanism> laws, Electrolyte electrolyte, ProblemList problems)
    {
        foreach (Decomposition law in laws.OfType<Decomposition>())
        {
            (double reduction, double oxidation) = law.Within(electrolyte.StabilityWindow);
            if (double.IsInfinity(reduction) && double.IsInfinity(oxidation))
            {
                problems.Error(
                    $"{path}.{law.Card.Law}",
                    $"nothing says at which potentials '{electrolyte.Id}' decomposes, so that it never would: give the law oxidation-potential or reduction-potential, or the electrolyte a stability-window");
            }
            else if (!(oxidation > reduction))
            {
                string key = double.IsFinite(law.OxidationPotential) ? "oxidation-potential" : "reduction-potential";
                problems.Error(
                    $"{path}.{law.Card.Law}.{key}",
                    $"'{electrolyte.Id}' would be oxidised above {ProblemList.Text(oxidation)} V and reduced below {ProblemList.Text(reduction)} V, both at once between them: the potential of oxidation must be above that of reduction");
            }
        }
    }
}
