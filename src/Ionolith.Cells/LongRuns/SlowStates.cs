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
internal sealed class SlowStates
{
    // A guess of the stoichiometry may not drive a host farther than this in one jump.
    private const double WidestShift = 0.03;
    // Time, energy, charge leaked, charge passed.
    private const int Sums = 4;
    private readonly CellModel _model;
    private readonly StepRunner _runner;
    private readonly BalanceSheet _balances;
    private readonly AgeingRun _ageing;
    private readonly (ElectrodeModel Electrode, Population Population)[] _populations;

    /// <summary>Lists the states.</summary>
    public SlowStates(CellModel model, StepRunner runner, BalanceSheet balances)
    {
        (_model, _runner, _balances, _ageing) = (model, runner, balances, runner.Ageing!);
        _populations = [.. model.Parts.Electrodes.SelectMany(e => e.Populations.Select(p => (e, p)))];
        Ageing = _ageing.Sites.Sum(s => s.Values.Length);
        Time = Ageing + _ageing.Sites.Length;
    }

    /// <summary>Number of states that age; they stand first, and one number for each interface after them.</summary>
    public int Ageing { get; }

    /// <summary>Where the time stands.</summary>
    public int Time { get; }

    /// <summary>What earlier jumps owe: time, s, and energy, J/m2.</summary>
    public (double Time, double Energy) Debt { get; set; }

    /// <summary>The present values.</summary>
    public double[] Read()
    {
        double[] y = _runner.State;
        return
        [
            .. _ageing.Sites.SelectMany(s => s.Values), .. _ageing.Sites.Select(s => s.Isolated), _runner.Time, y[_model.Parts.Layout.Energy], y[_model.Parts.Layout.Leaked], _ageing.Passed,
            .. _populations.Select(p => LossAnalysis.MeanStoichiometry(y, p.Population, p.Electrode.Nodes)),
        ];
    }

    /// <summary>Carries the cell over cycles that are not simulated.</summary>
    /// <param name="change">Changes of the values.</param>
    /// <returns>Whether the result can be a state of this cell; nothing was changed if not.</returns>
    public bool Advance(double[] change)
    {
        if (!Fits(change))
        {
            return false;
        }

        double[] y = _runner.State, before = Read();
        _runner.Time = _runner.Time + change[Time] + Debt.Time;
        y[_model.Parts.Layout.Energy] += change[Time + 1] + Debt.Energy;
        y[_model.Parts.Layout.Leaked] += change[Time + 2];
        _ageing.Passed += change[Time + 3];
        Debt = (0, 0);
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

    /// <summary>Mends what a jump has missed.</summary>
    /// <param name="change">Changes of the values.</param>
    /// <returns>Whether the result can be a state of this cell; nothing was changed if not.</returns>
    public bool Mend(double[] change)
    {
        if (!Fits(change))
        {
            return false;
        }

        SetAgeing(change);
        Debt = (Debt.Time + change[Time], Debt.Energy + change[Time + 1]);
        _balances.Reconcile(_runner.State, _ageing);
        return true;
    }

    /// <summary>How far a change of the states that age moves the cell; of use only as a ratio to that of another change.</summary>
    /// <param name="change">Change from the present values.</param>
    public double Distance(double[] change)
    {
        double capacity = _model.Parts.Cell.NominalCapacity / _model.Parts.Cell.Area / PhysicalConstants.Faraday;
        return change[Ageing..Time].Aggregate(_ageing.Distance(_runner.State, change), (largest, lithium) => Math.Max(largest, Math.Abs(lithium) / capacity));
    }

    // A state that has never been negative, such as a thickness or a share, does not become so.
    private bool Fits(double[] change)
    {
        int i = 0;
        foreach (double value in _ageing.Sites.SelectMany(s => s.Values))
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
        int i = 0;
        double[] isolated = [.. _ageing.Sites.Select((s, k) => s.Isolated + change[Ageing + k])];
        foreach (AgeingSite site in _ageing.Sites)
        {
            for (int k = 0; k < site.Values.Length; k++)
            {
                site.Values[k] += change[i++];
            }
        }

        _model.EvaluateSurfaces(_runner.State);
        _ageing.Settle(_runner.State);
        foreach (AgeingSite site in _ageing.Sites)
        {
            site.TakeMissing(_runner.State);
        }

        for (int k = 0; k < isolated.Length; k++)
        {
            // Settled here, host would have been lost at this one state of charge.
            _ageing.Sites[k].Isolated = isolated[k];
        }
    }
}
