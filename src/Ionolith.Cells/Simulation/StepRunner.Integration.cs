using Ionolith.Cells.Protocols;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Simulation;

/// <content>One time step after the other, up to a limit, a short or a failure.</content>
internal sealed partial class StepRunner
{
    // Steps up to a time at which the control changes its course; null when that time is reached.
    private StepEnd? Integrate(
        ProtocolStep step, List<LimitMonitor> limits, double stop, double stepStart, CancellationToken cancellation)
    {
        double nextRow = step.Period is { } period ? RegularRows.Next(Time, stepStart, period) : double.PositiveInfinity;
        bool anew = false;
        double begun = Time;
        for (int count = 0; count < _options.MaximumSteps; count++)
        {
            if (cancellation.IsCancellationRequested)
            {
                Reason = "stopped by the user";
                return StepEnd.Cancelled;
            }

            double from = Time;
            Ageing?.Tell(Time, State);
            StepOutcome outcome = _integrator.Attempt(Ageing is null ? stop : Math.Min(stop, Time + Ageing.LongestStep));
            if (outcome != StepOutcome.Success && Ageing is not null && !anew)
            {
                // What has aged since the last step is a jump for an integrator that carries history: from consistent values it may go on.
                anew = Restart(stop - Time);
                if (anew)
                {
                    continue;
                }
            }

            if (outcome != StepOutcome.Success && Ageing?.Haste(Resolution * Time) is { Length: > 0 } runaway)
            {
                Reason = runaway;
                return StepEnd.Cell;
            }

            if (outcome != StepOutcome.Success)
            {
                (bool ofCell, string text) = CellLimits.Explain(_model, State);
                Reason = text;
                return ofCell ? StepEnd.Cell : StepEnd.Failed;
            }

            anew = false;
            (LimitMonitor Limit, double Time)? crossed = EventLocator.Crossed(_integrator, limits, from);
            if (crossed is { } event_ && !EventLocator.Place(_integrator, event_.Limit, from, event_.Time))
            {
                Reason = $"the step could not be ended where the {event_.Limit.Text}";
                return StepEnd.Failed;
            }

            if (Ageing is not null && !EventLocator.Place(_integrator, this, from, ref crossed))
            {
                Reason = "the step could not be ended where an interface fails or becomes a short";
                return StepEnd.Failed;
            }

            Rows(step, from, stepStart, ref nextRow);
            int kelvin = _model.Parts.Layout.Temperature;
            Heat?.Take((from, State[kelvin]), (_integrator.Time, _integrator.State[kelvin]), _model.Ambient);
            Array.Copy(_integrator.State, State, State.Length);
            Time = _integrator.Time;
            _model.FollowAnode(State);
            PeakTemperature = Math.Max(PeakTemperature, State[_model.Parts.Layout.Temperature]);
            Progress?.Invoke(Time, State[_model.Parts.Layout.Voltage]);
            bool aged = Ageing?.Keep(from, Time, State) ?? false;
            if (Ageing is { Failure.Length: > 0 })
            {
                Reason = Ageing.Failure;
                return StepEnd.Cell;
            }

            if (EndsAtShort && Ageing is { Events: [.., var short_] })
            {
                Reason = short_.Reason;
                return StepEnd.Terminated;
            }

            if (crossed is { } met)
            {
                Reason = met.Limit.Text;
                return met.Limit.Ends;
            }

            if (CellLimits.IsPassed(_model, State))
            {
                Reason = CellLimits.Explain(_model, State).Text;
                return StepEnd.Cell;
            }

            _integrator.Commit();
            if (aged && !Renew(stop - Time))
            {
                (bool ofCell, string text) = CellLimits.Explain(_model, State);
                Reason = $"ageing has left no state in which the step could go on; {text}";
                return ofCell ? StepEnd.Cell : StepEnd.Failed;
            }

            if (stop - Time <= 1e-12 * Math.Abs(Time))
            {
                return null;
            }

            if (StandsStill(step))
            {
                return Unreached(step);
            }

            if (step.Period is null)
            {
                _recorder.Take(Time, State, end: false);
            }
        }

        string haste = Ageing?.Haste(HastyShare * (Time - begun) / _options.MaximumSteps) ?? "";
        Reason = $"more than {_options.MaximumSteps} time steps: {(haste.Length > 0 ? haste : "the step has no end that the cell reaches")}";
        return StepEnd.Failed;
    }

    double IAgedAttempt.Try(double start) => Ageing!.Try(start, _integrator.Time, _integrator.State);

    void IAgedAttempt.Return() => Ageing!.Return();

    private void Rows(ProtocolStep step, double from, double stepStart, ref double nextRow)
    {
        while (step.Period is { } period && nextRow < _integrator.Time)
        {
            if (nextRow > from)
            {
                _integrator.Interpolate(nextRow, _between);
                _model.MoveSurfaces(nextRow);
                Ageing?.Swelling?.Measure(_between);
                _recorder.Take(nextRow, _between, end: false);
                _model.MoveSurfaces(_integrator.Time);
            }

            nextRow = RegularRows.Next(nextRow, stepStart, period);
        }
    }
}
