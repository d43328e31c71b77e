using System.Runtime.InteropServices;
using Ionolith.Cells.Simulation;
using Ionolith.Materials;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>Collects the slow states, and how a cell has swollen, at the ends of cycles.</summary>
internal sealed class AgeingRecorder
{
    private readonly List<(string Place, bool Always, string Name, QuantityKind Kind, Func<double> Value)> _columns = [];
    private readonly List<List<double>> _values = [];
    private readonly List<int> _cycle = [];
    private readonly List<double> _time = [];
    private readonly AgeingRun _run;

    /// <summary>Lists the columns.</summary>
    public AgeingRecorder(AgeingRun run)
    {
        _run = run;
        foreach (AgeingSite site in run.Sites)
        {
            for (int i = 0; i < site.Slow.Count; i++)
            {
                int index = i;
                _columns.Add((site.Name, true, site.Slow[i].Name, site.Slow[i].Kind, () => site.Values[index]));
            }

            _columns.Add((site.Name, IsState(site, "resistance added"), "resistance added", QuantityKinds.ArealResistance, () => site.Told.Resistance));
            _columns.Add((site.Name, IsState(site, "contacted share"), "contacted share", QuantityKinds.Number, () => site.Told.ContactedShare));
            _columns.Add((site.Name, IsState(site, "leak conductance"), "leak conductance", QuantityKinds.ArealConductance, () => site.Told.Leak));
            _columns.Add((site.Name, IsState(site, "active share"), "active share", QuantityKinds.Number, () => site.Told.ActiveShare));
            _columns.Add((site.Name, IsState(site, "potential shift"), "potential shift", QuantityKinds.Voltage, () => site.Told.PotentialShift));
            _columns.Add((site.Name, IsState(site, "lithium lost"), "lithium lost", QuantityKinds.ArealCapacity, () => site.LithiumConsumed * PhysicalConstants.Faraday));
        }

        _columns.AddRange(run.Swelling?.Columns().Select(c => (c.Place, true, c.Name, c.Kind, c.Value)) ?? []);
        _values.AddRange(_columns.Select(_ => new List<double>()));
    }

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

        _run.Swelling?.BeginCycle();
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
    }

    /// <summary>The rows; quantities that nothing has changed are left out.</summary>
    public AgeingSeries Series()
    {
        IEnumerable<AgeingColumn> Kept()
        {
            for (int i = 0; i < _columns.Count; i++)
            {
                var (place, always, name, kind, _) = _columns[i];
                List<double> values = _values[i];
                if (always || values.Exists(v => v != values[0]))
                {
                    yield return new AgeingColumn(place, name, kind, [.. values]);
                }
            }
        }

        return new AgeingSeries([.. _cycle], [.. _time], [.. Kept()]) { Events = [.. _run.Events] };
    }

    private static bool IsState(AgeingSite site, string name) => site.Slow.Any(s => string.Equals(s.Name, name, StringComparison.Ordinal));
}
