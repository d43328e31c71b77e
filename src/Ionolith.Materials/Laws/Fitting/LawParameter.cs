namespace Ionolith.Materials.Laws.Fitting;

/// <summary>A parameter of a law, fitted to data.</summary>
/// <param name="Name">Name with symbol, as in the law's equation: "activation energy E".</param>
/// <param name="Unit">SI unit; empty for a pure number.</param>
/// <param name="Value">Value.</param>
/// <param name="Lower">Lower end of the confidence interval; NaN for a parameter at a bound.</param>
/// <param name="Upper">Upper end of the confidence interval; NaN for a parameter at a bound.</param>
/// <param name="AtBound">Whether the data draw the parameter beyond its bound, where it was held: it has no interval.</param>
public sealed record LawParameter(string Name, string Unit, double Value, double Lower, double Upper, bool AtBound)
{
    /// <summary>Its key in files: "activation-energy".</summary>
    public string Key { get; init; } = "";

    /// <summary>Whether it was held at a given value, and so has no interval.</summary>
    public bool IsHeld { get; init; }
}
