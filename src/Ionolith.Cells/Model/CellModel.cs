using Ionolith.Cells.Stack;
using Ionolith.Numerics.Integration;
using Ionolith.Numerics.Kernels;
using Ionolith.Numerics.LinearAlgebra;

namespace Ionolith.Cells.Model;

/// <summary>The continuum model of a cell as a system of differential and algebraic equations.</summary>
/// <remarks>
/// Unknowns in one row: salt concentration at all nodes; psi = phi_s - phi_e at the nodes of the electrodes; for each population all
/// shells, then the current density of its interface; current density I, voltage, temperature, charge and energy. Particles are
/// eliminated onto the interface current, that onto psi and the concentration of its node; a tridiagonal system of 1 x 1 (single-ion
/// conductor) or 2 x 2 blocks remains, bordered by I and the temperature where these are unknown. Not thread-safe.
/// </remarks>
internal sealed partial class CellModel : IImplicitSystem
{
    private readonly BlockTridiagonal _blocks;
    private readonly Tridiagonal _scalar;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _currentFirst;
    private readonly double[] _currentSecond;
    private readonly double[] _warmFirst;
    private readonly double[] _warmSecond;
    private readonly double[] _nodeCurrent;
    private readonly double[] _nodeBase;
    private readonly double[] _nodePerPsi;
    private readonly double[] _nodePerConcentration;
    private readonly double[] _nodePerKelvin;
    private readonly double[] _nodeCapacitance;
    private bool _frozen;
    private double _linearVoltage;
    private double _temperature = double.NaN;

    /// <summary>Composes the model; <see cref="ModelBuilder"/> lays out its parts.</summary>
    public CellModel(ModelParts parts)
    {
        Parts = parts;
        int n = Math.Max(parts.Grid.Nodes, 1);
        bool salt = parts.HasSalt;
        _blocks = new(salt ? n : 0);
        _scalar = new(salt ? 0 : n);
        int length = parts.Grid.Lanes + Rows.Width;
        (_first, _second, _currentFirst, _currentSecond) = (new double[length], new double[length], new double[length], new double[length]);
        (_warmFirst, _warmSecond) = (new double[length], new double[length]);
        (_nodeCurrent, _nodeBase, _nodePerPsi) = (new double[length], new double[length], new double[length]);
        (_nodePerConcentration, _nodePerKelvin, _nodeCapacitance) = (new double[length], new double[length], new double[length]);
        foreach (ElectrodeModel electrode in parts.Electrodes)
        {
            for (int m = 0; m < electrode.Nodes; m++)
            {
                _nodeCapacitance[electrode.FirstNode + m] = electrode.Populations.Sum(p => p.Capacitance);
            }
        }

        Control = new(ControlMode.Current, 0);
    }

    /// <summary>The parts of which the model is made.</summary>
    public ModelParts Parts { get; }

    /// <summary>What is held.</summary>
    public CellControl Control { get; set; }

    /// <summary>Temperature of the surroundings, K.</summary>
    public double Ambient { get; set; } = 298.15;

    /// <summary>Relative tolerance of the weights.</summary>
    public double RelativeTolerance { get; set; } = 1e-4;

    /// <summary>Absolute tolerance of the weights in units of each unknown's scale.</summary>
    public double AbsoluteTolerance { get; set; } = 1e-6;

    /// <inheritdoc/>
    public int Size => Parts.Layout.Size;

    private StateLayout Layout => Parts.Layout;

    private bool Thermal => Parts.Heat is not null;

    /// <inheritdoc/>
    public void Weigh(double[] y, double[] error, double[] newton)
    {
        Array.Clear(error);
        Array.Clear(newton);
        double voltage = (RelativeTolerance * Math.Max(Math.Abs(y[Layout.Voltage]), 1)) + AbsoluteTolerance;
        int populations = Parts.Electrodes.Sum(e => e.Populations.Count);
        int fields = populations + (Parts.HasSalt ? 1 : 0);
        bool heldCurrent = Control.Mode == ControlMode.Current;
        int scalars = heldCurrent ? 1 : 2;
        double fieldShare = 0.5 / Math.Max(fields, 1), scalarShare = (fields == 0 ? 1 : 0.5) / (scalars + (Thermal ? 1 : 0));
        if (Parts.HasSalt)
        {
            double scale = Parts.ReferenceConcentration;
            int nodes = Parts.SaltNodes;
            for (int m = 0; m < Parts.Grid.Nodes; m++)
            {
                if (Parts.Grid.Capacity[m] > 0)
                {
                    double weight = ((RelativeTolerance * Math.Abs(y[Layout.Concentration + m])) + (AbsoluteTolerance * scale));
                    error[Layout.Concentration + m] = Math.Sqrt(fieldShare / nodes) / weight;
                }
            }
        }

        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            foreach (Population population in electrode.Populations)
            {
                WeighShells(population.Diffusion, electrode.Nodes, fieldShare, y, error);
            }
        }

        error[Layout.Voltage] = Math.Sqrt(scalarShare) / voltage;
        if (!heldCurrent)
        {
            double scale = (RelativeTolerance * Math.Abs(y[Layout.Current])) + (1e-3 * RelativeTolerance * Parts.ReferenceCurrent);
            error[Layout.Current] = Math.Sqrt(scalarShare) / (scale + (AbsoluteTolerance * Parts.ReferenceCurrent));
        }

        if (Thermal)
        {
            // The temperature matters through properties that change by a few per cent a kelvin: 1 K counts as 0.1.
            error[Layout.Temperature] = Math.Sqrt(scalarShare) * 0.1 / (RelativeTolerance + AbsoluteTolerance);
        }

        Array.Copy(error, newton, error.Length);
        int electrodeNodes = Math.Max(1, Parts.Electrodes.Sum(e => e.Nodes));
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            Array.Fill(newton, Math.Sqrt(0.5 / electrodeNodes) / voltage, Layout.Psi + electrode.FirstNode, electrode.Nodes);
        }
    }

    /// <inheritdoc/>
    public void Complete(double t, double[] y, double[] predicted, double[] predictedDerivative, double shift)
    {
        y[Layout.Voltage] = _linearVoltage;
        double current = y[Layout.Current], inverse = 1 / shift;
        Quadrature(Layout.Charge, current);
        Quadrature(Layout.Energy, current * _linearVoltage);

        void Quadrature(int index, double rate) => y[index] = predicted[index] + ((rate - predictedDerivative[index]) * inverse);
    }

    private void WeighShells(ParticleDiffusion diffusion, int nodes, double share, double[] y, double[] error)
    {
        double root = Math.Sqrt(share / (nodes * diffusion.Mesh.Count));
        for (int k = 0; k < diffusion.Mesh.Count; k++)
        {
            int row = diffusion.Offset + (k * diffusion.Lanes);
            for (int m = 0; m < nodes; m++)
            {
                error[row + m] = root / ((RelativeTolerance * Math.Abs(y[row + m])) + AbsoluteTolerance);
            }
        }
    }

    private void SetTemperature(double temperature)
    {
        if (temperature == _temperature)
        {
            return;
        }

        _temperature = temperature;
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            electrode.Conductivity.SetTemperature(temperature);
            double sigma = electrode.Conductivity.Constant;
            Array.Fill(Parts.Grid.Conductivity, sigma, electrode.FirstNode, electrode.Nodes);
            Array.Fill(Parts.Transport.ConductivityWarm, sigma * electrode.Conductivity.LogSlope, electrode.FirstNode, electrode.Nodes);
            foreach (Population population in electrode.Populations)
            {
                population.Diffusion.SetTemperature(temperature);
                population.Kinetics.SetTemperature(temperature);
            }
        }

        foreach (SeriesResistance resistance in Parts.Series)
        {
            resistance.SetTemperature(temperature);
        }
    }
}
