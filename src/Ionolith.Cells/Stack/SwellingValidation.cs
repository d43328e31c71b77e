using Ionolith.Cells.Ageing;

namespace Ionolith.Cells.Stack;

/// <summary>Checks what a cell says of volumes: of its hosts, of how they are followed, and of how its layers take pressure.</summary>
internal static class SwellingValidation
{
    private const double SteepestExponent = 10;
    private const double LargestChange = 5;
    private const int Samples = 200;

    // MPa/um in one Pa/m.
    private const double PerMicrometre = 1e-12;

    public static void Validate(CellDescription cell, ProblemList problems)
    {
        foreach (PorousElectrode electrode in cell.Layers.OfType<PorousElectrode>())
        {
            Modulus(electrode.Name, electrode.CompressionModulus, problems);
            foreach (ActivePhase phase in electrode.ActivePhases)
            {
                string path = $"{electrode.Name}.active.{phase.Material.Id}";
                ValidateHost(path, phase, problems);
                if (cell.Swelling is not null)
                {
                    OwnVolumes(path, phase, problems);
                }
            }
        }

        foreach (ElectrolyteLayer layer in cell.Layers.OfType<ElectrolyteLayer>())
        {
            Modulus(layer.Name, layer.CompressionModulus, problems);
        }

        if (cell.Swelling is { } swelling)
        {
            ValidateOptions(cell, swelling, problems);
        }
    }

    private static void ValidateOptions(CellDescription cell, SwellingOptions swelling, ProblemList problems)
    {
        problems.NotNegative("swelling.stack-stiffness", PerMicrometre * swelling.StackStiffness, "MPa/um");
        Exponent("swelling.ionic-exponent", double.IsNaN(swelling.IonicExponent) ? 1 : swelling.IonicExponent, problems);
        Exponent("swelling.electronic-exponent", swelling.ElectronicExponent, problems);
        if (!cell.Layers.Any(l => l is LithiumMetal) && !cell.Layers.OfType<PorousElectrode>().Any(e => e.ActivePhases.Any(p => p.Material.VolumeChange is not null)))
        {
            problems.Error("swelling", "nothing in the cell changes its volume: there is no lithium metal, and no active material has a volume-change:");
        }

        foreach (ElectrolyteLayer layer in cell.Layers.OfType<ElectrolyteLayer>())
        {
            if (swelling.StackStiffness > 0 && layer.Electrolyte.Salt is not null && double.IsInfinity(layer.CompressionModulus))
            {
                problems.Error(
                    layer.Name + ".compression-modulus",
                    "is missing: the layer holds a salt, so that it is a polymer, a gel or a liquid, and how soft it is decides what pressure the stack-stiffness builds up; give it, such as compression-modulus: \"10 MPa\"");
            }
        }
    }

    private static void ValidateHost(string path, ActivePhase phase, ProblemList problems)
    {
        foreach (AgeingMechanism law in phase.Ageing.Where(m => m.NeedsVolumeChange && phase.Material.VolumeChange is null))
        {
            problems.Error(
                $"{path}.ageing.{law.Card.Law}",
                $"needs the change of volume of its host: give '{phase.Material.Id}' volume-change: (from empty to full, such as \"6.8 %\"), or the law one of its own");
        }

        if (phase.Material.VolumeChange is not { } volume)
        {
            return;
        }

        var (lower, upper) = phase.Material.StoichiometryWindow;
        for (int i = 0; i <= Samples; i++)
        {
            double x = lower + ((upper - lower) * i / Samples), change = volume.Relative(x) - 1;
            if (!(change > -1 && change <= LargestChange))
            {
                problems.Error(path + ".volume-change", $"must lie above -100 % and up to {ProblemList.Text(100 * LargestChange)} % but is {ProblemList.Text(100 * change)} % at stoichiometry {ProblemList.Text(x)}");
                return;
            }
        }
    }

    // What a law says of the volume stays with the law: the electrode swells by what its material says.
    private static void OwnVolumes(string path, ActivePhase phase, ProblemList problems)
    {
        foreach (AgeingMechanism law in phase.Ageing.Where(m => phase.Material.VolumeChange is null && !m.NeedsVolumeChange && m.Card.Parameters.Any(p => p.Key is "volume-change")))
        {
            problems.Warn(
                $"{path}.ageing.{law.Card.Law}.volume-change",
                $"counts for this law alone: '{phase.Material.Id}' itself has no volume-change:, so that the electrode does not swell by it; give it to the material instead");
        }
    }

    private static void Modulus(string layer, double modulus, ProblemList problems)
    {
        if (!(modulus > 0))
        {
            problems.Error(layer + ".compression-modulus", $"must be positive but is {ProblemList.Text(modulus)} Pa");
        }
    }

    private static void Exponent(string path, double exponent, ProblemList problems)
    {
        if (!(exponent is >= 0 and <= SteepestExponent))
        {
            problems.Error(path, $"must be from 0 to {ProblemList.Text(SteepestExponent)} but is {ProblemList.Text(exponent)}");
        }
    }
}
