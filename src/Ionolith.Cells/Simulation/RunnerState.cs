using Ionolith.Cells.Ageing.Sites;

namespace Ionolith.Cells.Simulation;

/// <summary>All that a step of a protocol begins from; what lasts from step to step and is not here is lost when a run is resumed.</summary>
/// <param name="Time">Time since the start of the run, s.</param>
/// <param name="State">Unknowns of the model.</param>
/// <param name="Ambient">Temperature of the surroundings, K.</param>
/// <param name="Pressure">Stack pressure, Pa.</param>
/// <param name="Heat">What was seen of heat.</param>
/// <param name="Ageing">What has aged; null: nothing does.</param>
internal sealed record RunnerState(double Time, double[] State, double Ambient, double Pressure, HeatTally Heat, AgeingRunState? Ageing)
{
    /// <summary>Whether it has as many numbers as another, so that a runner of that one can go on from it.</summary>
    /// <param name="other">The other.</param>
    public bool Fits(RunnerState other)
    {
        IReadOnlyList<SiteState> sites = Ageing?.Sites ?? [], others = other.Ageing?.Sites ?? [];
        return State.Length == other.State.Length && sites.Count == others.Count && (Ageing?.Swelling.Length ?? 0) == (other.Ageing?.Swelling.Length ?? 0)
            && sites.Zip(others).All(p => p.First.Values.Length == p.Second.Values.Length && p.First.Accounts.Length == p.Second.Accounts.Length);
    }
}
