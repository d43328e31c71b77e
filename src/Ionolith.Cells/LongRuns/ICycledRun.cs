using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.LongRuns;

/// <summary>What does cycle after cycle, can be set back, and can go on in another process: a cell, or cells in series.</summary>
internal interface ICycledRun
{
    /// <summary>What is written down.</summary>
    CycleLog Log { get; }

    /// <summary>How far the run has come.</summary>
    RunPosition Position { get; set; }

    /// <summary>Time since the start of the run, s.</summary>
    double Time { get; }

    /// <summary>Time at which the protocol ends by itself, s.</summary>
    double TotalTime { get; }

    /// <summary>Why no cycle can be skipped, whatever the protocol; null: some may be.</summary>
    string? Obstacle { get; }

    /// <summary>Why the last step ended; null before the first.</summary>
    string? LastEnd { get; }

    /// <summary>Number of shorts and failures so far.</summary>
    int Events { get; }

    /// <summary>What the integrators carry over; of a run that goes on in another process.</summary>
    IReadOnlyList<IntegratorCarry> Carries { get; set; }

    /// <summary>All that the next step begins from, cell by cell.</summary>
    IReadOnlyList<RunnerState> Save();

    /// <summary>Goes back, or on, to what was saved.</summary>
    /// <param name="saved">What was saved.</param>
    void Restore(IReadOnlyList<RunnerState> saved);

    /// <summary>Carries out the next cycle.</summary>
    /// <param name="cycle">Its steps.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How the run ended in it; null: it goes on.</returns>
    (SimulationStatus Status, string Reason)? Carry(Cycle cycle, CancellationToken cancellation);
}
