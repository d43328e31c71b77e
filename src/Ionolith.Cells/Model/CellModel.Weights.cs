namespace Ionolith.Cells.Model;

/// <content>Which unknowns the error norm sees, and in what measure.</content>
/// <remarks>
/// Half of the norm belongs to the stores (salt, each population's particles; mean square over each field), half to the terminal
/// voltage. The local potentials and interface currents follow from these; to let them into the norm would make steps follow each
/// node as a reaction front passes it. Newton's iteration is judged on the potentials as well.
/// </remarks>
internal sealed partial class CellModel
{
    // Newton's iteration need not know the current of an interface better than to a share of that at 1C.
    private const double CurrentTolerance = 0.3;
    private double[] _errorShare = [];
    private double[] _newtonShare = [];
    private double[] _relative = [];
    private double[] _floor = [];
    private ControlMode _weightMode;
    private bool _weightGiven;

    /// <summary>Makes the weights anew before the next step; they know the surfaces that ageing has changed.</summary>
    public void RenewWeights() => _errorShare = [];

    private void SetShares()
    {
        _weightMode = Control.Mode;
        _weightGiven = IsCurrentGiven;
        (_errorShare, _newtonShare, _floor, _relative) = (new double[Size], new double[Size], new double[Size], new double[Size]);
        Array.Fill(_relative, RelativeTolerance);
        Array.Fill(_floor, AbsoluteTolerance);
        int fields = Parts.Electrodes.Sum(e => e.Populations.Length + e.Populations.Count(p => p.Hysteresis is not null)) + (Parts.HasSalt ? 1 : 0);
        bool held = _weightGiven;
        double field = 0.5 / Math.Max(fields, 1), scalar = (fields == 0 ? 1 : 0.5) / (1 + (held ? 0 : 1) + (Thermal ? 1 : 0));
        for (int m = 0; m < Parts.Grid.Nodes && Parts.HasSalt; m++)
        {
            if (Parts.Grid.Capacity[m] > 0)
            {
                Share(Layout.Concentration + m, 1, field / Parts.SaltNodes, AbsoluteTolerance * Parts.ReferenceConcentration);
            }
        }

        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (ParticleDiffusion d in electrode.Populations.Select(p => p.Diffusion))
            {
                for (int k = 0; k < d.Mesh.Count; k++)
                {
                    Share(d.Offset + (k * d.Lanes), electrode.Nodes, field / (electrode.Nodes * d.Mesh.Count), AbsoluteTolerance);
                }
            }
        }

        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (HysteresisState h in electrode.Populations.Select(p => p.Hysteresis).OfType<HysteresisState>())
            {
                Share(h.Offset, electrode.Nodes, field / electrode.Nodes, RelativeTolerance + AbsoluteTolerance);
            }
        }

        // A potential counts relative to the volts of a cell, also where it is close to zero.
        Share(Layout.Voltage, 1, scalar, RelativeTolerance + AbsoluteTolerance);
        if (!held)
        {
            Share(Layout.Current, 1, scalar, ((1e-3 * RelativeTolerance) + AbsoluteTolerance) * Parts.ReferenceCurrent);
        }

        if (Thermal)
        {
            // The temperature matters through properties that change by some per cent a kelvin: 10 K count as a whole.
            Share(Layout.Temperature, 1, scalar, 10 * (RelativeTolerance + AbsoluteTolerance));
            _relative[Layout.Temperature] = 0;
        }

        Array.Copy(_errorShare, _newtonShare, Size);
        int electrodeNodes = Math.Max(1, Parts.Electrodes.Sum(e => e.Nodes));
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            int first = Layout.Psi + electrode.FirstNode;
            Array.Fill(_newtonShare, Math.Sqrt(0.5 / electrodeNodes), first, electrode.Nodes);
            Array.Fill(_floor, (3 * RelativeTolerance) + AbsoluteTolerance, first, electrode.Nodes);
            ShareCurrents(electrode, electrodeNodes);
        }
    }

    // Where a surface comes back from the end of its range, the potentials settle before the currents do.
    private void ShareCurrents(ElectrodeModel electrode, int electrodeNodes)
    {
        double uniform = UniformCurrent(electrode);
        foreach (Population p in electrode.Populations)
        {
            Array.Fill(_newtonShare, Math.Sqrt(0.5 / (electrodeNodes * electrode.Populations.Length)), p.Current, electrode.Nodes);
            Array.Fill(_floor, CurrentTolerance * uniform, p.Current, electrode.Nodes);
        }
    }

    private void Share(int first, int count, double share, double floor)
    {
        Array.Fill(_errorShare, Math.Sqrt(share), first, count);
        Array.Fill(_floor, floor, first, count);
    }
}
