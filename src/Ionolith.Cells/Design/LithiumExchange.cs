using Ionolith.Cells.Stack;
using Ionolith.Materials;

namespace Ionolith.Cells.Design;

/// <summary>The cell at rest after lithium has been moved from one electrode to the other.</summary>
/// <remarks>
/// Stoichiometries follow from the conservation of lithium, and among several hosts of one electrode from their common potential; nothing is simulated.
/// Source of the balance: the definition of the stoichiometries, x = c / c_max.
/// </remarks>
public static class LithiumExchange
{
    private const int Bisections = 100;

    /// <summary>Charge that can be moved into the negative electrode until the cell is full.</summary>
    /// <param name="cell">The cell, valid.</param>
    /// <returns>Charge, C/m2 of geometric area: up to the upper cut-off voltage at rest after charging, or until a host is at the end of its window. Negative if the cell is above it as described.</returns>
    public static double ToFull(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);

        // Charging takes the branches that are farther apart than the middle of the hysteresis.
        double gap = cell.Layers.OfType<PorousElectrode>().Sum(e => e.ActivePhases.Max(p => p.Material.Hysteresis?.HalfGap ?? 0));
        return ToVoltage(cell, cell.UpperCutoffVoltage - gap);
    }

    /// <summary>Charge that can be moved into the negative electrode until the open-circuit voltage has a value.</summary>
    /// <param name="cell">The cell, valid.</param>
    /// <param name="voltage">Open-circuit voltage, V; of a host with hysteresis, the middle of its branches counts.</param>
    /// <returns>Charge, C/m2 of geometric area; limited by the windows of the hosts; negative where lithium must go back.</returns>
    public static double ToVoltage(CellDescription cell, double voltage)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (ElectrodeCharge negative, ElectrodeCharge positive) = Electrodes(cell);
        double low = Math.Max(negative.Least - negative.Start, positive.Start - positive.Most);
        double high = Math.Min(negative.Most - negative.Start, positive.Start - positive.Least);
        double Voltage(double charge) => positive.Potential(positive.Start - charge) - negative.Potential(negative.Start + charge);
        if (Voltage(high) <= voltage)
        {
            return high;
        }

        if (Voltage(low) >= voltage)
        {
            return low;
        }

        for (int i = 0; i < Bisections; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Voltage(middle) < voltage ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }

    /// <summary>The cell after charge has been moved, at rest.</summary>
    /// <param name="cell">The cell, valid.</param>
    /// <param name="charge">Charge moved into the negative electrode, C/m2 of geometric area; negative: out of it.</param>
    /// <returns>The cell; its lithium is that of <paramref name="cell"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An electrode does not hold or take so much.</exception>
    public static CellDescription Move(CellDescription cell, double charge)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (ElectrodeCharge negative, ElectrodeCharge positive) = Electrodes(cell);
        Layer[] layers = [.. cell.Layers];
        layers[negative.Index] = negative.At(negative.Start + charge);
        layers[positive.Index] = positive.At(positive.Start - charge);
        return cell with { Layers = layers };
    }

    private static (ElectrodeCharge Negative, ElectrodeCharge Positive) Electrodes(CellDescription cell)
    {
        int[] at = [.. Enumerable.Range(0, cell.Layers.Count).Where(i => cell.Layers[i] is LithiumMetal or PorousElectrode)];
        if (at.Length != 2)
        {
            throw new ArgumentException($"A cell has two electrodes, but this one has {at.Length}.", nameof(cell));
        }

        return (ElectrodeCharge.Of(cell.Layers[at[0]], at[0]), ElectrodeCharge.Of(cell.Layers[at[1]], at[1]));
    }

    /// <summary>Lithium of an electrode as charge, and its potential at rest.</summary>
    private abstract record ElectrodeCharge(int Index, double Start, double Least, double Most)
    {
        public static ElectrodeCharge Of(Layer layer, int index) => layer is LithiumMetal metal ? new MetalCharge(metal, index) : new HostCharge((PorousElectrode)layer, index);

        public abstract double Potential(double charge);

        public abstract Layer At(double charge);

        protected void Require(double charge)
        {
            if (!(charge >= Least - (1e-9 * Math.Abs(Start)) && charge <= Most + (1e-9 * Math.Abs(Start))))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(charge), charge, $"An electrode holds {Least} to {Most} C/m2 of lithium and cannot hold {charge} C/m2.");
            }
        }
    }

    private sealed record MetalCharge(LithiumMetal Metal, int Index)
        : ElectrodeCharge(Index, ElectrodeCapacity.Of(Metal), 0, double.MaxValue)
    {
        public override double Potential(double charge) => 0;

        public override Layer At(double charge)
        {
            Require(charge);
            return Metal with { Thickness = Math.Max(0, charge) * Metal.MolarVolume / PhysicalConstants.Faraday };
        }
    }

    private sealed record HostCharge : ElectrodeCharge
    {
        // Volts beyond the ends of the windows, so that hosts of one flat potential have a range at all.
        private const double Beyond = 1e-6;
        private readonly PorousElectrode _electrode;

        public HostCharge(PorousElectrode electrode, int index)
            : base(
                index,
                electrode.ActivePhases.Sum(p => Capacity(electrode, p) * p.InitialStoichiometry),
                electrode.ActivePhases.Sum(p => Capacity(electrode, p) * p.Material.StoichiometryWindow.Lower),
                electrode.ActivePhases.Sum(p => Capacity(electrode, p) * p.Material.StoichiometryWindow.Upper)) => _electrode = electrode;

        public override double Potential(double charge) => PotentialOf(_electrode.ActivePhases[^1], Stoichiometries(charge)[^1]);

        public override Layer At(double charge)
        {
            Require(charge);
            double[] x = charge == Start ? [.. _electrode.ActivePhases.Select(p => p.InitialStoichiometry)] : Stoichiometries(charge);
            return _electrode with { ActivePhases = [.. _electrode.ActivePhases.Select((p, i) => p with { InitialStoichiometry = x[i] })] };
        }

        private static double Capacity(PorousElectrode electrode, ActivePhase phase) =>
            PhysicalConstants.Faraday * electrode.Thickness * phase.VolumeFraction * phase.Material.MaximumConcentration;

        private static double PotentialOf(ActivePhase phase, double x) =>
            phase.Material.OpenCircuitPotential.Evaluate(x, phase.Material.ReferenceTemperature).Value;

        private double[] Stoichiometries(double charge)
        {
            IReadOnlyList<ActivePhase> phases = _electrode.ActivePhases;
            if (phases.Count == 1)
            {
                (double lower, double upper) = phases[0].Material.StoichiometryWindow;
                return [Math.Clamp(charge / Capacity(_electrode, phases[0]), lower, upper)];
            }

            // The common potential at which the hosts together hold the charge: it falls as they take more.
            double high = phases.Max(p => PotentialOf(p, p.Material.StoichiometryWindow.Lower)) + Beyond;
            double low = phases.Min(p => PotentialOf(p, p.Material.StoichiometryWindow.Upper)) - Beyond;
            for (int i = 0; i < Bisections; i++)
            {
                double middle = 0.5 * (low + high);
                (low, high) = Held(middle) > charge ? (middle, high) : (low, middle);
            }

            // On a plateau the potential fixes no stoichiometry: what is missing goes to the hosts in proportion to their room there.
            double[] least = At(high), most = At(low);
            double from = Sum(least), to = Sum(most), share = to > from ? Math.Clamp((charge - from) / (to - from), 0, 1) : 0;
            return [.. least.Select((x, i) => x + (share * (most[i] - x)))];

            double Held(double potential) => Sum(At(potential));
            double Sum(double[] x) => x.Select((v, i) => v * Capacity(_electrode, phases[i])).Sum();
            double[] At(double potential) => [.. phases.Select(p => StoichiometryAt(p, potential))];
        }

        private static double StoichiometryAt(ActivePhase phase, double potential)
        {
            (double low, double high) = phase.Material.StoichiometryWindow;
            if (PotentialOf(phase, low) <= potential)
            {
                return low;
            }

            if (PotentialOf(phase, high) >= potential)
            {
                return high;
            }

            for (int i = 0; i < Bisections; i++)
            {
                double middle = 0.5 * (low + high);
                (low, high) = PotentialOf(phase, middle) > potential ? (middle, high) : (low, middle);
            }

            return 0.5 * (low + high);
        }
    }
}
