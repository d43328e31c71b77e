using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Laws;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Fixtures.ProtocolOf;

namespace Ionolith.Cells.Tests.Simulation;

/// <summary>Interfaces that hardly let current pass, or only up to a limit, and overpotentials of volts.</summary>
public sealed class StiffInterfaceTests
{
    private static readonly MeshOptions Mesh = new() { ElectrodeVolumes = 12, SeparatorVolumes = 4, Shells = 8 };

    [Fact]
    public void A_cell_whose_interfaces_hardly_react_goes_to_rest_and_back()
    {
        CellDescription cell = Cell(ReferenceCells.Constant(1e-6));
        SimulationResult result = new CellSimulation(
            cell, Steps(Hold(ControlKind.CRate, 5, 100), Rest(600), Hold(ControlKind.CRate, -5, 50), Rest(600))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Tolerance.Relative(-0.5 * result.Steps[0].Capacity, result.Steps[2].Capacity, 1e-9, "charge, C");
        Assert.All(result.Balances, b => Tolerance.Below(1e-11, b.RelativeError, b.Name));
    }

    [Fact]
    public void Unequal_transfer_coefficients_do_not_overflow_when_a_host_is_full()
    {
        CellDescription cell = Cell(ReferenceCells.Rate(2, 0) with { AnodicTransferCoefficient = 0.8 });
        SimulationResult result = new CellSimulation(
            cell, Steps(Hold(ControlKind.Voltage, 3, 7200), Hold(ControlKind.Voltage, 4.2, 7200))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
    }

    [Fact]
    public void A_double_layer_on_a_full_host_comes_to_rest_in_few_steps()
    {
        CellDescription cell = Cell(ReferenceCells.Rate(2, 0) with { DoubleLayerCapacitance = 0.2 });
        SimulationResult result = new CellSimulation(cell, Steps(Hold(ControlKind.CRate, 5, VoltageBelow(2.5)), Rest(3600))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.InRange(result.Statistics.Steps, 50, 1000);
    }

    [Fact]
    public void Resistances_that_cost_tens_of_volts_are_overcome()
    {
        CellDescription cell = Cell(ReferenceCells.Constant(1), 5e-6);
        SimulationResult result = new CellSimulation(cell, Steps(Rest(10), Hold(ControlKind.CRate, -1, 1))).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.InRange(result.Steps[1].Voltage.End, 20, 500);
    }

    private static CellDescription Cell(InterfaceKinetics kinetics, double conductivity = 0.05)
    {
        CellDescription cell = SimpleCells.Composite(FormulaFunction.Polynomial(4.2, -0.9), 1, 1e-14, Mesh, conductivity, 1, 3e-6, 0.2);
        PorousElectrode electrode = (PorousElectrode)cell.Layers[2];
        return cell with
        {
            Layers = [cell.Layers[0], cell.Layers[1], electrode with { ActivePhases = [electrode.ActivePhases[0] with { Kinetics = kinetics }] }],
        };
    }
}
