using Ionolith.Materials;

namespace Ionolith.Cells.Model;

/// <content>Double layers of surfaces whose contact changes.</content>
/// <remarks>
/// A double layer is where particle and conductor touch: its capacitance follows the contacted surface. What was stored on the part that is lost, dC psi for each node, leaves through what is still
/// in contact, as lithium of the same particles, so that lithium and charge stay what they were. That happens between two stretches of integration, like all that changes a store.
/// </remarks>
internal sealed partial class CellModel
{
    /// <summary>Lets the double layers follow the contacts that were told.</summary>
    /// <param name="y">State, in which the hosts take up what leaves the double layers; null: they have taken it up already.</param>
    public void RenewDoubleLayers(double[]? y)
    {
        if (!_hasDoubleLayer)
        {
            return;
        }

        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population p in electrode.Populations)
            {
                double change = p.RenewCapacitance();
                if (change != 0 && y is not null)
                {
                    Discharge(y, electrode, p, change);
                }
            }
        }

        FillCapacitances();
    }

    private void Discharge(double[] y, ElectrodeModel electrode, Population p, double change)
    {
        double perVolt = change / (PhysicalConstants.Faraday * p.Volume * p.Phase.Material.MaximumConcentration);
        for (int k = 0; k < p.Diffusion.Mesh.Count; k++)
        {
            int shell = p.Diffusion.Offset + (k * p.Diffusion.Lanes);
            for (int m = 0; m < electrode.Nodes; m++)
            {
                y[shell + m] += perVolt * y[Layout.Psi + electrode.FirstNode + m];
            }
        }
    }

    private void FillCapacitances()
    {
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            Array.Fill(_nodeCapacitance, electrode.Populations.Sum(p => p.Capacitance), electrode.FirstNode, electrode.Nodes);
        }
    }
}
