using System.Globalization;

namespace Ionolith.Library.LawForms;

/// <summary>Which values a parameter of a law may have.</summary>
/// <param name="Text">The rule as told to a user: "must be positive".</param>
/// <param name="Holds">Whether a value, SI, obeys it.</param>
internal sealed record LawRule(string Text, Func<double, bool> Holds)
{
    public static readonly LawRule Finite = new("must be finite", double.IsFinite);
    public static readonly LawRule Positive = new("must be positive", v => v > 0);
    public static readonly LawRule NotNegative = new("must not be negative", v => v >= 0);
    public static readonly LawRule AtLeastOne = new("must be 1 or more", v => v >= 1);
    public static readonly LawRule Fraction = new("must lie between 0 and 1", v => v is >= 0 and <= 1);
    public static readonly LawRule BelowOne = new("must be 0 or more and below 1", v => v is >= 0 and < 1);
    public static readonly LawRule AboveZero = new("must be above 0 and at most 1", v => v is > 0 and <= 1);
    public static readonly LawRule Inside = new("must be above 0 and below 1", v => v is > 0 and < 1);
    public static readonly LawRule Alignment = new("must lie between -1 and 1", v => v is >= -1 and <= 1);

    /// <summary>The rule with the value that breaks it.</summary>
    public string Broken(double value) => string.Create(CultureInfo.InvariantCulture, $"{Text} but is {value}");
}
