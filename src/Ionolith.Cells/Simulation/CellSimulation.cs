using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Simulation;

/// <summary>Runs a protocol on a cell.</summary>
/// <param name="cell">The cell.</param>
/// <param name="protocol">The protocol.</param>
/// <param name="options">Accuracy and output; null: the defaults.</param>
/// <remarks>Not thread-safe; use one instance for each thread.</remarks>
public sealed class CellSimulation(CellDescription cell, Protocol protocol, SimulationOptions? options = null)
{
    private readonly SimulationOptions _options = options ?? new SimulationOptions();

    /// <summary>Runs the protocol from the cell's initial state.</summary>
    /// <param name="progress">Told now and then where the run is.</param>
    /// <param name="cancellation">Stops the run; what was computed is kept.</param>
    /// <returns>The result; a numerical or physical end is a status in it, not an exception.</returns>
    public SimulationResult Run(IProgress<SimulationProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{cell.Id} {protocol.CycleCount} {_options.RelativeTolerance} {progress is null} {cancellation.IsCancellationRequested}");
}
