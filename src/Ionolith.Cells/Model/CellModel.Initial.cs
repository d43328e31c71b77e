using Ionolith.Cells.Model.Kinetics;
using Ionolith.Materials;

namespace Ionolith.Cells.Model;

/// <content>Initial state, time derivatives, and what is stored.</content>
internal sealed partial class CellModel
{
    private double[]? _noRates;

    /// <summary>The state of the description: uniform stoichiometries and concentrations, no current.</summary>
    /// <param name="y">Receives the state.</param>
    public void SetInitialState(double[] y)
    {
        Array.Clear(y);
        Array.Fill(y, 1, Layout.Concentration, Parts.Grid.Lanes);
        foreach (ElectrolyteRun run in Parts.Runs)
        {
            Array.Fill(y, run.Tables.InitialConcentration, Layout.Concentration + run.First, run.Count);
        }

        y[Layout.Temperature] = Parts.Cell.Temperature;
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population population in electrode.Populations)
            {
                double x = StoichiometryRange.Start(population.Phase.InitialStoichiometry);
                Array.Fill(y, x, population.Diffusion.Offset, population.Diffusion.Lanes * population.Diffusion.Mesh.Count);
                if (population.Hysteresis is { } hysteresis)
                {
                    Array.Fill(y, population.Phase.InitialHysteresis * hysteresis.HalfGap, hysteresis.Offset, electrode.Nodes);
                }
            }

            double rest = electrode.Populations[0].Phase.Material.OpenCircuitPotential
                .Evaluate(StoichiometryRange.Start(electrode.Populations[0].Phase.InitialStoichiometry), Parts.Cell.Temperature).Value;
            Array.Fill(y, rest, Layout.Psi + electrode.FirstNode, electrode.Nodes);
        }
    }

    /// <summary>Time derivatives at a consistent state; those of algebraic unknowns are zero.</summary>
    /// <param name="y">State.</param>
    /// <param name="derivative">Receives the derivatives.</param>
    public void Rates(double[] y, double[] derivative)
    {
        Array.Clear(derivative);
        EvaluateHeld(y);
        TransportGrid grid = Parts.Grid;
        Transport f = Parts.Transport;
        double current = y[Layout.Current];
        for (int m = 0; m < grid.Nodes; m++)
        {
            if (grid.Capacity[m] > 0)
            {
                derivative[Layout.Concentration + m] = (f.Flux[m] - f.Flux[m + 1]) / grid.Capacity[m];
            }

            if (_nodeCapacitance[m] > 0)
            {
                derivative[Layout.Psi + m] = (f.Current[m + 1] - f.Current[m] - _nodeCurrent[m]) / _nodeCapacitance[m];
            }
        }

        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population population in electrode.Populations)
            {
                population.Diffusion.Rates(y, population.Current, derivative);
                population.Hysteresis?.Rates(y, population.Current, 3 * population.Diffusion.SurfaceLoad, derivative);
            }
        }

        double voltage = y[Layout.Voltage];
        double terminal = TerminalCurrent(y);
        derivative[Layout.Charge] = terminal;
        derivative[Layout.Energy] = terminal * voltage;
        derivative[Layout.Leaked] = Layout.HasLight ? current - terminal : Leak * voltage;
        if (Layout.HasLight)
        {
            derivative[Layout.Photocharge] = Photocurrent(y);
            SetLightPowers(y);
            for (int i = 1; i < _energies.Length; i++)
            {
                derivative[_energies[i]] = _powers[i];
            }
        }

        if (Parts.Heat is { } heat)
        {
            SetMixing(y, derivative, 0);
            derivative[Layout.Temperature] =
                (Heat(y, voltage) - (heat.HeatTransfer * (y[Layout.Temperature] - Ambient))) / heat.HeatCapacity;
        }
    }

    /// <summary>Lithium in the hosts, mol/m2 of geometric area.</summary>
    /// <param name="y">State.</param>
    /// <param name="electrode">Electrode.</param>
    /// <returns>Amount of lithium.</returns>
    public static double LithiumContent(double[] y, ElectrodeModel electrode)
    {
        double sum = 0;
        foreach (Population p in electrode.Populations)
        {
            sum += LithiumContent(y, electrode, p);
        }

        return sum;
    }

    /// <summary>Lithium in the particles of one material and size, mol/m2 of geometric area.</summary>
    /// <param name="y">State.</param>
    /// <param name="electrode">Electrode.</param>
    /// <param name="p">Particles in it.</param>
    /// <returns>Amount of lithium.</returns>
    public static double LithiumContent(double[] y, ElectrodeModel electrode, Population p)
    {
        double volume = p.Volume, sum = 0;
        for (int m = 0; m < electrode.Nodes; m++)
        {
            sum += volume * p.Diffusion.Mean(y, m) * p.Phase.Material.MaximumConcentration;
        }

        return sum;
    }

    /// <summary>Adds lithium to all hosts of an electrode, to each the same share of its capacity.</summary>
    /// <param name="y">State.</param>
    /// <param name="electrode">Electrode.</param>
    /// <param name="lithium">Amount, mol/m2 of geometric area; negative: taken out.</param>
    public static void AddLithium(double[] y, ElectrodeModel electrode, double lithium)
    {
        double capacity = electrode.Populations.Sum(p => p.Volume * electrode.Nodes * p.Phase.Material.MaximumConcentration);
        foreach (Population p in electrode.Populations)
        {
            AddStoichiometry(y, electrode, p, lithium / capacity);
        }
    }

    /// <summary>Moves the stoichiometry of a population by the same amount everywhere.</summary>
    /// <param name="y">State.</param>
    /// <param name="electrode">Electrode.</param>
    /// <param name="p">Particles in it.</param>
    /// <param name="change">Change of the stoichiometry, 1.</param>
    public static void AddStoichiometry(double[] y, ElectrodeModel electrode, Population p, double change)
    {
        for (int k = 0; k < p.Diffusion.Mesh.Count; k++)
        {
            int shell = p.Diffusion.Offset + (k * p.Diffusion.Lanes);
            for (int m = 0; m < electrode.Nodes; m++)
            {
                y[shell + m] += change;
            }
        }
    }

    /// <summary>Salt in the cell, mol/m2 of geometric area.</summary>
    /// <param name="y">State.</param>
    /// <returns>Amount of salt.</returns>
    public double SaltContent(double[] y)
    {
        double sum = 0;
        for (int m = 0; m < Parts.Grid.Nodes; m++)
        {
            sum += Parts.Grid.Capacity[m] * y[Layout.Concentration + m];
        }

        return sum;
    }
}
