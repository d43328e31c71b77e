using Ionolith.Cells.LongRuns;

namespace Ionolith.Cells.Simulation;

/// <summary>Accuracy and output of a run.</summary>
public sealed record SimulationOptions
{
    /// <summary>Relative tolerance of the time integration; between 1e-8 and 1e-1.</summary>
    public double RelativeTolerance { get; init; } = 1e-4;

    /// <summary>Absolute tolerance in units of the scale of each unknown (stoichiometry 1, initial salt concentration, 1 V).</summary>
    public double AbsoluteTolerance { get; init; } = 1e-6;

    /// <summary>Which rows are kept.</summary>
    public OutputRows Rows { get; init; } = OutputRows.Every;

    /// <summary>Whether the losses and the open-circuit voltage are computed at the kept rows.</summary>
    public bool Losses { get; init; } = true;

    /// <summary>Number of profiles kept over the run, spread evenly over its steps; zero: none.</summary>
    public int Profiles { get; init; } = 60;

    /// <summary>Extrapolates the slow states over cycles that are alike; null: every cycle is simulated.</summary>
    public Acceleration? Acceleration { get; init; }

    /// <summary>Whether the last cycle is run again with each effect of ageing switched back, to tell why the capacity has fallen.</summary>
    public bool Attribution { get; init; } = true;

    /// <summary>Most time steps of one protocol step before it counts as failed.</summary>
    public int MaximumSteps { get; init; } = 200_000;
}

/// <summary>Which rows of a run are kept.</summary>
public enum OutputRows
{
    /// <summary>Every time step of the solver.</summary>
    Every,

    /// <summary>First and last row of each step of the protocol.</summary>
    StepEnds,

    /// <summary>None but the last; for long runs of which only the cycle summaries matter.</summary>
    Summary,
}
