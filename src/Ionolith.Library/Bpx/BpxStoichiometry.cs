using Ionolith.Cells.Stack;
using Ionolith.Materials;

namespace Ionolith.Library.Bpx;

/// <summary>Stoichiometries of a cell's electrodes at state of charge 0 and 1, which BPX states and a cell file does not.</summary>
/// <remarks>
/// One end is the state in which the cell starts; the other one is where the open-circuit voltage reaches the cut-off voltage on
/// the way away from it, or the end of a stoichiometry window that comes before. A cell that starts nearer to empty starts at 0.
/// </remarks>
internal sealed class BpxStoichiometry
{
    private const int Halvings = 60;

    private readonly Dictionary<ActivePhase, (double Minimum, double Maximum)> _limits = new(ReferenceEqualityComparer.Instance);

    private BpxStoichiometry(bool startsFull) => StartsFull = startsFull;

    /// <summary>Whether the cell starts at state of charge 1; otherwise at 0.</summary>
    public bool StartsFull { get; }

    /// <summary>Minimum and maximum stoichiometry of a phase.</summary>
    public (double Minimum, double Maximum) Of(ActivePhase phase) => _limits[phase];

    public static BpxStoichiometry Of(CellDescription cell)
    {
        var negative = cell.Layers.OfType<Layer>().First(l => l is not CurrentCollector) as PorousElectrode;
        var positive = cell.Layers.OfType<Layer>().Last(l => l is not CurrentCollector) as PorousElectrode;
        double discharge = Reach(cell, negative, positive, 1);
        double charge = Reach(cell, negative, positive, -1);
        var result = new BpxStoichiometry(discharge >= charge);
        double passed = result.StartsFull ? discharge : -charge;
        foreach (var (electrode, sign) in new[] { (negative, -1.0), (positive, 1.0) })
        {
            foreach (var phase in electrode?.ActivePhases ?? [])
            {
                double other = Shifted(electrode!, phase, sign * passed);
                result._limits[phase] = (Math.Min(phase.InitialStoichiometry, other), Math.Max(phase.InitialStoichiometry, other));
            }
        }

        return result;
    }

    /// <summary>Charge, C/m2, that passes until the cut-off voltage or the end of a window.</summary>
    private static double Reach(CellDescription cell, PorousElectrode? negative, PorousElectrode? positive, double direction)
    {
        double most = Math.Min(Room(negative, -direction), Room(positive, direction));
        double Voltage(double charge) => Potential(positive, direction * charge) - Potential(negative, -direction * charge);
        bool IsWithin(double charge) => direction > 0 ? Voltage(charge) > cell.LowerCutoffVoltage : Voltage(charge) < cell.UpperCutoffVoltage;
        if (!IsWithin(0))
        {
            return 0;
        }

        if (IsWithin(most))
        {
            return most;
        }

        double inside = 0;
        double outside = most;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (inside + outside) / 2;
            (inside, outside) = IsWithin(middle) ? (middle, outside) : (inside, middle);
        }

        return inside;
    }

    private static double Room(PorousElectrode? electrode, double sign) => electrode is null
        ? double.PositiveInfinity
        : electrode.ActivePhases.Sum(p => Content(electrode, p) * (sign > 0
            ? p.Material.StoichiometryWindow.Upper - p.InitialStoichiometry
            : p.InitialStoichiometry - p.Material.StoichiometryWindow.Lower));

    /// <summary>Potential of the first phase; a blend is taken to move evenly through its windows.</summary>
    private static double Potential(PorousElectrode? electrode, double charge)
    {
        if (electrode is null)
        {
            return 0;
        }

        var phase = electrode.ActivePhases[0];
        return phase.Material.OpenCircuitPotential.Evaluate(Shifted(electrode, phase, charge), phase.Material.ReferenceTemperature).Value;
    }

    private static double Shifted(PorousElectrode electrode, ActivePhase phase, double charge)
    {
        double room = Room(electrode, charge);
        double end = charge > 0 ? phase.Material.StoichiometryWindow.Upper : phase.Material.StoichiometryWindow.Lower;
        double share = room > 0 ? Math.Min(1, Math.Abs(charge) / room) : 0;
        return phase.InitialStoichiometry + (share * (end - phase.InitialStoichiometry));
    }

    private static double Content(PorousElectrode electrode, ActivePhase phase) =>
        PhysicalConstants.Faraday * electrode.Thickness * phase.VolumeFraction * phase.Material.MaximumConcentration;
}
