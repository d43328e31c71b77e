using Ionolith.Cells.Ageing.Sites;
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
    private readonly Recorder _recorder;
    private readonly StepRunner _runner;
    private readonly StepRunner _scout;
    private readonly StateLayout _layout;
    private readonly BalanceSheet _balances;

    /// <summary>Builds the models.</summary>
    public SeriesMember(CellDescription cell, SimulationOptions options, PropertyCache cache)
    {
        SimulationOptions unseen = options with { Rows = OutputRows.Summary };
        (_model, _scoutModel) = (CellSimulation.Build(cell, options, cache), CellSimulation.Build(cell, unseen, cache));
        _recorder = new(_model, options);
        (_runner, _scout) = (new(_model, options, _recorder), new(_scoutModel, unseen, new(_scoutModel, unseen)));
        _layout = _model.Parts.Layout;
        _balances = new(_model, _runner.State);
    }

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

    /// <summary>All that the next step begins from, and what the integrators carry over.</summary>
    public SeriesMemberState Save() => new(_runner.Save(), _runner.Carry, _scout.Carry, _recorder.Mark());

    /// <summary>Writes what was saved, with the rows before it.</summary>
    public void Write(BinaryWriter writer, SeriesMemberState saved)
    {
        StateFormat.Write(writer, saved.State);
        StateFormat.Write(writer, saved.Carry);
        StateFormat.Write(writer, saved.Scout);
        _recorder.Write(writer, saved.Rows);
    }

    /// <summary>Goes on from what was written.</summary>
    /// <exception cref="InvalidDataException">It is that of another cell.</exception>
    public void Read(BinaryReader reader)
    {
        RunnerState state = StateFormat.ReadState(reader);
        if (!state.Fits(_runner.Save()))
        {
            throw new InvalidDataException("the checkpoint is that of another cell");
        }

        _runner.Restore(state);
        _runner.Carry = StateFormat.ReadCarry(reader);
        _scout.Carry = StateFormat.ReadCarry(reader);
        _recorder.Read(reader);
    }

    /// <summary>Sets what is around the cell in a step that a stack carries out.</summary>
    public void Surround(ProtocolStep step, (int Step, int Cycle) place)
    {
        _recorder.Place = place;
        _runner.Surround(step);
    }

    /// <summary>Takes a row.</summary>
    public void Take(double time, double[] y, bool end) => _recorder.Take(time, y, end);

    /// <summary>Ends a step that could not begin.</summary>
    public void StandStill() => _runner.StandStill();

    /// <summary>Limits of the cell and of the whole protocol.</summary>
    public LimitMonitor[] Limits(ProtocolStep step, Protocol protocol) => Limits(_model, _runner, step, protocol);

    /// <summary>The rows.</summary>
    public TimeSeries Series() => _recorder.Series();

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
        _recorder.Place = place;
        return _runner.Run(step, Limits(_model, _runner, step, protocol), cancellation);
    }

    private static LimitMonitor[] Limits(CellModel model, StepRunner runner, ProtocolStep step, Protocol protocol) =>
        [.. CellLimits.Monitors(model, runner.State, step), .. ProtocolEnds.OfVoltage(model, protocol)];
}

/// <summary>A cell of a stack at the end of a cycle.</summary>
/// <param name="State">All that the next step begins from.</param>
/// <param name="Carry">What its integrator carries over.</param>
/// <param name="Scout">What that of its scout carries over.</param>
/// <param name="Rows">Where its rows end.</param>
internal sealed record SeriesMemberState(RunnerState State, IntegratorCarry Carry, IntegratorCarry Scout, RecorderMark Rows);
