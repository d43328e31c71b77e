using Ionolith.Cells.Light;
using Ionolith.Materials;

namespace Ionolith.Cells.Stack;

/// <summary>Whether a photocathode makes sense.</summary>
internal static class LightValidation
{
    private const double FullSun = 1000;

    /// <summary>Finds the problems of the light in a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="temperature">Temperature at which it is judged, K.</param>
    /// <param name="problems">Gets them.</param>
    public static void Validate(CellDescription cell, double temperature, ProblemList problems)
    {
        Layer? positive = cell.Layers.LastOrDefault(l => l is PorousElectrode or LithiumMetal);
        foreach (PorousElectrode electrode in cell.Layers.OfType<PorousElectrode>())
        {
            if (electrode.Light is { } light)
            {
                string path = electrode.Name + ".light";
                if (!ReferenceEquals(electrode, positive))
                {
                    problems.Error(path, "light is taken up by the positive electrode only");
                }

                int before = problems.Problems.Count;
                ValidateValues(path, light, problems);
                if (problems.Problems.Count == before && electrode.Thickness > 0)
                {
                    ValidateJunction(path, light, light.Uptake(electrode.Thickness), temperature, problems);
                }
            }
        }
    }

    private static void ValidateValues(string path, Photocathode light, ProblemList problems)
    {
        Between(path + ".reflectance", light.Reflectance, problems);
        Between(path + ".injection-efficiency", light.InjectionEfficiency, problems);
        foreach (LightAbsorber absorber in light.Absorbers)
        {
            string own = $"{path}.absorbers.{absorber.Name}";
            double gap = absorber.BandGap / PhysicalConstants.Faraday;
            if (!(gap is > 0.05 and < 10))
            {
                problems.Error(own + ".band-gap", $"must be above 0.05 eV and below 10 eV but is {ProblemList.Text(gap)} eV");
            }

            problems.Positive(own + ".absorption-coefficient", absorber.AbsorptionCoefficient, "1/m");
            Between(own + ".internal-quantum-efficiency", absorber.InternalQuantumEfficiency, problems);
        }

        problems.Positive(path + ".separation.rate", light.Separation.Rate, "1/s");
        problems.NotNegative(path + ".separation.recombination-rate", light.Separation.RecombinationRate, "1/s");
        if (!double.IsFinite(light.Separation.DrivingEnergy))
        {
            problems.Error(path + ".separation.driving-energy", $"must be finite but is {light.Separation.DrivingEnergy} J/mol");
        }

        problems.Positive(path + ".diode.saturation-current", light.Diode.SaturationCurrent, "A/m2");
        if (!(light.Diode.Ideality is >= 1 and <= 10))
        {
            problems.Error(path + ".diode.ideality", $"must be from 1 to 10 but is {ProblemList.Text(light.Diode.Ideality)}");
        }

        if (!(light.Diode.ShuntResistance > 0))
        {
            problems.Error(path + ".diode.shunt-resistance", $"must be positive but is {ProblemList.Text(light.Diode.ShuntResistance)} ohm m2");
        }

        if (double.IsNaN(light.ConductionBand) || double.IsPositiveInfinity(light.ConductionBand))
        {
            problems.Error(path + ".conduction-band", $"must be finite but is {light.ConductionBand} V");
        }
    }

    // A junction whose photovoltage at full sun would pass its own gap recombines less than it radiates.
    private static void ValidateJunction(string path, Photocathode light, LightUptake uptake, double temperature, ProblemList problems)
    {
        double gap = light.JunctionGap / PhysicalConstants.Faraday;
        if (gap <= 0)
        {
            problems.Error(path + ".separation.driving-energy", $"leaves the junction a gap of {ProblemList.Text(gap)} eV: it must be below the smallest band gap of the absorbers that give electrons");
            return;
        }

        double generation = light.Generation(uptake, FullSun, temperature, transfer: 1).Current;
        if (generation > 0 && light.Diode.Recombination(gap, temperature, light.JunctionGap).Current < generation)
        {
            double least = generation * light.Diode.SaturationCurrent / light.Diode.Recombination(gap, temperature, light.JunctionGap).Current;
            problems.Error(path + ".diode.saturation-current", $"must be at least {ProblemList.Text(least)} A/m2 but is {ProblemList.Text(light.Diode.SaturationCurrent)} A/m2: at full sun the photovoltage would pass the gap of the junction, {ProblemList.Text(gap)} V");
        }
    }

    private static void Between(string path, double value, ProblemList problems)
    {
        if (!(value is >= 0 and <= 1))
        {
            problems.Error(path, $"must be from 0 to 1 but is {ProblemList.Text(value)}");
        }
    }
}
