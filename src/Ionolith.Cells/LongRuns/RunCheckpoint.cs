namespace Ionolith.Cells.LongRuns;

/// <summary>A run at the end of one of its cycles: with it another process goes on to the last bit.</summary>
/// <param name="Cycle">Number of the last finished cycle.</param>
/// <param name="Time">Time since the start of the run, s.</param>
/// <param name="Content">All that belongs to it; of use to <see cref="Simulation.CellSimulation"/> with the same cell, protocol and options.</param>
public sealed record RunCheckpoint(int Cycle, double Time, ReadOnlyMemory<byte> Content);
