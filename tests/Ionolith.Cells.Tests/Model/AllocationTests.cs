using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Numerics.Integration;
using Xunit;

namespace Ionolith.Cells.Tests.Model;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("liquid")]
    [InlineData("single-ion")]
    [InlineData("polymer")]
    [InlineData("everything")]
    public void Stepping_allocates_nothing(string which)
    {
        MeshOptions mesh = new() { ElectrodeVolumes = 6, SeparatorVolumes = 4, Shells = 5 };
        (CellDescription cell, double current) = which switch
        {
            "liquid" => (ReferenceCells.Marquis(mesh), 24.0),
            "single-ion" => (ReferenceCells.SingleIon(mesh), 5),
            "polymer" => (ReferenceCells.Polymer(mesh), 1),
            _ => (CellModelJacobianTests.Warm(), 24),
        };
        ModelRun run = new ModelRun(cell, 1e-7, 1e-9).Discharge(current);
        Assert.True(run.To(5));
        BdfIntegrator integrator = run.Integrator;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 200; i++)
        {
            if (integrator.Attempt(300) != StepOutcome.Success)
            {
                break;
            }

            integrator.Interpolate(integrator.Time, 3);
            integrator.Commit();
        }

        long after = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(run.Integrator.Time > 20, "The integrator did not get far enough for a test.");
        Assert.Equal(0, after - before);
    }
}
