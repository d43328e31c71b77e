using System.Runtime.Intrinsics;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <summary>Particles whose diffusivity depends on stoichiometry: a tridiagonal of its own for each node, in lanes.</summary>
/// <remarks>The diffusivity of a face is that of the mean of its neighbours; the surface slope uses that of the outermost shell.</remarks>
internal sealed class VariableDiffusion : ParticleDiffusion
{
    private readonly PropertyTable _diffusivity;
    private readonly double[] _inverse;
    private readonly double[] _outwards;
    private readonly double[] _flux;
    private readonly double[] _fluxTemperatureSlope;
    private readonly double[] _x = new double[Rows.Width];
    private readonly double[] _d = new double[Rows.Width];
    private readonly double[] _slope = new double[Rows.Width];
    private readonly double[] _warm = new double[Rows.Width];
    private readonly double[] _inwards;

    /// <inheritdoc cref="ParticleDiffusion(RadialMesh, int, int, double, double, double)"/>
    public VariableDiffusion(
        RadialMesh mesh, PropertyTable diffusivity, int nodes, int offset, double radius, double maximumConcentration, double contacted)
        : base(mesh, nodes, offset, radius, maximumConcentration, contacted)
    {
        _diffusivity = diffusivity;
        _inverse = new double[mesh.Count * Lanes];
        _outwards = new double[mesh.Count * Lanes];
        _inwards = new double[mesh.Count * Lanes];
        _flux = new double[mesh.Count * Lanes];
        _fluxTemperatureSlope = new double[mesh.Count * Lanes];
    }

    /// <inheritdoc/>
    protected override void Renew()
    {
        // Everything is computed from the contacted share where it is needed.
    }

    /// <inheritdoc/>
    public override void SetTemperature(double temperature) => _diffusivity.SetTemperature(temperature);

    /// <inheritdoc/>
    public override void Forward(double[] y, double[] derivative, int current, double shift, bool thermal)
    {
        Fluxes(y, current, thermal);
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Vector512<double> inflow = Vector512<double>.Zero, right = inflow, before = inflow, warmInflow = inflow, warm = inflow;
            Vector512<double> warmBefore = inflow, outwards = inflow, inwards = inflow, inverse = inflow, inverseBefore = inflow;
            Vector512<double> outwardsBefore = inflow;
            for (int k = 0; k < Mesh.Count; k++)
            {
                int row = (k * Lanes) + lane;
                Vector512<double> factor = inwards * inverse, volume = Rows.All(Mesh.Volumes[k]), flux = Rows.Load(_flux, row);
                Vector512<double> pivot = (shift * volume) + outwards - (factor * outwards);
                before = right;
                right = (factor * right) + (flux - inflow) - (volume * Rows.Load(derivative, Offset + row));
                warmBefore = warm;
                if (thermal)
                {
                    Vector512<double> warmFlux = Rows.Load(_fluxTemperatureSlope, row);
                    warm = (factor * warm) + (warmFlux - warmInflow);
                    warmInflow = warmFlux;
                    Rows.Store(warm, TemperatureRight, row);
                }

                inflow = flux;
                outwardsBefore = outwards;
                inverseBefore = inverse;
                outwards = Rows.Load(_outwards, row);
                inwards = Rows.Load(_inwards, row);
                inverse = Vector512<double>.One / (pivot + inwards);
                Rows.Store(right, Right, row);
                Rows.Store(inverse, _inverse, row);
            }

            FinishSurface(y, current, lane, inverse, inverseBefore, outwardsBefore, (right, before), (warm, warmBefore));
        }
    }

    /// <inheritdoc/>
    public override void Refine(double[] y, double[] derivative, int current, double shift) =>
        Forward(y, derivative, current, shift, thermal: false);

    /// <inheritdoc/>
    public override void Hold(double[] y, int current)
    {
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Surroundings(y, current, lane, out Vector512<double> perCurrent, out _, out _);
            Rows.Store(Vector512<double>.Zero, SurfaceChange, lane);
            Rows.Store(perCurrent, SurfacePerCurrent, lane);
            Rows.Store(Vector512<double>.Zero, SurfaceTemperatureSlope, lane);
        }
    }

    /// <inheritdoc/>
    public override void Backward(double[] change, int current, double temperatureChange)
    {
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Vector512<double> next = -(SurfaceLoad * Rows.Load(change, current + lane));
            for (int k = Mesh.Count - 1; k >= 0; k--)
            {
                int row = (k * Lanes) + lane;
                Vector512<double> right = Rows.Load(Right, row);
                if (temperatureChange != 0)
                {
                    right += temperatureChange * Rows.Load(TemperatureRight, row);
                }

                Vector512<double> coupling = k == Mesh.Count - 1 ? next : Rows.Load(_outwards, row) * next;
                next = (right + coupling) * Rows.Load(_inverse, row);
                Rows.Store(next, change, Offset + row);
            }
        }
    }

    /// <inheritdoc/>
    protected override (double Inverse, double Outwards) Factors(int shell, int node) => (_inverse[(shell * Lanes) + node], _outwards[(shell * Lanes) + node]);

    /// <inheritdoc/>
    public override void Rates(double[] y, int current, double[] derivative)
    {
        Fluxes(y, current, thermal: false);
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Vector512<double> inflow = Vector512<double>.Zero;
            for (int k = 0; k < Mesh.Count; k++)
            {
                int row = (k * Lanes) + lane;
                Vector512<double> flux = Rows.Load(_flux, row);
                Rows.Store((flux - inflow) / Rows.All(Mesh.Volumes[k]), derivative, Offset + row);
                inflow = flux;
            }
        }
    }

    // Flux through the outer face of each shell, and its partial derivatives to the values outside and (negative) inside.
    private void Fluxes(double[] y, int current, bool thermal)
    {
        double scale = 1 / (Radius * Radius);
        for (int k = 0; k + 1 < Mesh.Count; k++)
        {
            Vector512<double> g = Rows.All(Mesh.Conductances[k] * scale);
            for (int lane = 0; lane < Lanes; lane += Rows.Width)
            {
                int row = (k * Lanes) + lane;
                Vector512<double> x = Rows.Load(y, Offset + row), outside = Rows.Load(y, Offset + row + Lanes);
                Diffusivities(0.5 * (x + outside), thermal);
                Vector512<double> d = Rows.Load(_d, 0), half = 0.5 * Rows.Load(_slope, 0), difference = outside - x;
                Rows.Store(g * d * difference, _flux, row);
                Rows.Store(g * (d + (half * difference)), _outwards, row);
                Rows.Store(g * (d - (half * difference)), _inwards, row);
                if (thermal)
                {
                    Rows.Store(g * Rows.Load(_warm, 0) * difference, _fluxTemperatureSlope, row);
                }
            }
        }

        int last = (Mesh.Count - 1) * Lanes;
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Rows.Store(-(SurfaceLoad * Rows.Load(y, current + lane)), _flux, last + lane);
        }
    }

    private void Diffusivities(Vector512<double> x, bool thermal)
    {
        Rows.Store(x, _x, 0);
        _diffusivity.Evaluate(_x, 0, _d, _slope, 0, Rows.Width);
        for (int i = 0; i < Rows.Width && thermal; i++)
        {
            _warm[i] = _diffusivity.TemperatureSlope(_x[i], _d[i]);
        }
    }

    // Surface value, and its direct dependence on the current, on the outermost shell and on temperature through the slope -w i R^2/D.
    private void Surroundings(
        double[] y, int current, int lane, out Vector512<double> perCurrent, out Vector512<double> perOuter, out Vector512<double> perKelvin)
    {
        Vector512<double> outer = Rows.Load(y, Outermost + lane), i = Rows.Load(y, current + lane);
        Diffusivities(outer, thermal: true);
        Vector512<double> d = Rows.Load(_d, 0);
        perCurrent = Rows.All(-Mesh.SurfaceSlope * SurfaceLoad * Radius * Radius) / d;
        Vector512<double> surface = (Mesh.SurfaceOuter * outer) + (perCurrent * i);
        if (Mesh.Count > 1)
        {
            surface += Mesh.SurfaceInner * Rows.Load(y, Outermost - Lanes + lane);
        }

        perOuter = -(perCurrent * i) * Rows.Load(_slope, 0) / d;
        perKelvin = -(perCurrent * i) * Rows.Load(_warm, 0) / d;
        Rows.Store(surface, Surface, lane);
    }

    private void FinishSurface(
        double[] y,
        int current,
        int lane,
        Vector512<double> outer,
        Vector512<double> inner,
        Vector512<double> flow,
        (Vector512<double> Last, Vector512<double> Before) right,
        (Vector512<double> Last, Vector512<double> Before) warm)
    {
        Surroundings(y, current, lane, out Vector512<double> perCurrent, out Vector512<double> perOuter, out Vector512<double> perKelvin);
        Vector512<double> weight = Rows.All(Mesh.SurfaceOuter) + perOuter;
        Vector512<double> deeper = Mesh.SurfaceInner * inner;
        Vector512<double> last = right.Last * outer;
        Rows.Store((weight * last) + (deeper * (right.Before + (flow * last))), SurfaceChange, lane);
        last = -(SurfaceLoad * outer);
        Rows.Store((weight * last) + (deeper * flow * last) + perCurrent, SurfacePerCurrent, lane);
        last = warm.Last * outer;
        Rows.Store((weight * last) + (deeper * (warm.Before + (flow * last))) + perKelvin, SurfaceTemperatureSlope, lane);
    }
}
