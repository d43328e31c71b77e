using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Swelling;

/// <summary>Volumes in an electrode, node by node: hosts that grow into the voids first, and then thicken it.</summary>
/// <remarks>
/// For each geometric area a node of built width w_0 holds electrolyte and inert solids, whose volumes stay, and hosts, whose volumes follow V(x) of the mean stoichiometry of their
/// particles. What the hosts have grown by, g = w_0 sum eps (V(x)/V(x_0) - 1), fills the voids w_0 (1 - sum of all fractions) first; the rest is the gain in width, w = w_0 + max(0, g - voids).
/// Balance of volumes, exact; that voids are filled before the electrode thickens is the limit of a swelling coefficient that is zero until they are full and one from then on
/// (P. M. Gomadam, J. W. Weidner, J. Electrochem. Soc. 153 (2006) A179, doi:10.1149/1.2136087). The electrolyte stays with its node, so that the salt in it does as well.
/// Effective conductivities fall as the electrode is diluted: ionic by (w_0/w)^b, electronic by (w_0/w)^b_s, over a path that is longer by w/w_0.
/// </remarks>
internal sealed class ElectrodeVolume
{
    // Fractions that should add up to one may miss it by this.
    private const double Rounding = 1e-9;
    private readonly CellModel _model;
    private readonly ElectrodeModel _electrode;
    private readonly double _width;
    private readonly double _voids;
    private readonly (double Left, double Right, double Solid)[] _built;
    private readonly double[] _ratio;
    private readonly double _ionic;
    private readonly double _electronic;

    /// <summary>Takes the electrode as built.</summary>
    public ElectrodeVolume(CellModel model, ElectrodeModel electrode, SwellingOptions options)
    {
        (_model, _electrode) = (model, electrode);
        PorousElectrode layer = electrode.Description;
        TransportGrid grid = model.Parts.Grid;
        _width = layer.Thickness / electrode.Nodes;
        double filled = layer.ElectrolyteFraction + layer.ActivePhases.Sum(p => p.VolumeFraction) + layer.InertPhases.Sum(p => p.VolumeFraction);
        _voids = 1 - filled > Rounding ? _width * (1 - filled) : 0;
        (_ionic, _electronic) = (options.IonicExponentOf(layer), options.ElectronicExponent);
        _built = [.. Enumerable.Range(electrode.FirstNode, electrode.Nodes).Select(m => (grid.LeftLength[m], grid.RightLength[m], grid.SolidLength[m]))];
        _ratio = new double[electrode.Nodes];
        Array.Fill(_ratio, 1);
        SmallestVoids = _voids / _width;
    }

    /// <summary>Name of the layer.</summary>
    public string Name => _electrode.Description.Name;

    /// <summary>Thickness as built, m.</summary>
    public double BuiltThickness => _electrode.Description.Thickness;

    /// <summary>Gain in thickness found last, m.</summary>
    public double Gain { get; private set; }

    /// <summary>Smallest volume fraction of voids in any node, found last, 1.</summary>
    public double SmallestVoids { get; private set; }

    /// <summary>Finds the volumes at a state; the model is told nothing yet.</summary>
    /// <param name="y">State.</param>
    public void Measure(double[] y)
    {
        double gain = 0, least = double.PositiveInfinity;
        for (int m = 0; m < _electrode.Nodes; m++)
        {
            double growth = 0;
            foreach (Population p in _electrode.Populations)
            {
                if (p.Phase.Material.VolumeChange is { } volume)
                {
                    growth += Built(p) * ((volume.Relative(p.Diffusion.Mean(y, m)) / volume.Relative(p.Phase.InitialStoichiometry)) - 1);
                }
            }

            double widening = Math.Max(0, growth - _voids);
            _ratio[m] = 1 + (widening / _width);
            gain += widening;
            least = Math.Min(least, Math.Max(0, _voids - growth) / (_width + widening));
        }

        (Gain, SmallestVoids) = (gain, least);
    }

    /// <summary>Tells the model the lengths that belong to the volumes found last.</summary>
    public void Tell()
    {
        TransportGrid grid = _model.Parts.Grid;
        for (int m = 0; m < _electrode.Nodes; m++)
        {
            int node = _electrode.FirstNode + m;
            double ionic = Math.Pow(_ratio[m], 1 + _ionic);
            grid.Width[node] = _width * _ratio[m];
            grid.LeftLength[node] = _built[m].Left * ionic;
            grid.RightLength[node] = _built[m].Right * ionic;
            grid.SolidLength[node] = _built[m].Solid * Math.Pow(_ratio[m], 1 + _electronic);
        }
    }

    /// <summary>How fast the voltage moves by what the electrode is swelling now, V/s.</summary>
    /// <param name="y">State at which the model was evaluated last.</param>
    /// <returns>Upper bound: ohmic drops of each node times the relative rate of its resistance.</returns>
    public double VoltageRate(double[] y)
    {
        TransportGrid grid = _model.Parts.Grid;
        Transport f = _model.Parts.Transport;
        double current = y[_model.Parts.Layout.Current], rate = 0;
        for (int m = 0; m < _electrode.Nodes; m++)
        {
            if (_ratio[m] == 1)
            {
                continue;
            }

            int node = _electrode.FirstNode + m;
            double ionic = 0.5 * (f.Current[node] + f.Current[node + 1]), growing = 0;
            foreach (Population p in _electrode.Populations)
            {
                if (p.Phase.Material.VolumeChange is { } volume)
                {
                    double delithiation = 3 * p.Diffusion.SurfaceLoad * y[p.Current + m];
                    growing -= Built(p) * volume.Slope(p.Diffusion.Mean(y, m)) / volume.Relative(p.Phase.InitialStoichiometry) * delithiation;
                }
            }

            double drop = (Math.Abs(ionic) * (1 + _ionic) * (grid.LeftLength[node] + grid.RightLength[node]) / f.Conductivity[node])
                + (Math.Abs(current - ionic) * (1 + _electronic) * 2 * grid.SolidLength[node] / grid.Conductivity[node]);
            rate += drop * Math.Abs(growing) / (_width * _ratio[m]);
        }

        return rate;
    }

    // Volume of particles in a node as built, m.
    private double Built(Population p) => _width * p.Phase.VolumeFraction * p.Size.VolumeShare;
}
