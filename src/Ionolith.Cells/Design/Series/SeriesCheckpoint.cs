using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;

namespace Ionolith.Cells.Design.Series;

/// <summary>Checkpoints of a stack at the ends of its cycles: all of each cell, and what the stack has done.</summary>
internal sealed class SeriesCheckpoint(SeriesMember[] members, SeriesLog log, Protocol protocol, IRunJournal? journal)
{
    private const int Format = 2;
    private Boundary? _last;

    /// <summary>Goes on from the journal's checkpoint.</summary>
    /// <returns>The block of the protocol and the repetition to begin with.</returns>
    /// <exception cref="InvalidDataException">The checkpoint is not one of this stack.</exception>
    public (int Block, int Repetition) Load()
    {
        if (journal?.Resumed is not { } checkpoint)
        {
            return (0, 0);
        }

        using BinaryReader reader = new(new MemoryStream(checkpoint.Content.ToArray()));
        try
        {
            return Load(reader);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("the checkpoint ends too early", e);
        }
    }

    /// <summary>Notes the end of a cycle, and keeps it where the journal wants it.</summary>
    /// <param name="block">Block of the protocol.</param>
    /// <param name="repetition">How often it has been done.</param>
    public void At(int block, int repetition)
    {
        if (journal is null)
        {
            return;
        }

        _last = new(block, repetition, log.Steps.Count, log.Cycles.Count, log.FirstDischarge, [.. members.Select(m => m.Save())]);
        if (journal.IsDue(log.Cycles.Count))
        {
            KeepLast();
        }
    }

    /// <summary>Keeps the end of the last finished cycle.</summary>
    public void KeepLast()
    {
        if (_last is { } last)
        {
            journal!.Keep(last.Cycles, last.Members[0].State.Time, Write);
        }
    }

    private void Write(Stream stream)
    {
        Boundary last = _last!;
        using BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        writer.Write(members.Length);
        writer.Write(last.Block);
        writer.Write(last.Repetition);
        log.Write(writer, last.Steps, last.Cycles, last.FirstDischarge);
        for (int k = 0; k < members.Length; k++)
        {
            members[k].Write(writer, last.Members[k]);
        }
    }

    private (int Block, int Repetition) Load(BinaryReader reader)
    {
        if (reader.ReadInt32() is not Format || reader.ReadInt32() != members.Length)
        {
            throw new InvalidDataException("the checkpoint is that of another stack, or of another version of the program");
        }

        (int block, int repetition) = (reader.ReadInt32(), reader.ReadInt32());
        if (block >= protocol.Cycles.Count)
        {
            throw new InvalidDataException("the checkpoint is that of another protocol");
        }

        log.Read(reader);
        foreach (SeriesMember member in members)
        {
            member.Read(reader);
        }

        return (block, repetition);
    }

    private sealed record Boundary(int Block, int Repetition, int Steps, int Cycles, double FirstDischarge, SeriesMemberState[] Members);
}
