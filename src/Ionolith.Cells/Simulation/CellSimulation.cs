using Ionolith.Cells.LongRuns;
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
    private readonly PropertyCache? _cache;
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
        if (Illumination.Problem(cell, protocol) is { } problem)
        {
            throw new ArgumentException(problem, nameof(protocol));
        }

        _cache = cache;
        _model = Build(cell, _options, cache);
    }

    /// <summary>Runs the protocol from the cell's initial state.</summary>
    /// <param name="progress">Told now and then where the run is.</param>
    /// <param name="cancellation">Stops the run; what was computed is kept.</param>
    /// <returns>The result; a numerical or physical end is a status in it, not an exception.</returns>
    public SimulationResult Run(IProgress<SimulationProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(progress, null, cancellation);

    /// <summary>Runs the protocol from the cell's initial state, or from where a run of it was interrupted.</summary>
    /// <param name="progress">Told now and then where the run is; null: nobody.</param>
    /// <param name="journal">Keeps checkpoints, and gives the one from which the run goes on; null: none.</param>
    /// <param name="cancellation">Stops the run; what was computed is kept.</param>
    /// <returns>The result; a numerical or physical end is a status in it, not an exception.</returns>
    /// <exception cref="InvalidDataException">The journal's checkpoint is not one of this cell, protocol and options.</exception>
    public SimulationResult Run(IProgress<SimulationProgress>? progress, IRunJournal? journal, CancellationToken cancellation)
    {
        Recorder recorder = new(_model, _options);
        StepRunner runner = new(_model, _options, recorder);
        BalanceSheet balances = new(_model, runner.State);
        RunLog<StepResult> log = new([recorder], runner.Ageing is { } ageing ? new(ageing) : null, LightRecorder.Of(_model), _options.Rows, LogFormat.Steps);
        CycleCarrier carrier = new(_model, _protocol, runner, (log, recorder), balances, progress);
        SlowStates? slow = _options.Acceleration is not null && carrier.Obstacle is null ? new(_model, runner, balances) : null;
        ProtocolRun run = new(carrier, slow, _protocol, _options.Acceleration, journal);
        (SimulationStatus status, string reason) = run.Carry(cancellation);
        TimeSeries series = recorder.Series();
        LossSeries? losses = recorder.Losses();
        SimulationResult result = new()
        {
            Cell = _cell,
            Protocol = _protocol,
            Options = _options,
            Status = status,
            Reason = reason,
            Steps = log.Steps,
            Cycles = log.Cycles,
            EveryCycle = run.EveryCycle,
            ChargePassed = log.ChargePassed,
            Series = series,
            Losses = losses,
            Fields = recorder.Fields(),
            Ageing = log.Ageing?.Series(),
            Acceleration = run.Acceleration,
            Light = log.Light?.Result(),
            Balances = balances.Close(runner.State, runner.Ageing),
            LithiumPools = balances.Pools(runner.State, runner.Ageing),
            Hosts = balances.Hosts(runner.State),
            Thermal = ThermalSummary.Of(_cell, runner.Heat?.Seen ?? HeatTally.None, log.Steps),
            Attribution = Attribution(carrier),
            Diagnosis = Simulation.Diagnosis.Of(_cell, series, losses, log.Steps, log.Light?.Result()),
            Statistics = runner.Statistics,
        };
        return LongRunDiagnosis.Of(result) is { Length: > 0 } life ? result with { Diagnosis = losses is null ? life : $"{life} {result.Diagnosis}" } : result;
    }

    private CapacityAttribution? Attribution(CycleCarrier carrier) => _options.Attribution && carrier.LastStart is { } start
        ? CapacityAnalysis.Of(Build(_cell, _options, _cache), _options, start, _protocol.Cycles[start.Block])
        : null;

    /// <summary>The model of a cell, with the accuracy that is asked for and what is around the cell.</summary>
    /// <param name="cell">The cell; valid.</param>
    /// <param name="options">Accuracy.</param>
    /// <param name="cache">Compiled properties; null: none are shared.</param>
    /// <exception cref="ArgumentOutOfRangeException">The relative tolerance is not between 1e-8 and 1e-1.</exception>
    internal static CellModel Build(CellDescription cell, SimulationOptions options, PropertyCache? cache)
    {
        if (!(options.RelativeTolerance is >= 1e-8 and <= 0.1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), options.RelativeTolerance, "The relative tolerance must be between 1e-8 and 1e-1.");
        }

        CellModel model = ModelBuilder.Build(cell, cache);
        (model.RelativeTolerance, model.AbsoluteTolerance) = (options.RelativeTolerance, options.AbsoluteTolerance);
        (model.Ambient, model.Pressure) = (cell.Temperature, cell.StackPressure);
        return model;
    }
}
