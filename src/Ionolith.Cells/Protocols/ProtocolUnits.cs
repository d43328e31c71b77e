namespace Ionolith.Cells.Protocols;

/// <summary>What a number with a unit in a protocol measures.</summary>
internal enum Measure
{
    Current,
    CRate,
    ArealCurrent,
    Voltage,
    Power,
    Irradiance,
    Resistance,
    Charge,
    Energy,
    Share,
    Temperature,
    Pressure,
    Time,
}

/// <summary>A unit of protocols: SI value = number x 10^Exponent x Factor + Offset.</summary>
/// <param name="Measure">What it measures.</param>
/// <param name="Exponent">Power of ten; applied to the digits of the number, so that nothing is rounded twice.</param>
/// <param name="Factor">Further factor: seconds in an hour.</param>
/// <param name="Offset">Zero of the scale, K.</param>
internal readonly record struct ProtocolUnit(Measure Measure, int Exponent, double Factor = 1, double Offset = 0);

/// <summary>The units of protocols.</summary>
internal static class ProtocolUnits
{
    private static readonly (string Symbol, int Exponent)[] Prefixes =
        [("", 0), ("n", -9), ("u", -6), ("\u00b5", -6), ("\u03bc", -6), ("m", -3), ("k", 3), ("M", 6)];

    private static readonly (string[] Symbols, ProtocolUnit Unit)[] Prefixed =
    [
        (["A"], new(Measure.Current, 0)),
        (["A/m2", "A/m^2"], new(Measure.ArealCurrent, 0)),
        (["A/cm2", "A/cm^2"], new(Measure.ArealCurrent, 4)),
        (["V"], new(Measure.Voltage, 0)),
        (["W"], new(Measure.Power, 0)),
        (["W/m2", "W/m^2"], new(Measure.Irradiance, 0)),
        (["W/cm2", "W/cm^2"], new(Measure.Irradiance, 4)),
        (["ohm", "Ohm", "\u03a9", "\u2126"], new(Measure.Resistance, 0)),
        (["Ah", "A.h", "A*h"], new(Measure.Charge, 0, 3600)),
        (["As", "A.s", "A*s"], new(Measure.Charge, 0)),
        (["Wh", "W.h", "W*h"], new(Measure.Energy, 0, 3600)),
        (["J"], new(Measure.Energy, 0)),
        (["Pa"], new(Measure.Pressure, 0)),
        (["bar"], new(Measure.Pressure, 5)),
    ];

    private static readonly (string[] Symbols, ProtocolUnit Unit)[] Plain =
    [
        (["C"], new(Measure.CRate, 0)),
        (["%"], new(Measure.Share, -2)),
        (["degC", "\u00b0C", "oC", "celsius"], new(Measure.Temperature, 0, 1, 273.15)),
        (["K", "kelvin"], new(Measure.Temperature, 0)),
        (["ms"], new(Measure.Time, -3)),
        (["s", "sec", "secs", "second", "seconds"], new(Measure.Time, 0)),
        (["m", "min", "mins", "minute", "minutes"], new(Measure.Time, 0, 60)),
        (["h", "hr", "hrs", "hour", "hours"], new(Measure.Time, 0, 3600)),
        (["d", "day", "days"], new(Measure.Time, 0, 86400)),
    ];

    private static readonly Dictionary<string, ProtocolUnit> Exact = BuildTable();

    /// <summary>All symbols, for hints.</summary>
    public static IEnumerable<string> Symbols => Exact.Keys;

    /// <summary>Finds a unit as written; letters may differ in case where that leaves one meaning.</summary>
    public static bool TryFind(string symbol, out ProtocolUnit unit)
    {
        if (Exact.TryGetValue(symbol, out unit))
        {
            return true;
        }

        // One letter alone differs too much with its case (m, M; s, S), but for these there is no other reading.
        if (symbol.Length == 1 && !"vawchVAWCH".Contains(symbol[0], StringComparison.Ordinal))
        {
            return false;
        }

        var meanings = Exact.Where(e => string.Equals(e.Key, symbol, StringComparison.OrdinalIgnoreCase))
            .Select(e => e.Value).Distinct().ToList();
        unit = meanings.Count == 1 ? meanings[0] : default;
        return meanings.Count == 1;
    }

    /// <summary>SI value of the number as written.</summary>
    public static double ToSi(string number, ProtocolUnit unit)
    {
        var mantissa = number;
        var exponent = unit.Exponent;
        var mark = number.AsSpan().IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            mantissa = number[..mark];
            exponent += int.TryParse(number.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var own)
                ? Math.Clamp(own, -10_000, 10_000)
                : 10_000;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{exponent}");
        return (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) * unit.Factor) + unit.Offset;
    }

    /// <summary>How a measure is called in messages, with an example of it.</summary>
    public static (string Name, string Example) Describe(Measure measure) => measure switch
    {
        Measure.Current => ("current", "5 mA"),
        Measure.CRate => ("C-rate", "C/20"),
        Measure.ArealCurrent => ("areal current", "0.5 mA/cm2"),
        Measure.Voltage => ("voltage", "2.5 V"),
        Measure.Power => ("power", "5 W"),
        Measure.Irradiance => ("power of light", "100 mW/cm2"),
        Measure.Resistance => ("resistance", "20 ohm"),
        Measure.Charge => ("capacity", "4 Ah"),
        Measure.Energy => ("energy", "10 Wh"),
        Measure.Share => ("share", "80 % capacity"),
        Measure.Temperature => ("temperature", "45 degC"),
        Measure.Pressure => ("pressure", "5 MPa"),
        _ => ("time", "1 hour"),
    };

    private static Dictionary<string, ProtocolUnit> BuildTable()
    {
        var table = new Dictionary<string, ProtocolUnit>(StringComparer.Ordinal);
        foreach (var (symbols, unit) in Prefixed)
        {
            foreach (var symbol in symbols)
            {
                foreach (var (prefix, exponent) in Prefixes)
                {
                    table[prefix + symbol] = unit with { Exponent = unit.Exponent + exponent };
                }
            }
        }

        foreach (var (symbols, unit) in Plain)
        {
            foreach (var symbol in symbols)
            {
                table[symbol] = unit;
            }
        }

        return table;
    }
}
