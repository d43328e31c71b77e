namespace Ionolith.Library.Reproduction;

/// <summary>A value of a cell or a material that was fitted to a figure.</summary>
/// <param name="IsCell">Whether it stands in a cell's file; otherwise in a material's.</param>
/// <param name="Name">Library id or file of the cell or material.</param>
/// <param name="Path">Path of the value in it.</param>
public sealed record CalibratedValue(bool IsCell, string Name, string Path)
{
    /// <summary>Path of the same value in another place of the file, such as the other side of a symmetric cell; empty: none.</summary>
    public string Also { get; init; } = "";

    /// <summary>"lfp: diffusivity".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name}: {Path}{(Also.Length > 0 ? $" and {Also}" : "")}";
}
