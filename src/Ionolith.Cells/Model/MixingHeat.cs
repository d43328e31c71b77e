using Ionolith.Materials;

namespace Ionolith.Cells.Model;

/// <summary>Heat of mixing in the particles of a population: what they release while concentrations within them even out.</summary>
/// <remarks>
/// Q = F c_max V sum over the shells of v_k [H(x_k) - H(x_s)] dx_k/dt, H = U - T dU/dT. With it the heat of the interfaces, which is taken at
/// the surface, adds up to the change of enthalpy of the whole particle. Source: K. E. Thomas and J. Newman, J. Electrochem. Soc. 150 (2003)
/// A176, doi:10.1149/1.1531194.
/// </remarks>
internal sealed class MixingHeat(Population population, int nodes)
{
    private readonly double[] _weights = new double[population.Diffusion.Mesh.Count];
    private readonly double[] _perSurface = new double[nodes];
    private readonly (double Basis, double PerCurrent, double PerKelvin)[] _shells = new (double, double, double)[nodes];

    /// <summary>Heat released at the state evaluated last, W/m2 of geometric area.</summary>
    public double Heat { get; private set; }

    /// <summary>Evaluates heat and derivatives; diffusion and kinetics have been evaluated at the state.</summary>
    /// <param name="y">State.</param>
    /// <param name="derivative">Its derivatives by time.</param>
    /// <param name="shift">Derivative of those to the state, 1/s.</param>
    public void Evaluate(double[] y, double[] derivative, double shift)
    {
        ParticleDiffusion d = population.Diffusion;

        // The volumes of the shells sum to a third.
        double scale = 3 * population.Volume * population.Phase.Material.MaximumConcentration * PhysicalConstants.Faraday;
        Heat = 0;
        for (int m = 0; m < nodes; m++)
        {
            double surface = population.Kinetics.Enthalpy(d.Surface[m], out double surfaceSlope), rate = 0;
            for (int k = 0; k < d.Mesh.Count; k++)
            {
                int at = d.Offset + (k * d.Lanes) + m;
                double volume = scale * d.Mesh.Volumes[k], above = population.Kinetics.Enthalpy(y[at], out double slope) - surface;
                Heat += volume * above * derivative[at];
                rate += volume * derivative[at];
                _weights[k] = volume * ((slope * derivative[at]) + (above * shift));
            }

            _perSurface[m] = -surfaceSlope * rate;
            _shells[m] = shift > 0 ? d.Contract(_weights, m) : default;
        }
    }

    /// <summary>Change of the heat along a direction.</summary>
    /// <param name="node">Node.</param>
    /// <param name="current">Change of the current density there.</param>
    /// <param name="surface">Change of the stoichiometry at the surface.</param>
    /// <param name="temperature">Change of the temperature.</param>
    /// <param name="basis">Whether the constant part of the elimination belongs to it.</param>
    public double Change(int node, double current, double surface, double temperature, bool basis)
    {
        (double own, double perCurrent, double perKelvin) = _shells[node];
        return (basis ? own : 0) + (perCurrent * current) + (perKelvin * temperature) + (_perSurface[node] * surface);
    }
}
