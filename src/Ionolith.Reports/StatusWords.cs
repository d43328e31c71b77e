using Ionolith.Cells.Simulation;

namespace Ionolith.Reports;

/// <summary>Words for how a run ended.</summary>
public static class StatusWords
{
    /// <summary>The word in files: completed, cell-limit, failed, cancelled.</summary>
    /// <param name="status">How the run ended.</param>
    /// <returns>The word.</returns>
    public static string Key(SimulationStatus status) => status switch
    {
        SimulationStatus.Completed => "completed",
        SimulationStatus.CellLimit => "cell-limit",
        SimulationStatus.Failed => "failed",
        _ => "cancelled",
    };

    /// <summary>The words for people.</summary>
    /// <param name="status">How the run ended.</param>
    /// <returns>The words.</returns>
    public static string Text(SimulationStatus status) => status switch
    {
        SimulationStatus.Completed => "completed",
        SimulationStatus.CellLimit => "ended at a limit of the cell",
        SimulationStatus.Failed => "failed",
        _ => "stopped by the user",
    };
}
