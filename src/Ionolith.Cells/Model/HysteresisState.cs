using System.Runtime.Intrinsics;
using Ionolith.Materials.Substances;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <summary>Hysteresis h of the open-circuit potential of a population at all nodes, a state of the integrator that falls out of the node equations.</summary>
/// <remarks>
/// dh/dt = g (M v - h |v|) with v = -dx/dt = 3 w i of the mean stoichiometry (<see cref="ParticleDiffusion"/>): its change in a Newton step is
/// linear in that of the current density i. The heat balance and the open-circuit voltage know the middle of the branches only, so that what a closed cycle loses to
/// the gap is heat.
/// </remarks>
internal sealed class HysteresisState(PotentialHysteresis law, int offset, int lanes)
{
    /// <summary>Index in y of the first node, V.</summary>
    public int Offset => offset;

    /// <summary>Half the gap between the branches, V.</summary>
    public double HalfGap => law.HalfGap;

    /// <summary>Change of h in the Newton step if the current stayed as it is, V.</summary>
    public double[] Base { get; } = new double[lanes];

    /// <summary>Further change per change of current density, V m2/A.</summary>
    public double[] PerCurrent { get; } = new double[lanes];

    /// <summary>Prepares a Newton step.</summary>
    /// <param name="y">State.</param>
    /// <param name="derivative">Its time derivatives.</param>
    /// <param name="current">Index in y of the current density at the first node.</param>
    /// <param name="load">Delithiation v for each unit of current density, m2/(A s).</param>
    /// <param name="shift">dy'/dy of the integration formula, 1/s.</param>
    /// <param name="renew">Whether the slope to the current is wanted anew.</param>
    public void Evaluate(double[] y, double[] derivative, int current, double load, double shift, bool renew)
    {
        Vector512<double> rate = Rows.All(law.DecayRate), gap = Rows.All(law.HalfGap);
        for (int lane = 0; lane < lanes; lane += Rows.Width)
        {
            Vector512<double> v = load * Rows.Load(y, current + lane), h = Rows.Load(y, offset + lane);
            Vector512<double> inverse = Vector512<double>.One / (Rows.All(shift) + (rate * Vector512.Abs(v)));
            Rows.Store(inverse * ((rate * ((gap * v) - (h * Vector512.Abs(v)))) - Rows.Load(derivative, offset + lane)), Base, lane);
            if (renew)
            {
                Rows.Store(inverse * rate * load * (gap - Vector512.CopySign(h, h * v)), PerCurrent, lane);
            }
        }
    }

    /// <summary>The state is held: nothing changes.</summary>
    public void Hold()
    {
        Array.Clear(Base);
        Array.Clear(PerCurrent);
    }

    /// <summary>Writes the change of h at all nodes.</summary>
    /// <param name="change">Changes of y; those of the current density are read.</param>
    /// <param name="current">Index of the current density at the first node.</param>
    public void Substitute(double[] change, int current)
    {
        for (int lane = 0; lane < lanes; lane += Rows.Width)
        {
            Rows.Store(Rows.Load(Base, lane) + (Rows.Load(PerCurrent, lane) * Rows.Load(change, current + lane)), change, offset + lane);
        }
    }

    /// <summary>Time derivatives at all nodes.</summary>
    /// <param name="y">State.</param>
    /// <param name="current">Index in y of the current density at the first node.</param>
    /// <param name="load">Delithiation for each unit of current density, m2/(A s).</param>
    /// <param name="derivative">Receives the derivatives.</param>
    public void Rates(double[] y, int current, double load, double[] derivative)
    {
        for (int m = 0; m < lanes; m++)
        {
            double v = load * y[current + m];
            derivative[offset + m] = law.DecayRate * ((law.HalfGap * v) - (y[offset + m] * Math.Abs(v)));
        }
    }
}
