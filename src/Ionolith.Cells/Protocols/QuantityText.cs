namespace Ionolith.Cells.Protocols;

/// <summary>Numbers with units as the protocol parser reads them back exactly.</summary>
/// <remarks>The nicest unit is taken in which the number is short and comes back to the last bit; else the SI unit.</remarks>
internal static class QuantityText
{
    private const int LongestNumber = 7;

    public static string Of(ControlKind kind, double value) => kind switch
    {
        ControlKind.Current => Nicest(value, ["A", "mA", "uA"]),
        ControlKind.CRate => CRate(value),
        ControlKind.ArealCurrent => Nicest(value, ["mA/cm2", "A/m2"]),
        ControlKind.Voltage => Nicest(value, ["V"]),
        ControlKind.Power => Nicest(value, ["W", "mW"]),
        _ => Nicest(value, ["ohm"]),
    };

    public static string Time(double value) => Nicest(value, ["h", "min", "s"]);

    public static string Irradiance(double value) => Nicest(value, ["mW/cm2", "W/m2"]);

    public static string Charge(double value) => Nicest(value, ["Ah", "mAh", "As"]);

    public static string Energy(double value) => Nicest(value, ["Wh", "mWh", "J"]);

    public static string Temperature(double value) => Nicest(value, ["degC", "K"]);

    public static string Pressure(double value) => Nicest(value, ["MPa", "kPa", "Pa"]);

    public static string Share(double value) => Nicest(value, ["%"]);

    /// <summary>"0.5C", but "C/20" and "C/3", as people write them.</summary>
    private static string CRate(double value)
    {
        var hours = Math.Round(1 / value);
        var isShort = value.ToString("R", CultureInfo.InvariantCulture).Length <= 3;
        return !isShort && hours is > 1 and < 1e6 && (1 / hours).Equals(value)
            ? string.Create(CultureInfo.InvariantCulture, $"C/{hours}")
            : Nicest(value, ["C"], "");
    }

    private static string Nicest(double value, ReadOnlySpan<string> symbols, string space = " ")
    {
        string? fallback = null;
        foreach (var symbol in symbols)
        {
            ProtocolUnits.TryFind(symbol, out var unit);
            var number = Shifted((value - unit.Offset) / unit.Factor, -unit.Exponent);
            if (number.Length > LongestNumber || !ProtocolUnits.ToSi(number, unit).Equals(value))
            {
                continue;
            }

            fallback ??= number + space + symbol;
            if (number.TrimStart('-')[0] != '0')
            {
                return number + space + symbol;
            }
        }

        // The last unit is the SI unit up to a power of ten, in which every number is exact.
        ProtocolUnits.TryFind(symbols[^1], out var si);
        return fallback ?? Shifted(value, -si.Exponent) + space + symbols[^1];
    }

    /// <summary>The shortest digits of a number with its decimal point moved, so that no digit changes.</summary>
    private static string Shifted(double value, int places)
    {
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        var mark = digits.IndexOf('E', StringComparison.Ordinal);
        var exponent = places + (mark < 0 ? 0 : int.Parse(digits.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        var mantissa = mark < 0 ? digits : digits[..mark];
        if (exponent == 0)
        {
            return mantissa;
        }

        // Decimals hold 28 digits: enough for the 17 of a double where the number is not extreme.
        if (Math.Abs(value) is > 1e-9 and < 1e15 && decimal.TryParse($"{mantissa}E{exponent.ToString(CultureInfo.InvariantCulture)}", NumberStyles.Float, CultureInfo.InvariantCulture, out var plain))
        {
            return plain.ToString("0.############################", CultureInfo.InvariantCulture);
        }

        return $"{mantissa}e{exponent.ToString(CultureInfo.InvariantCulture)}";
    }
}
