namespace Ionolith.Cells.Simulation;

/// <summary>Where a run is, for a progress display.</summary>
/// <param name="Time">Time since the start of the run, s.</param>
/// <param name="Voltage">Terminal voltage, V.</param>
/// <param name="Step">Number of the step from 1 through the whole run.</param>
/// <param name="Cycle">Number of the cycle from 1.</param>
/// <param name="CycleCount">Number of cycles of the protocol.</param>
/// <param name="StepText">The step as written.</param>
public readonly record struct SimulationProgress(
    double Time, double Voltage, int Step, int Cycle, long CycleCount, string StepText);
