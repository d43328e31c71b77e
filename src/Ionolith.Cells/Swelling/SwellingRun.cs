using Ionolith.Cells.Model;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Swelling;

/// <summary>Volumes of a cell during a run: electrodes, lithium metal, and the pressure that they build up in a frame.</summary>
/// <remarks>
/// Like all that lies beside the model it is found after each accepted time step and told before the next; steps are so short that no potential moves by more than a
/// tolerance by it. Unlike ageing it is no state of its own: the volumes follow from the stoichiometries and the charge, so that nothing is integrated and nothing drifts.
/// </remarks>
internal sealed class SwellingRun
{
    private readonly CellModel _model;
    private readonly ElectrodeVolume[] _electrodes;
    private readonly LithiumSurface[] _lithium;
    private readonly double _stiffness;
    private readonly double _built;
    private readonly Extremes _cell = new(), _pressure = new();
    private readonly Extremes[] _gains;
    private readonly Extremes[] _voids;
    private (double Pressure, double Gain) _set;

    private SwellingRun(CellModel model, SwellingOptions options)
    {
        _model = model;
        _electrodes = [.. model.Parts.Electrodes.Select(e => new ElectrodeVolume(model, e, options))];
        _lithium = [.. new[] { model.Parts.NegativeLithium, model.Parts.PositiveLithium }.OfType<LithiumSurface>()];
        _stiffness = StackSpring.Stiffness(model.Parts.Cell);
        _built = model.Parts.Cell.Layers.Sum(l => l.Thickness);
        (_gains, _voids) = ([.. _electrodes.Select(_ => new Extremes())], [.. _electrodes.Select(_ => new Extremes())]);
        _set = (model.Pressure, 0);
    }

    /// <summary>Gain in thickness of the whole cell found last, without what a frame squeezes it by, m.</summary>
    public double Gain { get; private set; }

    /// <summary>What was set and when, from which the pressure follows.</summary>
    public double[] Anchor => [_set.Pressure, _set.Gain];

    /// <summary>What is told of it at the ends of cycles: place, name, kind, value.</summary>
    public IEnumerable<(string Place, string Name, QuantityKind Kind, Func<double> Value)> Columns()
    {
        for (int i = 0; i < _electrodes.Length; i++)
        {
            (ElectrodeVolume electrode, Extremes gain, Extremes voids) = (_electrodes[i], _gains[i], _voids[i]);
            yield return (electrode.Name, "thickness gained", QuantityKinds.Length, () => electrode.Gain);
            yield return (electrode.Name, "most thickness gained", QuantityKinds.Length, () => gain.Most);
            yield return (electrode.Name, "most swelling", QuantityKinds.Share, () => gain.Most / electrode.BuiltThickness);
            yield return (electrode.Name, "smallest share of voids", QuantityKinds.Share, () => voids.Least);
        }

        yield return ("cell", "thickness gained", QuantityKinds.Length, () => Gain);
        yield return ("cell", "most thickness gained", QuantityKinds.Length, () => _cell.Most);
        yield return ("cell", "least thickness gained", QuantityKinds.Length, () => _cell.Least);
        yield return ("cell", "most swelling", QuantityKinds.Share, () => _cell.Most / _built);
        if (_stiffness > 0)
        {
            yield return ("cell", "lowest stack pressure", QuantityKinds.Pressure, () => _pressure.Least);
            yield return ("cell", "highest stack pressure", QuantityKinds.Pressure, () => _pressure.Most);
        }
    }

    /// <summary>Follows the volumes of a cell that asks for it.</summary>
    /// <param name="model">The model; its pressure is that of the start.</param>
    /// <returns>The run; null where the geometry stays.</returns>
    public static SwellingRun? Of(CellModel model) => model.Parts.Cell.Swelling is { } options ? new(model, options) : null;

    /// <summary>The press is set to a pressure at the present thickness.</summary>
    /// <param name="y">State.</param>
    /// <param name="pressure">Pressure, Pa.</param>
    public void Press(double[] y, double pressure)
    {
        Measure(y);
        _set = (pressure, Gain);
        _model.Pressure = pressure;
        Note();
    }

    /// <summary>Finds volumes and pressure at a state.</summary>
    /// <param name="y">State.</param>
    public void Measure(double[] y)
    {
        double gain = 0;
        foreach (ElectrodeVolume electrode in _electrodes)
        {
            electrode.Measure(y);
            gain += electrode.Gain;
        }

        foreach (LithiumSurface surface in _lithium)
        {
            gain += surface.Gain(_model.Parts.Layout, y);
        }

        Gain = gain;
        if (_stiffness > 0)
        {
            _model.Pressure = Math.Max(0, _set.Pressure + (_stiffness * (gain - _set.Gain)));
        }
    }

    /// <summary>Counts what was found last among the extremes of the cycle.</summary>
    public void Note()
    {
        _cell.Take(Gain);
        _pressure.Take(_model.Pressure);
        for (int i = 0; i < _electrodes.Length; i++)
        {
            _gains[i].Take(_electrodes[i].Gain);
            _voids[i].Take(_electrodes[i].SmallestVoids);
        }
    }

    /// <summary>Tells the model the lengths found last.</summary>
    public void Tell()
    {
        foreach (ElectrodeVolume electrode in _electrodes)
        {
            electrode.Tell();
        }

        _model.Parts.Transport.RenewLengths();
    }

    /// <summary>How fast the voltage moves by it now, V/s.</summary>
    /// <param name="y">State.</param>
    public double VoltageRate(double[] y) => _electrodes.Sum(e => e.VoltageRate(y));

    /// <summary>Begins to look for the extremes of the next cycle.</summary>
    public void BeginCycle()
    {
        foreach (Extremes extremes in (Extremes[])[_cell, _pressure, .. _gains, .. _voids])
        {
            extremes.Clear();
        }

        Note();
    }

    /// <summary>Goes back, or on, to what was saved.</summary>
    /// <param name="y">State of the model that belongs to it.</param>
    /// <param name="anchor">What was set.</param>
    public void Restore(double[] y, double[] anchor)
    {
        _set = (anchor[0], anchor[1]);
        Measure(y);
        Tell();
        BeginCycle();
    }

    /// <summary>Least and most of a quantity since the start of the cycle.</summary>
    private sealed class Extremes
    {
        public double Least { get; private set; } = double.NaN;

        public double Most { get; private set; } = double.NaN;

        public void Clear() => (Least, Most) = (double.NaN, double.NaN);

        public void Take(double value)
        {
            Least = value >= Least ? Least : value;
            Most = value <= Most ? Most : value;
        }
    }
}
