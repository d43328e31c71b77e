namespace Ionolith.Cells.Model;

/// <content>Potentials and currents over the cell at a state, for losses and profiles.</content>
internal sealed partial class CellModel
{
    /// <summary>Evaluates the state and fills an observation.</summary>
    /// <param name="y">A consistent state.</param>
    /// <param name="seen">Receives the values.</param>
    public void Observe(double[] y, Observation seen)
    {
        EvaluateHeld(y);
        TransportGrid grid = Parts.Grid;
        Transport f = Parts.Transport;
        double current = y[Layout.Current];
        seen.Current = current;
        seen.Voltage = y[Layout.Voltage];

        // phi_e is zero at the negative lithium surface or at the first node.
        double edge = grid.Nodes > 0 && Parts.Negative is null ? current * grid.LeftLength[0] / f.Conductivity[0] : 0;
        double ohmic = -edge, diffusional = 0;
        foreach (SaltEnd end in Parts.SaltEnds)
        {
            if (end.Node == 0 && end.Left)
            {
                diffusional += end.Rise;
            }
        }

        for (int m = 0; m < grid.Nodes; m++)
        {
            seen.Ohmic[m] = ohmic;
            seen.Diffusional[m] = diffusional;
            seen.IonicPotential[m] = ohmic + diffusional;
            seen.Concentration[m] = grid.Capacity[m] > 0 ? y[Layout.Concentration + m] : double.NaN;
            seen.SolidPotential[m] = _noPsi[m] == 0 ? seen.IonicPotential[m] + y[Layout.Psi + m] : double.NaN;
            seen.Reaction[m] = _noPsi[m] == 0 ? _nodeCurrent[m] / grid.Width[m] : double.NaN;
            if (m + 1 < grid.Nodes)
            {
                double resistive = -f.Current[m + 1] * f.Resistance[m + 1];
                ohmic += resistive;
                diffusional += f.Drop[m + 1] - resistive;
                foreach (SaltEnd end in Parts.SaltEnds)
                {
                    diffusional += (end.Node == m && !end.Left) || (end.Node == m + 1 && end.Left) ? end.Rise : 0;
                }
            }
        }
    }
}

/// <summary>Values over the nodes at one state; reused.</summary>
internal sealed class Observation(int nodes)
{
    /// <summary>Current density, A/m2.</summary>
    public double Current { get; set; }

    /// <summary>Terminal voltage, V.</summary>
    public double Voltage { get; set; }

    /// <summary>Ohmic part of phi_e, V.</summary>
    public double[] Ohmic { get; } = new double[nodes];

    /// <summary>Diffusional part of phi_e, V.</summary>
    public double[] Diffusional { get; } = new double[nodes];

    /// <summary>phi_e without the resistances in series, V.</summary>
    public double[] IonicPotential { get; } = new double[nodes];

    /// <summary>phi_s on the same scale, V; NaN outside electrodes.</summary>
    public double[] SolidPotential { get; } = new double[nodes];

    /// <summary>Salt concentration, mol/m3; NaN without salt.</summary>
    public double[] Concentration { get; } = new double[nodes];

    /// <summary>Current from the solid into the conductor per volume of electrode, A/m3; NaN outside electrodes.</summary>
    public double[] Reaction { get; } = new double[nodes];
}
