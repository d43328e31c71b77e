using Ionolith.Cells.Ageing.Sites;
using Ionolith.Cells.Model;
using Ionolith.Cells.Simulation;
using Ionolith.Materials;

namespace Ionolith.Cells.LongRuns;

/// <summary>What changes slowly from cycle to cycle, as one row of numbers: the states that age, lithium in lost host, then time, energy, leak, throughput and mean stoichiometries.</summary>
/// <remarks>
/// Only the states that age and the lithium in lost host are corrected by what is known after a jump. What is missing in time and energy is added to the next jump; the stoichiometries at the end
/// of a cycle are a guess that the first cycle after a jump makes good, held to the balances of lithium and charge.
/// </remarks>
internal sealed class SlowStates : ISlowStates
{
    // A guess of the stoichiometry may not drive a host farther than this in one jump.
    private const double WidestShift = 0.03;
    // Time, energy, charge leaked, charge passed.
    private const int Sums = 4;
    private readonly CellModel _model;
    private readonly StepRunner _runner;
    private readonly BalanceSheet _balances;
    private readonly AgeingRun? _ageing;
    private readonly AgeingSite[] _sites;
    private readonly (ElectrodeModel Electrode, Population Population)[] _populations;

    /// <summary>Lists the states.</summary>
    public SlowStates(CellModel model, StepRunner runner, BalanceSheet balances)
    {
        (_model, _runner, _balances, _ageing) = (model, runner, balances, runner.Ageing);
        _sites = _ageing?.Sites ?? [];
        _populations = [.. model.Parts.Electrodes.SelectMany(e => e.Populations.Select(p => (e, p)))];
        Ageing = _sites.Sum(s => s.Values.Length);
        Time = Ageing + _sites.Length;
    }

    /// <summary>Number of states that age; they stand first, and one number for each interface after them.</summary>
    public int Ageing { get; }

    /// <inheritdoc/>
    public int Time { get; }

    /// <summary>Where the charge stands that has leaked, C/m2.</summary>
    public int Leaked => Time + 2;

    /// <summary>Charge delivered at the terminals, C/m2.</summary>
    public double Charge => _runner.State[_model.Parts.Layout.Charge];

    /// <summary>Number of values.</summary>
    public int Count => Time + Sums + _populations.Length;

    /// <summary>What earlier jumps owe: time, s, and energy, J/m2.</summary>
    public double[] Debt { get; set; } = [0, 0];

    /// <inheritdoc/>
    public double[] Read()
    {
        double[] y = _runner.State;
        return
        [
            .. _sites.SelectMany(s => s.Values), .. _sites.Select(s => s.Isolated), _runner.Time, y[_model.Parts.Layout.Energy], y[_model.Parts.Layout.Leaked], _ageing?.Passed ?? 0,
            .. _populations.Select(p => LossAnalysis.MeanStoichiometry(y, p.Population, p.Electrode.Nodes)),
        ];
    }

    /// <inheritdoc/>
    public bool Advance(double[] change)
    {
        if (!Fits(change))
        {
            return false;
        }

        double[] y = _runner.State, before = Read();
        _runner.Time = _runner.Time + change[Time] + Debt[0];
        y[_model.Parts.Layout.Energy] += change[Time + 1] + Debt[1];
        y[_model.Parts.Layout.Leaked] += change[Leaked];
        if (_ageing is not null)
        {
            _ageing.Passed += change[Time + 3];
        }

        Debt = [0, 0];
        SetAgeing(change);
        for (int k = 0; k < _populations.Length; k++)
        {
            (ElectrodeModel electrode, Population population) = _populations[k];
            double wanted = before[Time + Sums + k] + Math.Clamp(change[Time + Sums + k], -WidestShift, WidestShift);
            CellModel.AddStoichiometry(y, electrode, population, wanted - LossAnalysis.MeanStoichiometry(y, population, electrode.Nodes));
        }

        _balances.Reconcile(y, _ageing);
        return true;
    }

    /// <inheritdoc/>
    public bool Mend(double[] change)
    {
        if (!Fits(change))
        {
            return false;
        }

        SetAgeing(change);
        Debt = [Debt[0] + change[Time], Debt[1] + change[Time + 1]];
        _balances.Reconcile(_runner.State, _ageing);
        return true;
    }

    /// <summary>Mends the charge that has leaked, which in a single cell the next charge makes good.</summary>
    /// <param name="charge">What was missed, C/m2.</param>
    public void MendLeaked(double charge) => _runner.State[_model.Parts.Layout.Leaked] += charge;

    /// <summary>Gives the cell the charge at its terminals that others in series have; lithium moves from one electrode to the other.</summary>
    /// <param name="charge">Charge delivered, C/m2.</param>
    public void Share(double charge) => _balances.Share(_runner.State, charge);

    /// <inheritdoc/>
    public double Distance(double[] change)
    {
        double capacity = _model.Parts.Cell.NominalCapacity / _model.Parts.Cell.Area / PhysicalConstants.Faraday;
        return change[Ageing..Time].Aggregate(_ageing?.Distance(_runner.State, change) ?? 0, (largest, lithium) => Math.Max(largest, Math.Abs(lithium) / capacity));
    }

    /// <summary>Whether a change leads to what can be a state: one that has never been negative, such as a thickness or a share, does not become so.</summary>
    /// <param name="change">Changes of the values.</param>
    public bool Fits(double[] change)
    {
        int i = 0;
        foreach (double value in _sites.SelectMany(s => s.Values))
        {
            double next = value + change[i++];
            if (!double.IsFinite(next) || (value >= 0 && next < 0))
            {
                return false;
            }
        }

        return true;
    }

    private void SetAgeing(double[] change)
    {
        if (_ageing is null)
        {
            return;
        }

        int i = 0;
        double[] isolated = [.. _sites.Select((s, k) => s.Isolated + change[Ageing + k])];
        // Laws that wait for lithium since before the jump took none in it.
        AgeingSite[] waiting = [.. _sites.Where(s => s.IsStarved)];
        foreach (AgeingSite site in _sites)
        {
            for (int k = 0; k < site.Values.Length; k++)
            {
                site.Values[k] += change[i++];
            }
        }

        _model.EvaluateSurfaces(_runner.State);
        _ageing.Settle(_runner.State);
        foreach (AgeingSite site in _sites)
        {
            if (!waiting.Contains(site))
            {
                site.TakeMissing(_runner.State);
            }
        }

        for (int k = 0; k < isolated.Length; k++)
        {
            // Settled here, host would have been lost at this one state of charge.
            _sites[k].Isolated = isolated[k];
        }
    }
}
