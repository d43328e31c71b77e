namespace Ionolith.Library.Reproduction;

/// <summary>What an assumed value does to a figure when it is set to the ends of its range.</summary>
/// <param name="Path">Path of the value, as "--set" takes it; where a material is used in several places, the first.</param>
/// <param name="Subject">Id of the cell or material that the path belongs to.</param>
/// <param name="Text">The value as written.</param>
/// <param name="Range">Its range as written.</param>
public sealed record Sensitivity(string Path, string Subject, string Text, string Range)
{
    /// <summary>The figure at the lower end of the range, SI units; NaN where it could not be computed.</summary>
    public double AtLower { get; init; } = double.NaN;

    /// <summary>The figure at the upper end of the range, SI units; NaN where it could not be computed.</summary>
    public double AtUpper { get; init; } = double.NaN;

    /// <summary>Largest change of the figure over the figure, 1; zero where neither end could be computed.</summary>
    public double Effect { get; init; }

    /// <summary>Why an end could not be computed; empty if both could.</summary>
    public string Problem { get; init; } = "";
}
