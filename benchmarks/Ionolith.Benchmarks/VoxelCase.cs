using System.Diagnostics;
using Ionolith.Cells.Microstructure;

namespace Ionolith.Benchmarks;

/// <summary>A composite electrode of a million voxels: from the volume fractions to conductivities, contact and utilisation.</summary>
public static class VoxelCase
{
    /// <summary>Id of the case.</summary>
    public const string Id = "voxels-100";

    private const int Size = 100;
    private const int Repetitions = 5;

    /// <summary>Times it on one thread.</summary>
    /// <returns>The row; Newton iterations are those of the linear solver.</returns>
    public static BenchRow Measure()
    {
        VoxelRecipe recipe = new()
        {
            Size = new(Size, Size, Size),
            Voxel = 0.5e-6,
            Parts = [new(VoxelPhase.Active, 0.5, 6), new(VoxelPhase.Void, 0.08, 1), new(VoxelPhase.Carbon, 0.05, 1), new(VoxelPhase.Electrolyte, 0.37, 1)],
        };
        double[] times = new double[Repetitions];
        VoxelAnalysis analysis = VoxelAnalysis.Of(recipe.Make(), 1, 1000);
        for (int k = 0; k < Repetitions; k++)
        {
            long start = Stopwatch.GetTimestamp();
            analysis = VoxelAnalysis.Of(recipe.Make(), 1, 1000);
            times[k] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        (int ions, int electrons) = analysis.Iterations;
        return new(Id, "100^3 voxels of active, electrolyte, carbon and pores: structure, two conductivities, contact", Size * Size * Size, 1e-7, 0, 0, ions + electrons,
            times[Repetitions / 2], double.NaN, $"{ions} iterations for ions, {electrons} for electrons");
    }
}
