using Ionolith.Materials.Quantities;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>A parameter of a law that can be fitted or held.</summary>
/// <param name="Key">Its key in files: "activation-energy".</param>
/// <param name="Name">Name with symbol, as in the law's equation: "activation energy E".</param>
/// <param name="Kind">Kind of quantity, for input and output; values are in its SI unit.</param>
public sealed record FittableParameter(string Key, string Name, QuantityKind Kind)
{
    /// <summary>SI unit; empty for a pure number.</summary>
    public required string Unit { get; init; }

    /// <summary>In which variable it is sought.</summary>
    public FitScale Scale { get; init; }

    /// <summary>Lowest value, SI.</summary>
    public double Lower { get; init; } = double.NegativeInfinity;

    /// <summary>Highest value, SI.</summary>
    public double Upper { get; init; } = double.PositiveInfinity;

    /// <summary>Value at which it is held unless someone says otherwise; NaN for a parameter that is fitted.</summary>
    public double HeldAt { get; init; } = double.NaN;

    /// <summary>Whether no data of this kind can tell it, so that it must be held.</summary>
    public bool IsHeld { get; init; }

    internal double ToSearch(double value) => Scale switch
    {
        FitScale.Logarithmic => Math.Log(value),
        FitScale.Remainder => -Math.Log(1 - value),
        _ => value,
    };

    internal double FromSearch(double value) => Scale switch
    {
        FitScale.Logarithmic => Math.Exp(value),
        FitScale.Remainder => -double.ExpM1(-value),
        _ => value,
    };

    internal static FittableParameter Conductivity(string key, string name) =>
        new(key, name, QuantityKinds.Conductivity) { Unit = "S/m", Scale = FitScale.Logarithmic, Lower = 0 };

    internal static FittableParameter Energy(string key, string name) => new(key, name, QuantityKinds.MolarEnergy) { Unit = "J/mol" };

    internal static FittableParameter Number(string key, string name, double lower, double upper) =>
        new(key, name, QuantityKinds.Number) { Unit = "", Lower = lower, Upper = upper };

    internal static FittableParameter Length(string key, string name) =>
        new(key, name, QuantityKinds.Length) { Unit = "m", Scale = FitScale.Logarithmic, Lower = 0 };
}
