using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Laws;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Fixtures.ProtocolOf;

namespace Ionolith.Cells.Tests.Simulation;

/// <summary>Hosts that become empty or full and salt that is used up, where the user's limits lie beyond what the curves reach.</summary>
public sealed class EndOfRangeTests
{
    private const double F = 96485.33212331;
    private static readonly MeshOptions Mesh = new() { ElectrodeVolumes = 10, SeparatorVolumes = 10, Shells = 10 };

    [Fact]
    public void A_flat_potential_is_left_at_the_full_capacity_by_the_limit_of_the_protocol_and_the_cycle_goes_on()
    {
        // From x = 0.2 to 1 at C/20 the particles (1 um, 1e-13 m2/s) are even: 0.8 of all sites.
        CellDescription cell = SimpleCells.Composite(new ConstantFunction(3.4), 10, 1e-13, Mesh, x: 0.2);
        SimulationResult result = new CellSimulation(cell, Steps(
            Hold(ControlKind.CRate, 0.05, VoltageBelow(2.5)),
            Rest(3600),
            Hold(ControlKind.CRate, -0.05, VoltageAbove(4.2)),
            Hold(ControlKind.Voltage, 4.2, 3600))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        double all = 0.5 * 50_000 * 1e-4 * F;
        Tolerance.Relative(0.8 * all, result.Steps[0].Capacity, 2e-3, "charge of the discharge, C");
        Tolerance.Relative(-all, result.Steps[2].Capacity, 2e-3, "charge of the charge, C");
        Assert.Equal("voltage fell to 2.5 V", result.Steps[0].EndedBy);
        Assert.InRange(result.Steps[1].Voltage.End, 2.5, 3.4);
        Assert.All(result.Balances, b => Tolerance.Below(1e-11, b.RelativeError, b.Name));
    }

    [Fact]
    public void A_material_of_a_blend_that_is_empty_waits_until_the_voltage_is_its_own()
    {
        // 4 V and 3 V hosts in equal parts: the second stays empty while the first fills.
        CellDescription cell = SimpleCells.Composite(FormulaFunction.Polynomial(4.2, -0.4), 10, 1e-13, Mesh, x: 0.2);
        PorousElectrode one = (PorousElectrode)cell.Layers[2];
        ActivePhase upper = one.ActivePhases[0] with { VolumeFraction = 0.25 };
        ActivePhase lower = ReferenceCells.Phase(
            "lower", 0.25, 1e-6, 50_000, FormulaFunction.Polynomial(3.1, -0.2), 1e-13, 0.02, ReferenceCells.Rate(2, 0));
        cell = cell with { Layers = [cell.Layers[0], cell.Layers[1], one with { ActivePhases = [upper, lower] }] };
        SimulationResult result = new CellSimulation(cell, Steps(
            Rest(7200), Hold(ControlKind.CRate, 0.1, VoltageBelow(3.6)), Hold(ControlKind.CRate, 0.1, VoltageBelow(2.5)))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        double half = 0.25 * 50_000 * 1e-4 * F;
        Tolerance.Relative((0.8 - 0.02) * half, result.Steps[1].Capacity, 5e-3, "charge of the upper host, C");
        Tolerance.Relative(half, result.Steps[2].Capacity, 5e-3, "charge of the lower host, C");
    }

    [Fact]
    public void A_poorly_conducting_electrode_rests_with_some_surfaces_full_and_others_not()
    {
        // 1e-4 S/m of electrons: the reaction stays at the collector, whose particles are full while those at the separator are not.
        CellDescription cell = SimpleCells.Composite(new ConstantFunction(3.4), 10, 1e-14, new MeshOptions(), x: 0.2);
        PorousElectrode electrode = (PorousElectrode)cell.Layers[2];
        ActivePhase phase = ReferenceCells.Phase(
            "oxide", 0.6, 3e-6, 50_000, new ExpressionFunction("4.3 - 1.2*x + 0.3*x^2 - 0.05*exp(40*(x - 1)) + 0.2*exp(-60*x)", "x"), 1e-14, 0.2,
            new() { ExchangeCurrent = new() { Reference = new ConstantFunction(2), StoichiometryExponent = 0.5, VacancyExponent = 0.5 } });
        electrode = electrode with
        {
            Thickness = 6e-5,
            ActivePhases = [phase],
            ElectrolyteFraction = 0.3,
            TransportEfficiency = Math.Pow(0.3, 1.5),
            ElectronicConductivity = new ConstantFunction(1e-4),
        };
        cell = cell with { Layers = [cell.Layers[0], cell.Layers[1], electrode], NominalCapacity = 0.8 * 0.6 * 50_000 * 6e-5 * F * cell.Area };
        SimulationResult result = new CellSimulation(cell, Steps(Hold(ControlKind.CRate, 0.05, VoltageBelow(2.5)), Rest(3600))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.All(result.Balances, b => Tolerance.Below(1e-11, b.RelativeError, b.Name));
    }

    [Fact]
    public void A_cell_whose_salt_is_used_up_reaches_its_lower_limit_and_recovers_at_rest()
    {
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Salt(0.03, 1e-11, 0.3), 5e-5, 10);
        SimulationResult result = new CellSimulation(
            cell, Steps(Hold(ControlKind.ArealCurrent, 300, VoltageBelow(-4)), Rest(1e5), Hold(ControlKind.Voltage, -4, 100), Rest(1e5))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Tolerance.Scaled(-4, result.Steps[0].Voltage.End, 1, 1e-6, "voltage at the end of the salt, V");
        Tolerance.Scaled(0, result.Steps[1].Voltage.End, 1, 1e-6, "voltage after the rest, V");

        // At a held voltage the limiting current flows: 2 F D c0/[L (1 - t+)].
        Tolerance.Relative(2 * F * 1e-11 * 1000 / (5e-5 * 0.7), Math.Abs(result.Steps[2].Current.End), 2e-2, "limiting current, A");
        Assert.All(result.Balances, b => Tolerance.Below(1e-11, b.RelativeError, b.Name));
    }

    [Fact]
    public void A_host_that_is_described_as_empty_can_be_discharged()
    {
        CellDescription cell = SimpleCells.Composite(FormulaFunction.Polynomial(3.4, -0.4), 1, 1e-13, Mesh, x: 0);
        PorousElectrode electrode = (PorousElectrode)cell.Layers[2];
        ActivePhase phase = electrode.ActivePhases[0] with { Kinetics = ReferenceCells.Rate(2, 0) };
        cell = cell with { Layers = [cell.Layers[0], cell.Layers[1], electrode with { ActivePhases = [phase] }] };
        SimulationResult result = new CellSimulation(cell, Steps(Rest(10), Hold(ControlKind.CRate, 0.05, 36_000))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Tolerance.Scaled(3.4, result.Steps[0].Voltage.End, 1, 1e-5, "voltage at rest, V");
    }

    [Fact]
    public void A_limit_that_no_rest_reaches_ends_the_run_with_its_name()
    {
        SimulationResult result = new CellSimulation(
            ReferenceCells.Marquis(Mesh), Steps(Hold(ControlKind.Rest, 0, VoltageBelow(3)))).Run();
        Assert.Equal(SimulationStatus.Failed, result.Status);
        Assert.Contains("the cell stands still at 3.8", result.Reason, StringComparison.Ordinal);
        Assert.Contains("reaches none of the step's limits (3 V)", result.Reason, StringComparison.Ordinal);
        Assert.Equal(0, result.Series.Time[^1]);
    }

    [Fact]
    public void A_current_above_what_charge_transfer_can_carry_is_a_limit_of_the_cell_with_both_numbers()
    {
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Conductor(1), 1e-5, 1);
        InterfaceKinetics marcus = ReferenceCells.Constant(1) with { Law = "marcus-hush-chidsey", ReorganisationEnergy = 20_000 };
        cell = cell with { Layers = [(LithiumMetal)cell.Layers[0] with { Kinetics = marcus }, cell.Layers[1], cell.Layers[2]] };
        SimulationResult result = new CellSimulation(cell, Steps(Hold(ControlKind.ArealCurrent, 1000, 10))).Run();
        Assert.Equal(SimulationStatus.CellLimit, result.Status);
        Assert.Contains("charge transfer at 'left' saturates at", result.Reason, StringComparison.Ordinal);
        Assert.Contains("100 mA/cm2 are asked for", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void More_power_than_the_cell_has_is_a_limit_of_the_cell()
    {
        SimulationResult result = new CellSimulation(ReferenceCells.Marquis(Mesh), Steps(Hold(ControlKind.Power, 1e6, 10))).Run();
        Assert.Equal(SimulationStatus.CellLimit, result.Status);
        Assert.Contains("cannot give this power", result.Reason, StringComparison.Ordinal);
        Tolerance.Scaled(3.85, result.Steps[0].Voltage.Start, 1, 0.01, "voltage at rest, V");
        Assert.Equal("No charge was moved at the terminals.", result.Diagnosis);
    }

    [Fact]
    public void The_energy_of_a_symmetric_cell_is_that_of_its_negative_voltage()
    {
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Conductor(0.1), 3e-5, 1e9);
        SimulationResult result = new CellSimulation(cell, Steps(Hold(ControlKind.ArealCurrent, 10, 3600))).Run();
        Tolerance.Relative(36_000 * result.Steps[0].Voltage.End, result.Cycles[0].DischargeEnergy, 1e-9, "energy, J");
        Assert.Equal(0, result.Cycles[0].ChargeEnergy);
    }

    [Theory]
    [InlineData(2e-5, "20 us")]
    [InlineData(0.25, "250 ms")]
    [InlineData(59.5, "59.5 s")]
    [InlineData(1800, "30 min")]
    [InlineData(3525972.739, "979.437 h")]
    [InlineData(31557600e3, "1000 years")]
    public void Times_are_told_in_the_unit_of_a_person(double seconds, string text) => Assert.Equal(text, TimeText.Of(seconds));
}
