using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>Two figures of one kind in a line: "118 mAh/g over 140 mAh/g".</summary>
internal static class PairText
{
    /// <summary>Digits of the figures: what is printed must not differ between machines.</summary>
    private const int Digits = 3;

    public static string Of(QuantityKind kind, double first, string between, double second) =>
        $"{QuantityFormat.ToText(first, kind, Digits)} {between} {QuantityFormat.ToText(second, kind, Digits)}";
}
