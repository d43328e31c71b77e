using Ionolith.Materials;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <summary>Diffusion of lithium in the particles of one size at all nodes of an electrode: shells in sequence, nodes in lanes.</summary>
/// <remarks>
/// V_k dx_k/dt = J_k - J_k-1, J = (D/R^2) g (x_k+1 - x_k), and at the surface J_N = -w i with w = theta/(F c_max R), where i is the
/// current density of the contacted share theta of the surface, positive on delithiation. The unknowns x of all shells are eliminated
/// onto i: a forward sweep from the centre leaves the surface stoichiometry as a linear function of the change of i, a backward sweep
/// gives the changes of x. Fluxes are built from differences, so lithium is conserved to round-off whatever the step does.
/// Rows: shell k of y starts at Offset + k Lanes.
/// </remarks>
internal abstract class ParticleDiffusion
{
    private readonly double _fullLoad;

    /// <summary>Prepares the sweeps.</summary>
    /// <param name="mesh">Shells.</param>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="offset">Index in y of the innermost shell at the first node.</param>
    /// <param name="radius">Particle radius R, m.</param>
    /// <param name="maximumConcentration">Concentration at stoichiometry 1, mol/m3.</param>
    /// <param name="contacted">Contacted share theta of the surface, 1.</param>
    protected ParticleDiffusion(
        RadialMesh mesh, int nodes, int offset, double radius, double maximumConcentration, double contacted)
    {
        Mesh = mesh;
        Lanes = Rows.Pad(nodes);
        Offset = offset;
        Radius = radius;
        _fullLoad = 1 / (PhysicalConstants.Faraday * maximumConcentration * radius);
        SurfaceLoad = contacted * _fullLoad;
        Surface = new double[Lanes];
        SurfaceChange = new double[Lanes];
        SurfacePerCurrent = new double[Lanes];
        SurfaceTemperatureSlope = new double[Lanes];
        Right = new double[Lanes * mesh.Count];
        TemperatureRight = new double[Lanes * mesh.Count];
    }

    /// <summary>Shells.</summary>
    public RadialMesh Mesh { get; }

    /// <summary>Padded number of nodes.</summary>
    public int Lanes { get; }

    /// <summary>Index in y of the innermost shell at the first node.</summary>
    public int Offset { get; }

    /// <summary>Index in y of the outermost shell at the first node.</summary>
    public int Outermost => Offset + ((Mesh.Count - 1) * Lanes);

    /// <summary>Particle radius, m.</summary>
    public double Radius { get; }

    /// <summary>w: change of the outermost shell's content (V_N x_N) per time and contacted current density, m2/(A s).</summary>
    public double SurfaceLoad { get; private set; }

    /// <summary>Surface stoichiometry at the nodes, 1.</summary>
    public double[] Surface { get; }

    /// <summary>Change of the surface stoichiometry in the Newton step if the current stayed as it is.</summary>
    public double[] SurfaceChange { get; }

    /// <summary>Further change per change of current density, m2/A; includes the direct part through the surface slope.</summary>
    public double[] SurfacePerCurrent { get; }

    /// <summary>Further change per change of temperature, 1/K.</summary>
    public double[] SurfaceTemperatureSlope { get; }

    /// <summary>Right-hand side after the forward sweep, shape [shells, Lanes].</summary>
    protected double[] Right { get; }

    /// <summary>The same for a change of temperature of 1 K.</summary>
    protected double[] TemperatureRight { get; }

    /// <summary>Mean stoichiometry of a particle, 1.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="node">Its node.</param>
    /// <returns>Mean over the volume, 3 sum V_k x_k.</returns>
    public double Mean(double[] y, int node)
    {
        double mean = 0;
        for (int k = 0; k < Mesh.Count; k++)
        {
            mean += 3 * Mesh.Volumes[k] * y[Offset + (k * Lanes) + node];
        }

        return mean;
    }

    /// <summary>Sets the contacted share of the surface.</summary>
    /// <param name="share">Contacted share theta, 1.</param>
    public void SetContact(double share)
    {
        SurfaceLoad = share * _fullLoad;
        Renew();
    }

    /// <summary>Prepares anew what was computed from the temperature and the contacted share.</summary>
    protected abstract void Renew();

    /// <summary>Sets the temperature of the diffusivity.</summary>
    /// <param name="temperature">Temperature, K.</param>
    public abstract void SetTemperature(double temperature);

    /// <summary>Surface stoichiometry and forward sweep.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="derivative">Their time derivatives.</param>
    /// <param name="current">Index in y of the current density at the first node.</param>
    /// <param name="shift">dy'/dy of the integration formula, 1/s.</param>
    /// <param name="thermal">Whether the change with temperature is wanted.</param>
    public abstract void Forward(double[] y, double[] derivative, int current, double shift, bool thermal);

    /// <summary>Surface stoichiometry and forward sweep of a further iteration of the same step, after a full correction.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="derivative">Their time derivatives.</param>
    /// <param name="current">Index in y of the current density at the first node.</param>
    /// <param name="shift">dy'/dy of the integration formula, 1/s.</param>
    public abstract void Refine(double[] y, double[] derivative, int current, double shift);

    /// <summary>Surface stoichiometry with the particles held as they are: only the surface slope follows the current.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="current">Index in y of the current density at the first node.</param>
    public abstract void Hold(double[] y, int current);

    /// <summary>Sums the changes of the shells of a node with weights, along the direction of the last <see cref="Forward"/>.</summary>
    /// <remarks>The shells' equations are L U dx = r + e di + t dT, of which Forward has done L: the sum is w (L U)^-1 (...), and U^T m = w is solved here.</remarks>
    /// <param name="weights">Weight of each shell, length of the mesh; overwritten.</param>
    /// <param name="node">The node.</param>
    /// <returns>The sum with the current density and temperature as they are, and its changes with both.</returns>
    public (double Basis, double PerCurrent, double PerKelvin) Contract(Span<double> weights, int node)
    {
        double basis = 0, perKelvin = 0, before = 0;
        for (int k = 0; k < Mesh.Count; k++)
        {
            (double inverse, double outwards) = Factors(k, node);
            int row = (k * Lanes) + node;
            weights[k] = (weights[k] + before) * inverse;
            before = outwards * weights[k];
            basis += weights[k] * Right[row];
            perKelvin += weights[k] * TemperatureRight[row];
        }

        return (basis, -SurfaceLoad * weights[Mesh.Count - 1], perKelvin);
    }

    /// <summary>Inverse of the pivot of a shell, and the coupling of its change to that of the next one outwards.</summary>
    protected abstract (double Inverse, double Outwards) Factors(int shell, int node);

    /// <summary>Changes of all shells once the changes of current and temperature are known.</summary>
    /// <param name="change">Changes of y: those of the current are read, those of the shells written.</param>
    /// <param name="current">Index of the current density at the first node.</param>
    /// <param name="temperatureChange">Change of temperature, K.</param>
    public abstract void Backward(double[] change, int current, double temperatureChange);

    /// <summary>Time derivatives of all shells.</summary>
    /// <param name="y">Unknowns.</param>
    /// <param name="current">Index in y of the current density at the first node.</param>
    /// <param name="derivative">Receives the derivatives.</param>
    public abstract void Rates(double[] y, int current, double[] derivative);
}
