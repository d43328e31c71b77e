using Ionolith.Cells.Light;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Simulation;

/// <summary>Carries out one cycle of a protocol and writes down what it gave.</summary>
internal sealed class CycleCarrier : ICycledRun
{
    private const int ProgressStride = 64;
    private readonly CellModel _model;
    private readonly Protocol _protocol;
    private readonly StepRunner _runner;
    private readonly BalanceSheet _balances;
    private readonly IProgress<SimulationProgress>? _progress;
    private readonly List<LimitMonitor> _terminations;
    private readonly RunLog<StepResult> _log;
    private readonly Recorder _recorder;
    private int _told;

    /// <summary>Gets ready at the start of a run.</summary>
    public CycleCarrier(
        CellModel model, Protocol protocol, StepRunner runner, (RunLog<StepResult> Log, Recorder Recorder) written, BalanceSheet balances, IProgress<SimulationProgress>? progress)
    {
        (_model, _protocol, _runner, (_log, _recorder), _balances, _progress) = (model, protocol, runner, written, balances, progress);
        runner.EndsAtShort = protocol.Termination.Any(t => t.Kind == TerminationKind.Short);
        _terminations = [.. ProtocolEnds.OfVoltage(model, protocol)];
        Position = new(0, 0, 0, 0, double.NaN, runner.Ageing is null ? double.NaN : FreshVoltage());
    }

    /// <inheritdoc/>
    public CycleLog Log => _log;

    /// <inheritdoc/>
    public RunPosition Position { get; set; }

    /// <inheritdoc/>
    public double Time => _runner.Time;

    /// <inheritdoc/>
    public double TotalTime => ProtocolEnds.TotalTime(_protocol);

    /// <inheritdoc/>
    public int Events => _runner.Ageing?.Events.Count ?? 0;

    /// <inheritdoc/>
    public string? Obstacle => _log.Light is not null ? "light is counted step by step" : _runner.Ageing is not { Sites.Length: > 0 } ? "nothing in this cell ages" : null;

    /// <inheritdoc/>
    public string? LastEnd => _log.Steps is [.., var last] ? last.EndedBy : null;

    /// <inheritdoc/>
    public IReadOnlyList<IntegratorCarry> Carries
    {
        get => [_runner.Carry];
        set => _runner.Carry = value[0];
    }

    /// <summary>Start of the last finished cycle that charges and discharges, after at least one other that discharges; null where there is none.</summary>
    public CycleStart? LastStart => Log.Cycles.Count(c => c.Discharge > 0) > 1 ? Position.LastStart : null;

    /// <inheritdoc/>
    public IReadOnlyList<RunnerState> Save() => [_runner.Save()];

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<RunnerState> saved) => _runner.Restore(saved[0]);

    /// <inheritdoc/>
    public (SimulationStatus Status, string Reason)? Carry(Cycle cycle, CancellationToken cancellation)
    {
        Position = Position with { Cycle = Position.Cycle + 1, Repetition = Position.Repetition + 1 };
        RunnerState? began = _protocol.CycleCount > 1 ? _runner.Save() : null;
        CycleTally tally = new();
        LightTotals? light = _log.Light?.Totals;
        double resistance = double.NaN;
        (SimulationStatus, string)? ended = null;
        StateLayout layout = _model.Parts.Layout;
        double area = _model.Parts.Cell.Area;
        foreach (ProtocolStep step in cycle.Steps)
        {
            Position = Position with { Step = Position.Step + 1 };
            _recorder.Place = (Position.Step, Position.Cycle);
            _runner.Progress = (time, voltage) => Tell(time, voltage, step.Text);
            double start = _runner.Time, charged = _runner.State[layout.Charge], energy = _runner.State[layout.Energy];
            (double Voltage, double Current) before = start == 0
                ? (Position.FreshVoltage, 0) : (_runner.State[layout.Voltage], _runner.TerminalCurrent);
            _log.Light?.Begin(_runner.State);
            double timeLeft = TotalTime - _runner.Time;
            ProtocolStep bounded = timeLeft < step.Duration ? step with { Duration = timeLeft } : step;

            // Lithium that ageing has taken is no longer there to be stripped.
            StepEnd end = _runner.Run(bounded, [.. CellLimits.Monitors(_model, _runner.State, bounded), .. _terminations], cancellation);
            if (_runner.Feasibility is { } feasibility)
            {
                _log.Light?.End((Position.Step, Position.Cycle), step.Irradiance, feasibility, _runner.State);
            }

            charged = (_runner.State[layout.Charge] - charged) * area;
            energy = (_runner.State[layout.Energy] - energy) * area;
            tally.Add(charged, energy);
            resistance = double.IsNaN(resistance) && charged > 0 ? Jump(before, _runner.Start) / area : resistance;
            Keep(step, start, charged, energy);
            ended = Ended(end, step);
            if (ended is not null)
            {
                break;
            }
        }

        CycleResult done = tally.Close(Position.Cycle, _runner.State[layout.Voltage], _runner.Time) with
        {
            IsWhole = ended is null,
            Resistance = resistance,
            LithiumInventory = _runner.Ageing is null ? double.NaN : _balances.Inventory(_runner.State) * Materials.PhysicalConstants.Faraday * area,
        };
        if (light is not null)
        {
            LightTotals now = _log.Light!.Totals;
            done = done with { LightEnergy = now.LightEnergy - light.LightEnergy, Photocharge = now.Photocharge - light.Photocharge, LightGained = now.Gained - light.Gained };
        }

        Log.Add(done);
        Log.Ageing?.Take(Position.Cycle, _runner.Time);

        // One that only discharges could not be done twice.
        if (ended is null && done is { Discharge: > 0, Charge: > 0 } && began is not null)
        {
            Position = Position with { LastStart = new(Position.Cycle, Position.Block, began) };
        }

        return ended ?? Exhausted(done);
    }

    // ohm m2
    private static double Jump((double Voltage, double Current) before, (double Voltage, double Current) after)
    {
        double step = after.Current - before.Current;
        return step > 1e-3 * Math.Abs(after.Current) ? (before.Voltage - after.Voltage) / step : double.NaN;
    }

    // The model has not been asked yet for the voltage of the cell as it was described.
    private double FreshVoltage()
    {
        double[] y = [.. _runner.State];
        _model.Control = new(ControlMode.Current, 0);
        return _model.MakeConsistent(0, y) ? y[_model.Parts.Layout.Voltage] : double.NaN;
    }

    private (SimulationStatus, string)? Ended(StepEnd end, ProtocolStep step)
    {
        string cycle = _protocol.CycleCount > 1 ? string.Create(CultureInfo.InvariantCulture, $" of cycle {Position.Cycle}") : "";
        string at = $"in step {Position.Step}{cycle} ('{step.Text}') at {TimeText.Of(_runner.Time)}";
        return end switch
        {
            StepEnd.Cell => (SimulationStatus.CellLimit, $"The cell could not go on {at}: {_runner.Reason}."),
            StepEnd.Failed => (SimulationStatus.Failed, $"The run failed {at}: {_runner.Reason}."),
            StepEnd.Cancelled => (SimulationStatus.Cancelled, $"Stopped by the user {at}; what was computed until then is kept."),
            StepEnd.Terminated => (SimulationStatus.Completed, ProtocolEnds.Told(at, _runner.Reason)),
            _ when _runner.Time >= TotalTime => (SimulationStatus.Completed, ProtocolEnds.Told(at, "total time")),
            _ => null,
        };
    }

    // Ends that look at a whole cycle: its discharge against the first full one or against a value.
    private (SimulationStatus, string)? Exhausted(CycleResult cycle)
    {
        Position = Position with { FirstDischarge = FullDischarge.First(Log.Cycles)?.Discharge ?? double.NaN };
        return ProtocolEnds.After(_protocol, Position.FirstDischarge, cycle) is { } reached ? (SimulationStatus.Completed, reached) : null;
    }

    private void Keep(ProtocolStep step, double start, double charge, double energy)
    {
        double[] y = _runner.State;
        StateLayout layout = _model.Parts.Layout;
        double area = _model.Parts.Cell.Area;
        _log.Add(new StepResult
        {
            Number = Position.Step,
            Cycle = Position.Cycle,
            Text = step.Text,
            Time = (start, _runner.Time),
            Voltage = (_runner.Start.Voltage, y[layout.Voltage]),
            Current = (_runner.Start.Current * area, _runner.TerminalCurrent * area),
            Capacity = charge,
            Energy = energy,
            PeakTemperature = _runner.PeakTemperature,
            Pressure = _model.Pressure,
            EndedBy = _runner.Reason,
        });
    }

    private void Tell(double time, double voltage, string text)
    {
        if (_progress is not null && _told++ % ProgressStride == 0)
        {
            _progress.Report(new(time, voltage, Position.Step, Position.Cycle, _protocol.CycleCount, text));
        }
    }
}
