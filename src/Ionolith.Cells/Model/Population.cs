using System.Runtime.Intrinsics;
using Ionolith.Cells.Model.Kinetics;
using Ionolith.Cells.Stack;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <summary>The particles of one material and size in an electrode: diffusion, kinetics, and how both fall out of the node equations.</summary>
/// <remarks>
/// At each node the current density i of the interface and all shells are eliminated: the change of i is
/// Base + PerPsi dpsi + PerConcentration dc + PerKelvin dT.
/// </remarks>
internal sealed class Population(
    ActivePhase phase, ParticleSize size, ParticleDiffusion diffusion, InterfaceKernel kinetics, HysteresisState? hysteresis, int current, int nodes, double area)
{
    // Newton's iteration on asinh converges from arguments up to 1.39 only.
    private const double LongestLinearStep = 1.4;
    private readonly double[] _mask = Mask(nodes);
    private readonly double[] _inverse = new double[Rows.Pad(nodes)];

    /// <summary>The phase.</summary>
    public ActivePhase Phase => phase;

    /// <summary>The size.</summary>
    public ParticleSize Size => size;

    /// <summary>Diffusion in the particles.</summary>
    public ParticleDiffusion Diffusion => diffusion;

    /// <summary>Kinetics at their surface.</summary>
    public InterfaceKernel Kinetics => kinetics;

    /// <summary>Hysteresis of the potential; null: none.</summary>
    public HysteresisState? Hysteresis => hysteresis;

    /// <summary>Heat of mixing in the particles; null until a heat balance has asked for it.</summary>
    public MixingHeat? Mixing { get; set; }

    /// <summary>Hysteresis of the potential at a node, V.</summary>
    public double HysteresisAt(double[] y, int node) => hysteresis is null ? 0 : y[hysteresis.Offset + node];

    /// <summary>Index in y of the current density at the first node, A/m2 of contacted surface.</summary>
    public int Current => current;

    /// <summary>Contacted surface in one node per geometric area, 1.</summary>
    public double Area => area * ContactedShare * ActiveShare;

    /// <summary>Volume of the particles that take part in one node per geometric area, m.</summary>
    public double Volume => area / phase.ContactedFraction * size.Radius / 3 * ActiveShare;

    /// <summary>Share of the fresh contacted surface that is still in contact, 1.</summary>
    public double ContactedShare { get; private set; } = 1;

    /// <summary>Share of the particles that still take part, 1.</summary>
    public double ActiveShare { get; private set; } = 1;

    /// <summary>Sets what ageing has left of the contacts and of the particles.</summary>
    /// <param name="contacted">Share of the fresh contacted surface, 1.</param>
    /// <param name="active">Share of the particles, 1.</param>
    public void SetShares(double contacted, double active)
    {
        (ContactedShare, ActiveShare) = (contacted, active);
        diffusion.SetContact(phase.ContactedFraction * contacted);
    }

    /// <summary>Double-layer capacitance of one node per geometric area, F/m2: that of the surface that was in contact when it was renewed last.</summary>
    public double Capacitance { get; private set; } = area * phase.Kinetics.DoubleLayerCapacitance;

    /// <summary>Lets the double layer follow the contacted surface.</summary>
    /// <returns>Change of the capacitance of one node, F/m2.</returns>
    public double RenewCapacitance()
    {
        double before = Capacitance;
        Capacitance = Area * phase.Kinetics.DoubleLayerCapacitance;
        return Capacitance - before;
    }

    /// <summary>Change of the current density with all else as it is, A/m2.</summary>
    public double[] Base { get; } = new double[Rows.Pad(nodes)];

    /// <summary>Change of the current density per change of psi.</summary>
    public double[] PerPsi { get; } = new double[Rows.Pad(nodes)];

    /// <summary>Change of the current density per change of salt concentration.</summary>
    public double[] PerConcentration { get; } = new double[Rows.Pad(nodes)];

    /// <summary>Change of the current density per change of temperature.</summary>
    public double[] PerKelvin { get; } = new double[Rows.Pad(nodes)];

    /// <summary>Open-circuit potential at a stoichiometry and the current temperature, V.</summary>
    /// <param name="stoichiometry">Stoichiometry, 1.</param>
    /// <returns>The potential.</returns>
    public double EquilibriumPotential(double stoichiometry) => kinetics.EquilibriumPotential(stoichiometry);

    /// <summary>Eliminates the current density at all nodes; diffusion and kinetics have been evaluated.</summary>
    /// <param name="wanted">Derivatives.None: the matrix of the last elimination serves again.</param>
    public void Eliminate(Derivatives wanted)
    {
        for (int lane = 0; lane < Base.Length; lane += Rows.Width)
        {
            Vector512<double> perX = Rows.Load(kinetics.PerStoichiometry, lane), inverse;
            if (wanted == Derivatives.None)
            {
                inverse = Rows.Load(_inverse, lane);
            }
            else
            {
                // Padding lanes take no part: an inverse of zero leaves their currents as they are.
                Vector512<double> pivot = Rows.Load(kinetics.PerCurrent, lane) + (perX * Rows.Load(diffusion.SurfacePerCurrent, lane));
                if (hysteresis is not null)
                {
                    pivot -= Rows.Load(kinetics.PerPotential, lane) * Rows.Load(hysteresis.PerCurrent, lane);
                }

                inverse = Masked(Rows.All(-1) / pivot, lane);
                Rows.Store(inverse, _inverse, lane);
                Rows.Store(Masked(Rows.Load(kinetics.PerPotential, lane) * inverse, lane), PerPsi, lane);
                Rows.Store(Masked(Rows.Load(kinetics.PerConcentration, lane) * inverse, lane), PerConcentration, lane);
                if (wanted == Derivatives.WithTemperature)
                {
                    Vector512<double> warm = Rows.Load(kinetics.PerKelvin, lane)
                        + (perX * Rows.Load(diffusion.SurfaceTemperatureSlope, lane));
                    Rows.Store(Masked(warm * inverse, lane), PerKelvin, lane);
                }
            }

            Vector512<double> residual = Rows.Load(kinetics.Residual, lane) + (perX * Rows.Load(diffusion.SurfaceChange, lane));
            if (hysteresis is not null)
            {
                residual -= Rows.Load(kinetics.PerPotential, lane) * Rows.Load(hysteresis.Base, lane);
            }

            Rows.Store(Masked(residual * inverse, lane), Base, lane);
        }
    }

    /// <summary>Writes the change of the current density at all nodes.</summary>
    /// <param name="change">Changes of y; those of psi and concentration are read.</param>
    /// <param name="psi">Index of psi at the electrode's first node.</param>
    /// <param name="concentration">Index of the concentration there.</param>
    /// <param name="temperatureChange">Change of temperature, K.</param>
    public void SubstituteCurrent(double[] change, int psi, int concentration, double temperatureChange)
    {
        for (int lane = 0; lane < Base.Length; lane += Rows.Width)
        {
            Vector512<double> value = Rows.Load(Base, lane) + (Rows.Load(PerPsi, lane) * Rows.Load(change, psi + lane))
                + (Rows.Load(PerConcentration, lane) * Rows.Load(change, concentration + lane));
            if (temperatureChange != 0)
            {
                value += temperatureChange * Rows.Load(PerKelvin, lane);
            }

            Rows.Store(Masked(value, lane), change, current + lane);
        }
    }

    /// <summary>Mends the changes of the current density that Newton's iteration would overshoot with.</summary>
    /// <remarks>
    /// The residual holds asinh[i/(2 i_0)], a logarithm: from a current far above i_0 to a small one the linear step runs through zero and
    /// ends farther away on the other side. There asinh[i/(2 i_0)] takes the step instead of i.
    /// </remarks>
    /// <param name="y">State.</param>
    /// <param name="change">Changes of y; those of the current density are mended.</param>
    /// <param name="concentration">Index in y of the concentration at the electrode's first node.</param>
    /// <returns>Whether any was mended: then this is not Newton's own step.</returns>
    public bool TurnCurrents(double[] y, double[] change, int concentration)
    {
        bool turned = false;
        for (int lane = 0; lane < Base.Length; lane += Rows.Width)
        {
            // d asinh/di is that of the residual but for the film.
            Vector512<double> i = Rows.Load(y, current + lane), step = Rows.Load(change, current + lane);
            Vector512<double> moves = Vector512.Abs(step * Rows.Load(kinetics.PerCurrent, lane));
            Vector512<double> crosses = Vector512.LessThan(i * (i + step), Vector512<double>.Zero);
            Vector512<double> far = Vector512.GreaterThan(moves, Rows.All(LongestLinearStep)) & crosses;
            if (far != Vector512<double>.Zero)
            {
                turned |= TurnLane(y, change, concentration, lane);
            }
        }

        return turned;
    }

    private bool TurnLane(double[] y, double[] change, int concentration, int lane)
    {
        bool turned = false;
        for (int m = lane; m < Math.Min(lane + Rows.Width, nodes); m++)
        {
            double i = y[current + m], next = i + change[current + m];
            double i_0 = kinetics.ExchangeCurrent(diffusion.Surface[m], y[concentration + m]);
            double step = change[current + m] / Math.Sqrt((i * i) + (4 * i_0 * i_0));
            double better = 2 * i_0 * Math.Sinh(Math.Asinh(i / (2 * i_0)) + step);
            if (i * next < 0 && Math.Abs(step) > LongestLinearStep && Math.Abs(better) < Math.Abs(next))
            {
                change[current + m] = better - i;
                turned = true;
            }
        }

        return turned;
    }

    // Zero in the padding lanes, whatever was computed there.
    private Vector512<double> Masked(Vector512<double> value, int lane) => Vector512.ConditionalSelect(
        Vector512.Equals(Rows.Load(_mask, lane), Vector512<double>.One), value, Vector512<double>.Zero);

    private static double[] Mask(int nodes)
    {
        double[] mask = new double[Rows.Pad(nodes)];
        Array.Fill(mask, 1, 0, nodes);
        return mask;
    }
}
