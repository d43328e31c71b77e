using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Library.Design;
using Ionolith.Library.Files;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Design;

public sealed class DesignStudyTests
{
    private static readonly DesignOptions Options = new() { RagoneRates = [], Threads = 2 };

    [Fact]
    public void A_changed_value_is_that_of_the_file()
    {
        var parameters = Parameters("vcl3-halide", out _);
        var loading = parameters["cathode.active-loading"].Scaled(1.1)!;
        var share = parameters["cathode.active.vcl3.mass-fraction"].Scaled(1.2)!;
        var cathode = (PorousElectrode)share.Cell.Layers[^1];

        Assert.Equal("5.5 mg/cm2", loading.Text);
        Tolerance.Relative(1.1, loading.Cell.Layers[^1].Thickness / CellLibrary.LoadCell("vcl3-halide").Require().Layers[^1].Thickness, 1e-9);
        Tolerance.Relative(1.1, loading.Cell.NominalCapacity / CellLibrary.LoadCell("vcl3-halide").Require().NominalCapacity, 1e-9);

        // 60 % instead of 50 %, and the others in proportion: 42 : 8 of the remaining 40 %.
        Tolerance.Relative(0.6, MassFraction(cathode, "vcl3"), 1e-9);
        Tolerance.Relative(0.4 * 0.08 / 0.5, MassFraction(cathode, "carbon"), 1e-9);
        Assert.Null(parameters["cathode.active.vcl3.mass-fraction"].Scaled(3));
    }

    [Fact]
    public void The_parameters_are_those_that_the_stack_has()
    {
        var conventional = Parameters("vcl3-halide", out _);
        var bipolar = Parameters("vcl3-halide", out _, new PathOverride("stack.arrangement", "bipolar"));

        foreach (string path in (string[])["anode.thickness", "halide-separator.thickness", "cathode.porosity", "cathode.active-loading", "halide-separator.density", "stack.casing.thickness", "stack.negative-collector.thickness"])
        {
            Assert.Contains(path, conventional.Keys);
        }

        Assert.DoesNotContain("stack.bipolar-collector.thickness", conventional.Keys);
        Assert.Contains("stack.bipolar-collector.thickness", bipolar.Keys);
    }

    [Fact]
    public void What_only_weighs_changes_the_energy_per_mass_in_proportion()
    {
        var study = Study("vcl3-halide", null);
        var casing = study.Sensitivity.Single(r => r.Parameter.Path is "stack.casing.density");
        var inventory = study.Design.Inventory;
        double share = inventory.Parts.Single(p => p.Name is "casing").Mass / inventory.Mass;

        Tolerance.Relative(study.Base / (1 + (0.1 * share)), casing.Up, 1e-9);
        Tolerance.Relative(study.Base / (1 - (0.1 * share)), casing.Down, 1e-9);
        Assert.Equal(study.Sensitivity.OrderByDescending(r => r.Effect).Select(r => r.Parameter.Path), study.Sensitivity.Select(r => r.Parameter.Path));
    }

    [Fact]
    public void The_way_to_a_target_reaches_it_and_no_further()
    {
        var study = Study("vcl3-halide", new DesignTarget(DesignFigure.SpecificEnergy, 25 * 3600, "25 Wh/kg"));
        var reached = study.Changes.Where(c => c.Reaches).ToList();
        var parameters = Parameters("vcl3-halide", out _);

        Assert.NotEmpty(reached);
        Assert.All(reached, change =>
        {
            var cell = CellLibrary.LoadCell("vcl3-halide", [new PathOverride(change.Parameter.Path, change.Text)]).Require();
            var design = StackDesign.OfEnergy(cell with { NominalCapacity = parameters[change.Parameter.Path].Scaled(change.Factor)!.Cell.NominalCapacity }, CellLibrary.ConstructionOf(cell), Options);
            Tolerance.Relative(25 * 3600, design.StackLevel.SpecificEnergy, 2e-3);
        });
        Assert.Contains(study.Changes, c => c.Parameter.Path is "stack.tabs.mass-share" && !c.Reaches && c.Best < 25 * 3600);
    }

    [Fact]
    public void A_bipolar_stack_comes_with_the_conventional_one_and_its_cells()
    {
        var study = Study("limocl4", null, new PathOverride("stack.arrangement", "bipolar"), new PathOverride("stack.cells", "5"));

        Assert.Equal(StackArrangement.Conventional, study.Conventional!.Construction.Arrangement);
        Assert.Equal(5, study.Series!.Cells.Count);
        Assert.InRange(study.SeriesShare, 0.9, 1.01);
        var equal = Study("limocl4", null, new("stack.arrangement", "bipolar"), new("stack.cells", "3"), new("stack.spread.capacity", "0"), new("stack.spread.resistance", "0"));
        Tolerance.Relative(1, equal.SeriesShare, 1e-6);
    }

    private static DesignStudy Study(string id, DesignTarget? target, params PathOverride[] overrides) =>
        DesignStudy.Of(id, overrides, CellLibrary.LoadCell(id, overrides).Require(), Options, target);

    private static Dictionary<string, DesignParameter> Parameters(string id, out CellDescription cell, params PathOverride[] overrides)
    {
        cell = CellLibrary.LoadCell(id, overrides).Require();
        return DesignParameters.Of(id, overrides, cell, CellLibrary.ConstructionOf(cell)).ToDictionary(p => p.Path, StringComparer.Ordinal);
    }

    private static double MassFraction(PorousElectrode electrode, string id)
    {
        double all = electrode.ActivePhases.Sum(p => p.VolumeFraction * p.Material.Density) + electrode.InertPhases.Sum(p => p.VolumeFraction * p.Material.Density)
            + (electrode.ElectrolyteFraction * electrode.Electrolyte.Density);
        double one = electrode.ActivePhases.Where(p => string.Equals(p.Material.Id, id, StringComparison.Ordinal)).Sum(p => p.VolumeFraction * p.Material.Density)
            + electrode.InertPhases.Where(p => string.Equals(p.Material.Id, id, StringComparison.Ordinal)).Sum(p => p.VolumeFraction * p.Material.Density);
        return one / all;
    }
}
