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

        for (int g = 0; g + 1 < grid.Nodes; g++)
        {
            v += Parts.Transport.Drop[g];
        }

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

    private double EdgeResistanceChange(double[] first)
    {
        TransportGrid grid = Parts.Grid;
        double change = 0;
        if (grid.Nodes > 0 && Parts.Negative is null)
        {
            change -= grid.LeftLength[0] * Slope(0) * first[0];
        }

        int last = grid.Nodes - 1;
        if (grid.Nodes > 0 && Parts.Positive is null)
        {
            change -= grid.RightLength[last] * Slope(last) * first[last];
        }

        return change;

        double Slope(int m)
        {
            double kappa = Parts.Transport.Conductivity[m];
            return Parts.Transport.ConductivitySlope[m] / (kappa * kappa);
        }
    }

    // Derivative of the voltage along a direction (concentrations, psi, current density, temperature).
    private double VoltageChange(double[] y, double[] first, double[] second, double currentChange, double temperatureChange)
    {
        double current = y[Layout.Current], v = 0;
        TransportGrid grid = Parts.Grid;
        Transport f = Parts.Transport;
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            int m = electrode.CollectorNode;
            double ohmic = grid.SolidLength[m] / grid.Conductivity[m];
            v += electrode.Negative ? -second[m] : second[m];
            v -= ohmic * (currentChange - (current * temperatureChange * f.ConductivityWarm[m] / grid.Conductivity[m]));
        }

        for (int g = 0; g + 1 < grid.Nodes; g++)
        {
            double i = (f.CurrentPerLeft[g] * first[g]) + (f.CurrentPerRight[g] * first[g + 1])
                + (f.CurrentPerPsi[g] * (second[g + 1] - second[g])) + (f.CurrentPerI[g] * currentChange)
                + (f.CurrentPerKelvin[g] * temperatureChange);
            v += (f.DropPerLeft[g] * first[g]) + (f.DropPerRight[g] * first[g + 1]) + (f.DropPerKelvin[g] * temperatureChange)
                - (f.Resistance[g] * i);
        }

        foreach (SaltEnd end in Parts.SaltEnds)
        {
            v += (end.RisePerNode * first[end.Node]) + (end.RisePerCurrent * currentChange);
        }

        v += LithiumChange(Parts.PositiveLithium) - LithiumChange(Parts.NegativeLithium);
        foreach (SeriesResistance resistance in Parts.Series)
        {
            v -= (resistance.Value * currentChange) + (current * resistance.Slope * temperatureChange);
        }

        return v - (EdgeResistance() * currentChange) - (current * EdgeResistanceChange(first));

        double LithiumChange(LithiumSurface? surface) => surface is null
            ? 0
            : (surface.PerCurrent * currentChange) + (surface.End is null ? 0 : surface.PerNode * first[surface.End.Node]);
    }
}
