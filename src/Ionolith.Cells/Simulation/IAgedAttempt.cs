namespace Ionolith.Cells.Simulation;

/// <summary>What ages over a time step that is tried, in one cell or in several.</summary>
internal interface IAgedAttempt
{
    /// <summary>Carries the slow states over the attempt.</summary>
    /// <param name="start">Time at which it starts, s.</param>
    /// <returns>When the first short or failure comes, s; the end of the attempt if none comes before it.</returns>
    double Try(double start);

    /// <summary>Puts the slow states back to the start of the attempt.</summary>
    void Return();
}
