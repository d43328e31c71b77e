namespace Ionolith.Materials.Quantities;

/// <summary>The units by symbol, without prefix.</summary>
internal static class UnitSymbols
{
    private static readonly Dimension Newton = new(Length: 1, Mass: 1, Time: -2);
    private static readonly Dimension Pascal = new(Length: -1, Mass: 1, Time: -2);
    private static readonly Dimension Joule = new(Length: 2, Mass: 1, Time: -2);
    private static readonly Dimension Watt = new(Length: 2, Mass: 1, Time: -3);
    private static readonly Dimension Coulomb = new(Time: 1, Current: 1);
    private static readonly Dimension Volt = new(Length: 2, Mass: 1, Time: -3, Current: -1);
    private static readonly Dimension Ohm = Volt / new Dimension(Current: 1);
    private static readonly Dimension Time = new(Time: 1);

    /// <summary>Symbol, unit and whether a prefix may stand before it.</summary>
    private static readonly Dictionary<string, (Unit Unit, bool Prefixed)> Symbols = new[]
    {
        (new Unit("m", new(Length: 1), 1), true),
        (new Unit("g", new(Mass: 1), 1e-3), true),
        (new Unit("s", Time, 1), true),
        (new Unit("A", new(Current: 1), 1), true),
        (new Unit("K", new(Temperature: 1), 1), true),
        (new Unit("mol", new(Amount: 1), 1), true),
        (new Unit("V", Volt, 1), true),
        (new Unit("W", Watt, 1), true),
        (new Unit("J", Joule, 1), true),
        (new Unit("N", Newton, 1), true),
        (new Unit("Pa", Pascal, 1), true),
        (new Unit("C", Coulomb, 1), true),
        (new Unit("F", Coulomb / Volt, 1), true),
        (new Unit("S", Ohm.Power(-1), 1), true),
        (new Unit("ohm", Ohm, 1), true),
        (new Unit("Ohm", Ohm, 1), true),
        (new Unit("\u03a9", Ohm, 1), true),
        (new Unit("\u2126", Ohm, 1), true),
        (new Unit("Hz", Time.Power(-1), 1), true),
        (new Unit("Ah", Coulomb, 3600), true),
        (new Unit("Wh", Joule, 3600), true),
        (new Unit("eV", Joule, PhysicalConstants.ElementaryCharge), true),
        (new Unit("L", new(Length: 3), 1e-3), true),
        (new Unit("l", new(Length: 3), 1e-3), true),
        (new Unit("M", new(Length: -3, Amount: 1), 1000), true),
        (new Unit("bar", Pascal, 1e5), true),
        (new Unit("h", Time, 3600), false),
        (new Unit("hr", Time, 3600), false),
        (new Unit("hour", Time, 3600), false),
        (new Unit("hours", Time, 3600), false),
        (new Unit("min", Time, 60), false),
        (new Unit("minute", Time, 60), false),
        (new Unit("minutes", Time, 60), false),
        (new Unit("sec", Time, 1), false),
        (new Unit("second", Time, 1), false),
        (new Unit("seconds", Time, 1), false),
        (new Unit("d", Time, 86400), false),
        (new Unit("day", Time, 86400), false),
        (new Unit("days", Time, 86400), false),
        (new Unit("degC", new(Temperature: 1), 1, 273.15), false),
        (new Unit("oC", new(Temperature: 1), 1, 273.15), false),
        (new Unit("\u00b0C", new(Temperature: 1), 1, 273.15), false),
        (new Unit("angstrom", new(Length: 1), 1e-10), false),
        (new Unit("\u00c5", new(Length: 1), 1e-10), false),
        (new Unit("%", Dimension.None, 0.01), false),
        (new Unit("1", Dimension.None, 1), false),
    }.ToDictionary(u => u.Item1.Symbol, u => u, StringComparer.Ordinal);

    private static readonly Dictionary<char, double> Prefixes = new()
    {
        ['f'] = 1e-15,
        ['p'] = 1e-12,
        ['n'] = 1e-9,
        ['u'] = 1e-6,
        ['\u00b5'] = 1e-6,
        ['\u03bc'] = 1e-6,
        ['m'] = 1e-3,
        ['c'] = 1e-2,
        ['d'] = 1e-1,
        ['k'] = 1e3,
        ['M'] = 1e6,
        ['G'] = 1e9,
    };

    /// <summary>All symbols without prefixes.</summary>
    public static IEnumerable<string> All => Symbols.Keys;

    /// <summary>Finds a symbol; one that exists as it stands wins over a prefix and a shorter one (min, mol, Pa, cd).</summary>
    public static Unit? Find(string symbol)
    {
        if (Symbols.TryGetValue(symbol, out var plain))
        {
            return plain.Unit;
        }

        if (symbol.Length > 1 && Prefixes.TryGetValue(symbol[0], out double prefix)
            && Symbols.TryGetValue(symbol[1..], out var scaled) && scaled.Prefixed)
        {
            return scaled.Unit with { Symbol = symbol, Factor = prefix * scaled.Unit.Factor };
        }

        return null;
    }
}
