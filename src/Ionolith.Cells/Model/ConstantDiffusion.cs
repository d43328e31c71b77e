using System.Runtime.Intrinsics;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <summary>Particles whose diffusivity is the same at every stoichiometry: one scalar tridiagonal serves all nodes.</summary>
internal sealed class ConstantDiffusion : ParticleDiffusion
{
    private readonly PropertyTable _diffusivity;
    private readonly double[] _inverse;
    private readonly double[] _factor;
    private readonly double[] _flow;
    private double _logSlope;
    private double _surfaceSlope;

    /// <inheritdoc cref="ParticleDiffusion(RadialMesh, int, int, double, double, double)"/>
    public ConstantDiffusion(
        RadialMesh mesh, PropertyTable diffusivity, int nodes, int offset, double radius, double maximumConcentration, double contacted)
        : base(mesh, nodes, offset, radius, maximumConcentration, contacted)
    {
        _diffusivity = diffusivity;
        _inverse = new double[mesh.Count];
        _factor = new double[mesh.Count];
        _flow = new double[mesh.Count];
        Prepare();
    }

    /// <inheritdoc/>
    public override void SetTemperature(double temperature)
    {
        _diffusivity.SetTemperature(temperature);
        Prepare();
    }

    /// <inheritdoc/>
    public override void Forward(double[] y, double[] derivative, int current, double shift, bool thermal)
    {
        Factorise(shift);
        int n = Mesh.Count, stride = Lanes;
        double[] v = Mesh.Volumes;
        Vector512<double> load = Rows.All(SurfaceLoad);
        for (int lane = 0; lane < stride; lane += Rows.Width)
        {
            Vector512<double> inflow = Vector512<double>.Zero, right = inflow, before = inflow, below = Rows.Load(y, Offset + lane);
            for (int k = 0; k < n; k++)
            {
                int at = Offset + (k * stride) + lane;
                Vector512<double> x = below, outflow;
                if (k + 1 < n)
                {
                    below = Rows.Load(y, at + stride);
                    outflow = Rows.All(_flow[k]) * (below - x);
                }
                else
                {
                    outflow = -(load * Rows.Load(y, current + lane));
                }

                before = right;
                right = Vector512.FusedMultiplyAdd(
                    Rows.All(_factor[k]), right, (outflow - inflow) - (Rows.All(v[k]) * Rows.Load(derivative, at)));
                Rows.Store(right, Right, (k * stride) + lane);
                inflow = outflow;
            }

            FinishSurface(y, current, lane, right, before);
        }

        if (thermal)
        {
            ForwardTemperature(y, current);
        }
    }

    /// <inheritdoc/>
    /// <remarks>The equations are linear: the correction before has solved them, nothing is left of their residual.</remarks>
    public override void Refine(double[] y, double[] derivative, int current, double shift)
    {
        Array.Clear(Right);
        Array.Clear(SurfaceChange);
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Rows.Store(SurfaceAt(y, current, lane), Surface, lane);
        }
    }

    /// <inheritdoc/>
    public override void Hold(double[] y, int current)
    {
        for (int lane = 0; lane < Lanes; lane += Rows.Width)
        {
            Rows.Store(SurfaceAt(y, current, lane), Surface, lane);
            Rows.Store(Vector512<double>.Zero, SurfaceChange, lane);
            Rows.Store(Rows.All(_surfaceSlope), SurfacePerCurrent, lane);
            Rows.Store(Vector512<double>.Zero, SurfaceTemperatureSlope, lane);
        }
    }

    /// <inheritdoc/>
    public override void Backward(double[] change, int current, double temperatureChange)
    {
        int n = Mesh.Count, stride = Lanes;
        Vector512<double> load = Rows.All(SurfaceLoad), warming = Rows.All(temperatureChange);
        for (int lane = 0; lane < stride; lane += Rows.Width)
        {
            Vector512<double> next = -(load * Rows.Load(change, current + lane));
            for (int k = n - 1; k >= 0; k--)
            {
                Vector512<double> right = Rows.Load(Right, (k * stride) + lane);
                if (temperatureChange != 0)
                {
                    right = Vector512.FusedMultiplyAdd(warming, Rows.Load(TemperatureRight, (k * stride) + lane), right);
                }

                Vector512<double> coupling = k == n - 1 ? next : Rows.All(_flow[k]) * next;
                next = (right + coupling) * Rows.All(_inverse[k]);
                Rows.Store(next, change, Offset + (k * stride) + lane);
            }
        }
    }

    /// <inheritdoc/>
    protected override (double Inverse, double Outwards) Factors(int shell, int node) => (_inverse[shell], _flow[shell]);

    /// <inheritdoc/>
    public override void Rates(double[] y, int current, double[] derivative)
    {
        int n = Mesh.Count, stride = Lanes;
        for (int lane = 0; lane < stride; lane += Rows.Width)
        {
            Vector512<double> inflow = Vector512<double>.Zero;
            for (int k = 0; k < n; k++)
            {
                int at = Offset + (k * stride) + lane;
                Vector512<double> outflow = k + 1 < n
                    ? Rows.All(_flow[k]) * (Rows.Load(y, at + stride) - Rows.Load(y, at))
                    : -(SurfaceLoad * Rows.Load(y, current + lane));
                Rows.Store((outflow - inflow) / Rows.All(Mesh.Volumes[k]), derivative, at);
                inflow = outflow;
            }
        }
    }

    /// <inheritdoc/>
    protected override void Renew() => Prepare();

    private void Prepare()
    {
        double d = _diffusivity.Constant;
        for (int k = 0; k + 1 < Mesh.Count; k++)
        {
            _flow[k] = Mesh.Conductances[k] * d / (Radius * Radius);
        }

        // Surface slope per radius is -w i R^2/D.
        _surfaceSlope = -Mesh.SurfaceSlope * SurfaceLoad * Radius * Radius / d;
        _logSlope = _diffusivity.LogSlope;
    }

    private void Factorise(double shift)
    {
        double flow = 0, inverse = 0;
        for (int k = 0; k < Mesh.Count; k++)
        {
            double factor = flow * inverse;
            double pivot = (Mesh.Volumes[k] * shift) + flow - (factor * flow);
            flow = k + 1 < Mesh.Count ? _flow[k] : 0;
            inverse = 1 / (pivot + flow);
            _factor[k] = factor;
            _inverse[k] = inverse;
        }
    }

    private Vector512<double> SurfaceAt(double[] y, int current, int lane)
    {
        Vector512<double> value = Rows.All(Mesh.SurfaceOuter) * Rows.Load(y, Outermost + lane);
        if (Mesh.Count > 1)
        {
            value += Rows.All(Mesh.SurfaceInner) * Rows.Load(y, Outermost - Lanes + lane);
        }

        return Vector512.FusedMultiplyAdd(Rows.All(_surfaceSlope), Rows.Load(y, current + lane), value);
    }

    // Eliminates the two outermost shells onto the surface value.
    private void FinishSurface(double[] y, int current, int lane, Vector512<double> right, Vector512<double> before)
    {
        int n = Mesh.Count;
        double outer = _inverse[n - 1], inner = n > 1 ? _inverse[n - 2] : 0, flow = n > 1 ? _flow[n - 2] : 0;
        Rows.Store(SurfaceAt(y, current, lane), Surface, lane);
        Rows.Store(SurfaceOf(right, before, outer, inner, flow), SurfaceChange, lane);
        double perCurrent = (-SurfaceLoad * outer * (Mesh.SurfaceOuter + (Mesh.SurfaceInner * flow * inner))) + _surfaceSlope;
        Rows.Store(Rows.All(perCurrent), SurfacePerCurrent, lane);
    }

    private Vector512<double> SurfaceOf(Vector512<double> right, Vector512<double> before, double outer, double inner, double flow)
    {
        Vector512<double> last = right * outer;
        return (Mesh.SurfaceOuter * last) + (Mesh.SurfaceInner * inner * (before + (flow * last)));
    }

    // All inner flows are proportional to D: a warming of 1 K adds dln D/dT times the net flow to each shell.
    private void ForwardTemperature(double[] y, int current)
    {
        int n = Mesh.Count, stride = Lanes;
        double outer = _inverse[n - 1], inner = n > 1 ? _inverse[n - 2] : 0, flow = n > 1 ? _flow[n - 2] : 0;
        for (int lane = 0; lane < stride; lane += Rows.Width)
        {
            Vector512<double> inflow = Vector512<double>.Zero, right = inflow, before = inflow;
            for (int k = 0; k < n; k++)
            {
                int at = Offset + (k * stride) + lane;
                Vector512<double> outflow = k + 1 < n
                    ? Rows.All(_flow[k]) * (Rows.Load(y, at + stride) - Rows.Load(y, at))
                    : Vector512<double>.Zero;
                before = right;
                right = (Rows.All(_factor[k]) * right) + (_logSlope * (outflow - inflow));
                Rows.Store(right, TemperatureRight, (k * stride) + lane);
                inflow = outflow;
            }

            Vector512<double> slope = (-_logSlope * _surfaceSlope) * Rows.Load(y, current + lane);
            Rows.Store(SurfaceOf(right, before, outer, inner, flow) + slope, SurfaceTemperatureSlope, lane);
        }
    }
}
