using Ionolith.Cells.Simulation;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>A figure that a claim can ask of a run.</summary>
/// <param name="Name">Name in a system's file.</param>
/// <param name="Kind">Kind of its values on some basis.</param>
/// <param name="Of">Its value, SI units.</param>
internal sealed record RunFigure(string Name, Func<FigureBasis, QuantityKind> Kind, Func<SimulationResult, FigureBasis, double> Of)
{
    /// <summary>Whether it is that of one active material among several.</summary>
    public bool NeedsHost { get; init; }

    /// <summary>Whether it has a value where the cell ended before its protocol did.</summary>
    public bool OfShortRuns { get; init; }

    /// <summary>What stands behind the value, in a few words; empty where the value says all.</summary>
    public Func<SimulationResult, string> Detail { get; init; } = static _ => "";

    /// <summary>What it is related to where the file does not say: area or active-mass.</summary>
    public string DefaultPer { get; init; } = "area";
}
