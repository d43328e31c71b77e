using Ionolith.Cells.Ageing.Sites;

namespace Ionolith.Cells.Simulation;

/// <summary>What a run has written down so far: rows, steps, cycles, slow states.</summary>
internal sealed class RunLog(Recorder recorder, AgeingRecorder? ageing, LightRecorder? light, OutputRows rows)
{
    private readonly List<StepResult> _steps = [];
    private readonly List<CycleResult> _cycles = [];

    /// <summary>Rows, losses, profiles.</summary>
    public Recorder Recorder => recorder;

    /// <summary>Slow states at the ends of cycles; null where nothing ages.</summary>
    public AgeingRecorder? Ageing => ageing;

    /// <summary>Where the light went; null where nothing takes it up.</summary>
    public LightRecorder? Light => light;

    /// <summary>Steps carried out.</summary>
    public IReadOnlyList<StepResult> Steps => _steps;

    /// <summary>Cycles carried out.</summary>
    public IReadOnlyList<CycleResult> Cycles => _cycles;

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
    public void Add(CycleResult cycle) => _cycles.Add(cycle);

    /// <summary>Where the log ends now.</summary>
    /// <param name="withSteps">Whether steps that are left out later shall be known again.</param>
    public LogMark Mark(bool withSteps) => new(withSteps ? [.. _steps] : null, _steps.Count, _cycles.Count, ageing?.Count ?? 0, light?.Count ?? 0, recorder.Mark());

    /// <summary>Forgets what was written since a mark.</summary>
    /// <param name="mark">The mark, with steps.</param>
    public void RollBack(LogMark mark)
    {
        _steps.Clear();
        _steps.AddRange(mark.Steps ?? []);
        _cycles.RemoveRange(mark.Cycles, _cycles.Count - mark.Cycles);
        ageing?.RollBack(mark.Ageing);
        light?.RollBack(mark.Light);
        recorder.RollBack(mark.Rows);
    }

    /// <summary>Cuts off the cycles beyond a number, to write others before them.</summary>
    /// <param name="cycles">Cycles that stay.</param>
    /// <param name="ageingRows">Rows of the slow states that stay.</param>
    /// <returns>What was cut off.</returns>
    public IReadOnlyList<CycleResult> CutCycles(int cycles, int ageingRows)
    {
        CycleResult[] cut = [.. _cycles[cycles..]];
        _cycles.RemoveRange(cycles, cut.Length);
        ageing?.RollBack(ageingRows);
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

        ageing?.Read(reader);
        light?.Read(reader);
        recorder.Read(reader);
    }
}

/// <summary>Where a log ends at one moment.</summary>
/// <param name="Steps">Steps; null where they need not be known again.</param>
/// <param name="StepCount">Number of steps.</param>
/// <param name="Cycles">Number of cycles.</param>
/// <param name="Ageing">Number of rows of slow states.</param>
/// <param name="Light">Number of steps with light.</param>
/// <param name="Rows">Where the rows end.</param>
internal sealed record LogMark(IReadOnlyList<StepResult>? Steps, int StepCount, int Cycles, int Ageing, int Light, RecorderMark Rows);
