namespace Ionolith.Cells.Design;

/// <summary>placeholder.</summary>
public sealed class SeriesStack;
