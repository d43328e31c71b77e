using Ionolith.Materials;

namespace Ionolith.Cells.Model;

/// <summary>A plane where a conductor with salt meets lithium or a single-ion conductor: the whole current passes, no anion does.</summary>
/// <remarks>
/// At the plane -D dc/dx = (1 - t+) I/F, so that its concentration is that of the last node plus or minus (1 - t+) I h/(F D), and the
/// potential between node and plane is chi ln of their ratio.
/// </remarks>
internal sealed class SaltEnd(int node, bool left)
{
    /// <summary>The node next to the plane.</summary>
    public int Node => node;

    /// <summary>Whether the plane lies on the node's negative side.</summary>
    public bool Left => left;

    /// <summary>Concentration at the plane, mol/m3.</summary>
    public double Concentration { get; private set; }

    /// <summary>Its derivative to the node's concentration.</summary>
    public double PerNode { get; private set; }

    /// <summary>Its derivative to the current density, mol/(A m).</summary>
    public double PerCurrent { get; private set; }

    /// <summary>Rise of phi_e over the half volume by diffusion, in the positive direction of x, V.</summary>
    public double Rise { get; private set; }

    /// <summary>Derivative of <see cref="Rise"/> to the node's concentration.</summary>
    public double RisePerNode { get; private set; }

    /// <summary>Derivative of <see cref="Rise"/> to the current density.</summary>
    public double RisePerCurrent { get; private set; }

    /// <summary>Derivative of <see cref="Concentration"/> to temperature, mol/(m3 K); evaluated where the cell has a heat balance.</summary>
    public double PerKelvin { get; private set; }

    /// <summary>Derivative of <see cref="Rise"/> to temperature, V/K; likewise.</summary>
    public double RisePerKelvin { get; private set; }

    /// <summary>Evaluates the plane.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="transport">Properties at the nodes.</param>
    /// <param name="concentration">Concentration of the node, mol/m3.</param>
    /// <param name="current">Current density of the cell, A/m2.</param>
    public void Evaluate(TransportGrid grid, Transport transport, double concentration, double current)
    {
        double sign = left ? 1 : -1, length = (left ? grid.LeftLength[node] : grid.RightLength[node]) / PhysicalConstants.Faraday;
        double d = transport.Diffusivity[node], share = transport.AnionShare[node], chi = transport.NodeChi[node];
        PerCurrent = sign * share * length / d;
        Concentration = concentration + (PerCurrent * current);
        double slope = sign * length * (transport.AnionShareSlope[node] - (share * transport.DiffusivitySlope[node] / d)) / d;
        PerNode = 1 + (slope * current);
        double least = transport.LeastConcentration[node];
        double ratio = Transport.Log(concentration, least) - Transport.Log(Concentration, least);
        double perNode = 1 / Math.Max(concentration, least), perEnd = 1 / Math.Max(Concentration, least);
        Rise = sign * chi * ratio;
        RisePerNode = sign * ((transport.NodeChiSlope[node] * ratio) + (chi * (perNode - (PerNode * perEnd))));
        RisePerCurrent = -sign * chi * PerCurrent * perEnd;
        PerKelvin = sign * length * current * (transport.AnionSharePerKelvin[node] - (share * transport.DiffusivityPerKelvin[node] / d)) / d;
        RisePerKelvin = sign * ((transport.NodeChiPerKelvin[node] * ratio) - (chi * PerKelvin * perEnd));
    }
}
