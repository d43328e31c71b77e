using Ionolith.Cells.Simulation;

namespace Ionolith.Cells.Tests.Fixtures;

/// <summary>What the ageing of a run says of one interface.</summary>
internal static class AgeingColumns
{
    /// <summary>The values of a quantity, in SI, from the fresh cell to the end of the last cycle.</summary>
    public static IReadOnlyList<double> Column(SimulationResult run, string place, string name) =>
        run.Ageing!.Columns.Single(c => string.Equals(c.Place, place, StringComparison.Ordinal) && string.Equals(c.Name, name, StringComparison.Ordinal)).Values;
}
