using Ionolith.Cells.Design;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Materials;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Design;

public sealed class StackDesignTests
{
    [Fact]
    public void A_slow_discharge_gives_the_area_under_the_open_circuit_voltage()
    {
        var cell = DesignSample.Cell();
        var runs = new DesignRuns(cell);

        // U = 4 - x/2 - x^2/2 between 3.95 V and 3.05 V, and the charge of a unit of x.
        double from = -0.5 + Math.Sqrt(0.25 + (2 * 0.05)), to = -0.5 + Math.Sqrt(0.25 + (2 * 0.95));
        double perX = 100e-6 * 0.5 * 20_000 * PhysicalConstants.Faraday;
        double Integral(double x) => (4 * x) - (x * x / 4) - (x * x * x / 6);
        var slow = runs.Discharge(0.02);

        Tolerance.Relative((to - from) * perX, slow.Capacity, 1e-3);
        Tolerance.Relative((Integral(to) - Integral(from)) * perX, slow.Energy, 1e-3);
    }

    [Fact]
    public void Figures_are_energy_and_power_over_mass_and_volume()
    {
        var design = StackDesign.Of(DesignSample.Cell(), DesignSample.Construction, new DesignOptions { RagoneRates = [0.1, 1, 10] });
        var stack = design.StackLevel;

        Tolerance.Relative(4 * 0.02 * design.Discharge.Energy, stack.Energy, 1e-14);
        Tolerance.Relative(stack.Energy / design.Inventory.Mass, stack.SpecificEnergy, 1e-14);
        Tolerance.Relative(stack.Energy / design.Inventory.Volume, stack.EnergyDensity, 1e-14);
        Tolerance.Relative(4 * 0.02 * design.PulsePower / design.Inventory.Mass, stack.SpecificPower, 1e-14);
        Assert.True(design.CellLevel.SpecificEnergy > stack.SpecificEnergy);
        Assert.Equal(stack.SpecificEnergy, design.Ragone[0].SpecificEnergy, 1e-6 * stack.SpecificEnergy);
        Assert.True(design.Ragone[2].SpecificEnergy < design.Ragone[0].SpecificEnergy && design.Ragone[2].SpecificPower > design.Ragone[0].SpecificPower);
        Assert.Equal(design.Ragone[2].SpecificPower, design.RagonePower);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var one = StackDesign.Of(DesignSample.Cell(), DesignSample.Construction, new DesignOptions { Threads = 1 });
        var two = StackDesign.Of(DesignSample.Cell(), DesignSample.Construction, new DesignOptions { Threads = 2 });

        Assert.Equal(one.Ragone, two.Ragone);
        Assert.Equal(one.StackLevel, two.StackLevel);
    }

    [Fact]
    public void The_pulse_of_an_ohmic_cell_is_the_one_that_just_reaches_the_cut_off()
    {
        // A short pulse on a flat potential behind a resistance that is all of the contact: P = V (U - V) / R.
        var cell = DesignSample.Cell(slope: 0) with { Contacts = [new ContactResistance("anode", "separator", 0.1)] };
        Layer[] layers = [.. cell.Layers];
        var cathode = (PorousElectrode)layers[^1];
        var phase = cathode.ActivePhases[0];
        layers[^1] = cathode with
        {
            ActivePhases = [phase with { Material = phase.Material with { OpenCircuitPotential = Fixtures.FormulaFunction.VariableConstant(3.8) with { Lower = 0, Upper = 1 } } }],
        };
        var runs = new DesignRuns(cell with { Layers = layers });
        double least = 3.05 * (3.8 - 3.05) / (0.1 + 3e-4), most = 3.05 * (3.8 - 3.05) / 0.1;

        Assert.InRange(runs.PulsePower(0.5 * cell.NominalCapacity / cell.Area, 1), 0.98 * least, most);
        Assert.Equal(0, new DesignRuns(cell with { Layers = layers, LowerCutoffVoltage = 3.9 }).PulsePower(0, 1));
    }

    [Fact]
    public void A_cell_that_is_built_without_lithium_is_weighed_and_discharged()
    {
        var thick = DesignSample.Cell(lithium: 50e-6, x: 0.98);
        var free = DesignSample.Cell(lithium: 0, x: 0.98);
        Assert.Empty(free.Validate());
        var (with, without) = (StackDesign.OfEnergy(thick, DesignSample.Construction), StackDesign.OfEnergy(free, DesignSample.Construction));

        // The same cathode gives the same energy as long as its lithium is enough; the stack is lighter and thinner.
        Tolerance.Relative(with.Discharge.Energy, without.Discharge.Energy, 1e-6);
        Tolerance.Relative(50e-6 * 500 * 0.02 * 4, with.Inventory.Mass - without.Inventory.Mass, 0.05);
        double plated = (new DesignRuns(free).ChargeMoved / PhysicalConstants.Faraday) * 13.0e-6;
        Tolerance.Relative(plated, without.Inventory.Parts[0].UnitThickness, 1e-9);
    }

    [Fact]
    public void A_cell_without_lithium_can_rest_and_be_charged_but_not_discharged()
    {
        var cell = DesignSample.Cell(lithium: 0, x: 0.9);
        SimulationResult Run(params string[] steps) => new CellSimulation(cell, ProtocolParser.Parse(steps, new ProtocolFiles("")).Protocol!).Run();

        Assert.Equal(SimulationStatus.Completed, Run("Rest for 1 h", "Charge at 1C until 3.9 V", "Discharge at 1C until 3.4 V").Status);
        var empty = Run("Discharge at 1C until 3.05 V");
        Assert.Equal("the lithium of 'anode' is used up: the cell is at 3.05 V at once", empty.Steps[0].EndedBy);
        Assert.InRange(empty.Steps[0].Capacity, 0, 1e-6 * cell.NominalCapacity);
        Assert.Equal(SimulationStatus.CellLimit, Run("Discharge at 1C for 1 h").Status);
    }

    [Fact]
    public void The_nominal_capacity_of_a_cell_without_lithium_is_that_of_its_cathode()
    {
        var free = DesignSample.Cell(lithium: 0, x: 0.9);

        Tolerance.Relative(0.9 * 100e-6 * 0.5 * 20_000 * PhysicalConstants.Faraday, ElectrodeCapacity.OfLimitingElectrode(free.Layers), 1e-12);
    }

    [Fact]
    public void A_rate_that_is_none_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new DesignRuns(DesignSample.Cell()).Discharge(0));
}
