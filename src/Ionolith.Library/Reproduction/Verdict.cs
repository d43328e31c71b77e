using Ionolith.Library.Review;

namespace Ionolith.Library.Reproduction;

/// <summary>What the computation says of a reported figure.</summary>
public enum Verdict
{
    /// <summary>Nothing yet: it waits, or it failed.</summary>
    Open,

    /// <summary>The models take the figure; that they give it back says nothing of it.</summary>
    Taken,

    /// <summary>Values were fitted to it and meet it.</summary>
    Fitted,

    /// <summary>Computed without having been used, and found again.</summary>
    Confirmed,

    /// <summary>Computed, and not found again.</summary>
    NotConfirmed,
}

/// <summary>Judges results.</summary>
public static class Verdicts
{
    /// <summary>Largest deviation of a figure that counts as found again, 1.</summary>
    public const double Confirming = 0.10;

    /// <summary>Largest deviation of a figure to which values were fitted, 1.</summary>
    public const double Fitting = 0.01;

    /// <summary>What a result says of the figure that was reported.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The verdict; by the claim's role, and the deviation or whether the statement holds.</returns>
    public static Verdict Of(ClaimResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.State.Status != ClaimStatus.Computed)
        {
            return Verdict.Open;
        }

        if (result.IsLowerBound && result.Row.Claim.Figure is { } figure && result.Row.Claim.Role != ClaimRole.Input)
        {
            return OfBound(result.Computed, figure);
        }

        double off = Math.Abs(result.Deviation);
        return result.Row.Claim.Role switch
        {
            ClaimRole.Input => Verdict.Taken,
            ClaimRole.Calibrated => off <= Fitting ? Verdict.Fitted : Verdict.NotConfirmed,
            _ when result.Holds is { } holds => holds ? Verdict.Confirmed : Verdict.NotConfirmed,
            _ => off <= Confirming ? Verdict.Confirmed : Verdict.NotConfirmed,
        };
    }

    // "More than 1000 h" confirms "more than 300 h", contradicts "500 h", and says nothing of "1200 h".
    private static Verdict OfBound(double bound, ReportedFigure figure) =>
        bound >= figure.Lower && double.IsPositiveInfinity(figure.Upper) ? Verdict.Confirmed
        : bound > figure.Upper * (1 + Confirming) ? Verdict.NotConfirmed
        : Verdict.Open;
}
