using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Sites;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Simulation;

/// <summary>Walks through the cycles and steps of a protocol.</summary>
internal sealed class ProtocolRun
{
    private const int Format = 3;
    private readonly Protocol _protocol;
    private readonly SimulationOptions _options;
    private readonly StepRunner _runner;
    private readonly RunLog _log;
    private readonly CycleCarrier _carrier;
    private readonly IRunJournal? _journal;
    private readonly SlowStates? _slow;
    private readonly AccelerationTally _tally = new();
    private CycleAccelerator? _accelerator;
    private RunPosition _position;
    private (RunnerState State, IntegratorCarry Carry, LogMark Mark)? _boundary;

    /// <summary>Gets ready.</summary>
    public ProtocolRun(
        CellModel model,
        Protocol protocol,
        SimulationOptions options,
        StepRunner runner,
        RunLog log,
        BalanceSheet balances,
        (IProgress<SimulationProgress>? Progress, IRunJournal? Journal) listeners)
    {
        (_protocol, _options, _runner, _log, _journal) = (protocol, options, runner, log, listeners.Journal);
        _carrier = new(model, protocol, runner, log, balances, listeners.Progress);
        _slow = options.Acceleration is not null && runner.Ageing is { Sites.Length: > 0 } && log.Light is null ? new(model, runner, balances) : null;
    }

    /// <summary>Steps carried out.</summary>
    public IReadOnlyList<StepResult> Steps => _log.Steps;

    /// <summary>Cycles carried out, of many only some.</summary>
    public IReadOnlyList<CycleResult> Cycles => _log.Cycles;

    /// <summary>Every cycle, as the journal has it; null without one.</summary>
    public IEnumerable<CycleRow>? EveryCycle => _journal is null ? null : _log.Rows(_journal);

    /// <summary>Slow states at the ends of cycles; null where nothing ages.</summary>
    public AgeingSeries? Ageing => _log.Ageing?.Series();

    /// <summary>Start of the last finished cycle that discharges, after at least one other; null where nothing ages.</summary>
    public CycleStart? LastStart => _runner.Ageing is { Sites.Length: > 0 } && Cycles.Count(c => c.Discharge > 0) > 1 ? _carrier.Position.LastStart : null;

    /// <summary>What was skipped; null where nobody asked.</summary>
    public AccelerationReport? Acceleration => _options.Acceleration is not { } acceleration ? null : _tally.Report(
        acceleration.CapacityError,
        Cycles.Count == 0 ? 0 : Cycles[^1].Number,
        _log.Light is not null ? "light is counted step by step, so that every cycle was simulated"
            : _slow is null ? "nothing in this cell ages, so that every cycle was simulated"
            : !_protocol.Cycles.Any(IsLong) ? string.Create(CultureInfo.InvariantCulture, $"no cycle of the protocol is repeated {CycleAccelerator.FewestRepetitions} times, so that every cycle was simulated")
            : "no jump kept its error, or no cycle discharges, so that every cycle was simulated");

    /// <summary>Carries out the protocol.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Status and one sentence.</returns>
    public (SimulationStatus Status, string Reason) Carry(CancellationToken cancellation)
    {
        (SimulationStatus Status, string Reason) ended = CarryAll(cancellation);
        _log.Settle(_journal, isLast: true);
        return ended;
    }

    private (SimulationStatus Status, string Reason) CarryAll(CancellationToken cancellation)
    {
        _runner.EndsAtShort = _protocol.Termination.Any(t => t.Kind == TerminationKind.Short);
        if (_journal?.Resumed is { } checkpoint)
        {
            Load(checkpoint);
        }
        else
        {
            _log.Ageing?.Take(0, _runner.Time);
        }

        while (_carrier.Position.Block < _protocol.Cycles.Count)
        {
            Cycle cycle = _protocol.Cycles[_carrier.Position.Block];
            if (_carrier.Position.Repetition >= cycle.Repetitions)
            {
                _carrier.Position = _carrier.Position with { Block = _carrier.Position.Block + 1, Repetition = 0 };
                _accelerator = null;
                continue;
            }

            _accelerator ??= Accelerator(cycle);
            (SimulationStatus Status, string)? ended = _accelerator?.Carry(cycle, cycle.Repetitions - _carrier.Position.Repetition, cancellation)
                ?? (_accelerator is null ? _carrier.Carry(cycle, cancellation) : null);
            if (ended is not null)
            {
                KeepWhereStopped(ended.Value.Status);
                return ended.Value;
            }

            AtBoundary();
        }

        StepResult? last = Steps.Count > 0 ? Steps[^1] : null;
        return (SimulationStatus.Completed, last is null ? "there was nothing to do" : $"the last step ended: {last.EndedBy}");
    }

    private static bool IsLong(Cycle cycle) => cycle.Repetitions >= CycleAccelerator.FewestRepetitions;

    private CycleAccelerator? Accelerator(Cycle cycle) =>
        _slow is not null && IsLong(cycle) ? new(_carrier, _runner, _slow, _options.Acceleration!, _tally) : null;

    private void AtBoundary()
    {
        _log.Settle(_journal, isLast: false);
        if (_journal is null)
        {
            return;
        }

        _boundary = (_runner.Save(), _runner.Carry, _log.Mark(withSteps: false));
        _position = _carrier.Position;
        if (_journal.IsDue(_position.Cycle))
        {
            Keep();
        }
    }

    // Stopped by the user within a cycle: the run can go on from the last finished one.
    private void KeepWhereStopped(SimulationStatus status)
    {
        if (status == SimulationStatus.Cancelled && _boundary is not null)
        {
            Keep();
        }
    }

    private void Keep() => _journal!.Keep(_position.Cycle, _boundary!.Value.State.Time, Write);

    private void Write(Stream stream)
    {
        (RunnerState state, IntegratorCarry carry, LogMark mark) = _boundary!.Value;
        using BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        foreach (int number in new[] { _position.Block, _position.Repetition, _position.Step, _position.Cycle })
        {
            writer.Write(number);
        }

        writer.Write(_position.FirstDischarge);
        writer.Write(_position.FreshVoltage);
        StateFormat.Write(writer, carry);
        StateFormat.Write(writer, state);
        writer.Write(_position.LastStart is not null);
        if (_position.LastStart is { } start)
        {
            writer.Write(start.Number);
            writer.Write(start.Block);
            StateFormat.Write(writer, start.State);
        }

        _log.Write(writer, mark);
        _tally.Write(writer);
        writer.Write(_accelerator is not null);
        _accelerator?.Write(writer);
    }

    private void Load(RunCheckpoint checkpoint)
    {
        using BinaryReader reader = new(new MemoryStream(checkpoint.Content.ToArray()));
        try
        {
            Load(reader);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("the checkpoint ends too early", e);
        }
    }

    private void Load(BinaryReader reader)
    {
        if (reader.ReadInt32() is not Format)
        {
            throw new InvalidDataException("the checkpoint was written by another version of the program");
        }

        RunPosition position = new(
            reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble());
        IntegratorCarry carry = StateFormat.ReadCarry(reader);
        RunnerState state = StateFormat.ReadState(reader);
        if (reader.ReadBoolean())
        {
            position = position with { LastStart = new(reader.ReadInt32(), reader.ReadInt32(), StateFormat.ReadState(reader)) };
        }

        if (!state.Fits(_runner.Save()) || position.Block >= _protocol.Cycles.Count)
        {
            throw new InvalidDataException("the checkpoint is that of another cell or protocol");
        }

        _runner.Restore(state);
        _runner.Carry = carry;
        _log.Read(reader);
        _tally.Read(reader);
        _carrier.Position = position;
        if (reader.ReadBoolean())
        {
            _accelerator = Accelerator(_protocol.Cycles[position.Block])
                ?? throw new InvalidDataException("the checkpoint is that of an accelerated run, and this one is not");
            _accelerator.Read(reader);
        }
    }
}
