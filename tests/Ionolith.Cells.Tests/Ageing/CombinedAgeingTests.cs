using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Hosts;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials;
using Ionolith.Materials.Laws;
using Xunit;

namespace Ionolith.Cells.Tests.Ageing;

/// <summary>Laws of ageing together in whole cells: any of them run, and lithium stays where it is counted.</summary>
public sealed class CombinedAgeingTests
{
    internal static readonly AgeingMechanism[] OnLithium =
    [
        new ParabolicGrowth { RateConstant = 1e-20, Conductivity = 1e-6, VolumePerLithium = 2e-5 },
        new ReactionLimitedGrowth { Rate = 1e-15, Conductivity = 1e-6, VolumePerLithium = 2e-5, LeakLength = 1e-9 },
        new PowerLawGrowth { ReferenceThickness = 2e-9, Exponent = 0.3, Conductivity = 1e-6, VolumePerLithium = 2e-5 },
        new SelfLimitingGrowth { Rate = 1e-12, FinalThickness = 1e-8, Conductivity = 1e-6, VolumePerLithium = 2e-5, RenewalCapacity = 1e4 },
        new MosaicGrowth(0.5, 1e-4, 1e-9) { Electronic = 1e-8, DrivingVoltage = 1, VolumePerLithium = 2e-5 },
        new Decomposition { ExchangeCurrent = 1e-8, ReductionPotential = 0.3, PassivatingCapacity = 100, ProductVolume = 2e-5, Conductivity = 1e-6, GasYield = 0.5 },
    ];

    internal static readonly AgeingMechanism[] OnHost =
    [
        new ReactionLayer { ReferenceResistance = 1e-3, ReferenceTime = 36_000 },
        new ContactLoss { VolumeChange = 0.1, LossRate = 2, FinalShare = 0.5, IsolatingShare = 0.5, HoldingPressure = 1e6, RecoveryTime = 3600 },
        new ParticleCracking { YoungModulus = 1e11, VolumeChange = 0.07, CriticalStress = 1e8, Rate = 1e-6 },
        new VoltageDecay { Fall = 0.2, RatePerCycle = 0.02 },
        new Decomposition { ExchangeCurrent = 1e-6, OxidationPotential = 3.4, GasYield = 0.5 },
        new SwitchingSpaceCharge { Conductivity = 0.1, RelativePermittivity = 20, CarrierConcentration = 20_000, FlatPotential = 3.3, CoatingShift = 0.1, IonTime = 10 },
    ];

    internal static CellDescription Cell(AgeingMechanism[] lithium, AgeingMechanism[] host, bool hysteresis = false)
    {
        var cell = SimpleCells.Composite(FormulaFunction.Polynomial(3.8, -0.6), 1, 1e-14, new() { ElectrodeVolumes = 5, Shells = 5 });
        return cell with
        {
            Layers = [.. cell.Layers.Select(l => l switch
            {
                LithiumMetal metal => metal with { Ageing = lithium },
                PorousElectrode e => e with
                {
                    ActivePhases = [.. e.ActivePhases.Select(p => p with
                    {
                        Ageing = host,
                        Material = p.Material with { Hysteresis = hysteresis ? new(0.05, 20) : null },
                    })],
                },
                _ => l,
            })],
        };
    }

    private static SimulationResult Run(CellDescription cell, params string[] steps) =>
        new CellSimulation(cell, ProtocolParser.Parse(steps, new ProtocolFiles("")).Protocol!, new SimulationOptions()).Run();

    public static TheoryData<int, int> Pairs
    {
        get
        {
            TheoryData<int, int> pairs = [];
            for (int i = 0; i < 6; i++)
            {
                for (int j = 0; j < 6; j++)
                {
                    pairs.Add(i, j);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Any_two_laws_run_together_and_keep_lithium_to_round_off(int onLithium, int onHost) =>
        Balanced(Run(Cell([OnLithium[onLithium]], [OnHost[onHost]]), "Discharge at 10 A for 1 h", "Charge at 10 A for 1 h", "Rest for 5 h", "Discharge at 10 A for 30 min"));

    [Fact]
    public void All_laws_run_together_with_hysteresis_over_cycles()
    {
        var run = Run(Cell(OnLithium, OnHost, hysteresis: true), "Repeat 5 times: Discharge at 10 A for 1 h; Charge at 10 A for 1 h; Rest for 1 h");
        Balanced(run);

        // Where two laws name a state alike, each says which one it is.
        string[] names = [.. run.Ageing!.Columns.Select(c => $"{c.Place}: {c.Name}")];
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("lithium: interphase thickness (power-law-growth)", names);
    }

    [Fact]
    public void Host_that_comes_back_into_contact_brings_the_lithium_that_it_held()
    {
        // A cell loses nearly half of its host while it cycles and finds it again, pressed, discharged: lithium that was isolated is not made up from the present stoichiometry.
        ContactLoss loss = new() { VolumeChange = 1, LossRate = 50, FinalShare = 0.5, IsolatingShare = 1, HoldingPressure = 1e6, RecoveryTime = 600 };
        string[] cycle = ["Discharge at 10 A for 30 min", "Charge at 10 A for 30 min", "Discharge at 10 A for 20 min"];
        var lost = Run(Cell([], [loss]), cycle);
        var back = Run(Cell([], [loss]), [.. cycle, "Press at 30 MPa", "Rest for 4 h"]);
        Balanced(lost);
        Balanced(back);
        double isolated = Column(lost, "lithium lost"), all = 0.5 * 50_000 * 1e-4 * PhysicalConstants.Faraday;
        Assert.InRange(Column(lost, "active share"), 0.5, 0.75);
        Assert.True(isolated > 0.1 * all, $"{isolated} of {all} C/m2");
        Assert.Equal(1, Column(back, "active share"), 1e-6);
        Assert.Equal(0, Column(back, "lithium lost"), 1e-6 * isolated);

        // All of it is there again: the host has what went in, on all of its volume.
        HostLithium host = back.Hosts.Single();
        Assert.Equal(10 * 1200 / PhysicalConstants.Faraday, host.End - host.Start, 1e-6);
    }

    [Fact]
    public void Oxidation_of_the_electrolyte_lithiates_a_charged_host_at_rest_by_Faraday()
    {
        var cell = Cell([], [new Decomposition { ExchangeCurrent = 1e-3, OxidationPotential = 3.3, ProductVolume = 1e-5, Conductivity = 1e-6, GasYield = 0.25 }]);
        var run = Run(cell, "Rest for 20 h");
        Balanced(run);
        var host = run.Hosts.Single();

        // Told by the geometric area as the cell's charges are: what oxidises in the particles' surface is what comes into them, and comes from the lithium that was lost.
        double charge = Column(run, "charge of oxidation"), surface = 3 * 0.5 / 1e-6 * 1e-4;
        Assert.Equal(charge / PhysicalConstants.Faraday, host.End - host.Start, 1e-9);
        Assert.Equal(-charge, Column(run, "lithium lost"), 1e-6 * charge);
        Assert.Equal(0.25 * charge / PhysicalConstants.Faraday, Column(run, "gas released"), 1e-9);

        // The film has the products of each surface, and conducts by all of it.
        Assert.Equal(charge / surface * 1e-5 / (PhysicalConstants.Faraday * 1e-6) / surface, Column(run, "resistance added"), 1e-9);
        Assert.True(host.End > host.Start);
        Assert.True(run.Series.Voltage[^1] < run.Series.Voltage[0]);
    }

    private static double Column(SimulationResult run, string name) => run.Ageing!.Columns.Single(c => string.Equals(c.Name, name, StringComparison.Ordinal)).Values[^1];

    private static void Balanced(SimulationResult run)
    {
        Assert.True(run.Status == SimulationStatus.Completed, run.Reason);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-12, $"{b.Name}: {b.RelativeError}"));
    }
}
