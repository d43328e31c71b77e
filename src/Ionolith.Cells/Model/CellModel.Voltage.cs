using System.Runtime.Intrinsics;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <content>Terminal voltage as a sum over the cell, and its change with the unknowns.</content>
internal sealed partial class CellModel
{
    // From the negative terminal: out of the solid, through the conductors, into the solid. The model has been evaluated at y.
    private double Voltage(double[] y)
    {
        double current = y[Layout.Current], v = 0;
        TransportGrid grid = Parts.Grid;
        if (Parts.Negative is { } negative)
        {
            int m = negative.CollectorNode;
            v -= y[Layout.Psi + m] + (current * grid.SolidLength[m] / grid.Conductivity[m]);
        }
        else
        {
            v -= Parts.NegativeLithium!.Potential;
        }

        if (Parts.Positive is { } positive)
        {
            int m = positive.CollectorNode;
            v += y[Layout.Psi + m] - (current * grid.SolidLength[m] / grid.Conductivity[m]);
        }
        else
        {
            v += Parts.PositiveLithium!.Potential;
        }

        v += SumOfDrops();

        foreach (SaltEnd end in Parts.SaltEnds)
        {
            v += end.Rise;
        }

        foreach (SeriesResistance resistance in Parts.Series)
        {
            v -= current * resistance.Value;
        }

        return v - (current * EdgeResistance());
    }

    // Conductor between a lithium electrode's side of the mesh and the first node there.
    private double EdgeResistance()
    {
        TransportGrid grid = Parts.Grid;
        if (grid.Nodes == 0)
        {
            return 0;
        }

        double resistance = Parts.Negative is null ? grid.LeftLength[0] / Parts.Transport.Conductivity[0] : 0;
        int last = grid.Nodes - 1;
        return resistance + (Parts.Positive is null ? grid.RightLength[last] / Parts.Transport.Conductivity[last] : 0);
    }

    private double EdgeResistanceChange(double[] first, double temperatureChange)
    {
        TransportGrid grid = Parts.Grid;
        double change = 0;
        if (grid.Nodes > 0 && Parts.Negative is null)
        {
            change -= grid.LeftLength[0] * Change(0);
        }

        int last = grid.Nodes - 1;
        if (grid.Nodes > 0 && Parts.Positive is null)
        {
            change -= grid.RightLength[last] * Change(last);
        }

        return change;

        // Change of the conductivity over its square.
        double Change(int m)
        {
            double kappa = Parts.Transport.Conductivity[m];
            double warm = temperatureChange == 0 ? 0 : temperatureChange * Parts.Transport.IonicConductivityPerKelvin[m];
            return ((Parts.Transport.ConductivitySlope[m] * first[m]) + warm) / (kappa * kappa);
        }
    }

    private double SumOfDrops()
    {
        double[] drop = Parts.Transport.Drop;
        int f = 1, last = Parts.Grid.Nodes - 1;
        Vector512<double> sum = Vector512<double>.Zero;
        for (; f + Rows.Width - 1 <= last; f += Rows.Width)
        {
            sum += Rows.Load(drop, f);
        }

        double rest = 0;
        for (; f <= last; f++)
        {
            rest += drop[f];
        }

        return rest + Vector512.Sum(sum);
    }

    // Derivative of the voltage along a direction (concentrations, psi, current density, temperature) at the evaluation made last.
    private double VoltageChange(double current, double[] first, double[] second, double currentChange, double temperatureChange)
    {
        double v = 0;
        TransportGrid grid = Parts.Grid;
        Transport f = Parts.Transport;
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            int m = electrode.CollectorNode;
            double ohmic = grid.SolidLength[m] / grid.Conductivity[m];
            v += electrode.Negative ? -second[m] : second[m];
            v -= ohmic * (currentChange - (current * temperatureChange * f.ConductivityPerKelvin[m] / grid.Conductivity[m]));
        }

        v += DropChange(first, second, currentChange, temperatureChange);
        foreach (SaltEnd end in Parts.SaltEnds)
        {
            v += (end.RisePerNode * first[end.Node]) + (end.RisePerCurrent * currentChange) + (temperatureChange * end.RisePerKelvin);
        }

        v += LithiumChange(Parts.PositiveLithium) - LithiumChange(Parts.NegativeLithium);
        foreach (SeriesResistance resistance in Parts.Series)
        {
            v -= (resistance.Value * currentChange) + (current * resistance.Slope * temperatureChange);
        }

        return v - (EdgeResistance() * currentChange) - (current * EdgeResistanceChange(first, temperatureChange));

        double LithiumChange(LithiumSurface? surface) => surface is null
            ? 0
            : (surface.PerCurrent * currentChange) + (surface.PerKelvin * temperatureChange)
                + (surface.End is null ? 0 : surface.PerNode * first[surface.End.Node]);
    }

    private double DropChange(double[] first, double[] second, double currentChange, double temperatureChange)
    {
        Transport t = Parts.Transport;
        int f = 1, last = Parts.Grid.Nodes - 1;
        Vector512<double> sum = Vector512<double>.Zero;
        for (; f + Rows.Width - 1 <= last && temperatureChange == 0; f += Rows.Width)
        {
            Vector512<double> cL = Rows.Load(first, f - 1), cR = Rows.Load(first, f);
            Vector512<double> i = (Rows.Load(t.CurrentPerLeft, f) * cL) + (Rows.Load(t.CurrentPerRight, f) * cR)
                + (Rows.Load(t.CurrentPerPsi, f) * (Rows.Load(second, f) - Rows.Load(second, f - 1)))
                + (Rows.Load(t.CurrentPerI, f) * currentChange);
            sum += (Rows.Load(t.DropPerLeft, f) * cL) + (Rows.Load(t.DropPerRight, f) * cR) - (Rows.Load(t.Resistance, f) * i);
        }

        double rest = 0;
        for (; f <= last; f++)
        {
            double i = (t.CurrentPerLeft[f] * first[f - 1]) + (t.CurrentPerRight[f] * first[f])
                + (t.CurrentPerPsi[f] * (second[f] - second[f - 1])) + (t.CurrentPerI[f] * currentChange)
                + (t.CurrentPerKelvin[f] * temperatureChange);
            rest += (t.DropPerLeft[f] * first[f - 1]) + (t.DropPerRight[f] * first[f]) + (t.DropPerKelvin[f] * temperatureChange)
                - (t.Resistance[f] * i);
        }

        return rest + Vector512.Sum(sum);
    }
}
