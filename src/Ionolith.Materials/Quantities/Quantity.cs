using System.Globalization;

namespace Ionolith.Materials.Quantities;

/// <summary>A physical quantity: an SI value with its dimension. Used at the borders only; inside, numbers are plain SI.</summary>
/// <param name="Value">Value in SI units.</param>
/// <param name="Dimension">Its dimension.</param>
public readonly record struct Quantity(double Value, Dimension Dimension)
{
    /// <summary>Spellings of what is no number, in YAML and elsewhere.</summary>
    private static readonly HashSet<string> NotFinite = new(StringComparer.OrdinalIgnoreCase)
    {
        "nan", ".nan", "inf", "+inf", "-inf", ".inf", "+.inf", "-.inf", "infinity", "+infinity", "-infinity",
    };

    /// <summary>Reads a number with its unit, e.g. "30 um".</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What is expected.</param>
    /// <returns>The quantity, in SI units.</returns>
    /// <exception cref="FormatException">The text is no such quantity; the message says what was expected.</exception>
    public static Quantity Parse(string text, QuantityKind kind) =>
        TryParse(text, kind, out var quantity, out string error) ? quantity : throw new FormatException(error);

    /// <summary>Reads a number with its unit, e.g. "30 um".</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What is expected; decides that "C" is a C-rate or coulomb and that eV is a molar energy.</param>
    /// <param name="quantity">The quantity in SI units; default if the text is none.</param>
    /// <param name="error">What was found and expected; empty if nothing is wrong.</param>
    /// <returns>Whether the text is a quantity of this kind.</returns>
    public static bool TryParse(string text, QuantityKind kind, out Quantity quantity, out string error)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(kind);
        quantity = default;
        string trimmed = text.Trim();
        if (kind == QuantityKinds.CRate && TryParseFractionalRate(trimmed, out double rate))
        {
            quantity = new Quantity(rate, kind.Dimension);
            error = "";
            return true;
        }

        if (!TrySplit(trimmed, out double number, out string symbol))
        {
            bool isNotFinite = NotFinite.Contains(trimmed.Split(' ', 2)[0]);
            error = $"expected {Expectation(kind)}, but \"{trimmed}\" {(isNotFinite ? "is not finite" : "does not start with a number")}";
            return false;
        }

        if (!double.IsFinite(number))
        {
            error = $"expected {Expectation(kind)}, but \"{trimmed}\" is not finite";
            return false;
        }

        if (!TryFindUnit(symbol, kind, out var unit, out error))
        {
            error = $"expected {Expectation(kind)}, but {error}";
            return false;
        }

        if (unit.Dimension != kind.Dimension)
        {
            error = symbol.Length == 0
                ? $"expected {Expectation(kind)}, but \"{trimmed}\" has no unit"
                : $"expected {Expectation(kind)}, but \"{trimmed}\" is {QuantityKinds.NameOf(unit.Dimension)}";
            return false;
        }

        double value = unit.ToSi(number);
        if (!double.IsFinite(value))
        {
            error = $"expected {Expectation(kind)}, but \"{trimmed}\" is too large";
            return false;
        }

        quantity = new Quantity(value, kind.Dimension);
        return true;
    }

    /// <summary>Reads a number with a unit of one of several kinds, e.g. a capacity per area or in total.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kinds">The kinds, at least one.</param>
    /// <param name="kind">The kind found; null if none fits.</param>
    /// <param name="quantity">The quantity in SI units; default if none fits.</param>
    /// <param name="error">What was found and expected; empty if nothing is wrong.</param>
    /// <returns>Whether the text is a quantity of one of the kinds.</returns>
    public static bool TryParse(
        string text, IReadOnlyList<QuantityKind> kinds, out QuantityKind? kind, out Quantity quantity, out string error)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        string firstError = "";
        foreach (var candidate in kinds)
        {
            if (TryParse(text, candidate, out quantity, out string candidateError))
            {
                kind = candidate;
                error = "";
                return true;
            }

            firstError = firstError.Length == 0 ? candidateError : firstError;
        }

        kind = null;
        quantity = default;
        string expected = string.Join(" or ", kinds.Select(Expectation));
        error = kinds.Count == 0 ? "no quantity is expected here" : firstError.Replace(Expectation(kinds[0]), expected, StringComparison.Ordinal);
        return false;
    }

    /// <summary>Finds the unit that a number of this kind has, with the two meanings of "C" and of eV told apart by the kind.</summary>
    /// <param name="symbol">The unit as written; may be empty.</param>
    /// <param name="kind">What is expected.</param>
    /// <param name="unit">The unit, if it is one.</param>
    /// <param name="error">What is wrong with the symbol otherwise.</param>
    /// <returns>Whether the symbol is a unit; its dimension may still differ from that of <paramref name="kind"/>.</returns>
    public static bool TryFindUnit(
        string symbol, QuantityKind kind, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Unit? unit, out string error)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (kind == QuantityKinds.CRate && string.Equals(symbol, "C", StringComparison.Ordinal))
        {
            unit = new Unit("C", kind.Dimension, 1.0 / 3600);
            error = "";
            return true;
        }

        if (!Unit.TryParse(symbol, out unit, out error))
        {
            return false;
        }

        if (kind.Dimension == QuantityKinds.MolarEnergy.Dimension && unit.Dimension == QuantityKinds.Energy.Dimension
            && symbol.EndsWith("eV", StringComparison.Ordinal))
        {
            unit = unit with { Dimension = kind.Dimension, Factor = unit.Factor * PhysicalConstants.Avogadro };
        }

        return true;
    }

    private static string Expectation(QuantityKind kind) => $"{kind.Name}, such as \"{kind.Example}\"";

    /// <summary>C/20 and C/n in general.</summary>
    private static bool TryParseFractionalRate(string text, out double rate)
    {
        rate = 0;
        bool read = text.StartsWith("C/", StringComparison.Ordinal)
            && double.TryParse(text.AsSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out double hours)
            && double.IsFinite(rate = 1 / (hours * 3600));
        return read && rate > 0;
    }

    private static bool TrySplit(string text, out double number, out string symbol)
    {
        if (NotFinite.Contains(text))
        {
            number = double.NaN;
            symbol = "";
            return true;
        }

        int end = NumberLength(text);
        symbol = text[end..].Trim();
        return double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static int NumberLength(string text)
    {
        int i = 0;
        char At(int index) => index < text.Length ? text[index] : '\0';
        i += At(i) is '+' or '-' ? 1 : 0;
        while (char.IsAsciiDigit(At(i)) || At(i) == '.')
        {
            i++;
        }

        // "1e-14 m2/s" has an exponent, "0.6 eV" and "5eV" have a unit.
        int sign = At(i + 1) is '+' or '-' ? 1 : 0;
        if (At(i) is 'e' or 'E' && char.IsAsciiDigit(At(i + 1 + sign)))
        {
            i += 1 + sign;
            while (char.IsAsciiDigit(At(i)))
            {
                i++;
            }
        }

        return i;
    }
}
