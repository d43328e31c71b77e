using Ionolith.Cells.Simulation;

namespace Ionolith.Reports;

/// <summary>Coulombic efficiency: charge delivered over the charge that was taken before.</summary>
public static class CoulombicEfficiency
{
    /// <summary>Efficiency of each cycle that the result has.</summary>
    /// <param name="result">The result.</param>
    /// <returns><see cref="CycleResult.CoulombicEfficiency"/> by cycle number, 1; cycles that tell none, or in which the run broke off, are not in it.</returns>
    public static IReadOnlyDictionary<int, double> Of(SimulationResult result) =>
        KeyFigures.DischargingCycles(result).Where(c => double.IsFinite(c.CoulombicEfficiency)).ToDictionary(c => c.Number, c => c.CoulombicEfficiency);
}
