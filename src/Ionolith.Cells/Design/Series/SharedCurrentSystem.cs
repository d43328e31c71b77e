using Ionolith.Cells.Model;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Design.Series;

/// <summary>Cells in series as one system: the unknowns of one after the other, then eight scalars of the stack. The current that all share is what the control says of them.</summary>
/// <remarks>
/// Newton's equations of each cell leave its voltage as a straight line of the current; the control of the stack, linear in the current and the sum of these lines, gives the current,
/// and each cell completes its correction with it. The norm is the root of the sum of the squares of those of the cells, so that none is resolved worse than alone. Not thread-safe.
/// </remarks>
internal sealed class SharedCurrentSystem : IImplicitSystem
{
    private readonly CellModel[] _cells;
    private readonly int[] _counts;
    private readonly int[] _first;
    private readonly Slices[] _slices;
    private readonly (double Voltage, double PerCurrent)[] _lines;
    private readonly int[] _integrals;
    private readonly double[] _rates;
    private double _current;

    /// <summary>Composes the system.</summary>
    /// <param name="cells">The cells that differ.</param>
    /// <param name="counts">How many of each there are.</param>
    public SharedCurrentSystem(CellModel[] cells, int[] counts)
    {
        (_cells, _counts) = (cells, counts);
        _first = new int[cells.Length];
        int size = 0;
        for (int k = 0; k < cells.Length; k++)
        {
            _first[k] = size;
            size += cells[k].Size;
        }

        _slices = [.. cells.Select(c => new Slices(c.Size))];
        _lines = new (double, double)[cells.Length];
        Stack = new StateLayout(size, size, size, size + StateLayout.ScalarCount);
        _integrals = [.. cells.SelectMany((c, k) => c.Integrals.ToArray().Select(i => _first[k] + i)), Stack.Energy];
        _rates = new double[_integrals.Length];
    }

    /// <summary>Where the scalars of the stack stand: current density, voltage, charge through each cell and energy of all.</summary>
    public StateLayout Stack { get; }

    /// <summary>What is held of the stack; a voltage is that of one cell.</summary>
    public CellControl Control { get; set; }

    /// <summary>The cell whose voltage is held.</summary>
    public int Lead { get; set; }

    /// <inheritdoc/>
    public int Size => Stack.Size;

    /// <inheritdoc/>
    public bool IsRough => Array.Exists(_cells, c => c.IsRough);

    /// <summary>Where the unknowns of a cell begin.</summary>
    /// <param name="cell">Its index.</param>
    public int First(int cell) => _first[cell];

    /// <summary>Puts the states of the cells into one row, or what changes them.</summary>
    /// <param name="parts">Those of the cells.</param>
    /// <param name="row">Receives them, and the sums of the stack's scalars.</param>
    public void Join(IReadOnlyList<double[]> parts, double[] row)
    {
        for (int k = 0; k < _cells.Length; k++)
        {
            parts[k].CopyTo(row, _first[k]);
        }

        Sum(row);
    }

    /// <inheritdoc/>
    public bool Correct(double t, double[] y, double[] derivative, double shift, bool refresh, double[] correction)
    {
        for (int k = 0; k < _cells.Length; k++)
        {
            Slices own = _slices[k];
            Read(k, y, own.Y);
            Read(k, derivative, own.Derivative);
            _cells[k].MoveSurfaces(t);
            if (!_cells[k].BeginCorrection(own.Y, own.Derivative, shift, refresh, out _lines[k]))
            {
                return false;
            }
        }

        _current = Solve(t, y[Stack.Current]);
        Array.Clear(correction, Stack.Scalars, StateLayout.ScalarCount);
        correction[Stack.Current] = _current - y[Stack.Current];
        for (int k = 0; k < _cells.Length; k++)
        {
            if (!_cells[k].EndCorrection(_slices[k].Y, _current, _slices[k].Correction))
            {
                return false;
            }

            _slices[k].Correction.CopyTo(correction, _first[k]);
        }

        return double.IsFinite(_current);
    }

    /// <inheritdoc/>
    public bool IsSmooth(double[] y)
    {
        for (int k = 0; k < _cells.Length; k++)
        {
            Read(k, y, _slices[k].Y);
            if (!_cells[k].IsSmooth(_slices[k].Y))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Complete(double t, double[] y, double[] predicted, double[] predictedDerivative, double shift)
    {
        int next = 0;
        double power = 0;
        for (int k = 0; k < _cells.Length; k++)
        {
            Slices own = _slices[k];
            Read(k, y, own.Y);
            Read(k, predicted, own.Derivative);
            Read(k, predictedDerivative, own.Other);
            _cells[k].Complete(t, own.Y, own.Derivative, own.Other, shift);
            own.Y.CopyTo(y, _first[k]);
            _cells[k].IntegralRates.CopyTo(_rates.AsSpan(next));

            // The energy at its terminals is the first integral of a cell.
            power += _counts[k] * _rates[next];
            next += _cells[k].Integrals.Length;
        }

        _rates[next] = power;
        Sum(y);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Integrals => _integrals;

    /// <inheritdoc/>
    public ReadOnlySpan<double> IntegralRates => _rates;

    /// <inheritdoc/>
    public void Weigh(double[] y, double[] error, double[] newton)
    {
        for (int k = 0; k < _cells.Length; k++)
        {
            Slices own = _slices[k];
            Read(k, y, own.Y);
            _cells[k].Weigh(own.Y, own.Derivative, own.Other);
            own.Derivative.CopyTo(error, _first[k]);
            own.Other.CopyTo(newton, _first[k]);
        }

        Array.Clear(error, Stack.Scalars, StateLayout.ScalarCount);
        Array.Clear(newton, Stack.Scalars, StateLayout.ScalarCount);
    }

    // The current with which the lines meet the control; a power is linear about the current before.
    private double Solve(double t, double before)
    {
        double target = Control.Target(t), voltage = 0, perCurrent = 0;
        for (int k = 0; k < _cells.Length; k++)
        {
            voltage += _counts[k] * _lines[k].Voltage;
            perCurrent += _counts[k] * _lines[k].PerCurrent;
        }

        return Control.Mode switch
        {
            ControlMode.Voltage => (target - _lines[Lead].Voltage) / _lines[Lead].PerCurrent,
            ControlMode.Power => before - (((before * (voltage + (before * perCurrent))) - target) / (voltage + (2 * before * perCurrent))),
            ControlMode.Resistance => voltage / (target - perCurrent),
            _ => target,
        };
    }

    private void Sum(double[] y)
    {
        // All but the current, which the control has given.
        Array.Clear(y, Stack.Current + 1, StateLayout.ScalarCount - 1);
        for (int k = 0; k < _cells.Length; k++)
        {
            StateLayout cell = _cells[k].Parts.Layout;
            y[Stack.Voltage] += _counts[k] * y[_first[k] + cell.Voltage];
            y[Stack.Energy] += _counts[k] * y[_first[k] + cell.Energy];
        }

        y[Stack.Charge] = y[_first[0] + _cells[0].Parts.Layout.Charge];
    }

    private void Read(int cell, double[] row, double[] own) => Array.Copy(row, _first[cell], own, 0, own.Length);

    /// <summary>Rows of one cell.</summary>
    private sealed class Slices(int size)
    {
        public double[] Y { get; } = new double[size];

        public double[] Derivative { get; } = new double[size];

        public double[] Other { get; } = new double[size];

        // What no correction changes stays zero in it.
        public double[] Correction { get; } = new double[size];
    }
}
