using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Design.Series;

/// <summary>Carries out a step that couples cells in series: all are integrated as one system with the current that they share.</summary>
/// <remarks>As <see cref="StepRunner"/> does for one cell; what belongs to one cell is done for each.</remarks>
internal sealed class SharedCurrentRunner
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

    // Steps up to a time at which the control changes its course; null when that time is reached.
    private StepEnd? Integrate(ProtocolStep step, double stop, double stepStart, CancellationToken cancellation)
    {
        double nextRow = step.Period is { } first ? RegularRows.Next(Time, stepStart, first) : double.PositiveInfinity;
        for (int count = 0; count < _options.MaximumSteps; count++)
        {
            if (cancellation.IsCancellationRequested)
            {
                (Reason, EndedBy) = ("stopped by the user", Extreme());
                return StepEnd.Cancelled;
            }

            double from = Time, longest = stop - from;
            foreach (SeriesMember member in _members)
            {
                member.Ageing?.Tell(from, member.State);
                longest = Math.Min(longest, member.Ageing?.LongestStep ?? longest);
            }

            if (_integrator.Attempt(longest < stop - from ? from + longest : stop) != StepOutcome.Success)
            {
                return Explain("");
            }

            (LimitMonitor Limit, double Time)? crossed = EventLocator.Crossed(_integrator, _watched, from);
            if (crossed is { } met && !EventLocator.Place(_integrator, met.Limit, from, met.Time))
            {
                (Reason, EndedBy) = ($"the step could not be ended where the {met.Limit.Text}", Extreme());
                return StepEnd.Failed;
            }

            if (!PlaceAgeing(from, ref crossed))
            {
                (Reason, EndedBy) = ("the step could not be ended where an interface fails or becomes a short", Extreme());
                return StepEnd.Failed;
            }

            Rows(step, from, stepStart, ref nextRow);
            bool aged = Accept(from);
            if (Failed() is { } failed)
            {
                return failed;
            }

            bool leads = false;
            if (crossed is { } event_)
            {
                leads = _lead.Contains(event_.Limit);
                if (!leads)
                {
                    int cell = _limits.Find(l => l.Monitor == event_.Limit).Cell;
                    (Reason, EndedBy) = (event_.Limit.Text, cell < 0 ? Extreme() : cell);
                    return event_.Limit.Ends;
                }
            }

            _integrator.Commit();
            if ((aged || leads) && !Renew(stop - Time))
            {
                return Explain("no state is left in which the step could go on; ");
            }

            if (stop - Time <= 1e-12 * Math.Abs(Time))
            {
                return null;
            }

            foreach (SeriesMember member in step.Period is null ? _members : [])
            {
                member.Take(Time, member.State, end: false);
            }
        }

        (Reason, EndedBy) = ($"more than {_options.MaximumSteps} time steps: the step has no end that the cells reach", Extreme());
        return StepEnd.Failed;
    }

    // Ages over the attempt, which ends where an interface of a cell fails or becomes a short; limits are reached later then.
    private bool PlaceAgeing(double from, ref (LimitMonitor Limit, double Time)? crossed)
    {
        for (int trial = 0; trial < StepRunner.MostPlacings; trial++)
        {
            double first = _integrator.Time;
            for (int k = 0; k < _members.Length; k++)
            {
                Array.Copy(_integrator.State, _system.First(k), _between[k], 0, _between[k].Length);
                first = Math.Min(first, _members[k].Ageing?.Try(from, _integrator.Time, _between[k]) ?? first);
            }

            if (first >= _integrator.Time || trial == StepRunner.MostPlacings - 1)
            {
                break;
            }

            crossed = null;
            foreach (SeriesMember member in _members)
            {
                member.Ageing?.Return();
            }

            if (!_integrator.Retry(first))
            {
                return false;
            }
        }

        return true;
    }

    // Takes the attempt over into the cells; whether so much has aged that the integration begins anew.
    private bool Accept(double from)
    {
        bool aged = false;
        Array.Copy(_integrator.State, _row, _row.Length);
        for (int k = 0; k < _members.Length; k++)
        {
            SeriesMember member = _members[k];
            int kelvin = member.Model.Parts.Layout.Temperature;
            double before = member.State[kelvin];
            Array.Copy(_row, _system.First(k), member.State, 0, member.State.Length);
            member.Time = _integrator.Time;
            member.Heat?.Take((from, before), (_integrator.Time, member.State[kelvin]), member.Model.Ambient);
            member.Model.FollowAnode(member.State);
            aged |= member.Ageing?.Keep(from, _integrator.Time, member.State) ?? false;
        }

        return aged;
    }

    // A cell that has come to its end in the step that was accepted.
    private StepEnd? Failed()
    {
        for (int k = 0; k < _members.Length; k++)
        {
            SeriesMember member = _members[k];
            if (member.Ageing is { Failure: { Length: > 0 } failure })
            {
                (Reason, EndedBy) = (failure, k);
                return StepEnd.Cell;
            }

            if (member.EndsAtShort && member.Ageing is { Events: [.., var happened] })
            {
                (Reason, EndedBy) = (happened.Reason, k);
                return StepEnd.Terminated;
            }

            if (CellLimits.IsPassed(member.Model, member.State))
            {
                (Reason, EndedBy) = (CellLimits.Explain(member.Model, member.State).Text, k);
                return StepEnd.Cell;
            }
        }

        return null;
    }

    private bool Renew(double longest)
    {
        foreach (SeriesMember member in _members)
        {
            member.Ageing?.Settle(member.State);
        }

        return longest <= 1e-12 * Math.Abs(Time) || Restart(longest);
    }

    private StepEnd Explain(string before)
    {
        for (int k = 0; k < _members.Length; k++)
        {
            (bool ofCell, string text) = CellLimits.Explain(_members[k].Model, _members[k].State);
            if (ofCell)
            {
                (Reason, EndedBy) = (before + text, k);
                return StepEnd.Cell;
            }
        }

        if (_system.Control.Mode == ControlMode.Power)
        {
            (Reason, EndedBy) = (before + BeyondPower(_system.Control), Extreme());
            return StepEnd.Cell;
        }

        EndedBy = Extreme();
        Reason = before + CellLimits.Explain(_members[EndedBy].Model, _members[EndedBy].State).Text;
        return StepEnd.Failed;
    }

    private void Rows(ProtocolStep step, double from, double stepStart, ref double nextRow)
    {
        while (step.Period is { } period && nextRow < _integrator.Time)
        {
            if (nextRow > from)
            {
                _integrator.Interpolate(nextRow, _rates);
                for (int k = 0; k < _members.Length; k++)
                {
                    Array.Copy(_rates, _system.First(k), _between[k], 0, _between[k].Length);
                    _members[k].Model.MoveSurfaces(nextRow);
                    _members[k].Ageing?.Swelling?.Measure(_between[k]);
                    _members[k].Take(nextRow, _between[k], end: false);
                    _members[k].Model.MoveSurfaces(_integrator.Time);
                }
            }

            nextRow = RegularRows.Next(nextRow, stepStart, period);
        }
    }
}
