using Ionolith.Cells.Model;
using Ionolith.Materials;

namespace Ionolith.Cells.Simulation;

/// <summary>Collects rows, losses and profiles of a run.</summary>
internal sealed class Recorder
{
    private readonly CellModel _model;
    private readonly SimulationOptions _options;
    private readonly Observation _seen;
    private readonly LossAnalysis _losses;
    private readonly List<double> _time = [], _voltage = [], _current = [], _temperature = [], _capacity = [], _energy = [], _pressure = [];
    private readonly List<double> _openCircuit = [], _negativeLithium = [], _positiveLithium = [];
    private readonly List<int> _step = [], _cycle = [];
    private readonly List<double> _electrolyteCurrent = [], _photocurrent = [], _irradiance = [];
    private readonly List<List<double>> _lossRows;
    private readonly ProfileRecorder? _profiles;
    private readonly double[] _scratch;

    /// <summary>Creates a recorder.</summary>
    public Recorder(CellModel model, SimulationOptions options)
    {
        _model = model;
        _options = options;
        _seen = new(model.Parts.Grid.Nodes);
        _losses = new(model, _seen);
        _scratch = new double[_losses.Names.Count];
        _lossRows = [.. _losses.Names.Select(_ => new List<double>())];
        _profiles = options.Profiles > 0 ? new(model, _seen, options.Profiles) : null;
    }

    /// <summary>Step and cycle of the rows that follow.</summary>
    public (int Step, int Cycle) Place { get; set; }

    /// <summary>Takes a row.</summary>
    /// <param name="time">Time, s.</param>
    /// <param name="y">State.</param>
    /// <param name="end">Whether the row starts or ends a step of the protocol.</param>
    public void Take(double time, double[] y, bool end)
    {
        if (!end && _options.Rows != OutputRows.Every)
        {
            return;
        }

        if (_options.Rows == OutputRows.Summary)
        {
            Clear();
        }

        StateLayout layout = _model.Parts.Layout;
        double area = _model.Parts.Cell.Area;
        if (_options.Losses || _profiles is not null)
        {
            _model.Observe(y, _seen);
        }

        if (_options.Losses)
        {
            _losses.Evaluate(y, _scratch);
        }

        _time.Add(time);
        _voltage.Add(y[layout.Voltage]);
        _current.Add(_model.TerminalCurrent(y) * area);
        _temperature.Add(y[layout.Temperature]);
        _capacity.Add(y[layout.Charge] * area);
        _energy.Add(y[layout.Energy] * area);
        _pressure.Add(_model.Pressure);
        _openCircuit.Add(_options.Losses ? _losses.OpenCircuitVoltage : double.NaN);
        _negativeLithium.Add(Thickness(_model.Parts.NegativeLithium, y));
        _positiveLithium.Add(Thickness(_model.Parts.PositiveLithium, y));
        TakeLight(y);
        _step.Add(Place.Step);
        _cycle.Add(Place.Cycle);
        for (int i = 0; i < _lossRows.Count && _options.Losses; i++)
        {
            _lossRows[i].Add(_scratch[i]);
        }

        _profiles?.Take(time, y);
    }

    /// <summary>Thickness of a lithium electrode at a state, m; NaN where there is none.</summary>
    public static double Thickness(LithiumSurface? lithium, StateLayout layout, double[] y) =>
        lithium is null ? double.NaN : lithium.Metal.Thickness + lithium.Gain(layout, y) - (lithium.Consumed * lithium.Metal.MolarVolume);

    /// <summary>Where the rows end now.</summary>
    public RecorderMark Mark() => new(_time.Count, _profiles?.Kept ?? []);

    /// <summary>Forgets the rows since a mark.</summary>
    /// <param name="mark">The mark.</param>
    public void RollBack(RecorderMark mark)
    {
        foreach (List<double> column in Columns())
        {
            Cut(column);
        }

        Cut(_step);
        Cut(_cycle);
        if (_profiles is not null)
        {
            _profiles.Kept = mark.Profiles;
        }

        void Cut<T>(List<T> column)
        {
            if (column.Count > mark.Rows)
            {
                column.RemoveRange(mark.Rows, column.Count - mark.Rows);
            }
        }
    }

    /// <summary>Writes the rows before a mark.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="mark">The mark.</param>
    public void Write(BinaryWriter writer, RecorderMark mark)
    {
        int rows = Math.Min(mark.Rows, _time.Count);
        writer.Write(rows);
        foreach (List<double> column in Columns())
        {
            StateFormat.Write(writer, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(column)[..Math.Min(rows, column.Count)]);
        }

        for (int i = 0; i < rows; i++)
        {
            writer.Write(_step[i]);
            writer.Write(_cycle[i]);
        }

        writer.Write(mark.Profiles.Count);
        foreach (Profile profile in mark.Profiles)
        {
            profile.Write(writer);
        }
    }

    /// <summary>Reads rows that were written; the recorder is empty.</summary>
    /// <param name="reader">Where from.</param>
    public void Read(BinaryReader reader)
    {
        int rows = reader.ReadInt32();
        foreach (List<double> column in Columns())
        {
            column.AddRange(StateFormat.ReadDoubles(reader));
        }

        for (int i = 0; i < rows; i++)
        {
            _step.Add(reader.ReadInt32());
            _cycle.Add(reader.ReadInt32());
        }

        int profiles = reader.ReadInt32();
        Profile[] kept = [.. Enumerable.Range(0, profiles).Select(_ => Profile.Read(reader))];
        if (_profiles is not null)
        {
            _profiles.Kept = kept;
        }
    }

    /// <summary>The rows.</summary>
    public TimeSeries Series() => new()
    {
        Time = [.. _time],
        Voltage = [.. _voltage],
        Current = [.. _current],
        Temperature = [.. _temperature],
        Capacity = [.. _capacity],
        Energy = [.. _energy],
        Pressure = [.. _pressure],
        Step = [.. _step],
        Cycle = [.. _cycle],
        OpenCircuitVoltage = [.. _openCircuit],
        NegativeLithiumThickness = [.. _negativeLithium],
        PositiveLithiumThickness = [.. _positiveLithium],
        ElectrolyteCurrent = _electrolyteCurrent.Count == 0 ? null : [.. _electrolyteCurrent],
        Photocurrent = _model.Parts.Junction is null ? null : [.. _photocurrent],
        Irradiance = _model.Parts.Junction is null ? null : [.. _irradiance],
    };

    /// <summary>The losses at the rows; null where they were not asked for.</summary>
    public LossSeries? Losses() => _options.Losses ? new(_losses.Names, [.. _lossRows.Select(r => r.ToArray())]) : null;

    /// <summary>The profiles; null where they were not asked for.</summary>
    public FieldSeries? Fields() => _profiles?.Fields();

    private double Thickness(LithiumSurface? lithium, double[] y) => Thickness(lithium, _model.Parts.Layout, y);

    // What flows beside the electrolyte: from the first row on where it can.
    private void TakeLight(double[] y)
    {
        double area = _model.Parts.Cell.Area;
        if (_model.Parts.Junction is { } junction)
        {
            _photocurrent.Add(_model.Photocurrent(y) * area);
            _irradiance.Add(junction.Irradiance);
        }

        if (_model.Parts.Junction is not null || !double.IsPositiveInfinity(_model.Parts.Cell.LeakResistance))
        {
            _electrolyteCurrent.Add(y[_model.Parts.Layout.Current] * area);
        }
    }

    private void Clear()
    {
        foreach (List<double> column in Columns())
        {
            column.Clear();
        }

        _step.Clear();
        _cycle.Clear();
    }

    private IEnumerable<List<double>> Columns() =>
    [
        _time, _voltage, _current, _temperature, _capacity, _energy, _pressure, _openCircuit, _negativeLithium, _positiveLithium,
        _electrolyteCurrent, _photocurrent, _irradiance, .. _lossRows,
    ];
}

/// <summary>Where the rows of a run end at one moment.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Profiles">Profiles kept.</param>
internal sealed record RecorderMark(int Rows, IReadOnlyList<Profile> Profiles);
