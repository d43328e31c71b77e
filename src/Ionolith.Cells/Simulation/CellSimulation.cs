using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Simulation;

/// <summary>Runs a protocol on a cell.</summary>
/// <remarks>Not thread-safe; use one instance for each thread.</remarks>
public sealed class CellSimulation
{
    private readonly CellDescription _cell;
    private readonly Protocol _protocol;
    private readonly SimulationOptions _options;
    private readonly CellModel _model;

    /// <summary>Builds the model of a cell.</summary>
    /// <param name="cell">The cell; valid.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="options">Accuracy and output; null: the defaults.</param>
    /// <param name="cache">Compiled properties shared with other simulations; null: none.</param>
    /// <exception cref="ArgumentException">The layers are not those of a cell, or the protocol does to it what it cannot take: light without a photocathode.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The relative tolerance is not between 1e-8 and 1e-1.</exception>
    public CellSimulation(CellDescription cell, Protocol protocol, SimulationOptions? options = null, PropertyCache? cache = null)
    {
        _cell = cell;
        _protocol = protocol;
        _options = options ?? new SimulationOptions();
        if (!(_options.RelativeTolerance is >= 1e-8 and <= 0.1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), _options.RelativeTolerance, "The relative tolerance must be between 1e-8 and 1e-1.");
        }

        if (Illumination.Problem(cell, protocol) is { } problem)
        {
            throw new ArgumentException(problem);
        }

        _model = ModelBuilder.Build(cell, cache);
        _model.RelativeTolerance = _options.RelativeTolerance;
        _model.AbsoluteTolerance = _options.AbsoluteTolerance;
        _model.Ambient = cell.Temperature;
        _model.Pressure = cell.StackPressure;
    }

    /// <summary>Runs the protocol from the cell's initial state.</summary>
    /// <param name="progress">Told now and then where the run is.</param>
    /// <param name="cancellation">Stops the run; what was computed is kept.</param>
    /// <returns>The result; a numerical or physical end is a status in it, not an exception.</returns>
    public SimulationResult Run(IProgress<SimulationProgress>? progress = null, CancellationToken cancellation = default)
    {
        Recorder recorder = new(_model, _options);
        StepRunner runner = new(_model, _options, recorder);
        BalanceSheet balances = new(_model, runner.State);
        ProtocolRun run = new(_model, _protocol, _options, runner, recorder, progress);
        (SimulationStatus status, string reason) = run.Carry(cancellation);
        TimeSeries series = recorder.Series();
        LossSeries? losses = recorder.Losses();
        return new SimulationResult
        {
            Cell = _cell,
            Protocol = _protocol,
            Options = _options,
            Status = status,
            Reason = reason,
            Steps = run.Steps,
            Cycles = run.Cycles,
            Series = series,
            Losses = losses,
            Fields = recorder.Fields(),
            Ageing = run.Ageing,
            Light = run.Light,
            Balances = balances.Close(runner.State, runner.Ageing),
            Hosts = balances.Hosts(runner.State),
            Diagnosis = Simulation.Diagnosis.Of(_cell, series, losses, run.Steps, run.Light),
            Statistics = runner.Statistics,
        };
    }
}
