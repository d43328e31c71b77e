using Ionolith.Cells.Stack;
using Ionolith.Materials;
using Ionolith.Materials.Substances;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Data;

/// <summary>Hand-computed numbers of the polymer, gel and framework systems.</summary>
public sealed class PolymerDataTests
{
    private const double Room = 298.15;

    [Theory]
    [InlineData("paf-220-aspe", Room)]
    [InlineData("pvt-10cupcli", Room)]
    [InlineData("rubber-lif", Room)]
    [InlineData("mxene-g-pan", Room)]
    [InlineData("tertiary-amine-qse", Room)]
    [InlineData("mxene-sio2-qspe", 303.15)]
    [InlineData("h-zif-8", Room)]
    [InlineData("h-zif-8-hnt", Room)]
    [InlineData("hollow-uio-66", Room)]
    [InlineData("pdol", Room)]
    [InlineData("loppm", Room)]
    public void An_unknown_salt_diffusivity_is_the_one_with_which_a_Bruce_Vincent_experiment_shows_the_transference_number(string id, double temperature)
    {
        var electrolyte = Electrolyte(id);
        var salt = electrolyte.Salt!;
        double c = salt.InitialConcentration;
        double t = salt.TransferenceNumber.Evaluate(c, temperature).Value;
        double kappa = electrolyte.Conductivity.Evaluate(c, temperature).Value;
        double diffusivity = salt.Diffusivity.Evaluate(c, temperature).Value;

        // Steady over initial current of a symmetric cell, 1/(1 + Ne) (Balsara and Newman 2015); the diffusivities are rounded to three digits.
        double newman = 2 * kappa * PhysicalConstants.GasConstant * temperature * (1 - t) * (1 - t)
            / (PhysicalConstants.Faraday * PhysicalConstants.Faraday * diffusivity * c);
        Tolerance.Relative(t, 1 / (1 + newman), 0.005);
    }

    [Theory]
    [InlineData("h-zif-8", 0.5 / 5.742)]
    [InlineData("hollow-uio-66", 0.6 / 6.231)]
    public void A_framework_conducts_as_the_solution_in_its_pores(string id, double share)
    {
        // The polynomial of Valoen and Reimers at 1 mol/L and 298.15 K by hand, mS/cm: (-10.5 + 22.0631 - 6.18703 - 2.15007 + 0.22984)^2.
        double solution = 3.45585 * 3.45585 / 10;

        Tolerance.Relative(solution * share, Conductivity(id, 1000, Room), 1e-4);
    }

    [Theory]
    [InlineData(273.15)]
    [InlineData(303.15)]
    [InlineData(333.15)]
    public void The_sandwich_has_the_resistance_of_its_three_layers(double temperature) => Tolerance.Relative(
        (2 / Conductivity("pan-gel", 1000, temperature)) + (1 / Conductivity("mxene-sio2-gel", 1000, temperature)),
        3 / Conductivity("mxene-sio2-qspe", 1000, temperature),
        1e-12);

    [Fact]
    public void The_cell_with_the_sandwich_has_the_layers_of_the_sandwich()
    {
        var separators = CellLibrary.LoadCell("mxene-sio2-qspe").Require().Layers.OfType<ElectrolyteLayer>().ToList();
        double resistance = separators.Sum(l => l.Thickness / l.Electrolyte.Conductivity.Evaluate(1000, 303.15).Value);

        Tolerance.Relative(separators.Sum(l => l.Thickness) / Conductivity("mxene-sio2-qspe", 1000, 303.15), resistance, 1e-12);
    }

    [Theory]
    [InlineData(298.15)]
    [InlineData(323.15)]
    [InlineData(333.15)]
    [InlineData(363.15)]
    public void The_molten_polymer_follows_the_measured_law(double temperature)
    {
        // A T^-1/2 exp[-B/(T - T_0)] in S/cm, EO:Li = 16, of the collection of N. S. Schauser et al. 2021; the file promises 15 %.
        double measured = 100 * 3.3 / Math.Sqrt(temperature) * Math.Exp(-704 / (temperature - 209.15));

        Assert.InRange(Conductivity("peo-litfsi-molten", 1200, temperature) / measured, 0.85, 1.15);
    }

    [Fact]
    public void Dots_help_below_the_melting_range_and_matter_little_above()
    {
        Assert.True(Conductivity("gqd-peo", 1200, 303.15) > 1.1 * Conductivity("peo-litfsi", 1200, 303.15));
        Assert.InRange(Conductivity("gqd-peo", 1200, 353.15) / Conductivity("peo-litfsi", 1200, 353.15), 0.95, 1.05);
    }

    [Fact]
    public void The_composite_film_conducts_better_than_the_polymer_and_worse_than_the_ceramic()
    {
        // Garnet grains of J. K. Eckhardt et al.: 0.46 mS/cm at 25 degC.
        Assert.InRange(Conductivity("fscef", 1200, Room), Conductivity("peo-litfsi", 1200, Room), 0.046);
    }

    [Fact]
    public void The_five_volt_spinel_holds_one_lithium_and_falls_from_plateau_to_plateau()
    {
        var spinel = CellLibrary.LoadMaterial("licomno4").Require().Active!;
        double[] potentials = [.. Enumerable.Range(2, 97).Select(i => spinel.OpenCircuitPotential.Evaluate(i / 100.0, Room).Value)];

        // mAh/g: 26.8015 Ah/mol over (6.94 + 58.933 + 54.938 + 4 x 15.999) g/mol.
        Tolerance.Relative(26801.5 / 184.807, spinel.MaximumConcentration * PhysicalConstants.Faraday / 3600 / spinel.Density, 1e-3);
        Assert.All(potentials.Zip(potentials.Skip(1)), pair => Assert.True(pair.First > pair.Second));
        Assert.All(potentials[3..78], u => Assert.InRange(u, 4.9, 5.2));
        Assert.InRange(potentials[^4], 3.5, 4.1);
    }

    [Fact]
    public void The_standard_cell_holds_what_it_is_called_after()
    {
        var cell = CellLibrary.LoadCell("standard-lfp").Require();
        double held = ElectrodeCapacity.Of(cell.Layers.OfType<PorousElectrode>().Single());

        // 2 mAh/cm2 x 3.6 C/mAh x 1e4 cm2/m2; the thickness is rounded to a whole micrometre.
        Assert.InRange(held / 7.2e4, 1, 1.01);
        Assert.Equal(7.2e4, cell.NominalCapacity / cell.Area, 1e-6);
    }

    [Theory]
    [InlineData("li3incl6")]
    [InlineData("cpe-bnns")]
    [InlineData("tertiary-amine-qse")]
    public void In_the_standard_cell_stand_single_ion_conductors_and_salt_solutions(string electrolyte)
    {
        var result = CellLibrary.LoadCell("standard-lfp", [new("separator.material", electrolyte), new("cathode.electrolyte.material", electrolyte)]);

        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
        Assert.Equal(electrolyte, result.Require().Layers.OfType<ElectrolyteLayer>().Single().Electrolyte.Id);
    }

    [Theory]
    [InlineData("paf-220-aspe-symmetric")]
    [InlineData("pvt-10cupcli-symmetric")]
    [InlineData("rubber-lif-symmetric")]
    [InlineData("mxene-g-pan-symmetric")]
    [InlineData("hollow-uio-66-symmetric")]
    public void A_symmetric_cell_has_the_same_lithium_on_both_sides_and_the_electrolyte_of_its_full_cell(string id)
    {
        var cell = CellLibrary.LoadCell(id).Require();
        var full = CellLibrary.LoadCell(id.Replace("-symmetric", "", StringComparison.Ordinal)).Require();
        var sides = cell.Layers.OfType<LithiumMetal>().ToList();

        Assert.Equal(2, sides.Count);
        Assert.Equal(sides[0].Thickness, sides[1].Thickness);
        Assert.Equal(sides[0].Kinetics.FilmResistance, sides[1].Kinetics.FilmResistance);
        Assert.Equal(cell.Layers.OfType<ElectrolyteLayer>().Single().Electrolyte.Id, full.Layers.OfType<ElectrolyteLayer>().Single().Electrolyte.Id);
        Assert.Equal(cell.Layers.OfType<ElectrolyteLayer>().Single().Thickness, full.Layers.OfType<ElectrolyteLayer>().Single().Thickness);
        Assert.Equal(sides[0].Kinetics.FilmResistance, full.Layers.OfType<LithiumMetal>().Single().Kinetics.FilmResistance);
    }

    private static Electrolyte Electrolyte(string id) => CellLibrary.LoadMaterial(id).Require().Electrolyte!;

    private static double Conductivity(string id, double concentration, double temperature) =>
        Electrolyte(id).Conductivity.Evaluate(concentration, temperature).Value;
}
