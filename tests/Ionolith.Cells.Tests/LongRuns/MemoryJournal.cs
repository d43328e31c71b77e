using Ionolith.Cells.LongRuns;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>Keeps one checkpoint in memory, at the first cycle that has come so far, with the rows before it.</summary>
internal sealed class MemoryJournal(MemoryJournal? before, int from) : IRunJournal
{
    private readonly MemoryStream _rows = Copy(before?._keptRows ?? []);
    private byte[] _keptRows = [];

    public RunCheckpoint? Resumed { get; init; } = before?.Kept;

    public RunCheckpoint? Kept { get; private set; }

    public bool IsDue(int cycle) => Kept is null && cycle >= from;

    public void Take(ReadOnlySpan<byte> rows) => _rows.Write(rows);

    public IEnumerable<Stream> Rows() => [new MemoryStream(_rows.ToArray())];

    public void Keep(int cycle, double time, Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        Kept = new(cycle, time, stream.ToArray());
        _keptRows = _rows.ToArray();
    }

    private static MemoryStream Copy(byte[] rows)
    {
        MemoryStream stream = new();
        stream.Write(rows);
        return stream;
    }
}
