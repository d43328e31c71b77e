using System.Globalization;

namespace Ionolith.Materials.Quantities;

/// <summary>Physical dimension: the exponents of the SI base units that occur in this field.</summary>
/// <param name="Length">Exponent of m.</param>
/// <param name="Mass">Exponent of kg.</param>
/// <param name="Time">Exponent of s.</param>
/// <param name="Current">Exponent of A.</param>
/// <param name="Temperature">Exponent of K.</param>
/// <param name="Amount">Exponent of mol.</param>
public readonly record struct Dimension(
    int Length = 0, int Mass = 0, int Time = 0, int Current = 0, int Temperature = 0, int Amount = 0)
{
    /// <summary>The dimension of a pure number.</summary>
    public static Dimension None => default;

    /// <summary>Dimension of a product.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    /// <returns>Sum of the exponents.</returns>
    public static Dimension operator *(Dimension a, Dimension b) => new(
        a.Length + b.Length,
        a.Mass + b.Mass,
        a.Time + b.Time,
        a.Current + b.Current,
        a.Temperature + b.Temperature,
        a.Amount + b.Amount);

    /// <summary>Dimension of a quotient.</summary>
    /// <param name="a">Numerator.</param>
    /// <param name="b">Denominator.</param>
    /// <returns>Difference of the exponents.</returns>
    public static Dimension operator /(Dimension a, Dimension b) => a * b.Power(-1);

    /// <summary>Dimension of a power.</summary>
    /// <param name="exponent">The exponent.</param>
    /// <returns>The exponents times <paramref name="exponent"/>.</returns>
    public Dimension Power(int exponent) => new(
        Length * exponent, Mass * exponent, Time * exponent, Current * exponent, Temperature * exponent, Amount * exponent);

    /// <summary>The dimension in SI base units, e.g. <c>kg m-1 s-2</c>; <c>1</c> for a pure number.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var parts = new List<string>();
        void Add(string symbol, int exponent)
        {
            if (exponent != 0)
            {
                parts.Add(exponent == 1 ? symbol : symbol + exponent.ToString(CultureInfo.InvariantCulture));
            }
        }

        Add("kg", Mass);
        Add("m", Length);
        Add("s", Time);
        Add("A", Current);
        Add("K", Temperature);
        Add("mol", Amount);
        return parts.Count == 0 ? "1" : string.Join(' ', parts);
    }
}
