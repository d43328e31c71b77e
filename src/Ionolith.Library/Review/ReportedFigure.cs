using System.Globalization;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Review;

/// <summary>In which sense a figure is reported.</summary>
public enum FigureSense
{
    /// <summary>A single value.</summary>
    Value,

    /// <summary>About this value.</summary>
    Approximate,

    /// <summary>More than this value.</summary>
    Lower,

    /// <summary>Between two values.</summary>
    Range,
}

/// <summary>A figure as the review prints it, and in SI units.</summary>
/// <param name="Sense">Single value, approximate value, lower bound or range.</param>
/// <param name="Lower">The figure or the lower end of a range, SI units of <paramref name="Kind"/>; cycles are a pure number.</param>
/// <param name="Upper">The figure again or the upper end of a range; infinite for a lower bound.</param>
/// <param name="Kind">The kind of quantity.</param>
/// <param name="Unit">Unit as printed: "mAh/g", "%", "cycles"; empty for a pure number.</param>
/// <param name="Printed">The number as printed, without unit: "6.7e-6", "84 to 85.7".</param>
public sealed record ReportedFigure(FigureSense Sense, double Lower, double Upper, QuantityKind Kind, string Unit, string Printed)
{
    /// <summary>The figure as a reader expects it: "162.5 mAh/g", "> 5000 cycles", "about 350 Wh/kg", "84 to 85.7 %".</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string prefix = Sense switch
        {
            FigureSense.Approximate => "about ",
            FigureSense.Lower => "> ",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{Printed} {Unit}").TrimEnd();
    }
}
