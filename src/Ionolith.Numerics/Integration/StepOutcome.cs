namespace Ionolith.Numerics.Integration;

/// <summary>How an attempt at a time step ended.</summary>
public enum StepOutcome
{
    /// <summary>Converged, and its error is small enough.</summary>
    Success,

    /// <summary>Newton's iteration did not converge at the smallest step.</summary>
    NewtonFailed,

    /// <summary>The error stays too large at the smallest step.</summary>
    ErrorTooLarge,
}
