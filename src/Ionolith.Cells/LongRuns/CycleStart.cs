using Ionolith.Cells.Simulation;

namespace Ionolith.Cells.LongRuns;

/// <summary>Where a finished cycle that discharges began.</summary>
/// <param name="Number">Number of the cycle.</param>
/// <param name="Block">Index of the cycle in the protocol.</param>
/// <param name="State">What it began from.</param>
internal sealed record CycleStart(int Number, int Block, RunnerState State);
