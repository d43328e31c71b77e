using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Simulation;

/// <summary>Walks through the cycles of a protocol, with one cell or with cells in series: skips what may be skipped, keeps checkpoints, goes on from them.</summary>
/// <param name="carrier">Carries out the cycles.</param>
/// <param name="slow">What changes slowly; null where nothing does or nothing may be skipped.</param>
/// <param name="protocol">What is done.</param>
/// <param name="acceleration">How cycles are skipped; null: none are.</param>
/// <param name="journal">Keeps checkpoints and rows of cycles; null: nobody.</param>
internal sealed class ProtocolRun(ICycledRun carrier, ISlowStates? slow, Protocol protocol, Acceleration? acceleration, IRunJournal? journal)
{
    private const int Format = 4;
    private readonly AccelerationTally _tally = new();
    private CycleAccelerator? _accelerator;
    private RunPosition _position;
    private (IReadOnlyList<RunnerState> State, IReadOnlyList<IntegratorCarry> Carries, LogMark Mark)? _boundary;

    /// <summary>Every cycle, as the journal has it; null without one.</summary>
    public IEnumerable<CycleRow>? EveryCycle => journal is null ? null : carrier.Log.Rows(journal);

    /// <summary>What was skipped; null where nobody asked.</summary>
    public AccelerationReport? Acceleration => acceleration is null ? null : _tally.Report(
        acceleration.CapacityError,
        carrier.Log.Cycles.Count == 0 ? 0 : carrier.Log.Cycles[^1].Number,
        $"{carrier.Obstacle ?? AccelerationCheck.Obstacle(protocol) ?? "no jump kept its error, or no cycle discharges"}, so that every cycle was simulated");

    /// <summary>Carries out the protocol.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Status and one sentence.</returns>
    /// <exception cref="InvalidDataException">The journal's checkpoint is not one of this run.</exception>
    public (SimulationStatus Status, string Reason) Carry(CancellationToken cancellation)
    {
        (SimulationStatus Status, string Reason) ended = CarryAll(cancellation);
        carrier.Log.Settle(journal, isLast: true);
        return ended;
    }

    private (SimulationStatus Status, string Reason) CarryAll(CancellationToken cancellation)
    {
        if (journal?.Resumed is { } checkpoint)
        {
            Load(checkpoint);
        }
        else
        {
            carrier.Log.Ageing?.Take(0, carrier.Time);
        }

        while (carrier.Position.Block < protocol.Cycles.Count)
        {
            Cycle cycle = protocol.Cycles[carrier.Position.Block];
            if (carrier.Position.Repetition >= cycle.Repetitions)
            {
                carrier.Position = carrier.Position with { Block = carrier.Position.Block + 1, Repetition = 0 };
                _accelerator = null;
                continue;
            }

            _accelerator ??= Accelerator(cycle);
            (SimulationStatus Status, string)? ended = _accelerator?.Carry(cycle, cycle.Repetitions - carrier.Position.Repetition, cancellation)
                ?? (_accelerator is null ? carrier.Carry(cycle, cancellation) : null);
            if (ended is not null)
            {
                KeepWhereStopped(ended.Value.Status);
                return ended.Value;
            }

            AtBoundary();
        }

        return (SimulationStatus.Completed, carrier.LastEnd is not { } last ? "there was nothing to do" : $"the last step ended: {last}");
    }

    private CycleAccelerator? Accelerator(Cycle cycle) =>
        slow is not null && acceleration is not null && AccelerationCheck.IsLong(cycle) ? new(carrier, slow, acceleration, _tally) : null;

    private void AtBoundary()
    {
        carrier.Log.Settle(journal, isLast: false);
        if (journal is null)
        {
            return;
        }

        _boundary = (carrier.Save(), carrier.Carries, carrier.Log.Mark(withSteps: false));
        _position = carrier.Position;
        if (journal.IsDue(_position.Cycle))
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

    private void Keep() => journal!.Keep(_position.Cycle, _boundary!.Value.State[0].Time, Write);

    private void Write(Stream stream)
    {
        (IReadOnlyList<RunnerState> states, IReadOnlyList<IntegratorCarry> carries, LogMark mark) = _boundary!.Value;
        using BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        foreach (int number in new[] { Format, states.Count, carries.Count, _position.Block, _position.Repetition, _position.Step, _position.Cycle })
        {
            writer.Write(number);
        }

        writer.Write(_position.FirstDischarge);
        writer.Write(_position.FreshVoltage);
        foreach (IntegratorCarry carry in carries)
        {
            StateFormat.Write(writer, carry);
        }

        foreach (RunnerState state in states)
        {
            StateFormat.Write(writer, state);
        }

        writer.Write(_position.LastStart is not null);
        if (_position.LastStart is { } start)
        {
            writer.Write(start.Number);
            writer.Write(start.Block);
            StateFormat.Write(writer, start.State);
        }

        carrier.Log.Write(writer, mark);
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

        IReadOnlyList<RunnerState> own = carrier.Save();
        if (reader.ReadInt32() != own.Count || reader.ReadInt32() != carrier.Carries.Count)
        {
            throw new InvalidDataException("the checkpoint is that of another number of cells that differ");
        }

        RunPosition position = new(
            reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble());
        IntegratorCarry[] carries = [.. carrier.Carries.Select(_ => StateFormat.ReadCarry(reader))];
        RunnerState[] states = [.. own.Select(_ => StateFormat.ReadState(reader))];
        if (reader.ReadBoolean())
        {
            position = position with { LastStart = new(reader.ReadInt32(), reader.ReadInt32(), StateFormat.ReadState(reader)) };
        }

        if (!states.Zip(own).All(static p => p.First.Fits(p.Second)) || position.Block >= protocol.Cycles.Count)
        {
            throw new InvalidDataException("the checkpoint is that of another cell or protocol");
        }

        carrier.Restore(states);
        carrier.Carries = carries;
        carrier.Log.Read(reader);
        _tally.Read(reader);
        carrier.Position = position;
        if (reader.ReadBoolean())
        {
            _accelerator = Accelerator(protocol.Cycles[position.Block])
                ?? throw new InvalidDataException("the checkpoint is that of an accelerated run, and this one is not");
            _accelerator.Read(reader);
        }
    }
}
