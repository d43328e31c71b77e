using Ionolith.Cells.Model;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Tests.Fixtures;

/// <summary>Particles alone, fed by a constant current density.</summary>
internal sealed class ParticleSystem(ParticleDiffusion diffusion, double tolerance) : IImplicitSystem
{
    private int Current => diffusion.Mesh.Count * diffusion.Lanes;

    public int Size => Current + diffusion.Lanes;

    public bool Correct(double t, double[] y, double[] derivative, double shift, bool refresh, double[] correction)
    {
        diffusion.Forward(y, derivative, Current, shift, thermal: false);
        Array.Clear(correction);
        diffusion.Backward(correction, Current, 0);
        return true;
    }

    public bool IsSmooth(double[] y) => true;

    public void Complete(double t, double[] y, double[] predicted, double[] predictedDerivative, double shift)
    {
    }

    public void Weigh(double[] y, double[] error, double[] newton)
    {
        Array.Fill(error, 0);
        Array.Fill(error, 1 / (tolerance * Math.Sqrt(Current)), 0, Current);
        error.CopyTo(newton, 0);
    }

    /// <summary>Surface stoichiometry at times after the current is switched on, from a uniform start.</summary>
    public double[] Surfaces(double start, double current, params double[] times)
    {
        double[] y = new double[Size], rates = new double[Size];
        Array.Fill(y, start, 0, Current);
        Array.Fill(y, current, Current, diffusion.Lanes);
        diffusion.Rates(y, Current, rates);
        BdfIntegrator integrator = new(this);
        integrator.Start(0, y, rates, 1e-6 * times[0]);
        return [.. times.Select(time =>
        {
            while (integrator.Time < time * (1 - 1e-13))
            {
                if (integrator.Attempt(time) != StepOutcome.Success)
                {
                    return double.NaN;
                }

                integrator.Commit();
            }

            diffusion.Hold(integrator.State, Current);
            Means = [.. Enumerable.Range(0, diffusion.Mesh.Count).Select(k => integrator.State[k * diffusion.Lanes])];
            return diffusion.Surface[0];
        })];
    }

    /// <summary>Mean of each shell at the last time.</summary>
    public double[] Means { get; private set; } = [];
}
