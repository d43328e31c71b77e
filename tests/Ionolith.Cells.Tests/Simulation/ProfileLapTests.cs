using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Design;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Simulation;

/// <summary>Profiles that start again because their step is longer.</summary>
public sealed class ProfileLapTests
{
    [Fact]
    public void A_profile_that_the_drained_cell_cannot_begin_again_ends_with_what_was_done_until_then()
    {
        // Behind 0.1 ohm m2 the cell gives U^2 / 4R at most: 38.9 W/m2 charged, 7 % less once a fifth of its charge is gone.
        CellDescription cell = DesignSample.Cell() with { Contacts = [new ContactResistance("anode", "separator", 0.1)] };
        ProtocolStep step = DesignSample.Parse("Discharge at 3.8 mW for 2 h").Cycles[0].Steps[0];
        DriveCycle profile = new("drive.csv", [0, 1, 3600], [3.8e-3, 2e-3, 2e-3]);
        Protocol protocol = new([new Cycle([step with { Control = new Control(ControlKind.Power, 3.8e-3, profile) }])], []);
        SimulationResult result = new CellSimulation(cell, protocol).Run();

        Assert.NotEqual(SimulationStatus.Completed, result.Status);
        Assert.Contains("no state of the cell fits the step", result.Reason, StringComparison.Ordinal);
        Assert.Equal(3600, result.Steps[0].Time.End, 1e-6);
        Tolerance.Relative((2.9e-3 * 1) + (2e-3 * 3599), result.Steps[0].Energy, 1e-4, "energy, J");
        Assert.All(result.Balances, b => Tolerance.Below(1e-12, b.RelativeError, b.Name));
    }
}
