using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Stack;

/// <summary>Warns where an electrode reaches potentials at which an electrolyte that touches it is not stable.</summary>
/// <remarks>
/// The potentials of an electrode are those of its active materials over their stoichiometry windows, as far as the cut-off voltages and the
/// potentials of the other electrode let them be reached at rest.
/// </remarks>
internal static class StabilityValidation
{
    private const int Samples = 200;

    /// <summary>Overlap of a window and a range that is no more than rounding, V.</summary>
    private const double Margin = 1e-6;

    public static void Validate(CellDescription cell, ProblemList problems)
    {
        var inner = cell.Layers.Where(l => l is not CurrentCollector).ToList();
        if (inner is not [var negative, .., var positive] || Potentials(negative) is not { } low || Potentials(positive) is not { } high)
        {
            return;
        }

        // The cell's voltage is the difference of both, within its cut-offs.
        var reachedHigh = (Math.Max(high.Lower, cell.LowerCutoffVoltage + low.Lower), Math.Min(high.Upper, cell.UpperCutoffVoltage + low.Upper));
        var reachedLow = (Math.Max(low.Lower, high.Lower - cell.UpperCutoffVoltage), Math.Min(low.Upper, high.Upper - cell.LowerCutoffVoltage));
        Check(negative, inner[1], reachedLow, problems);
        Check(positive, inner[^2], reachedHigh, problems);
    }

    private static void Check(Layer electrode, Layer neighbour, (double Lower, double Upper) reached, ProblemList problems)
    {
        if (!(reached.Lower <= reached.Upper))
        {
            return;
        }

        if (electrode is PorousElectrode porous)
        {
            Check(electrode.Name, electrode.Name + ".electrolyte", porous.Electrolyte, reached, problems);
        }

        if (neighbour is ElectrolyteLayer layer)
        {
            Check(electrode.Name, layer.Name, layer.Electrolyte, reached, problems);
        }
    }

    private static void Check(string electrode, string path, Electrolyte electrolyte, (double Lower, double Upper) reached, ProblemList problems)
    {
        if (electrolyte.StabilityWindow is not { } window)
        {
            return;
        }

        var check = window.Check(reached.Lower, reached.Upper);
        if (check.OxidationMargin < -Margin)
        {
            problems.Warn(
                path + ".stability-window.oxidation",
                $"is {ProblemList.Text(window.Oxidation)} V, but \"{electrode}\" reaches {ProblemList.Text(reached.Upper)} V against lithium, where \"{electrolyte.Id}\" is oxidised");
        }

        if (check.ReductionMargin < -Margin)
        {
            problems.Warn(
                path + ".stability-window.reduction",
                $"is {ProblemList.Text(window.Reduction)} V, but \"{electrode}\" reaches {ProblemList.Text(reached.Lower)} V against lithium, where \"{electrolyte.Id}\" is reduced");
        }
    }

    /// <summary>Potentials against lithium that an electrode takes; null where they cannot be told.</summary>
    private static (double Lower, double Upper)? Potentials(Layer electrode)
    {
        if (electrode is LithiumMetal)
        {
            return (0, 0);
        }

        if (electrode is not PorousElectrode porous || porous.ActivePhases.Count == 0)
        {
            return null;
        }

        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (var phase in porous.ActivePhases)
        {
            var (lower, upper) = phase.Material.StoichiometryWindow;
            for (int i = 0; i <= Samples; i++)
            {
                double x = lower + ((upper - lower) * i / Samples);
                double potential = phase.Material.OpenCircuitPotential.Evaluate(x, phase.Material.ReferenceTemperature).Value;
                if (!double.IsFinite(potential))
                {
                    return null;
                }

                lowest = Math.Min(lowest, potential);
                highest = Math.Max(highest, potential);
            }
        }

        return (lowest, highest);
    }
}
