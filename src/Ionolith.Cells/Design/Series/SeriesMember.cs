using Ionolith.Cells.Ageing.Sites;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Design.Series;

/// <summary>One cell of a series stack with its model, and a second model that looks ahead.</summary>
internal sealed class SeriesMember
{
    private readonly CellModel _model;
    private readonly CellModel _scoutModel;
    private readonly StepRunner _runner;
    private readonly StepRunner _scout;
    private readonly StateLayout _layout;
    private readonly BalanceSheet _balances;

    /// <summary>Builds the models.</summary>
    public SeriesMember(CellDescription cell, SimulationOptions options, PropertyCache cache)
    {
        SimulationOptions unseen = options with { Rows = OutputRows.Summary };
        (_model, _scoutModel) = (CellSimulation.Build(cell, options, cache), CellSimulation.Build(cell, unseen, cache));
        Recorder = new(_model, options);
        (_runner, _scout) = (new(_model, options, Recorder), new(_scoutModel, unseen, new(_scoutModel, unseen)));
        _layout = _model.Parts.Layout;
        _balances = new(_model, _runner.State);
    }

    /// <summary>The rows.</summary>
    public Recorder Recorder { get; }

    /// <summary>Time since the start of the run, s.</summary>
    public double Time
    {
        get => _runner.Time;
        set => _runner.Time = value;
    }

    /// <summary>Why the last step ended.</summary>
    public string Reason => _runner.Reason;

    /// <summary>Voltage, V.</summary>
    public double Voltage => _runner.State[_layout.Voltage];

    /// <summary>Charge delivered at the terminals, C/m2.</summary>
    public double Charge => _runner.State[_layout.Charge];

    /// <summary>Energy delivered at the terminals, J/m2.</summary>
    public double Energy => _runner.State[_layout.Energy];

    /// <summary>Charge that the cell has lost beside its terminals, C/m2.</summary>
    public double Leaked => _runner.State[_layout.Leaked];

    /// <summary>Charge that the scout had delivered at the end of its step, C/m2.</summary>
    public double ScoutCharge => _scout.State[_layout.Charge];

    /// <summary>The model, which also a stack may integrate.</summary>
    public CellModel Model => _model;

    /// <summary>State at <see cref="Time"/>.</summary>
    public double[] State => _runner.State;

    /// <summary>What ages; null: nothing.</summary>
    public AgeingRun? Ageing => _runner.Ageing;

    /// <summary>What is seen of heat; null for a cell without a heat balance.</summary>
    public HeatMeter? Heat => _runner.Heat;

    /// <summary>Whether a short ends the whole protocol.</summary>
    public bool EndsAtShort
    {
        get => _runner.EndsAtShort;
        set => _runner.EndsAtShort = _scout.EndsAtShort = value;
    }

    /// <summary>What the integrator carries over.</summary>
    public IntegratorCarry Carry
    {
        get => _runner.Carry;
        set => _runner.Carry = value;
    }

    /// <summary>What that of the scout carries over.</summary>
    public IntegratorCarry ScoutCarry
    {
        get => _scout.Carry;
        set => _scout.Carry = value;
    }

    /// <summary>All that the next step begins from.</summary>
    public RunnerState Save() => _runner.Save();

    /// <summary>Goes back, or on, to what was saved.</summary>
    /// <param name="saved">What was saved.</param>
    public void Restore(RunnerState saved) => _runner.Restore(saved);

    /// <summary>What changes slowly in the cell.</summary>
    public SlowStates Slow() => new(_model, _runner, _balances);

    /// <summary>Sets what is around the cell in a step that a stack carries out.</summary>
    public void Surround(ProtocolStep step, (int Step, int Cycle) place)
    {
        Recorder.Place = place;
        _runner.Surround(step);
    }

    /// <summary>Takes a row.</summary>
    public void Take(double time, double[] y, bool end) => Recorder.Take(time, y, end);

    /// <summary>Ends a step that could not begin.</summary>
    public void StandStill() => _runner.StandStill();

    /// <summary>Limits of the cell and of the whole protocol.</summary>
    public LimitMonitor[] Limits(ProtocolStep step, Protocol protocol) => Limits(_model, _runner, step, protocol);

    /// <summary>The rows.</summary>
    public TimeSeries Series() => Recorder.Series();

    /// <summary>What is conserved.</summary>
    public IReadOnlyList<Balance> Balances() => _balances.Close(_runner.State, _runner.Ageing);

    /// <summary>When the cell alone would end a step, s.</summary>
    public double Scout(ProtocolStep step, Protocol protocol, CancellationToken cancellation)
    {
        _scout.Restore(_runner.Save());
        _scout.Run(step, Limits(_scoutModel, _scout, step, protocol), cancellation);
        return _scout.Time;
    }

    /// <summary>Carries out a step.</summary>
    public StepEnd Run(ProtocolStep step, (int Step, int Cycle) place, Protocol protocol, CancellationToken cancellation)
    {
        Recorder.Place = place;
        return _runner.Run(step, Limits(_model, _runner, step, protocol), cancellation);
    }

    private static LimitMonitor[] Limits(CellModel model, StepRunner runner, ProtocolStep step, Protocol protocol) =>
        [.. CellLimits.Monitors(model, runner.State, step), .. ProtocolEnds.OfVoltage(model, protocol)];
}
