using Ionolith.Cells.Ageing.Sites;
using Ionolith.Cells.LongRuns;

namespace Ionolith.Cells.Simulation;

/// <summary>The cycles that a run has carried out, and the slow states at their ends: some in memory, all in a journal.</summary>
/// <param name="ageing">Slow states at the ends of cycles; null where there are none.</param>
internal abstract class CycleLog(AgeingRecorder? ageing)
{
    private readonly List<CycleResult> _cycles = [];
    private int _told;

    /// <summary>Slow states at the ends of cycles; null where there are none.</summary>
    public AgeingRecorder? Ageing => ageing;

    /// <summary>Cycles carried out, of many only some.</summary>
    public IReadOnlyList<CycleResult> Cycles => _cycles;

    /// <summary>Charge that finished cycles have passed in either direction, C.</summary>
    public double ChargePassed { get; private set; }

    /// <summary>Charge of the last cycle that discharged, C.</summary>
    protected double ChargeBefore { get; private set; }

    /// <summary>Writes a cycle down.</summary>
    /// <param name="cycle">The cycle.</param>
    public void Add(CycleResult cycle)
    {
        _cycles.Add(cycle with { ChargeBefore = ChargeBefore });
        ChargeBefore = cycle.Discharge > 0 ? cycle.Charge : ChargeBefore;
    }

    /// <summary>Gives finished cycles to a journal, and lets go of those that memory need not keep; no mark that was set before is of use any more.</summary>
    /// <param name="journal">The journal; null: none.</param>
    /// <param name="isLast">Whether no cycle follows.</param>
    public void Settle(IRunJournal? journal, bool isLast)
    {
        if (journal is not null && _told < _cycles.Count)
        {
            using MemoryStream finished = new();
            using BinaryWriter writer = new(finished);
            for (int i = _told; i < _cycles.Count; i++)
            {
                LogFormat.Write(writer, _cycles[i]);
                ageing?.WriteRow(writer, i + 1);
            }

            journal.Take(finished.GetBuffer().AsSpan(0, (int)finished.Length));
        }

        for (; _told < _cycles.Count; _told++)
        {
            ChargePassed += _cycles[_told].Discharge + _cycles[_told].Charge;
        }

        if (_cycles.Count > 0 && (isLast || CycleThinning.IsDue(_cycles.Count)))
        {
            int last = _cycles[^1].Number;
            _cycles.RemoveAll(c => !CycleThinning.Keeps(c.Number, last));
            ageing?.Thin(last);
        }

        _told = _cycles.Count;
    }

    /// <summary>Every cycle, as the journal has it.</summary>
    /// <param name="journal">The journal.</param>
    public IEnumerable<CycleRow> Rows(IRunJournal journal)
    {
        int[] columns = ageing?.KeptColumns ?? [];
        foreach (Stream stream in journal.Rows())
        {
            using BinaryReader reader = new(stream);
            while (stream.Position < stream.Length)
            {
                CycleResult cycle = LogFormat.ReadCycle(reader);
                double[] values = ageing is null ? [] : StateFormat.ReadDoubles(reader);
                yield return new(cycle, [.. columns.Select(c => values[c])]);
            }
        }
    }

    /// <summary>Why the steps of a cycle ended, in one line: cycles are alike where these are.</summary>
    /// <param name="cycle">Number of the last cycle.</param>
    public abstract string Ends(int cycle);

    /// <summary>Where the log ends now.</summary>
    /// <param name="withSteps">Whether steps that are left out later shall be known again.</param>
    public abstract LogMark Mark(bool withSteps);

    /// <summary>Forgets what was written since a mark.</summary>
    /// <param name="mark">The mark, with steps.</param>
    public virtual void RollBack(LogMark mark)
    {
        _cycles.RemoveRange(mark.Cycles, _cycles.Count - mark.Cycles);
        ChargeBefore = mark.ChargeBefore;
        ageing?.RollBack(mark.Ageing);
    }

    /// <summary>Cuts off the cycles since a mark, to write others before them.</summary>
    /// <param name="mark">The mark.</param>
    /// <returns>What was cut off.</returns>
    public IReadOnlyList<CycleResult> CutCycles(LogMark mark)
    {
        CycleResult[] cut = [.. _cycles[mark.Cycles..]];
        _cycles.RemoveRange(mark.Cycles, cut.Length);
        ChargeBefore = mark.ChargeBefore;
        ageing?.RollBack(mark.Ageing);
        return cut;
    }

    /// <summary>Writes what stood before a mark.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="mark">The mark.</param>
    public virtual void Write(BinaryWriter writer, LogMark mark)
    {
        writer.Write(mark.Cycles);
        foreach (CycleResult cycle in _cycles.Take(mark.Cycles))
        {
            LogFormat.Write(writer, cycle);
        }

        writer.Write(mark.ChargeBefore);
        writer.Write(ChargePassed);
        ageing?.Write(writer, mark.Ageing);
    }

    /// <summary>Reads what was written; the log is empty.</summary>
    /// <param name="reader">Where from.</param>
    public virtual void Read(BinaryReader reader)
    {
        for (int cycles = reader.ReadInt32(); cycles > 0; cycles--)
        {
            _cycles.Add(LogFormat.ReadCycle(reader));
        }

        _told = _cycles.Count;
        (ChargeBefore, ChargePassed) = (reader.ReadDouble(), reader.ReadDouble());
        ageing?.Read(reader);
    }
}

/// <summary>Where a log ends at one moment.</summary>
/// <param name="Cycles">Number of cycles in memory.</param>
/// <param name="ChargeBefore">Charge of the last cycle that discharged, C.</param>
/// <param name="Ageing">Number of rows of slow states.</param>
internal record LogMark(int Cycles, double ChargeBefore, int Ageing);
