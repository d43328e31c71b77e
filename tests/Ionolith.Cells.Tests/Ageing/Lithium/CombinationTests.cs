using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Xunit;
using static Ionolith.Cells.Tests.Ageing.Lithium.LithiumCells;
using static Ionolith.Cells.Tests.Fixtures.AgeingColumns;

namespace Ionolith.Cells.Tests.Ageing.Lithium;

/// <summary>Mechanisms together, their cards, and protocols that press cells.</summary>
public sealed class CombinationTests
{
    private static readonly AgeingMechanism[] All =
    [
        new ParabolicGrowth { RateConstant = 1e-20, Conductivity = 1e-5, VolumePerLithium = 2e-5 },
        new ContactCreep { CreepLength = 5e-6, Constraint = 8, VoidDepth = 1e-6, ContactRadius = 1e-6, Conductivity = 0.1 },
        new DeadLithium { CoulombicEfficiency = 0.999 },
        new Nucleation { Overpotential = 0.02, CoveringCharge = 100 },
        new FilamentFracture { Modulus = 18.5e9, FractureEnergy = 30, FlawLength = 3e-7, FilamentWidth = 1e-6, CreepBackTime = 3600 },
        new FilamentPolymer { GrowthFraction = 0.01, ShearModulus = 1e6, FlawLength = 1e-6, FilamentWidth = 2e-6, ShortResistance = 0.01 },
    ];

    [Fact]
    public void All_mechanisms_at_once_run_and_no_lithium_is_lost_from_the_books()
    {
        var run = Run(Symmetric(All), "Press at 2 MPa", "Repeat 20 times: Discharge at 5 A for 1 h; Charge at 5 A for 1 h");
        Assert.Equal(SimulationStatus.Completed, run.Status);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-9, $"{b.Name}: {b.RelativeError}"));
        Assert.True(Column(run, "left", "lithium lost")[^1] > 0.001 * 20 * 18_000);
    }

    [Fact]
    public void Every_parameter_of_every_law_says_what_it_is() =>
        Assert.All(AgeingLaws.All.SelectMany(c => c.Parameters), p => Assert.NotEqual("", p.Meaning));

    [Fact]
    public void Laws_of_the_lithium_interface_say_what_of_them_is_empirical()
    {
        MechanismCard[] cards = [.. AgeingLaws.All.Where(c => c.Places == AgeingPlaces.Lithium)];
        Assert.NotEmpty(cards);
        Assert.All(cards, c => Assert.Contains("empirical", c.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void Pressing_a_cell_that_knows_no_pressure_is_a_mistake_that_is_told_before_the_run()
    {
        var protocol = ProtocolParser.Parse(["Rest for 1 h", "Press at 5 MPa"], new ProtocolFiles("")).Protocol!;
        Assert.Contains("nothing in 'symmetric' knows the pressure", Assert.Single(PressureCheck.Problems(Symmetric(), protocol)), StringComparison.Ordinal);
        Assert.Contains("contact-creep", PressureCheck.Problems(Symmetric(), protocol)[0], StringComparison.Ordinal);
        Assert.Empty(PressureCheck.Problems(Symmetric(All), protocol));
        Assert.Empty(PressureCheck.Problems(Symmetric(), ProtocolParser.Parse(["Rest for 1 h"], new ProtocolFiles("")).Protocol!));
    }
}
