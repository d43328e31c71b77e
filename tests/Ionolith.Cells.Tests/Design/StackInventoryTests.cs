using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Materials.Substances;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Design;

public sealed class StackInventoryTests
{
    private static readonly CellDescription Cell = DesignSample.Cell();
    private static readonly StackConstruction Construction = DesignSample.Construction;

    // Per area of one cell, by hand: lithium, separator's conductor and frame, active, electrolyte, carbon.
    private const double UnitLayers = (50e-6 * 500) + (20e-6 * ((0.6 * 2000) + (0.4 * 2500))) + (100e-6 * ((0.5 * 4000) + (0.3 * 2000) + (0.1 * 2000)));

    [Fact]
    public void The_layers_weigh_what_they_weigh_by_hand()
    {
        var inventory = StackInventory.Of(Cell, Construction, 0);
        double collectors = ((9000 * 10e-6) + (2500 * 20e-6)) / 2;

        Tolerance.Relative(UnitLayers + collectors, inventory.UnitMass, 1e-12);
        Tolerance.Relative(50e-6 + 20e-6 + 100e-6 + 15e-6, inventory.UnitThickness, 1e-12);
    }

    [Fact]
    public void A_conventional_stack_of_four_has_three_negative_and_two_positive_collectors()
    {
        var inventory = StackInventory.Of(Cell, Construction, 0);
        double area = 0.02, foils = (3 * 9000 * 10e-6) + (2 * 2500 * 20e-6);
        double height = (4 * 170e-6) + (3 * 10e-6) + (2 * 20e-6), outer = 0.104 * 0.204;
        double casing = ((2 * outer) + (2 * height * 0.3)) * 100e-6 * 1500;

        Tolerance.Relative(area * ((4 * UnitLayers) + (1.1 * foils)) + casing, inventory.Mass, 1e-12);
        Tolerance.Relative(outer * (height + 200e-6), inventory.Volume, 1e-12);
    }

    [Fact]
    public void A_bipolar_stack_of_four_has_three_foils_between_its_end_plates_and_seals()
    {
        var inventory = StackInventory.Of(Cell, Construction with { Arrangement = StackArrangement.Bipolar }, 0);
        double area = 0.02, ends = (9000 * 10e-6) + (2500 * 20e-6);
        double height = (4 * 170e-6) + 30e-6 + (3 * 5e-6), outer = 0.114 * 0.214, seal = ((0.11 * 0.21) - 0.02) * height;
        double casing = ((2 * outer) + (2 * height * (0.11 + 0.21))) * 100e-6 * 1500;

        Tolerance.Relative((area * ((4 * UnitLayers) + (1.1 * ends) + (3 * 8000 * 5e-6))) + (seal * 1000) + casing, inventory.Mass, 1e-12);
        Tolerance.Relative(outer * (height + 200e-6), inventory.Volume, 1e-12);
        Assert.Equal(1, inventory.Parts.Count(p => p.Name.StartsWith("bipolar", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1, StackArrangement.Conventional)]
    [InlineData(7, StackArrangement.Conventional)]
    [InlineData(1, StackArrangement.Bipolar)]
    [InlineData(40, StackArrangement.Bipolar)]
    public void Each_cell_adds_its_layers_and_one_collector(int cells, StackArrangement arrangement)
    {
        var inventory = StackInventory.Of(Cell, Construction with { Cells = cells, Arrangement = arrangement }, 0);

        var layers = inventory.Parts.Where(p => p.Kind is not (PartKind.Collector or PartKind.Packaging)).ToList();
        Tolerance.Relative(cells * 0.02 * UnitLayers, layers.Sum(p => p.Mass), 1e-12);
        Tolerance.Relative(cells * 0.02 * 170e-6, layers.Sum(p => p.Volume), 1e-12);
        Assert.All(inventory.Parts, p => Assert.True(p.Mass >= 0 && p.Volume >= 0, p.Name));
        Assert.Equal(cells + 1, Math.Round(inventory.Parts.Where(p => p.Kind == PartKind.Collector).Sum(p => p.Volume / 0.02 / ThicknessOf(p.Name, arrangement))));
    }

    [Fact]
    public void A_cell_of_many_weighs_what_its_repeat_unit_does()
    {
        // The packaging of the ends is shared by ever more cells; the casing's sides and the tabs stay.
        var plain = Construction with { TabShare = 0, Casing = new Casing(0, 1500, 0) };
        var inventory = StackInventory.Of(Cell, plain with { Cells = 100_000 }, 0);

        Tolerance.Relative(inventory.UnitMass, inventory.Mass / 0.02 / 100_000, 1e-5);
        Tolerance.Relative(inventory.UnitThickness, inventory.Volume / 0.02 / 100_000, 1e-5);
    }

    [Fact]
    public void Plated_lithium_takes_room_but_no_mass_and_fills_the_pores_of_its_collector_first()
    {
        var thin = DesignSample.Cell(lithium: 0);
        var dense = StackInventory.Of(thin, Construction, 30e-6);
        var paper = Construction with
        {
            NegativeCollector = new Foil([new FoilSheet(new InertMaterial { Id = "paper", Name = "paper", Density = 2000 }, 100e-6, 0.8)]),
        };

        Tolerance.Relative(StackInventory.Of(thin, Construction, 0).Mass, dense.Mass, 1e-3);
        Tolerance.Relative(30e-6, dense.Parts[0].UnitThickness, 1e-12);

        // Three sheets of 80 um pores for four cells: 60 um for each.
        Assert.Equal(0, StackInventory.Of(thin, paper, 30e-6).Parts[0].UnitThickness);
        Tolerance.Relative(15e-6, StackInventory.Of(thin, paper, 75e-6).Parts[0].UnitThickness, 1e-12);
        Tolerance.Relative(0.2 * 2000 * 100e-6, paper.NegativeCollector.ArealMass, 1e-12);
    }

    [Fact]
    public void Unknown_densities_are_told_all_at_once_with_their_paths()
    {
        var layers = Cell.Layers.ToArray();
        layers[1] = (ElectrolyteLayer)layers[1] with { Electrolyte = DesignSample.Conductor(double.NaN), Frame = new InertMaterial { Id = "f", Name = "felt" } };
        var cathode = (PorousElectrode)layers[2];
        layers[2] = cathode with { ActivePhases = [cathode.ActivePhases[0] with { Material = cathode.ActivePhases[0].Material with { Density = double.NaN } }] };
        var cell = Cell with { Layers = layers };

        Assert.Equal(
            ["separator.density", "separator.frame.density", "cathode.active.host.density"],
            StackInventory.UnknownDensities(cell, Construction).Select(u => u.Path));
        Assert.Contains("felt (separator.frame.density)", Assert.Throws<ArgumentException>(() => StackDesign.OfEnergy(cell, Construction)).Message, StringComparison.Ordinal);
    }

    private static double ThicknessOf(string name, StackArrangement arrangement) => name.Split(' ')[0] switch
    {
        "negative" => 10e-6,
        "positive" => 20e-6,
        _ => arrangement == StackArrangement.Bipolar ? 5e-6 : double.NaN,
    };
}
