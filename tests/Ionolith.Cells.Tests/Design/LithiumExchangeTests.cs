using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Materials;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Design;

public sealed class LithiumExchangeTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void The_full_cell_rests_at_its_upper_cut_off_and_holds_the_same_lithium(double x)
    {
        var cell = DesignSample.Cell(lithium: 50e-6, x: x);
        var full = LithiumExchange.Move(cell, LithiumExchange.ToFull(cell));
        var phase = ((PorousElectrode)full.Layers[^1]).ActivePhases[0];

        Tolerance.Relative(3.95, phase.Material.OpenCircuitPotential.Evaluate(phase.InitialStoichiometry, 298.15).Value, 1e-12);
        Tolerance.Relative(Lithium(cell), Lithium(full), 1e-12);
    }

    [Fact]
    public void A_cell_that_is_above_its_upper_cut_off_is_brought_down()
    {
        var cell = DesignSample.Cell(x: 0.001);

        Assert.True(LithiumExchange.ToFull(cell) < 0);
    }

    [Fact]
    public void Hosts_of_one_electrode_come_to_one_potential()
    {
        var cell = WithHosts(DesignSample.Phase("low", 0.2, 0.3, -0.6, at0: 3.9), DesignSample.Phase("high", 0.3, 0.4, -0.4, at0: 4.1));
        var moved = LithiumExchange.Move(cell, 1e4);
        var phases = ((PorousElectrode)moved.Layers[^1]).ActivePhases;
        double[] potentials = [.. phases.Select(p => p.Material.OpenCircuitPotential.Evaluate(p.InitialStoichiometry, 298.15).Value)];

        Tolerance.Relative(potentials[0], potentials[1], 1e-12);
        Tolerance.Relative(Lithium(cell), Lithium(moved), 1e-12);
        Assert.NotEqual(0.3, phases[0].InitialStoichiometry);
    }

    [Fact]
    public void Nothing_moved_changes_nothing()
    {
        var cell = WithHosts(DesignSample.Phase("low", 0.2, 0.3, -0.6), DesignSample.Phase("high", 0.3, 0.4, -0.4));
        var same = (PorousElectrode)LithiumExchange.Move(cell, 0).Layers[^1];

        Assert.Equal([0.3, 0.4], same.ActivePhases.Select(p => p.InitialStoichiometry));
    }

    [Fact]
    public void A_plateau_fills_its_hosts_together()
    {
        var flat = DesignSample.Phase("flat", 0.2, 0.3, 0) is var p
            ? p with { Material = p.Material with { OpenCircuitPotential = Fixtures.FormulaFunction.VariableConstant(3.5) with { Lower = 0, Upper = 1 } } }
            : null!;
        var cell = WithHosts(flat, flat with { Material = flat.Material with { Id = "other" }, VolumeFraction = 0.3, InitialStoichiometry = 0.4 });
        var moved = (PorousElectrode)LithiumExchange.Move(cell, 2e4).Layers[^1];

        Tolerance.Relative(Lithium(cell), Lithium(LithiumExchange.Move(cell, 2e4)), 1e-12);
        Tolerance.Relative(moved.ActivePhases[0].InitialStoichiometry, moved.ActivePhases[1].InitialStoichiometry, 1e-12);
    }

    [Fact]
    public void More_than_there_is_cannot_be_moved() =>
        Assert.Contains("cannot hold", Assert.Throws<ArgumentOutOfRangeException>(() => LithiumExchange.Move(DesignSample.Cell(), 1e9)).Message, StringComparison.Ordinal);

    private static CellDescription WithHosts(params ActivePhase[] phases)
    {
        var cell = DesignSample.Cell();
        Layer[] layers = [.. cell.Layers];
        layers[^1] = (PorousElectrode)layers[^1] with { ActivePhases = phases };
        return cell with { Layers = layers };
    }

    // mol/m2
    private static double Lithium(CellDescription cell) => cell.Layers.Sum(l => l switch
    {
        LithiumMetal metal => ElectrodeCapacity.Of(metal) / PhysicalConstants.Faraday,
        PorousElectrode e => e.Thickness * e.ActivePhases.Sum(p => p.VolumeFraction * p.Material.MaximumConcentration * p.InitialStoichiometry),
        _ => 0,
    });
}
