using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Fixtures.ProtocolOf;

namespace Ionolith.Cells.Tests.Simulation;

public sealed class ConservationTests
{
    private static readonly MeshOptions Mesh = new() { ElectrodeVolumes = 4, SeparatorVolumes = 3, Shells = 4 };

    [Fact]
    public void A_hundred_cycles_keep_all_lithium_salt_and_charge()
    {
        Protocol protocol = Repeated(
            100,
            Hold(ControlKind.CRate, 1, VoltageBelow(3.2)),
            Rest(600),
            Hold(ControlKind.CRate, -1, VoltageAbove(4.0)),
            Hold(ControlKind.Voltage, 4.0, Until(LimitKind.CRate, LimitSense.Below, 0.05)));
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh), protocol, new() { Rows = OutputRows.Summary, Losses = false, Profiles = 0 }).Run();
        Assert.Equal(SimulationStatus.Completed, result.Status);
        Assert.Equal(100, result.Cycles.Count);
        Assert.All(result.Balances, b => Tolerance.Below(1e-10, b.RelativeError, b.Name));
        Assert.Equal(3, result.Balances.Count);

        // Nothing ages: the second and the last cycle are the same up to the tolerance.
        Tolerance.Relative(result.Cycles[1].Discharge, result.Cycles[99].Discharge, 1e-4, "capacity of the last cycle");
    }

    [Fact]
    public void Lithium_metal_gives_and_takes_what_faraday_says()
    {
        // 1 mAh/cm2 = 36 kC/m2 is 13.0e-6 m3/mol / F times that: 4.85 um.
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Conductor(0.1), 3e-5, 20);
        SimulationResult result = new CellSimulation(cell, Steps(Hold(ControlKind.ArealCurrent, 10, 3600))).Run();
        TimeSeries s = result.Series;
        Tolerance.Relative(4.85e-6, s.NegativeLithiumThickness[0] - s.NegativeLithiumThickness[^1], 1e-3, "stripped, m");
        Tolerance.Relative(4.85e-6, s.PositiveLithiumThickness[^1] - s.PositiveLithiumThickness[0], 1e-3, "plated, m");
        Assert.All(result.Balances, b => Tolerance.Below(1e-13, b.RelativeError, b.Name));
    }

    public static TheoryData<string> Cells => new() { "liquid", "liquid, warm", "single-ion", "polymer", "sandwich", "single particle", "everything" };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Losses_add_up_to_open_circuit_minus_terminal_voltage(string which)
    {
        (CellDescription cell, double current) = Cell(which);
        SimulationResult result = new CellSimulation(
            cell, Steps(Hold(ControlKind.Current, current, 300), Rest(60), Hold(ControlKind.Current, -current, 120))).Run();
        Assert.Equal(SimulationStatus.Completed, result.Status);
        Assert.NotNull(result.Losses);
        Assert.Equal(result.Losses.Names.Count, result.Losses.Names.Distinct(StringComparer.Ordinal).Count());
        double largest = 0;
        for (int i = 0; i < result.Series.Count; i++)
        {
            double sum = result.Losses.Values.Sum(l => l[i]);
            double gap = result.Series.OpenCircuitVoltage[i] - result.Series.Voltage[i];
            largest = Math.Max(largest, Math.Abs(gap));
            Tolerance.Scaled(gap, sum, 1, 1e-9, $"losses at {result.Series.Time[i]} s, V");
        }

        Assert.True(largest > 5e-3, $"The largest loss of {largest} V is no test.");
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Lithium_salt_and_charge_balance_to_round_off(string which)
    {
        (CellDescription cell, double current) = Cell(which);
        SimulationResult result = new CellSimulation(
            cell, Steps(Hold(ControlKind.Current, current, 200), Rest(60), Hold(ControlKind.Current, -current, 100))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.All(result.Balances, b => Tolerance.Below(1e-12, b.RelativeError, b.Name));
    }

    [Fact]
    public void Each_loss_of_a_single_ion_symmetric_cell_is_what_its_formula_says()
    {
        const double current = 15;
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Conductor(0.05), 3e-5, 20) with { Contacts = [new("left", "separator", 2e-4)] };
        SimulationResult result = new CellSimulation(cell, Steps(Hold(ControlKind.ArealCurrent, current, 10))).Run();
        double thermal = 8.31446261815324 * 298.15 / 96485.33212331, kinetics = 2 * thermal * Math.Asinh(current / 40);
        Tolerance.Relative(kinetics, Loss("kinetics: left"), 1e-12);
        Tolerance.Relative(kinetics, Loss("kinetics: right"), 1e-12);
        Tolerance.Relative(current * 3e-5 / 0.05, Loss("electrolyte, ohmic: separator"), 1e-12);
        Tolerance.Relative(current * 2e-4, Loss("contact: left | separator"), 1e-12);

        double Loss(string name) => result.Losses!.Values[result.Losses.Names.ToList().IndexOf(name)][^1];
    }

    private static (CellDescription Cell, double Current) Cell(string which) => which switch
    {
        "liquid" => (ReferenceCells.Marquis(Mesh), 24),
        "liquid, warm" => (ReferenceCells.Marquis(Mesh, new(300, 5)), 24),
        "single-ion" => (ReferenceCells.SingleIon(Mesh), 20),
        "polymer" => (ReferenceCells.Polymer(Mesh), 2),
        "single particle" => (ReferenceCells.Marquis(Mesh with { SingleParticle = true }), 24),
        "everything" => (Tests.Model.CellModelJacobianTests.Warm(), 24),
        _ => (Sandwich(), 3),
    };

    private static CellDescription Sandwich()
    {
        CellDescription cell = ReferenceCells.Polymer(Mesh);
        ElectrolyteLayer polymer = (ElectrolyteLayer)cell.Layers[1] with { Thickness = 2e-5 };
        InertMaterial metal = new() { Id = "metal", Name = "metal", Conductivity = 1 };
        return cell with
        {
            Contacts = [new("lithium", "separator", 1e-3), new("hard", "soft", 5e-4)],
            Layers =
            [
                new CurrentCollector { Name = "collector", Thickness = 1e-5, Material = metal },
                cell.Layers[0],
                polymer,
                new ElectrolyteLayer { Name = "hard", Thickness = 1e-5, Electrolyte = SimpleCells.Conductor(0.02) },
                polymer with { Name = "soft", Thickness = 1e-5 },
                cell.Layers[2],
            ],
        };
    }
}
