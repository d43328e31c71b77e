namespace Ionolith.Reports.Theory;

/// <summary>The figures of the theory.</summary>
public static class TheoryFigures
{
    /// <summary>All figures, computed anew.</summary>
    /// <returns>The figures, each under a name of its own.</returns>
    public static IReadOnlyList<TheoryFigure> All() => [.. InterphaseFigures.All(), .. HostFigures.All(), .. LithiumFigures.All(), .. CellFigures.All()];
}
