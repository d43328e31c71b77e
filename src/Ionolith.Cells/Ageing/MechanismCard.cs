using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing;

/// <summary>Where a mechanism can act.</summary>
[Flags]
public enum AgeingPlaces
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>On the surface of lithium metal.</summary>
    Lithium = 1,

    /// <summary>On the particles of an active material.</summary>
    Host = 2,

    /// <summary>In the contact between two layers.</summary>
    Contact = 4,
}

/// <summary>What a law of ageing is called, what it needs, and where it is from.</summary>
/// <param name="Law">Name in files: "parabolic-growth".</param>
/// <param name="Title">What it describes, in a line.</param>
/// <param name="Source">Paper or public data; "empirical" is said where it is not derived.</param>
/// <param name="Places">Where it can act.</param>
/// <param name="Parameters">Its parameters, in the order in which they are written.</param>
/// <param name="Create">Makes the mechanism from values in the order of <paramref name="Parameters"/>, SI.</param>
public sealed record MechanismCard(
    string Law, string Title, string Source, AgeingPlaces Places, IReadOnlyList<MechanismParameter> Parameters, Func<IReadOnlyList<double>, AgeingMechanism> Create)
{
    /// <summary>Whether the law depends on the stack pressure.</summary>
    public bool FollowsPressure { get; init; }

    /// <summary>Where the law holds, in a line: "within the times that it was fitted to".</summary>
    public string Validity { get; init; } = "";
}

/// <summary>A parameter of a law of ageing.</summary>
/// <param name="Key">Name in files.</param>
/// <param name="Kind">Kind of quantity.</param>
/// <param name="Of">Its value in a mechanism of this law, SI.</param>
/// <param name="Default">Value where a file gives none, SI; NaN: it must be given.</param>
/// <param name="Least">Smallest value allowed, SI.</param>
/// <param name="Most">Largest value allowed, SI.</param>
/// <param name="Meaning">What it is, in a line of the guide.</param>
public sealed record MechanismParameter(
    string Key, QuantityKind Kind, Func<AgeingMechanism, double> Of, double Default = double.NaN, double Least = 0, double Most = double.PositiveInfinity, string Meaning = "");
