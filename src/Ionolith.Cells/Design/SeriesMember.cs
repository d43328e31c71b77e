using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Design;

/// <summary>One cell of a series stack with its model, and a second model that looks ahead.</summary>
internal sealed class SeriesMember
{
    private readonly CellModel _model;
    private readonly CellModel _scoutModel;
    private readonly Recorder _recorder;
    private readonly Recorder _scoutRecorder;
    private readonly StepRunner _runner;
    private readonly StepRunner _scout;
    private readonly StateLayout _layout;
    private readonly BalanceSheet _balances;

    /// <summary>Builds the models.</summary>
    public SeriesMember(CellDescription cell, SimulationOptions options, PropertyCache cache)
    {
        (_model, _recorder, _runner) = Make(options);
        (_scoutModel, _scoutRecorder, _scout) = Make(options with { Rows = OutputRows.Summary });
        _layout = _model.Parts.Layout;
        _balances = new(_model, _runner.State);

        (CellModel, Recorder, StepRunner) Make(SimulationOptions chosen)
        {
            CellModel made = ModelBuilder.Build(cell, cache);
            (made.RelativeTolerance, made.AbsoluteTolerance) = (chosen.RelativeTolerance, chosen.AbsoluteTolerance);
            (made.Ambient, made.Pressure) = (cell.Temperature, cell.StackPressure);
            Recorder recorder = new(made, chosen);
            return (made, recorder, new StepRunner(made, chosen, recorder));
        }
    }

    /// <summary>Time since the start of the run, s.</summary>
    public double Time
    {
        get => _runner.Time;
        set => _runner.Assume(value, _runner.State);
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

    /// <summary>Highest temperature in the last step, K.</summary>
    public double PeakTemperature => _runner.PeakTemperature;

    /// <summary>The rows.</summary>
    public TimeSeries Series() => _recorder.Series();

    /// <summary>What is conserved.</summary>
    public IReadOnlyList<Balance> Balances() => _balances.Close(_runner.State, _runner.Ageing);

    /// <summary>When the cell alone would end a step, s.</summary>
    public double Scout(ProtocolStep step, (int Step, int Cycle) place, Protocol protocol, CancellationToken cancellation)
    {
        _scout.Restore(_runner.Save());
        _scoutRecorder.Place = place;
        _scout.Run(step, Limits(_scoutModel, _scout, protocol), cancellation);
        return _scout.Time;
    }

    /// <summary>Carries out a step.</summary>
    public StepEnd Run(ProtocolStep step, (int Step, int Cycle) place, Protocol protocol, CancellationToken cancellation)
    {
        _recorder.Place = place;
        return _runner.Run(step, Limits(_model, _runner, protocol), cancellation);
    }

    private static LimitMonitor[] Limits(CellModel model, StepRunner runner, Protocol protocol) =>
        [.. CellLimits.Monitors(model, runner.State[model.Parts.Layout.Leaked]), .. ProtocolEnds.OfVoltage(model, protocol)];
}
