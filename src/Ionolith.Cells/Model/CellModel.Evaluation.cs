using System.Runtime.Intrinsics;
using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model;

/// <content>Kinetics, transport and lithium surfaces at a state.</content>
internal sealed partial class CellModel
{
    // Populations and faces at y; what follows reads their rows.
    private void Evaluate(double[] y, double[] derivative, double shift, Derivatives wanted)
    {
        double temperature = y[Layout.Temperature], current = y[Layout.Current];
        SetTemperature(temperature);
        Parts.Transport.Evaluate(y, Layout.Concentration, Layout.Psi, current, temperature, wanted);
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            int first = electrode.FirstNode, lanes = Rows.Pad(electrode.Nodes);
            bool fresh = true;
            foreach (Population population in electrode.Populations)
            {
                EvaluateParticles(population, y, derivative, shift, wanted);
                population.Kinetics.Evaluate(
                    y,
                    Layout.Psi + first,
                    population.Current,
                    population.Diffusion.Surface,
                    y,
                    Layout.Concentration + first,
                    wanted);
                population.Eliminate(wanted);
                Collect(population, y, first, lanes, fresh, wanted);
                fresh = false;
            }
        }

        EvaluateEnds(y, current, temperature);
    }

    // The same at a state whose stores are given: no step, no rates.
    private void EvaluateHeld(double[] y)
    {
        _noRates ??= new double[Size];
        _frozen = true;
        Evaluate(y, _noRates, 0, Derivatives.Isothermal);
        _frozen = false;
    }

    private void EvaluateParticles(Population population, double[] y, double[] derivative, double shift, Derivatives wanted)
    {
        if (_frozen)
        {
            population.Hysteresis?.Hold();
            population.Diffusion.Hold(y, population.Current);
            return;
        }

        population.Hysteresis?.Evaluate(
            y, derivative, population.Current, 3 * population.Diffusion.SurfaceLoad, shift, wanted != Derivatives.None);
        if (wanted == Derivatives.None)
        {
            population.Diffusion.Refine(y, derivative, population.Current, shift);
        }
        else
        {
            population.Diffusion.Forward(y, derivative, population.Current, shift, wanted == Derivatives.WithTemperature);
        }
    }

    // Sums over the populations of a node; padding lanes carry zeros, so that they may overlap the next layer.
    private void Collect(Population population, double[] y, int first, int lanes, bool fresh, Derivatives wanted)
    {
        double area = population.Area;
        Add(_nodeBase, population.Base, 0);
        AddCurrents();
        if (wanted != Derivatives.None)
        {
            Add(_nodePerPsi, population.PerPsi, 0);
            Add(_nodePerConcentration, population.PerConcentration, 0);
            if (wanted == Derivatives.WithTemperature)
            {
                Add(_nodePerKelvin, population.PerKelvin, 0);
            }
        }

        void AddCurrents() => Add(_nodeCurrent, y, population.Current);

        void Add(double[] sum, double[] row, int offset)
        {
            for (int lane = 0; lane < lanes; lane += Rows.Width)
            {
                Vector512<double> before = fresh ? Vector512<double>.Zero : Rows.Load(sum, first + lane);
                Rows.Store(Vector512.FusedMultiplyAdd(Rows.All(area), Rows.Load(row, offset + lane), before), sum, first + lane);
            }
        }
    }

    /// <summary>Evaluates the lithium surfaces at a consistent state.</summary>
    /// <param name="y">The state.</param>
    public void EvaluateSurfaces(double[] y)
    {
        SetTemperature(y[Layout.Temperature]);
        EvaluateEnds(y, y[Layout.Current], y[Layout.Temperature]);
    }

    /// <summary>Brings the lithium surfaces to where they have drifted at a time.</summary>
    /// <param name="time">Time, s.</param>
    public void MoveSurfaces(double time)
    {
        Parts.NegativeLithium?.MoveTo(time);
        Parts.PositiveLithium?.MoveTo(time);
    }

    private void EvaluateEnds(double[] y, double current, double temperature)
    {
        foreach (SaltEnd end in Parts.SaltEnds)
        {
            end.Evaluate(Parts.Grid, Parts.Transport, y[Layout.Concentration + end.Node], current);
        }

        Parts.NegativeLithium?.Evaluate(current, temperature);
        Parts.PositiveLithium?.Evaluate(current, temperature);
    }
}
