using Ionolith.Cells.Ageing.Sites;
using Ionolith.Cells.LongRuns;

namespace Ionolith.Cells.Simulation;

/// <summary>What a run has written down so far: rows, steps, cycles, slow states.</summary>
internal sealed class RunLog(Recorder recorder, AgeingRecorder? ageing, LightRecorder? light, OutputRows rows)
{
    private readonly List<StepResult> _steps = [];
    private readonly List<CycleResult> _cycles = [];
    private int _told;
    private double _chargeBefore;

    /// <summary>Rows, losses, profiles.</summary>
    public Recorder Recorder => recorder;

    /// <summary>Slow states at the ends of cycles; null where nothing ages.</summary>
    public AgeingRecorder? Ageing => ageing;

    /// <summary>Where the light went; null where nothing takes it up.</summary>
    public LightRecorder? Light => light;

    /// <summary>Steps carried out.</summary>
    public IReadOnlyList<StepResult> Steps => _steps;

    /// <summary>Cycles carried out, of many only some.</summary>
    public IReadOnlyList<CycleResult> Cycles => _cycles;

    /// <summary>Charge that finished cycles have passed in either direction, C.</summary>
    public double ChargePassed { get; private set; }

    /// <summary>Writes a step down; of a long run of which only summaries are kept, those between the first cycle and this one go.</summary>
    /// <param name="step">The step.</param>
    public void Add(StepResult step)
    {
        if (rows == OutputRows.Summary && step.Cycle > 1)
        {
            _steps.RemoveAll(s => s.Cycle > 1 && s.Cycle < step.Cycle);
        }

        _steps.Add(step);
    }

    /// <summary>Writes a cycle down.</summary>
    /// <param name="cycle">The cycle.</param>
    public void Add(CycleResult cycle)
    {
        _cycles.Add(cycle with { ChargeBefore = _chargeBefore });
        _chargeBefore = cycle.Discharge > 0 ? cycle.Charge : _chargeBefore;
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

    /// <summary>Where the log ends now.</summary>
    /// <param name="withSteps">Whether steps that are left out later shall be known again.</param>
    public LogMark Mark(bool withSteps) => new(withSteps ? [.. _steps] : null, _steps.Count, _cycles.Count, _chargeBefore, ageing?.Count ?? 0, light?.Count ?? 0, recorder.Mark());

    /// <summary>Forgets what was written since a mark.</summary>
    /// <param name="mark">The mark, with steps.</param>
    public void RollBack(LogMark mark)
    {
        _steps.Clear();
        _steps.AddRange(mark.Steps ?? []);
        _cycles.RemoveRange(mark.Cycles, _cycles.Count - mark.Cycles);
        _chargeBefore = mark.ChargeBefore;
        ageing?.RollBack(mark.Ageing);
        light?.RollBack(mark.Light);
        recorder.RollBack(mark.Rows);
    }

    /// <summary>Cuts off the cycles since a mark, to write others before them.</summary>
    /// <param name="mark">The mark.</param>
    /// <returns>What was cut off.</returns>
    public IReadOnlyList<CycleResult> CutCycles(LogMark mark)
    {
        CycleResult[] cut = [.. _cycles[mark.Cycles..]];
        _cycles.RemoveRange(mark.Cycles, cut.Length);
        _chargeBefore = mark.ChargeBefore;
        ageing?.RollBack(mark.Ageing);
        return cut;
    }

    /// <summary>Writes what stood before a mark.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="mark">The mark.</param>
    public void Write(BinaryWriter writer, LogMark mark)
    {
        int steps = Math.Min(mark.StepCount, _steps.Count);
        writer.Write(steps);
        foreach (StepResult step in _steps.Take(steps))
        {
            LogFormat.Write(writer, step);
        }

        writer.Write(mark.Cycles);
        foreach (CycleResult cycle in _cycles.Take(mark.Cycles))
        {
            LogFormat.Write(writer, cycle);
        }

        writer.Write(mark.ChargeBefore);
        writer.Write(ChargePassed);
        ageing?.Write(writer, mark.Ageing);
        light?.Write(writer, mark.Light);
        recorder.Write(writer, mark.Rows);
    }

    /// <summary>Reads what was written; the log is empty.</summary>
    /// <param name="reader">Where from.</param>
    public void Read(BinaryReader reader)
    {
        for (int steps = reader.ReadInt32(); steps > 0; steps--)
        {
            _steps.Add(LogFormat.ReadStep(reader));
        }

        for (int cycles = reader.ReadInt32(); cycles > 0; cycles--)
        {
            _cycles.Add(LogFormat.ReadCycle(reader));
        }

        _told = _cycles.Count;
        (_chargeBefore, ChargePassed) = (reader.ReadDouble(), reader.ReadDouble());
        ageing?.Read(reader);
        light?.Read(reader);
        recorder.Read(reader);
    }
}

/// <summary>Where a log ends at one moment.</summary>
/// <param name="Steps">Steps; null where they need not be known again.</param>
/// <param name="StepCount">Number of steps.</param>
/// <param name="Cycles">Number of cycles in memory.</param>
/// <param name="ChargeBefore">Charge of the last cycle that discharged, C.</param>
/// <param name="Ageing">Number of rows of slow states.</param>
/// <param name="Light">Number of steps with light.</param>
/// <param name="Rows">Where the rows end.</param>
internal sealed record LogMark(IReadOnlyList<StepResult>? Steps, int StepCount, int Cycles, double ChargeBefore, int Ageing, int Light, RecorderMark Rows);
