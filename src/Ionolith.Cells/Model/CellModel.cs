using System.Runtime.Intrinsics;
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
    private readonly double[] _kelvinFirst;
    private readonly double[] _kelvinSecond;
    private readonly double[] _nodeCurrent;
    private readonly double[] _nodeBase;
    private readonly double[] _nodePerPsi;
    private readonly double[] _nodePerConcentration;
    private readonly double[] _nodePerKelvin;
    private readonly double[] _nodeCapacitance;
    private readonly double[] _noPsi;
    private readonly double[] _noSalt;
    private readonly bool _hasDoubleLayer;
    private readonly int[] _energies;
    private readonly double[] _powers;
    private bool _frozen;
    private bool _newMatrix;
    private int _beyond;
    private double _voltage;
    private double _closedVoltage;
    private (double Current, double Temperature) _scalarChange;
    private double _temperature = double.NaN;

    /// <summary>Composes the model; <see cref="ModelBuilder"/> lays out its parts.</summary>
    public CellModel(ModelParts parts)
    {
        Parts = parts;
        int n = Math.Max(parts.Grid.Nodes, 1);
        bool salt = parts.HasSalt;
        int length = parts.Grid.Lanes + (2 * Rows.Width);
        _blocks = new(salt ? n : 0, length);
        _scalar = new(salt ? 0 : n, length);
        (_first, _second, _currentFirst, _currentSecond) = (new double[length], new double[length], new double[length], new double[length]);
        (_kelvinFirst, _kelvinSecond) = (new double[length], new double[length]);
        (_nodeCurrent, _nodeBase, _nodePerPsi) = (new double[length], new double[length], new double[length]);
        (_nodePerConcentration, _nodePerKelvin, _nodeCapacitance) = (new double[length], new double[length], new double[length]);
        (_noPsi, _noSalt) = (new double[length], new double[length]);
        Array.Fill(_noPsi, 1);
        FillCapacitances();
        foreach (ElectrodeModel electrode in parts.Electrodes)
        {
            Array.Clear(_noPsi, electrode.FirstNode, electrode.Nodes);
        }

        for (int m = 0; m < length; m++)
        {
            _noSalt[m] = parts.Grid.Capacity[m] > 0 ? 0 : 1;
        }

        _hasDoubleLayer = _nodeCapacitance.Any(c => c > 0);
        Control = new(ControlMode.Current, 0);
        Leak = 1 / parts.Cell.LeakResistance;
        StateLayout layout = parts.Layout;
        _energies = layout.HasLight
            ? [layout.Energy, layout.LightEnergy, layout.GenerationEnergy, layout.RecombinationEnergy, layout.ShuntEnergy, layout.LeakEnergy, layout.ElectrolyteEnergy]
            : [layout.Energy];
        _powers = new double[_energies.Length];
    }

    /// <summary>The parts of which the model is made.</summary>
    public ModelParts Parts { get; }

    /// <summary>What is held.</summary>
    public CellControl Control { get; set; }

    /// <summary>Temperature of the surroundings, K.</summary>
    public double Ambient { get; set; } = 298.15;

    /// <summary>Pressure on the stack, Pa.</summary>
    public double Pressure { get; set; }

    /// <summary>Electronic conductance between the electrodes beside the electrolyte, S/m2: what flows there does not reach the terminals.</summary>
    public double Leak { get; set; }

    /// <summary>Relative tolerance of the weights.</summary>
    public double RelativeTolerance { get; set; } = 1e-4;

    /// <summary>Absolute tolerance of the weights in units of each unknown's scale.</summary>
    public double AbsoluteTolerance { get; set; } = 1e-6;

    /// <inheritdoc/>
    public int Size => Parts.Layout.Size;

    /// <inheritdoc/>
    public bool IsRough { get; private set; }

    private StateLayout Layout => Parts.Layout;

    private bool Thermal => Parts.Heat is not null;

    /// <inheritdoc/>
    public void Weigh(double[] y, double[] error, double[] newton)
    {
        if (_weightMode != Control.Mode || _weightGiven != IsCurrentGiven || _errorShare.Length == 0)
        {
            SetShares();
        }

        for (int i = 0; i < error.Length; i += Rows.Width)
        {
            Vector512<double> inverse = Vector512<double>.One
                / Vector512.FusedMultiplyAdd(Rows.Load(_relative, i), Vector512.Abs(Rows.Load(y, i)), Rows.Load(_floor, i));
            Rows.Store(Rows.Load(_errorShare, i) * inverse, error, i);
            Rows.Store(Rows.Load(_newtonShare, i) * inverse, newton, i);
        }
    }

    /// <inheritdoc/>
    public void Complete(double t, double[] y, double[] predicted, double[] predictedDerivative, double shift)
    {
        CloseVoltage(y);
        y[Layout.Voltage] = _closedVoltage;
        CloseTerminalCurrent(t, y);
        double inverse = 1 / shift, leak = Leak * _closedVoltage, current = y[Layout.Current] - leak;
        if (Layout.HasLight)
        {
            current = y[Layout.TerminalCurrent];
            leak = y[Layout.Current] - current;
            Quadrature(Layout.Photocharge, Photocurrent(y));
            SetLightPowers(y);
        }

        // Charges go with the lithium that the formula moves, so that both stay equal to the last bit.
        Quadrature(Layout.Charge, current);
        Quadrature(Layout.Leaked, leak);
        _powers[0] = current * _closedVoltage;

        void Quadrature(int index, double rate) => y[index] = predicted[index] + ((rate - predictedDerivative[index]) * inverse);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Integrals => _energies;

    /// <inheritdoc/>
    public ReadOnlySpan<double> IntegralRates => _powers;

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
            Array.Fill(Parts.Transport.ConductivityPerKelvin, sigma * electrode.Conductivity.LogSlope, electrode.FirstNode, electrode.Nodes);
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
