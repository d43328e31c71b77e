using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.CriticalCurrent;

/// <summary>Tests a symmetric cell until lithium shorts it: by a staircase of currents, or at one current for its life.</summary>
/// <remarks>
/// The critical current is that of the step in which the cell fails, as experiments report it; it depends on pressure, step time and
/// area, which belong to it; no standard exists. A foil that is used up and a voltage that is beyond its cutoff from the first moment are
/// no failures. Each test is a run of the full model.
/// </remarks>
public static class CriticalCurrentTest
{
    /// <summary>Longest test, s: beyond, a life is no finite number for any use.</summary>
    public const double LongestLife = 1e9;

    // Relative rounding of a time.
    private const double RoundOff = 1e-12;

    /// <summary>Raises the current until the cell fails.</summary>
    /// <param name="cell">A symmetric cell, at its own pressure and temperature.</param>
    /// <param name="staircase">The staircase.</param>
    /// <param name="cache">Compiled properties shared with other tests; null: none.</param>
    /// <param name="cancellation">Stops the test.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="ArgumentException">The cell is not symmetric, or nothing in it can fail; the message says what to do.</exception>
    /// <exception cref="InvalidOperationException">The staircase is not valid, or the solver failed.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static CriticalCurrentResult Staircase(
        CellDescription cell, CurrentStaircase staircase, PropertyCache? cache = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(staircase);
        Check(cell);
        IReadOnlyList<double> currents = staircase.Currents();
        SimulationResult run = Run(cell, staircase.For(cell), OutputRows.StepEnds, cache, cancellation);
        int reached = run.Steps[^1].Cycle;
        (double Start, double End) last = (run.Steps[^1].Time.Start, run.Steps[^1].Time.End);
        bool lasted = last.End - last.Start >= staircase.StepTime - (RoundOff * last.End);
        double current = currents[reached - 1];
        TestEnd end = EndOf(cell, current, run, finished: run.Steps.Count == 2 * currents.Count && lasted, cache, cancellation);
        return Result(cell, staircase.StepTime, run, end, current, end == TestEnd.Survived ? current : reached > 1 ? currents[reached - 2] : 0);
    }

    /// <summary>Cycles at one current until the cell fails.</summary>
    /// <param name="cell">A symmetric cell, at its own pressure and temperature.</param>
    /// <param name="current">Current density, A/m2; positive.</param>
    /// <param name="halfCycle">Duration of each half-cycle, s; positive.</param>
    /// <param name="most">Longest duration of the test, s; positive, up to <see cref="LongestLife"/>.</param>
    /// <param name="cache">Compiled properties shared with other tests; null: none.</param>
    /// <param name="cancellation">Stops the test.</param>
    /// <returns>What happened; its time is the life.</returns>
    /// <exception cref="ArgumentException">The cell is not symmetric, or nothing in it can fail; the message says what to do.</exception>
    /// <exception cref="InvalidOperationException">The solver failed.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static CriticalCurrentResult Life(
        CellDescription cell, double current, double halfCycle, double most, PropertyCache? cache = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(current);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfCycle);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, LongestLife);
        Check(cell);
        int cycles = (int)Math.Min(int.MaxValue, Math.Ceiling(most / (2 * halfCycle)));
        Protocol protocol = new(
            [CurrentStaircase.HalfCycles(current, halfCycle, cycles)],
            [.. CurrentStaircase.Ends(cell), new Termination(TerminationKind.Time, most, "the end of the test")]);
        SimulationResult run = Run(cell, protocol, OutputRows.Summary, cache, cancellation);
        TestEnd end = EndOf(cell, current, run, finished: run.Steps[^1].Time.End >= most * (1 - RoundOff), cache, cancellation);
        return Result(cell, halfCycle, run, end, current, end == TestEnd.Survived || run.Steps[^1].Cycle > 1 ? current : 0);
    }

    private static void Check(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (SymmetricCell.Problems(cell) is [var problem, ..])
        {
            throw new ArgumentException(problem, nameof(cell));
        }
    }

    private static SimulationResult Run(CellDescription cell, Protocol protocol, OutputRows rows, PropertyCache? cache, CancellationToken cancellation)
    {
        SimulationOptions options = new() { Rows = rows, Losses = false, Profiles = 0 };
        SimulationResult run = new CellSimulation(cell, protocol, options, cache).Run(null, cancellation);
        return run.Status switch
        {
            SimulationStatus.Cancelled => throw new OperationCanceledException(cancellation),
            SimulationStatus.Failed => throw new InvalidOperationException(run.Reason),
            _ => run,
        };
    }

    private static TestEnd EndOf(CellDescription cell, double current, SimulationResult run, bool finished, PropertyCache? cache, CancellationToken cancellation)
    {
        StepResult last = run.Steps[^1];
        return run.Ageing?.Events switch
        {
            [.., { Kind: AgeingEventKind.HardShort }] => TestEnd.HardShort,
            [.., { Kind: AgeingEventKind.SoftShort }] => TestEnd.SoftShort,
            [.., { Kind: AgeingEventKind.Failure, Reason: ContactLaw.LostText }] => TestEnd.ContactLost,
            _ when finished => TestEnd.Survived,
            _ when cell.Layers.OfType<LithiumMetal>().Any(m => last.EndedBy.StartsWith(CellLimits.UsedUp(m), StringComparison.Ordinal)) => TestEnd.LithiumUsedUp,
            _ when last.Time.End == last.Time.Start && IsBeyondAtOnce(cell, current, last, cache, cancellation) => TestEnd.LimitAtOnce,
            _ => run.Status == SimulationStatus.CellLimit ? TestEnd.CellLimit : TestEnd.VoltageLimit,
        };
    }

    // What has aged before may have brought the cell there: only where the fresh one cannot begin either is it the current alone.
    private static bool IsBeyondAtOnce(CellDescription cell, double current, StepResult step, PropertyCache? cache, CancellationToken cancellation)
    {
        if (step.Number == 1)
        {
            return true;
        }

        Protocol once = new([CurrentStaircase.HalfCycles(current, 1, 1)], CurrentStaircase.Ends(cell));
        return Run(cell, once, OutputRows.StepEnds, cache, cancellation).Steps is [{ Time: { Start: 0, End: 0 } }];
    }

    private static CriticalCurrentResult Result(CellDescription cell, double stepTime, SimulationResult run, TestEnd end, double current, double sustained)
    {
        StepResult last = run.Steps[^1];
        bool survived = end == TestEnd.Survived;
        return new CriticalCurrentResult
        {
            Cell = cell,
            StepTime = stepTime,
            End = end,
            Reason = survived ? "the cell outlived the test" : last.EndedBy,
            Current = CriticalCurrentResult.Failed(end) ? current : double.NaN,
            LastCurrent = current,
            Sustained = sustained,
            Charge = survived ? double.NaN : Math.Abs(last.Capacity) / cell.Area,
            Time = last.Time.End,
            Passed = run.ChargePassed / cell.Area,
            HalfCycles = [.. run.Steps.Select(s => new HalfCycle(s.Current.Start / cell.Area, s.Time.Start, s.Time.End, s.Voltage.Start, s.Voltage.End))],
        };
    }
}
