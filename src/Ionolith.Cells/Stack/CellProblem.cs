namespace Ionolith.Cells.Stack;

/// <summary>How much a problem matters.</summary>
public enum ProblemSeverity
{
    /// <summary>The cell cannot be run.</summary>
    Error,

    /// <summary>The cell can be run but probably is not what was meant.</summary>
    Warning,
}

/// <summary>Something in a cell description that makes no sense.</summary>
/// <param name="Path">Where, e.g. "cathode.active.lfp.radius"; layers by name.</param>
/// <param name="Message">What is wrong, with value, unit and allowed range.</param>
/// <param name="Severity">Whether the cell can still be run.</param>
public sealed record CellProblem(string Path, string Message, ProblemSeverity Severity = ProblemSeverity.Error);
