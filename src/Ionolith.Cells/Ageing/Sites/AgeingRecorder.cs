using System.Runtime.InteropServices;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Simulation;
using Ionolith.Materials;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>Collects the slow states, and how cells have swollen, at the ends of cycles.</summary>
internal sealed class AgeingRecorder
{
    private readonly List<(string Place, bool Always, string Name, QuantityKind Kind, Func<double> Value)> _columns = [];
    private readonly List<List<double>> _values = [];
    private readonly List<int> _cycle = [];
    private readonly List<double> _time = [];
    private readonly List<bool> _moved = [];
    private readonly (string Cell, AgeingRun Run)[] _runs;

    /// <summary>Lists the columns of one cell.</summary>
    public AgeingRecorder(AgeingRun run)
        : this([("", run)], [])
    {
    }

    /// <summary>Lists the columns of several cells.</summary>
    /// <param name="runs">What ages in each, with the name of the cell; without a name the cell is the only one.</param>
    /// <param name="beside">What is told of them besides.</param>
    public AgeingRecorder(IEnumerable<(string Cell, AgeingRun Run)> runs, IEnumerable<(string Place, string Name, QuantityKind Kind, Func<double> Value)> beside)
    {
        _runs = [.. runs];
        _columns.AddRange(beside.Select(b => (b.Place, true, b.Name, b.Kind, b.Value)));
        foreach ((string cell, AgeingRun run) in _runs)
        {
            List(cell, run);
        }

        _values.AddRange(_columns.Select(_ => new List<double>()));
        _moved.AddRange(_columns.Select(_ => false));
    }

    private void List(string cell, AgeingRun run)
    {
        foreach (AgeingSite site in run.Sites)
        {
            string place = In(cell, site.Name);
            for (int i = 0; i < site.Slow.Count; i++)
            {
                int index = i;
                double scale = PerGeometricArea(site.Slow[i].Kind, site.InterfaceArea);
                _columns.Add((place, true, site.Slow[i].Name, site.Slow[i].Kind, () => scale * site.Values[index]));
            }

            void Effect(string name, QuantityKind kind, Func<double> value) => _columns.Add((place, false, name, kind, value));
            Effect("resistance added", QuantityKinds.ArealResistance, () => PerGeometricArea(QuantityKinds.ArealResistance, site.InterfaceArea) * site.Told.Resistance);
            Effect("contacted share", QuantityKinds.Number, () => site.Told.ContactedShare);
            Effect("leak conductance", QuantityKinds.ArealConductance, () => site.Told.Leak);
            Effect("active share", QuantityKinds.Number, () => site.Told.ActiveShare);
            Effect("potential shift", QuantityKinds.Voltage, () => site.Told.PotentialShift);
            Effect("lithium lost", QuantityKinds.ArealCapacity, () => site.LithiumConsumed * PhysicalConstants.Faraday);
        }

        _columns.AddRange(run.Swelling?.Columns().Select(c => (In(cell, c.Place), true, c.Name, c.Kind, c.Value)) ?? []);
    }

    private static string In(string cell, string place) => cell.Length == 0 ? place : $"{cell}: {place}";

    // Laws count by the surface that they act on, results by the geometric area: what adds up over the surface of particles is more there, what resists is less.
    private static double PerGeometricArea(QuantityKind kind, double interfaceArea) =>
        kind == QuantityKinds.ArealCapacity || kind == QuantityKinds.ArealAmount || kind == QuantityKinds.ArealEnergy || kind == QuantityKinds.ArealConductance ? interfaceArea
            : kind == QuantityKinds.ArealResistance ? 1 / interfaceArea
            : 1;

    /// <summary>Takes a row.</summary>
    /// <param name="cycle">Number of the cycle that has ended; zero for the fresh cell.</param>
    /// <param name="time">Time, s.</param>
    public void Take(int cycle, double time)
    {
        _cycle.Add(cycle);
        _time.Add(time);
        for (int i = 0; i < _columns.Count; i++)
        {
            _values[i].Add(_columns[i].Value());
        }

        foreach ((_, AgeingRun run) in _runs)
        {
            run.Swelling?.BeginCycle();
        }
    }

    /// <summary>Number of rows.</summary>
    public int Count => _cycle.Count;

    /// <summary>Values of the last row.</summary>
    public double[] Last => [.. _values.Select(v => v[^1])];

    /// <summary>Values of the rows from one on.</summary>
    /// <param name="first">Its index.</param>
    public IReadOnlyList<double[]> From(int first) =>
        [.. Enumerable.Range(first, Count - first).Select(row => _values.Select(v => v[row]).ToArray())];

    /// <summary>Adds a row that was not simulated.</summary>
    /// <param name="cycle">Number of the cycle.</param>
    /// <param name="time">Time, s.</param>
    /// <param name="values">Values as in <see cref="Last"/>.</param>
    public void Add(int cycle, double time, ReadOnlySpan<double> values)
    {
        _cycle.Add(cycle);
        _time.Add(time);
        for (int i = 0; i < _columns.Count; i++)
        {
            _values[i].Add(values[i]);
        }
    }

    /// <summary>Lets go of the rows of cycles that memory need not keep.</summary>
    /// <param name="last">Number of the last cycle so far.</param>
    public void Thin(int last)
    {
        int kept = 0;
        for (int row = 0; row < _cycle.Count; row++)
        {
            for (int i = 0; i < _values.Count; i++)
            {
                _moved[i] |= _values[i][row] != _values[i][0];
            }

            if (CycleThinning.Keeps(_cycle[row], last))
            {
                (_cycle[kept], _time[kept]) = (_cycle[row], _time[row]);
                _values.ForEach(v => v[kept] = v[row]);
                kept++;
            }
        }

        RollBack(kept);
    }

    /// <summary>Writes the values of one row.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="row">Its index.</param>
    public void WriteRow(BinaryWriter writer, int row) => StateFormat.Write(writer, [.. _values.Select(v => v[row])]);

    /// <summary>Forgets the rows beyond a number.</summary>
    /// <param name="count">Rows that stay.</param>
    public void RollBack(int count)
    {
        if (_cycle.Count > count)
        {
            _cycle.RemoveRange(count, _cycle.Count - count);
            _time.RemoveRange(count, _time.Count - count);
            _values.ForEach(v => v.RemoveRange(count, v.Count - count));
        }
    }

    /// <summary>Writes the first rows.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="count">How many.</param>
    public void Write(BinaryWriter writer, int count)
    {
        StateFormat.Write(writer, CollectionsMarshal.AsSpan(_time)[..count]);
        for (int i = 0; i < count; i++)
        {
            writer.Write(_cycle[i]);
        }

        foreach (List<double> values in _values)
        {
            StateFormat.Write(writer, CollectionsMarshal.AsSpan(values)[..count]);
        }

        _moved.ForEach(writer.Write);
    }

    /// <summary>Reads rows that were written; the recorder is empty.</summary>
    /// <param name="reader">Where from.</param>
    public void Read(BinaryReader reader)
    {
        _time.AddRange(StateFormat.ReadDoubles(reader));
        for (int i = 0; i < _time.Count; i++)
        {
            _cycle.Add(reader.ReadInt32());
        }

        _values.ForEach(v => v.AddRange(StateFormat.ReadDoubles(reader)));
        for (int i = 0; i < _moved.Count; i++)
        {
            _moved[i] = reader.ReadBoolean();
        }
    }

    /// <summary>Indices of the columns that the result has: quantities that nothing has changed are left out.</summary>
    public int[] KeptColumns => [.. Enumerable.Range(0, _columns.Count).Where(i =>
        _columns[i].Always || _moved[i] || _values[i].Exists(v => v != _values[i][0]))];

    /// <summary>The rows of the columns that are kept.</summary>
    public AgeingSeries Series() =>
        new([.. _cycle], [.. _time], [.. KeptColumns.Select(i => new AgeingColumn(_columns[i].Place, _columns[i].Name, _columns[i].Kind, [.. _values[i]]))])
        {
            Events = [.. _runs.SelectMany(r => r.Run.Events.Select(e => e with { Place = In(r.Cell, e.Place) })).OrderBy(e => e.Time)],
        };
}
