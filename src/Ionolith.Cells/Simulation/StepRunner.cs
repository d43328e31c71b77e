using Ionolith.Cells.Ageing.Sites;
using Ionolith.Cells.Light;
using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Simulation;

/// <summary>Carries out one step of a protocol: sets the control, integrates, stops where a limit is reached.</summary>
internal sealed partial class StepRunner : IAgedAttempt
{
    /// <summary>A step without a duration that lasts longer than this, s, has limits that the cell never reaches.</summary>
    public const double LongestWait = 1e12;

    // Ageing counts as what makes steps short where they could not be longer than some of those that were made,
    private const double HastyShare = 10;

    // and as running away where a step would have to be shorter than this share of the time.
    private const double Resolution = 1e-9;

    // What ageing does may hang on the temperature, and that of a step is known at its start.
    private const int MostTellings = 3;

    private readonly CellModel _model;
    private readonly BdfIntegrator _integrator;
    private readonly SimulationOptions _options;
    private readonly Recorder _recorder;
    private readonly double[] _rates;
    private readonly double[] _between;
    private readonly double[] _before;

    /// <summary>Creates a runner.</summary>
    public StepRunner(CellModel model, SimulationOptions options, Recorder recorder)
    {
        _model = model;
        _options = options;
        _recorder = recorder;
        _integrator = new(model);
        State = new double[model.Size];
        _rates = new double[model.Size];
        _between = new double[model.Size];
        _before = new double[model.Size];
        model.SetInitialState(State);
        Heat = model.Parts.Heat is { } heat ? new(heat, ThermalSummary.LimitOf(model.Parts.Cell).Temperature) : null;
        Ageing = AgeingRun.Of(model);
        Ageing?.Settle(State);
    }

    /// <summary>What is seen of heat; null for a cell without a heat balance.</summary>
    public HeatMeter? Heat { get; }

    /// <summary>What ages or swells; null: nothing.</summary>
    public AgeingRun? Ageing { get; }

    /// <summary>State at <see cref="Time"/>.</summary>
    public double[] State { get; }

    /// <summary>Time since the start of the run, s.</summary>
    public double Time { get; set; }

    /// <summary>Why the last step ended.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Highest temperature in the last step, K.</summary>
    public double PeakTemperature { get; private set; }

    /// <summary>Voltage and current density at the start of the last step, once its control held.</summary>
    public (double Voltage, double Current) Start { get; private set; }

    /// <summary>Current density at the terminals, A/m2.</summary>
    public double TerminalCurrent => _model.TerminalCurrent(State);

    /// <summary>Whether a short ends the whole protocol.</summary>
    public bool EndsAtShort { get; set; }

    /// <summary>Whether light alone could charge the cell at the start of the last step; null: it was dark.</summary>
    public LightFeasibility? Feasibility { get; private set; }

    /// <summary>Work done so far.</summary>
    public SolverStatistics Statistics => new(
        _model.Parts.Unknowns, _integrator.Steps, _integrator.ErrorFailures, _integrator.NewtonIterations, _integrator.NewtonFailures);

    /// <summary>Told the time and voltage after every step of the integrator.</summary>
    public Action<double, double>? Progress { get; set; }

    /// <summary>What the integrator carries from step to step.</summary>
    public IntegratorCarry Carry
    {
        get => _integrator.Carry;
        set => _integrator.Carry = value;
    }

    /// <summary>All that the next step of the protocol begins from.</summary>
    public RunnerState Save() => new(Time, [.. State], _model.Ambient, _model.Pressure, Heat?.Seen ?? HeatTally.None, Ageing?.Save());

    /// <summary>Goes back, or on, to what was saved by a runner of the same cell.</summary>
    /// <param name="saved">What was saved.</param>
    public void Restore(RunnerState saved)
    {
        Time = saved.Time;
        Array.Copy(saved.State, State, State.Length);
        (_model.Ambient, _model.Pressure) = (saved.Ambient, saved.Pressure);
        Heat?.Seen = saved.Heat;
        if (saved.Ageing is not null)
        {
            Ageing!.Restore(State, saved.Ageing);
        }
    }

    /// <summary>Carries out a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="general">Limits of the whole protocol and of the cell.</param>
    /// <param name="cancellation">Stops the step.</param>
    /// <returns>How it ended.</returns>
    public StepEnd Run(ProtocolStep step, IReadOnlyList<LimitMonitor> general, CancellationToken cancellation)
    {
        Surround(step);
        Feasibility = null;
        if (step.Duration == 0)
        {
            // The surroundings have changed; nothing has happened in the cell yet.
            PeakTemperature = State[_model.Parts.Layout.Temperature];
            Reason = "at once";
            StandStill();
            return StepEnd.Done;
        }

        bool endless = double.IsPositiveInfinity(step.Duration);
        double start = Time, end = start + (endless ? LongestWait : step.Duration);
        ControlSchedule schedule = new(step.Control, _model.Parts.Cell, start);
        PeakTemperature = State[_model.Parts.Layout.Temperature];
        List<LimitMonitor>? limits = null;
        StepEnd? outcome = null;
        while (outcome is null)
        {
            CellControl held = _model.Control;
            (CellControl control, double until, bool jump) = schedule.Next(Time);
            _model.Control = control;

            // A voltage or power that is held is held to the last bit; with a given current one iteration can be enough.
            _integrator.SingleIterations = control.Mode == ControlMode.Current && !_model.HasBypass;
            if (jump && !Restart(Math.Min(until, end) - Time))
            {
                (bool ofCell, string text) = CellLimits.Explain(_model, State);
                Reason = $"no state of the cell fits the step; {text}";
                _model.Control = held;
                StandStill();
                return ofCell ? StepEnd.Cell : StepEnd.Failed;
            }

            if (!jump)
            {
                _integrator.Corner();
            }

            if (limits is null)
            {
                limits = [.. step.Limits.Select(l => Monitor(l)), .. general];
                Feasibility = _model.Feasibility(State);
                Start = (State[_model.Parts.Layout.Voltage], TerminalCurrent);
                _recorder.Take(Time, State, end: true);
                LimitMonitor? met = limits.Find(l => l.Distance(State) >= 0);
                if (met is not null)
                {
                    Reason = $"{met.Text}, already at the start of the step";
                    return met.Ends;
                }
            }

            if (StandsStill(step))
            {
                return Unreached(step);
            }

            outcome = Time < end ? Integrate(step, limits, Math.Min(until, end), start, cancellation) : null;
            if (outcome is null && Time >= end)
            {
                outcome = endless ? Unreached(step) : StepEnd.Done;
                Reason = endless ? Reason : "time";
            }
        }

        _recorder.Take(Time, State, end: true);
        Ageing?.Settle(State);
        return outcome.Value;
    }

    /// <summary>Sets temperature, pressure and light of a step around the cell.</summary>
    /// <param name="step">The step.</param>
    public void Surround(ProtocolStep step)
    {
        if (step.Temperature is { } ambient)
        {
            _model.Ambient = ambient;
            if (_model.Parts.Heat is null)
            {
                State[_model.Parts.Layout.Temperature] = ambient;
            }
        }

        if (Ageing is not null)
        {
            // A run that goes on from here, and has no weights yet, has the same.
            _model.RenewWeights();
        }

        if (step.Pressure is { } pressure)
        {
            _model.Pressure = pressure;
            Ageing?.Swelling?.Press(State, pressure);
        }

        _model.Illuminate(step.Irradiance);
    }

    private LimitMonitor Monitor(Limit limit) => LimitMonitor.Of(
        limit, _model.Parts.Layout, (_model.Parts.Cell.Area, _model.Parts.Cell.NominalCapacity), State, () => _model.Leak);

    /// <summary>Ends a step that could not begin: the cell as it was before it; at rest if it is the first.</summary>
    public void StandStill()
    {
        if (Time == 0)
        {
            _model.Control = new(ControlMode.Current, 0);
            _model.MakeConsistent(Time, State);
        }
        else if (Ageing is not null)
        {
            // The model has learnt since what has aged in the step before: under the same control the voltage is another one.
            Array.Copy(State, _before, State.Length);
            KeepIf(_model.MakeConsistent(Time, State));
        }

        Start = (State[_model.Parts.Layout.Voltage], TerminalCurrent);
        _recorder.Take(Time, State, end: true);
    }

    // Nothing moves any more, by more than a tolerance until the longest wait is over: neither what is solved for nor, by what flows, what it does not count.
    private bool StandsStill(ProtocolStep step) =>
        double.IsPositiveInfinity(step.Duration) && step.Control.Profile is null && Ageing is null or { IsFree: true }
        && _integrator.Speed * LongestWait < 1
        && Math.Abs(State[_model.Parts.Layout.Current]) * LongestWait < _model.Parts.Cell.NominalCapacity / _model.Parts.Cell.Area;

    // What leaks takes all that flows at the terminals, which no cell can help; a limit that none could reach is a mistake of the protocol.
    private StepEnd Unreached(ProtocolStep step)
    {
        double voltage = State[_model.Parts.Layout.Voltage], leak = _model.Leak * voltage / 10;
        bool leaks = leak != 0 && step.Control.Kind != ControlKind.Rest;
        string why = leaks ? string.Create(CultureInfo.InvariantCulture, $": all of its current, {leak:0.####} mA/cm2, passes through the leak") : "";
        Reason = string.Create(
            CultureInfo.InvariantCulture, $"the cell stands still at {voltage:0.####} V and reaches none of the step's limits ({string.Join(", ", step.Limits.Select(l => l.Text))}){why}");
        return leaks ? StepEnd.Cell : StepEnd.Failed;
    }

    // Without a consistent state the cell stays as it was before.
    private bool Restart(double longest)
    {
        Array.Copy(State, _before, State.Length);
        _model.FollowAnode(State);
        if (!KeepIf(BecomesConsistent()))
        {
            return false;
        }

        _model.Rates(State, _rates);
        _integrator.Start(Time, State, _rates, longest);
        return true;
    }

    private bool BecomesConsistent()
    {
        bool isConsistent = _model.MakeConsistent(Time, State);
        if (!isConsistent || Ageing is null)
        {
            return isConsistent;
        }

        Ageing.Begin(State);
        for (int i = 0; i < MostTellings && Ageing.Retell(State); i++)
        {
            if (!_model.MakeConsistent(Time, State))
            {
                return false;
            }

            Ageing.Begin(State);
        }

        return true;
    }

    private bool KeepIf(bool found)
    {
        if (!found)
        {
            Array.Copy(_before, State, State.Length);
        }

        return found;
    }

    // The model learns of what has aged, and the integration begins anew from there.
    private bool Renew(double longest)
    {
        if (longest <= 1e-12 * Math.Abs(Time))
        {
            // The end of the stretch settles it, once its last row has been taken.
            return true;
        }

        Ageing!.Settle(State);
        _integrator.SingleIterations &= !_model.HasBypass;
        return Restart(longest);
    }
}
