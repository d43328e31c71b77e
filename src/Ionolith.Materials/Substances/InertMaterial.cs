namespace Ionolith.Materials.Substances;

/// <summary>A solid that takes no part in the reactions: collector metal, carbon, binder, filler.</summary>
public sealed record InertMaterial
{
    /// <summary>Library id or a name of the user's.</summary>
    public required string Id { get; init; }

    /// <summary>Name as printed.</summary>
    public required string Name { get; init; }

    /// <summary>Mass density, kg/m3; NaN if unknown.</summary>
    public double Density { get; init; } = double.NaN;

    /// <summary>Electronic conductivity, S/m; NaN if unknown.</summary>
    public double Conductivity { get; init; } = double.NaN;
}
