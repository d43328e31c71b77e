using Ionolith.Cells.Simulation;

namespace Ionolith.Reports;

/// <summary>The pools of lithium as parts of a balance.</summary>
internal static class LithiumPools
{
    /// <summary>The pools that sum to a balance.</summary>
    /// <param name="result">The run.</param>
    /// <param name="balance">One of its balances.</param>
    /// <returns>The pools of the balance of lithium, which is the first; none of others.</returns>
    public static IEnumerable<LithiumPool> Of(SimulationResult result, Balance balance) =>
        ReferenceEquals(balance, result.Balances[0]) ? result.LithiumPools : [];
}
