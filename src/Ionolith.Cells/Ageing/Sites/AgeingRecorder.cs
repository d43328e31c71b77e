using Ionolith.Materials;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>Collects the slow states at the ends of cycles.</summary>
internal sealed class AgeingRecorder
{
    private readonly List<(AgeingSite Site, string Name, QuantityKind Kind, Func<double> Value)> _columns = [];
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
                _columns.Add((site, site.Slow[i].Name, site.Slow[i].Kind, () => site.Values[index]));
            }

            _columns.Add((site, "resistance added", QuantityKinds.ArealResistance, () => site.Told.Resistance));
            _columns.Add((site, "contacted share", QuantityKinds.Number, () => site.Told.ContactedShare));
            _columns.Add((site, "leak conductance", QuantityKinds.ArealConductance, () => site.Told.Leak));
            _columns.Add((site, "active share", QuantityKinds.Number, () => site.Told.ActiveShare));
            _columns.Add((site, "potential shift", QuantityKinds.Voltage, () => site.Told.PotentialShift));
            _columns.Add((site, "lithium lost", QuantityKinds.ArealCapacity, () => site.LithiumConsumed * PhysicalConstants.Faraday));
        }

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
    }

    /// <summary>The rows; quantities that nothing has changed are left out.</summary>
    public AgeingSeries Series()
    {
        IEnumerable<AgeingColumn> Kept()
        {
            for (int i = 0; i < _columns.Count; i++)
            {
                var (site, name, kind, _) = _columns[i];
                List<double> values = _values[i];
                bool isState = site.Slow.Any(s => string.Equals(s.Name, name, StringComparison.Ordinal));
                if (isState || values.Exists(v => v != values[0]))
                {
                    yield return new AgeingColumn(site.Name, name, kind, [.. values]);
                }
            }
        }

        return new AgeingSeries([.. _cycle], [.. _time], [.. Kept()]) { Events = [.. _run.Events] };
    }
}
