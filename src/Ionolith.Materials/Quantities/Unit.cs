namespace Ionolith.Materials.Quantities;

/// <summary>A unit of measurement: SI value = number x <see cref="Factor"/> + <see cref="Offset"/>.</summary>
/// <param name="Symbol">The unit as written, e.g. <c>mS/cm</c>.</param>
/// <param name="Dimension">Its dimension.</param>
/// <param name="Factor">Size in the SI unit.</param>
/// <param name="Offset">SI value of zero; not zero for degC only.</param>
public sealed record Unit(string Symbol, Dimension Dimension, double Factor, double Offset = 0)
{
    /// <summary>SI value of a number in this unit.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The SI value.</returns>
    public double ToSi(double number) => (WholeInverse is { } inverse ? number / inverse : number * Factor) + Offset;

    /// <summary>Number of these units in an SI value.</summary>
    /// <param name="value">The SI value.</param>
    /// <returns>The number.</returns>
    public double FromSi(double value) => WholeInverse is { } inverse ? (value - Offset) * inverse : (value - Offset) / Factor;

    /// <summary>How many of these units are one SI unit, where that is a whole number: 30/1e6 is the double nearest to 3e-5, 30*1e-6 is not.</summary>
    private double? WholeInverse
    {
        get
        {
            double inverse = Math.Round(1 / Factor);
            return Factor < 0.5 && inverse < 1e15 && Math.Abs((inverse * Factor) - 1) < 1e-14 ? inverse : null;
        }
    }

    /// <summary>Reads a unit such as <c>mS/cm</c>, <c>mA cm-2</c>, <c>W/(m2 K)</c> or <c>degC</c>.</summary>
    /// <param name="text">The unit; empty for a pure number.</param>
    /// <param name="unit">The unit, if the text is one.</param>
    /// <param name="error">What is wrong otherwise; empty if nothing is.</param>
    /// <returns>Whether the text is a unit.</returns>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Unit? unit, out string error)
    {
        ArgumentNullException.ThrowIfNull(text);
        return UnitParser.TryParse(text, out unit, out error);
    }
}
