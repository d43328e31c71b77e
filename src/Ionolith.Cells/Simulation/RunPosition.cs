using Ionolith.Cells.LongRuns;

namespace Ionolith.Cells.Simulation;

/// <summary>How far a run has come.</summary>
/// <param name="Block">Index of the cycle of the protocol that is being repeated.</param>
/// <param name="Repetition">How often it has been done.</param>
/// <param name="Step">Number of the last step.</param>
/// <param name="Cycle">Number of the last cycle.</param>
/// <param name="FirstDischarge">Charge of the first full discharge so far, C; NaN before it.</param>
/// <param name="FreshVoltage">Voltage at rest before the first step, V; NaN where nobody asks for it.</param>
/// <param name="LastStart">Start of the last finished cycle that discharges and charges; null before it and where nothing ages.</param>
internal readonly record struct RunPosition(
    int Block, int Repetition, int Step, int Cycle, double FirstDischarge, double FreshVoltage, CycleStart? LastStart = null);
