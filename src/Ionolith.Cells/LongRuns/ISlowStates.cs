namespace Ionolith.Cells.LongRuns;

/// <summary>What changes slowly from cycle to cycle, as one row of numbers.</summary>
internal interface ISlowStates
{
    /// <summary>Where the time stands in the row.</summary>
    int Time { get; }

    /// <summary>What earlier jumps owe.</summary>
    double[] Debt { get; set; }

    /// <summary>The present values.</summary>
    double[] Read();

    /// <summary>Carries all over cycles that are not simulated.</summary>
    /// <param name="change">Changes of the values.</param>
    /// <returns>Whether the result can be a state; nothing was changed if not.</returns>
    bool Advance(double[] change);

    /// <summary>Mends what a jump has missed.</summary>
    /// <param name="change">Changes of the values.</param>
    /// <returns>Whether the result can be a state; nothing was changed if not.</returns>
    bool Mend(double[] change);

    /// <summary>How far a change moves what the cells can do; of use only as a ratio to that of another change.</summary>
    /// <param name="change">Change from the present values.</param>
    double Distance(double[] change);
}
