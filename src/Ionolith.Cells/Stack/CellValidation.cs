using Ionolith.Cells.Protocols;

namespace Ionolith.Cells.Stack;

/// <summary>Tells whether a cell description makes sense, all problems at once.</summary>
public static class CellValidation
{
    private const double FractionTolerance = 1e-9;

    /// <summary>Finds all problems of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Errors and warnings; empty if there are none. Paths name layers as the cell does.</returns>
    public static IReadOnlyList<CellProblem> Validate(this CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var problems = new ProblemList();
        StackOrderValidation.Validate(cell.Layers, problems);
        ValidateContacts(cell, problems);
        ValidateValues(cell, problems);
        StabilityValidation.Validate(cell, problems);
        return problems.Problems;
    }

    /// <summary>Finds the problems of a cell of which some layers could not be read: all but those of order and neighbourhood.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Errors and warnings; empty if there are none.</returns>
    public static IReadOnlyList<CellProblem> ValidateWithoutOrder(this CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var problems = new ProblemList();
        ValidateValues(cell, problems);
        return problems.Problems;
    }

    private static void ValidateValues(CellDescription cell, ProblemList problems)
    {
        problems.Positive("area", cell.Area, "m2");
        problems.Positive("temperature", cell.Temperature, "K");
        if (double.IsFinite(cell.Temperature) && TemperatureCheck.Problem(cell, cell.Temperature) is { } melts)
        {
            problems.Error("temperature", melts);
        }

        ValidateCutoffs(cell, problems);
        ValidateHeat(cell.Heat, cell.Temperature, problems);
        ValidateMesh(cell.Mesh, problems);
        problems.NotNegative("stack-pressure", cell.StackPressure, "Pa");
        if (!(cell.LeakResistance > 0))
        {
            problems.Error("leak-resistance", $"must be positive but is {ProblemList.Text(1e4 * cell.LeakResistance)} ohm cm2");
        }

        // A temperature that makes no sense would spoil every property and hide what is wrong with them.
        double temperature = cell.Temperature > 0 && double.IsFinite(cell.Temperature) ? cell.Temperature : 298.15;
        foreach (var layer in cell.Layers)
        {
            ValidateLayer(layer, cell, temperature, problems);
        }

        // One that nobody gave follows from the area and the layers, whose mistakes are told.
        bool isDerived = cell.NominalCapacity.Equals(ElectrodeCapacity.OfLimitingElectrode(cell.Layers) * cell.Area);
        if (!isDerived || problems.Problems.All(p => p.Severity != ProblemSeverity.Error))
        {
            problems.Positive("nominal-capacity", cell.NominalCapacity, "C");
        }

        LightValidation.Validate(cell, temperature, problems);
        SwellingValidation.Validate(cell, problems);
        AgeingValidation.Validate(cell, problems);
    }

    private static void ValidateCutoffs(CellDescription cell, ProblemList problems)
    {
        bool finite = double.IsFinite(cell.LowerCutoffVoltage) && double.IsFinite(cell.UpperCutoffVoltage);
        if (!finite)
        {
            problems.Error("voltage", $"the cut-off voltages must be finite but are {cell.LowerCutoffVoltage} V and {cell.UpperCutoffVoltage} V");
        }
        else if (cell.LowerCutoffVoltage >= cell.UpperCutoffVoltage)
        {
            problems.Error(
                "voltage",
                "the lower cut-off voltage must be below the upper one but they are "
                + $"{ProblemList.Text(cell.LowerCutoffVoltage)} V and {ProblemList.Text(cell.UpperCutoffVoltage)} V");
        }
    }

    private static void ValidateHeat(HeatBalance? heat, double temperature, ProblemList problems)
    {
        if (heat is not null)
        {
            problems.Positive("heat.capacity", heat.HeatCapacity, "J/(K m2)");
            problems.NotNegative("heat.transfer", heat.HeatTransfer, "W/(K m2)");
            if (heat.LimitTemperature <= temperature)
            {
                problems.Error("heat.limit-temperature", $"must be above the temperature of the cell, {ProblemList.Text(temperature)} K, but is {ProblemList.Text(heat.LimitTemperature)} K");
            }
        }
    }

    private static void ValidateMesh(MeshOptions mesh, ProblemList problems)
    {
        problems.Whole("mesh.electrode-volumes", mesh.ElectrodeVolumes, 1, 2000);
        problems.Whole("mesh.separator-volumes", mesh.SeparatorVolumes, 1, 2000);
        problems.Whole("mesh.shells", mesh.Shells, 1, 2000);
        if (!(mesh.ShellGrading is >= 0.2 and <= 5))
        {
            problems.Error("mesh.shell-grading", $"must be from 0.2 to 5 but is {ProblemList.Text(mesh.ShellGrading)}");
        }
    }

    private static void ValidateContacts(CellDescription cell, ProblemList problems)
    {
        string[] names = [.. cell.Layers.Select(l => l.Name)];
        var seen = new HashSet<(string, string)>();
        for (int i = 0; i < cell.Contacts.Count; i++)
        {
            var contact = cell.Contacts[i];
            string path = $"contacts.{i + 1}";
            problems.NotNegative(path + ".resistance", contact.Resistance, "ohm m2");
            if (!double.IsFinite(contact.ActivationEnergy))
            {
                problems.Error(path + ".activation-energy", $"must be finite but is {contact.ActivationEnergy} J/mol");
            }

            int between = Array.IndexOf(names, contact.Between);
            int and = Array.IndexOf(names, contact.And);
            if (between < 0 || and < 0)
            {
                string missing = between < 0 ? contact.Between : contact.And;
                problems.Error(path, $"names no layer of the cell: \"{missing}\"; the layers are {string.Join(", ", names)}");
            }
            else if (and != between + 1)
            {
                problems.Error(
                    path,
                    $"\"{contact.And}\" does not follow \"{contact.Between}\" in the stack; a contact is between neighbours, the negative side first");
            }
            else if (!seen.Add((contact.Between, contact.And)))
            {
                problems.Error(path, $"the contact between \"{contact.Between}\" and \"{contact.And}\" is given twice");
            }
        }
    }

    private static void ValidateLayer(Layer layer, CellDescription cell, double temperature, ProblemList problems)
    {
        string path = layer.Name;
        if (layer is LithiumMetal)
        {
            // An anode-free cell is built without lithium metal: it is plated by the first charge.
            problems.NotNegative(path + ".thickness", layer.Thickness, "m");
        }
        else
        {
            problems.Positive(path + ".thickness", layer.Thickness, "m");
        }

        if (layer.Thickness > 0.01)
        {
            problems.Warn(path + ".thickness", $"is {ProblemList.Text(layer.Thickness * 1000)} mm: is the unit right?");
        }

        switch (layer)
        {
            case LithiumMetal lithium:
                problems.Positive(path + ".density", lithium.Density, "kg/m3");
                problems.Positive(path + ".molar-volume", lithium.MolarVolume, "m3/mol");
                var neighbour = StackOrderValidation.ConductorNextTo(lithium, cell.Layers);
                KineticsValidation.Validate(path + ".kinetics", lithium.Kinetics, neighbour, (0, 0), temperature, problems);
                break;
            case ElectrolyteLayer electrolyte:
                problems.Share(path + ".volume-fraction", electrolyte.VolumeFraction);
                ValidateTransportEfficiency(path, electrolyte.TransportEfficiency, electrolyte.VolumeFraction, problems);
                ElectrolyteValidation.Validate(path, electrolyte.Electrolyte, temperature, problems);
                break;
            case PorousElectrode electrode:
                ValidateElectrode(electrode, temperature, problems);
                break;
            case CurrentCollector collector when collector.Material.Conductivity <= 0:
                problems.Error(path + ".conductivity", $"must be positive but is {ProblemList.Text(collector.Material.Conductivity)} S/m");
                break;
        }
    }

    private static void ValidateElectrode(PorousElectrode electrode, double temperature, ProblemList problems)
    {
        string path = electrode.Name;
        problems.Share(path + ".electrolyte.volume-fraction", electrode.ElectrolyteFraction);
        ValidateTransportEfficiency(path + ".electrolyte", electrode.TransportEfficiency, electrode.ElectrolyteFraction, problems);
        ElectrolyteValidation.Validate(path + ".electrolyte", electrode.Electrolyte, temperature, problems);
        double conductivity = electrode.ElectronicConductivity.Evaluate(0, temperature).Value;
        problems.Positive(path + ".electronic-conductivity", conductivity, "S/m");
        if (electrode.ActivePhases.Count == 0)
        {
            problems.Error(path + ".active", "an electrode needs at least one active material");
        }

        double sum = electrode.ElectrolyteFraction;
        foreach (var phase in electrode.ActivePhases)
        {
            sum += phase.VolumeFraction;
            ActivePhaseValidation.Validate($"{path}.active.{phase.Material.Id}", phase, electrode, temperature, problems);
        }

        foreach (var inert in electrode.InertPhases)
        {
            sum += inert.VolumeFraction;
            problems.Share($"{path}.inert.{inert.Material.Id}.volume-fraction", inert.VolumeFraction);
        }

        // A fraction that is too large by itself is told once, at its place.
        bool eachIsPossible = electrode.ElectrolyteFraction <= 1 && electrode.ActivePhases.All(p => p.VolumeFraction <= 1)
            && electrode.InertPhases.All(p => p.VolumeFraction <= 1);
        if (sum > 1 + FractionTolerance && eachIsPossible)
        {
            problems.Error(path, $"the volume fractions of electrolyte, active and inert materials add up to {ProblemList.Text(sum)}, more than 1");
        }
    }

    private static void ValidateTransportEfficiency(string path, double efficiency, double fraction, ProblemList problems)
    {
        problems.Share(path + ".transport-efficiency", efficiency);
        if (efficiency > fraction * (1 + FractionTolerance) && fraction > 0)
        {
            problems.Warn(
                path + ".transport-efficiency",
                $"is {ProblemList.Text(efficiency)}, above the volume fraction {ProblemList.Text(fraction)}: a tortuosity factor below 1");
        }
    }
}
