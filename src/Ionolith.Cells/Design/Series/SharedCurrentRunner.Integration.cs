using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Design.Series;

/// <content>One time step after the other, up to a limit, a short or a failure of a cell.</content>
internal sealed partial class SharedCurrentRunner
{
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

            if (!EventLocator.Place(_integrator, this, from, ref crossed))
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

    double IAgedAttempt.Try(double start)
    {
        double first = _integrator.Time;
        for (int k = 0; k < _members.Length; k++)
        {
            Array.Copy(_integrator.State, _system.First(k), _between[k], 0, _between[k].Length);
            first = Math.Min(first, _members[k].Ageing?.Try(start, _integrator.Time, _between[k]) ?? first);
        }

        return first;
    }

    void IAgedAttempt.Return()
    {
        foreach (SeriesMember member in _members)
        {
            member.Ageing?.Return();
        }
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
