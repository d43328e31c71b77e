namespace Ionolith.Cells.LongRuns;

/// <summary>Why the capacity has fallen: the last cycle, run again with one effect of ageing after the other switched back.</summary>
/// <remarks>
/// Each run begins at the start of the last cycle, stands still in its ageing, and does the cycle twice: once to settle, once to count. What two
/// effects cost together is more or less than the sum of both; the rest says how much.
/// </remarks>
/// <param name="Cycle">Number of the cycle that was run again.</param>
/// <param name="Aged">Discharge with all effects as they are, C (A s).</param>
/// <param name="Fresh">Discharge with all effects switched back, C (A s).</param>
/// <param name="Causes">The effects, the largest first.</param>
public sealed record CapacityAttribution(int Cycle, double Aged, double Fresh, IReadOnlyList<CapacityCause> Causes)
{
    /// <summary>Capacity that ageing costs, C (A s).</summary>
    public double Lost => Fresh - Aged;

    /// <summary>What the causes do not sum to, because they act together, C (A s).</summary>
    public double Together => Lost - Causes.Sum(c => c.Gain);
}

/// <summary>One effect of ageing at one interface.</summary>
/// <param name="Place">The interface, as in <see cref="Ageing.AgeingColumn.Place"/>.</param>
/// <param name="Effect">What it is: "resistance", "contact", "active material", "potential", "leak", "lithium".</param>
/// <param name="Gain">Capacity that switching it back would give, C (A s); NaN where the cell could not be run so.</param>
public sealed record CapacityCause(string Place, string Effect, double Gain);
