using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Stack;

/// <summary>Checks one active material of an electrode: amount, particles, window, potential, diffusion.</summary>
internal static class ActivePhaseValidation
{
    private const int Samples = 400;

    /// <summary>Rise of a potential with stoichiometry that is noise of a fit, V.</summary>
    private const double RiseTolerance = 1e-4;

    public static void Validate(
        string path, ActivePhase phase, PorousElectrode electrode, double temperature, ProblemList problems)
    {
        var material = phase.Material;
        problems.Share(path + ".volume-fraction", phase.VolumeFraction);
        problems.Share(path + ".contacted-fraction", phase.ContactedFraction);
        problems.Positive(path + ".maximum-concentration", material.MaximumConcentration, "mol/m3");
        problems.Positive(path + ".reference-temperature", material.ReferenceTemperature, "K");
        ValidateSizes(path, phase, electrode, problems);
        var (lower, upper) = material.StoichiometryWindow;
        if (!(lower >= 0 && upper <= 1 && lower < upper))
        {
            problems.Error(
                path + ".stoichiometry-window",
                $"must be an increasing pair from 0 to 1 but is {ProblemList.Text(lower)} to {ProblemList.Text(upper)}");
            return;
        }

        double x = phase.InitialStoichiometry;
        if (!(x >= lower && x <= upper))
        {
            problems.Error(
                path + ".initial-stoichiometry",
                $"must lie in the stoichiometry window {ProblemList.Text(lower)} to {ProblemList.Text(upper)} but is {ProblemList.Text(x)}");
        }

        if (!(phase.InitialHysteresis is >= -1 and <= 1))
        {
            problems.Error(path + ".initial-hysteresis", $"must lie from -1 (branch of lithiation) to 1 (of delithiation) but is {ProblemList.Text(phase.InitialHysteresis)}");
        }

        ValidatePotential(path, material, lower, upper, problems);
        ValidateOverWindow(path, material, lower, upper, temperature, problems);
        KineticsValidation.Validate(path + ".kinetics", phase.Kinetics, electrode.Electrolyte, (lower, upper), temperature, problems);
    }

    private static void ValidateSizes(string path, ActivePhase phase, PorousElectrode electrode, ProblemList problems)
    {
        if (phase.Sizes.Count == 0)
        {
            problems.Error(path + ".radius", "an active material needs a particle radius or a size distribution");
            return;
        }

        foreach (var size in phase.Sizes)
        {
            problems.Positive(path + ".radius", size.Radius, "m");
            problems.Share(path + ".size-distribution", size.VolumeShare);
        }

        double sum = phase.Sizes.Sum(s => s.VolumeShare);
        if (Math.Abs(sum - 1) > 1e-6)
        {
            problems.Error(path + ".size-distribution", $"the volume shares must add up to 1 but add up to {ProblemList.Text(sum)}");
        }

        double largest = phase.Sizes.Max(s => s.Radius);
        if (electrode.Thickness > 0 && largest > electrode.Thickness)
        {
            problems.Warn(
                path + ".radius",
                $"is {ProblemList.Text(largest * 1e6)} um, more than the electrode's thickness of {ProblemList.Text(electrode.Thickness * 1e6)} um");
        }
    }

    private static void ValidatePotential(string path, ActiveMaterial material, double lower, double upper, ProblemList problems)
    {
        string where = path + ".open-circuit-potential";
        string window = $"{ProblemList.Text(lower)} to {ProblemList.Text(upper)}";
        var (domainLower, domainUpper) = material.OpenCircuitPotential.Domain;
        if (lower < domainLower || upper > domainUpper)
        {
            problems.Error(
                where,
                $"covers the stoichiometries {ProblemList.Text(domainLower)} to {ProblemList.Text(domainUpper)} but the window is {window}");
            return;
        }

        double previous = double.PositiveInfinity;
        double previousX = lower;
        foreach (double x in Window(lower, upper))
        {
            double value = material.OpenCircuitPotential.Evaluate(x, material.ReferenceTemperature).Value;
            if (!double.IsFinite(value))
            {
                problems.Error(where, $"is not finite at stoichiometry {ProblemList.Text(x)}, inside the window {window}");
                return;
            }

            if (value > previous + RiseTolerance)
            {
                problems.Warn(
                    where,
                    $"rises from {ProblemList.Text(previous)} V to {ProblemList.Text(value)} V between the stoichiometries "
                    + $"{ProblemList.Text(previousX)} and {ProblemList.Text(x)}; a stable host's potential falls");
                return;
            }

            previous = value;
            previousX = x;
        }
    }

    private static void ValidateOverWindow(
        string path, ActiveMaterial material, double lower, double upper, double temperature, ProblemList problems)
    {
        foreach (double x in Window(lower, upper))
        {
            double value = material.Diffusivity.Evaluate(x, temperature).Value;
            if (!(value > 0) || !double.IsFinite(value))
            {
                problems.Error(
                    path + ".diffusivity",
                    $"must be positive but is {ProblemList.Text(value)} m2/s at stoichiometry {ProblemList.Text(x)} and {ProblemList.Text(temperature)} K");
                break;
            }
        }

        foreach (double x in Window(lower, upper))
        {
            if (!double.IsFinite(material.EntropicCoefficient.Evaluate(x, temperature).Value))
            {
                problems.Error(path + ".entropic-coefficient", $"is not finite at stoichiometry {ProblemList.Text(x)}");
                break;
            }
        }
    }

    private static IEnumerable<double> Window(double lower, double upper) =>
        Enumerable.Range(0, Samples + 1).Select(i => lower + ((upper - lower) * i / Samples));
}
