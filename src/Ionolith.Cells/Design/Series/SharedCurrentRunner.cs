using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Design.Series;

/// <summary>Carries out a step that couples cells in series: all are integrated as one system with the current that they share.</summary>
/// <remarks>As <see cref="StepRunner"/> does for one cell; what belongs to one cell is done for each.</remarks>
internal sealed partial class SharedCurrentRunner : IAgedAttempt
{
    // A cell that comes to lie so far, V, beyond the held voltage is the one to be held from then on.
    private const double LeadMargin = 1e-6;
    private readonly SeriesMember[] _members;
    private readonly SharedCurrentSystem _system;
    private readonly SharedCurrentSolver _solver;
    private readonly BdfIntegrator _integrator;
    private readonly SimulationOptions _options;
    private readonly double[] _row;
    private readonly double[] _rates;
    private readonly double[][] _cellRates;
    private readonly double[][] _between;
    private readonly List<(LimitMonitor Monitor, int Cell)> _limits = [];
    private readonly List<LimitMonitor> _lead = [];
    private LimitMonitor[] _watched = [];

    /// <summary>Gets ready.</summary>
    /// <param name="members">Cells that differ.</param>
    /// <param name="counts">How many of each there are.</param>
    /// <param name="options">Accuracy.</param>
    public SharedCurrentRunner(SeriesMember[] members, int[] counts, SimulationOptions options)
    {
        (_members, _options) = (members, options);
        _system = new([.. members.Select(m => m.Model)], counts);
        _solver = new(members, counts);
        _integrator = new(_system) { SingleIterations = false };
        (_row, _rates) = (new double[_system.Size], new double[_system.Size]);
        (_cellRates, _between) = ([.. members.Select(m => new double[m.State.Length])], [.. members.Select(m => new double[m.State.Length])]);
    }

    /// <summary>Cell that ended the last step.</summary>
    public int EndedBy { get; private set; }

    /// <summary>Why the last step ended.</summary>
    public string Reason { get; private set; } = "";

    private double Time => _members[0].Time;

    /// <summary>Carries out a step.</summary>
    /// <param name="step">The step; it has a duration or limits.</param>
    /// <param name="place">Number of step and cycle.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How it ended.</returns>
    public StepEnd Run(ProtocolStep step, (int Step, int Cycle) place, Protocol protocol, CancellationToken cancellation)
    {
        foreach (SeriesMember member in _members)
        {
            member.Surround(step, place);
        }

        _solver.Begin();
        _limits.Clear();
        bool endless = double.IsPositiveInfinity(step.Duration);
        double start = Time, end = start + (endless ? StepRunner.LongestWait : step.Duration);
        ControlSchedule schedule = new(step.Control, _members[0].Model.Parts.Cell, start);
        bool begun = false;
        StepEnd? outcome = null;
        while (outcome is null)
        {
            (CellControl control, double until, bool jump) = schedule.Next(Time);
            _system.Control = control;
            if (jump && !Restart(Math.Min(until, end) - Time))
            {
                return StandStill(control);
            }

            if (!jump)
            {
                _integrator.Corner();
            }

            if (!begun)
            {
                begun = true;
                outcome = Begin(step, protocol);
                if (outcome is not null)
                {
                    return outcome.Value;
                }
            }

            outcome = Time < end ? Integrate(step, Math.Min(until, end), start, cancellation) : null;
            if (outcome is null && Time >= end)
            {
                outcome = endless ? StepEnd.Failed : StepEnd.Done;
                EndedBy = Extreme();
                Reason = endless ? $"after {TimeText.Of(StepRunner.LongestWait)} it had reached none of its limits" : "time";
            }
        }

        foreach (SeriesMember member in _members)
        {
            member.Take(Time, member.State, end: true);
            member.Ageing?.Settle(member.State);
        }

        return outcome.Value;
    }

    // First rows and limits; how the step ends where one is reached already.
    private StepEnd? Begin(ProtocolStep step, Protocol protocol)
    {
        foreach (Limit limit in step.Limits)
        {
            if (limit.Kind is LimitKind.Voltage or LimitKind.Temperature)
            {
                for (int k = 0; k < _members.Length; k++)
                {
                    _limits.Add((Monitor(limit, _members[k].Model.Parts.Layout, _members[k].State).At(_system.First(k)), k));
                }
            }
            else
            {
                _limits.Add((Monitor(limit, _system.Stack, _row), -1));
            }
        }

        for (int k = 0; k < _members.Length; k++)
        {
            _limits.AddRange(_members[k].Limits(step, protocol).Select(l => (l.At(_system.First(k)), k)));
            _members[k].Take(Time, _members[k].State, end: true);
        }

        GatherWatched();
        foreach ((LimitMonitor monitor, int cell) in _limits)
        {
            if (monitor.Distance(_row) >= 0)
            {
                (Reason, EndedBy) = ($"{monitor.Text}, already at the start of the step", cell < 0 ? Extreme() : cell);
                return monitor.Ends;
            }
        }

        return null;
    }

    // Area and nominal capacity are those of all cells.
    private LimitMonitor Monitor(Limit limit, StateLayout layout, double[] y) =>
        LimitMonitor.Of(limit, layout, (_members[0].Model.Parts.Cell.Area, _members[0].Model.Parts.Cell.NominalCapacity), y);

    // Consistent values of all cells at the current that the control asks for.
    private bool Restart(double longest)
    {
        foreach (SeriesMember member in _members)
        {
            member.Model.FollowAnode(member.State);
        }

        double current = _solver.Find(Time, _system.Control);
        if (double.IsNaN(current))
        {
            return false;
        }

        for (int k = 0; k < _members.Length; k++)
        {
            SeriesMember member = _members[k];
            member.State.CopyTo(_between[k], 0);
            member.Model.Control = new(ControlMode.Current, current);
            if (!member.Model.MakeConsistent(Time, _between[k]))
            {
                return false;
            }
        }

        for (int k = 0; k < _members.Length; k++)
        {
            SeriesMember member = _members[k];
            _between[k].CopyTo(member.State, 0);
            member.Model.Rates(member.State, _cellRates[k]);
            member.Model.Control = new(ControlMode.Shared, current);
        }

        _system.Lead = _solver.Lead;
        Watch();
        _system.Join([.. _members.Select(m => m.State)], _row);
        _system.Join(_cellRates, _rates);
        (_row[_system.Stack.Current], _rates[_system.Stack.Current]) = (current, 0);
        _integrator.Start(Time, _row, _rates, longest);
        foreach (SeriesMember member in _members)
        {
            member.Ageing?.Begin(member.State);
        }

        return true;
    }

    // Where a voltage is held, no other cell may pass it.
    private void Watch()
    {
        _lead.Clear();
        for (int k = 0; k < _members.Length && _system.Control.Mode == ControlMode.Voltage; k++)
        {
            if (k != _system.Lead)
            {
                bool charges = _solver.Charges!.Value;
                double bound = _system.Control.Value + (charges ? LeadMargin : -LeadMargin);
                _lead.Add(LimitMonitor.General(StepEnd.Done, "", _system.First(k) + _members[k].Model.Parts.Layout.Voltage, bound, charges));
            }
        }

        GatherWatched();
    }

    private void GatherWatched() => _watched = [.. _limits.Select(l => l.Monitor), .. _lead];

    private StepEnd StandStill(CellControl control)
    {
        (EndedBy, Reason) = (Extreme(), control.Mode == ControlMode.Power ? BeyondPower(control) : "no current fits the step");
        foreach (SeriesMember member in _members)
        {
            member.StandStill();
        }

        return StepEnd.Cell;
    }

    private static string BeyondPower(CellControl control) =>
        $"the stack cannot {(control.Value < 0 ? "take" : "give")} this power: at every current it would be less";

    // The cell that lies farthest: lowest on discharge, highest on charge; that whose voltage is held.
    private int Extreme()
    {
        if (_system.Control.Mode == ControlMode.Voltage)
        {
            return _system.Lead;
        }

        int farthest = 0;
        bool charges = _row[_system.Stack.Current] < 0;
        for (int k = 1; k < _members.Length; k++)
        {
            double beyond = _members[k].Voltage - _members[farthest].Voltage;
            farthest = (charges ? beyond > 0 : beyond < 0) ? k : farthest;
        }

        return farthest;
    }
}
