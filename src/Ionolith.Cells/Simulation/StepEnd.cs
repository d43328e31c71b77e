namespace Ionolith.Cells.Simulation;

/// <summary>How a step of the protocol ended.</summary>
internal enum StepEnd
{
    /// <summary>By one of its limits or its duration.</summary>
    Done,

    /// <summary>By a limit of the cell.</summary>
    Cell,

    /// <summary>The solver could not go on.</summary>
    Failed,

    /// <summary>By the user.</summary>
    Cancelled,

    /// <summary>By the termination of the whole protocol.</summary>
    Terminated,
}
