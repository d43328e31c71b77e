using Ionolith.Cells.Stack;

namespace Ionolith.Benchmarks;

/// <summary>A discharge whose time and accuracy are measured.</summary>
/// <param name="Id">Id.</param>
/// <param name="What">One line for a reader.</param>
/// <param name="Cell">Library cell.</param>
/// <param name="Step">The step.</param>
/// <param name="Mesh">Mesh.</param>
/// <param name="RelativeTolerance">Relative tolerance.</param>
/// <param name="AbsoluteTolerance">Absolute tolerance.</param>
public sealed record DischargeCase(
    string Id, string What, string Cell, string Step, MeshOptions Mesh, double RelativeTolerance, double AbsoluteTolerance);

/// <summary>The cases of <c>ionolith bench</c>.</summary>
public static class BenchCases
{
    /// <summary>Single discharges.</summary>
    public static IReadOnlyList<DischargeCase> Discharges { get; } =
    [
        new("dfn-1c", "Marquis2019, 20/20/20 volumes, 10 graded shells, 1C", "marquis2019", "Discharge at 24 A/m2 until 3.105 V",
            new() { ElectrodeVolumes = 20, SeparatorVolumes = 20, Shells = 10 }, 1e-4, 1e-6),
        new("dfn-1c-uniform", "Marquis2019, 20/20/20 volumes, 20 uniform shells, 1C", "marquis2019", "Discharge at 24 A/m2 until 3.105 V",
            new() { ElectrodeVolumes = 20, SeparatorVolumes = 20, Shells = 20, ShellGrading = 1 }, 1e-4, 1e-6),
        new("p2d-301", "Marquis2019, 10/10/10 volumes, 10 uniform shells, 1C", "marquis2019", "Discharge at 24 A/m2 until 3.105 V",
            new() { ElectrodeVolumes = 10, SeparatorVolumes = 10, Shells = 10, ShellGrading = 1 }, 1e-3, 1e-6),
        new("sic-20", "Li | single-ion | LCO, 40 volumes, 8 graded shells, 20 A/m2", "li-sic-lco", "Discharge at 20 A/m2 until 2.8 V",
            new() { ElectrodeVolumes = 40, Shells = 8 }, 1e-4, 1e-6),
        new("spm-1c", "Marquis2019, single-particle reduction with salt, 8 graded shells, 1C", "marquis2019", "Discharge at 24 A/m2 until 3.105 V",
            new() { SeparatorVolumes = 5, Shells = 8, SingleParticle = true }, 1e-4, 1e-6),
    ];

    /// <summary>Ids of all cases.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Discharges.Select(d => d.Id), LongRuns.CyclesId, LongRuns.SweepId, VoxelCase.Id, ColdStart.Id, LawFits.Id, CriticalCurrentMap.Id, AcceleratedRuns.Id, WorkPrecision.Id];
}
