namespace Ionolith.Cells.LongRuns;

/// <summary>Where the checkpoints of a run go, and the one from which it goes on.</summary>
/// <remarks>What it answers decides what is kept, never what is computed.</remarks>
public interface IRunJournal
{
    /// <summary>The checkpoint from which the run goes on; null: from the beginning.</summary>
    RunCheckpoint? Resumed { get; }

    /// <summary>Whether a checkpoint is wanted at the end of a cycle.</summary>
    /// <param name="cycle">Number of the cycle that has ended.</param>
    /// <returns>Whether <see cref="Keep"/> shall be told.</returns>
    bool IsDue(int cycle);

    /// <summary>Takes the rows of cycles that have ended: each once, in order. A checkpoint that is kept later includes them.</summary>
    /// <param name="rows">The rows, to be added to those before.</param>
    void Take(ReadOnlySpan<byte> rows);

    /// <summary>All rows of the run, with those before <see cref="Resumed"/>.</summary>
    /// <returns>The rows in one or more pieces, each of whole rows.</returns>
    IEnumerable<Stream> Rows();

    /// <summary>Keeps a checkpoint; it takes the place of the one before.</summary>
    /// <param name="cycle">Number of the last finished cycle.</param>
    /// <param name="time">Time since the start of the run, s.</param>
    /// <param name="write">Writes the content of the checkpoint; only to be called before this method returns.</param>
    void Keep(int cycle, double time, Action<Stream> write);
}
