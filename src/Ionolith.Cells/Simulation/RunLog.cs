using Ionolith.Cells.Ageing.Sites;

namespace Ionolith.Cells.Simulation;

/// <summary>What a run has written down so far: rows of each cell, steps, cycles, slow states.</summary>
/// <typeparam name="TStep">What is told of a step.</typeparam>
/// <param name="recorders">Rows, losses and profiles, cell by cell.</param>
/// <param name="ageing">Slow states at the ends of cycles; null where there are none.</param>
/// <param name="light">Where the light went; null where nothing takes it up.</param>
/// <param name="rows">Which rows are kept.</param>
/// <param name="format">How a step is written and read.</param>
internal sealed class RunLog<TStep>(IReadOnlyList<Recorder> recorders, AgeingRecorder? ageing, LightRecorder? light, OutputRows rows, StepFormat<TStep> format) : CycleLog(ageing)
    where TStep : class
{
    private readonly List<TStep> _steps = [];

    /// <summary>Where the light went; null where nothing takes it up.</summary>
    public LightRecorder? Light => light;

    /// <summary>Steps carried out; of a run of which only summaries are kept, those of its first and last cycle.</summary>
    public IReadOnlyList<TStep> Steps => _steps;

    /// <summary>Writes a step down; of a long run of which only summaries are kept, those between the first cycle and this one go.</summary>
    /// <param name="step">The step.</param>
    public void Add(TStep step)
    {
        int cycle = format.Cycle(step);
        if (rows == OutputRows.Summary && cycle > 1)
        {
            _steps.RemoveAll(s => format.Cycle(s) > 1 && format.Cycle(s) < cycle);
            light?.KeepFirstAnd(cycle);
        }

        _steps.Add(step);
    }

    /// <inheritdoc/>
    public override string Ends(int cycle)
    {
        int first = _steps.Count;
        while (first > 0 && format.Cycle(_steps[first - 1]) == cycle)
        {
            first--;
        }

        return string.Join('|', Enumerable.Range(first, _steps.Count - first).Select(i => format.End(_steps[i])));
    }

    /// <inheritdoc/>
    public override LogMark Mark(bool withSteps) => new RunMark(
        withSteps ? [.. _steps] : null, _steps.Count, light?.Mark() ?? LightMark.None, [.. recorders.Select(r => r.Mark())], Cycles.Count, ChargeBefore, Ageing?.Count ?? 0);

    /// <inheritdoc/>
    public override void RollBack(LogMark mark)
    {
        base.RollBack(mark);
        RunMark run = (RunMark)mark;
        _steps.Clear();
        _steps.AddRange(run.Steps ?? []);
        light?.RollBack(run.Light);
        for (int i = 0; i < recorders.Count; i++)
        {
            recorders[i].RollBack(run.Rows[i]);
        }
    }

    /// <inheritdoc/>
    public override void Write(BinaryWriter writer, LogMark mark)
    {
        base.Write(writer, mark);
        RunMark run = (RunMark)mark;

        // A cycle that was broken off may have driven out steps that stood before the mark, and stand in their place.
        int last = run.Cycles == 0 ? 0 : Cycles[run.Cycles - 1].Number;
        TStep[] steps = [.. _steps.Take(run.StepCount).Where(s => format.Cycle(s) <= last)];
        writer.Write(steps.Length);
        foreach (TStep step in steps)
        {
            format.Write(writer, step);
        }

        light?.Write(writer, run.Light, last);
        for (int i = 0; i < recorders.Count; i++)
        {
            recorders[i].Write(writer, run.Rows[i]);
        }
    }

    /// <inheritdoc/>
    public override void Read(BinaryReader reader)
    {
        base.Read(reader);
        for (int steps = reader.ReadInt32(); steps > 0; steps--)
        {
            _steps.Add(format.Read(reader));
        }

        light?.Read(reader);
        foreach (Recorder recorder in recorders)
        {
            recorder.Read(reader);
        }
    }

    /// <summary>Where a log ends at one moment.</summary>
    /// <param name="Steps">Steps; null where they need not be known again.</param>
    /// <param name="StepCount">Number of steps.</param>
    /// <param name="Light">Where those with light end.</param>
    /// <param name="Rows">Where the rows of each cell end.</param>
    /// <param name="Cycles">Number of cycles in memory.</param>
    /// <param name="ChargeBefore">Charge of the last cycle that discharged, C.</param>
    /// <param name="Ageing">Number of rows of slow states.</param>
    private sealed record RunMark(
        IReadOnlyList<TStep>? Steps, int StepCount, LightMark Light, IReadOnlyList<RecorderMark> Rows, int Cycles, double ChargeBefore, int Ageing) : LogMark(Cycles, ChargeBefore, Ageing);
}

/// <summary>How a step is written and read.</summary>
/// <typeparam name="TStep">What is told of a step.</typeparam>
/// <param name="Write">Writes it.</param>
/// <param name="Read">Reads it.</param>
/// <param name="Cycle">Number of its cycle.</param>
/// <param name="End">Why it ended.</param>
internal sealed record StepFormat<TStep>(Action<BinaryWriter, TStep> Write, Func<BinaryReader, TStep> Read, Func<TStep, int> Cycle, Func<TStep, string> End);
