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
    /// <exception cref="ArgumentException">The layers are not those of a cell, or the protocol does to it what it cannot take: light without a photocathode, lithium above its melting point.</exception>
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

        if (TemperatureCheck.Problems(cell, protocol) is [var tooHot, ..])
        {
            throw new ArgumentException(tooHot, nameof(protocol));
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
        SimulationResult? last = LastCycle(carrier, cancellation);
        SimulationResult result = Result(_protocol, _options, (log, recorder)) with
        {
            Status = status,
            Reason = reason,
            EveryCycle = run.EveryCycle,
            LastCycle = last,
            Leaked = runner.State[_model.Parts.Layout.Leaked] * _cell.Area,
            Acceleration = run.Acceleration,
            Balances = balances.Close(runner.State, runner.Ageing),
            LithiumPools = balances.Pools(runner.State, runner.Ageing),
            Hosts = balances.Hosts(runner.State),
            Thermal = ThermalSummary.Of(_cell, runner.Heat?.Seen ?? HeatTally.None, log.Steps),
            Attribution = runner.Ageing is { Sites.Length: > 0 } ? Attribution(carrier) : null,
            Statistics = runner.Statistics,
        };
        string life = LongRunDiagnosis.Of(result);
        string limits = Simulation.Diagnosis.Of(last ?? result, ofLastCycle: life.Length > 0);
        string told = life.Length > 0 && result.Losses is null ? life : $"{life} {limits}".TrimStart();
        return result with { Diagnosis = $"{told}{Simulation.Diagnosis.OfLeak(result)}" };
    }

    private SimulationResult Result(Protocol protocol, SimulationOptions options, (RunLog<StepResult> Log, Recorder Recorder) written) => new()
    {
        Cell = _cell,
        Protocol = protocol,
        Options = options,
        Status = SimulationStatus.Completed,
        Reason = "",
        Diagnosis = "",
        Statistics = default,
        Steps = written.Log.Steps,
        Cycles = written.Log.Cycles,
        ChargePassed = written.Log.ChargePassed,
        Series = written.Recorder.Series(),
        Losses = written.Recorder.Losses(),
        Fields = written.Recorder.Fields(),
        Ageing = written.Log.Ageing?.Series(),
        Light = written.Log.Light?.Result(),
        Balances = [],
    };

    // A run that keeps few rows does its last whole cycle once more, with all of them: without them no mean of a loss is known.
    private SimulationResult? LastCycle(CycleCarrier finished, CancellationToken cancellation)
    {
        if (_options.Rows == OutputRows.Every || !_options.Losses || finished.LastStart is not { } start)
        {
            return null;
        }

        CellModel model = Build(_cell, _options, _cache);
        SimulationOptions options = _options with { Rows = OutputRows.Every, Profiles = 0, Acceleration = null };
        Protocol protocol = new([_protocol.Cycles[start.Block] with { Repetitions = 1 }], []);
        Recorder recorder = new(model, options);
        StepRunner runner = new(model, options, recorder);
        RunLog<StepResult> log = new([recorder], null, null, options.Rows, LogFormat.Steps);
        CycleCarrier carrier = new(model, protocol, runner, (log, recorder), new(model, runner.State), null);
        runner.Restore(start.State);
        carrier.Position = carrier.Position with { Cycle = start.Number - 1 };
        carrier.Carry(protocol.Cycles[0], cancellation);
        return Result(protocol, options, (log, recorder));
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
