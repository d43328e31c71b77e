using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Library.Bpx;
using Ionolith.Library.Files;
using Ionolith.Library.Tests.Reading;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Design;

/// <summary>What a cell file says of its stack, and what is assumed where it says nothing.</summary>
public sealed class StackFileTests
{
    private const string Section = """
        stack:
          cells: 12
          arrangement: bipolar
          width: {value: 50 mm, source: a data sheet}
          negative-collector: {material: stainless-steel, thickness: 6 um, porosity: 0.5}
          bipolar-collector:
            - {material: aluminium, thickness: 6 um}
            - {material: copper, thickness: 4 um}
          casing: {thickness: 90 um}
          spread: {leak: 30 %}
        layers:
        """;

    [Fact]
    public void A_cell_without_a_section_has_the_assumed_stack_and_says_so()
    {
        var cell = SampleFile.Cell();
        var stack = CellLibrary.ConstructionOf(cell);

        Assert.Null(cell.Construction);
        Assert.Equal(StackArrangement.Conventional, stack.Arrangement);
        Assert.Equal("Copper", stack.NegativeCollector.Name);
        Assert.DoesNotContain(cell.Values, v => v.Path.StartsWith("stack", StringComparison.Ordinal));
        Assert.All(stack.Values.Where(v => v.Role == ValueRole.Assumed), v => Assert.True(v.Range.Length > 0 && v.Source.Length > 0, v.Path));
        Assert.Contains(stack.Values, v => v.Path is "stack.casing.thickness" && v.Role == ValueRole.Assumed);
    }

    [Fact]
    public void What_the_file_gives_replaces_what_is_assumed_and_nothing_else()
    {
        var cell = SampleFile.Cell("layers:", Section);
        var stack = cell.Construction!;

        Assert.Equal((12, StackArrangement.Bipolar), (stack.Cells, stack.Arrangement));
        Assert.Equal(0.05, stack.Width);
        Assert.Equal(0.2, stack.Height);
        Assert.Equal(90e-6, stack.Casing.Thickness, 1e-12);
        Assert.Equal(1600, stack.Casing.Density, 1e-9);
        Assert.Equal((0.01, 0.03, 0.3), (stack.Spread.Capacity, stack.Spread.Resistance, stack.Spread.Leak));
        Assert.Equal(0, CellLibrary.ConstructionOf(SampleFile.Cell()).Spread.Leak);
        Assert.Equal(["Aluminium", "Copper"], stack.BipolarCollector.Sheets.Select(s => s.Material.Name));
        Tolerance.Relative(0.5 * 6e-6 * 8000, stack.NegativeCollector.ArealMass, 0.01);
        string[] own = [.. cell.Values.Select(v => v.Path).Where(p => p.StartsWith("stack", StringComparison.Ordinal))];
        Assert.Contains("stack.width", own);
        Assert.Contains("stack.bipolar-collector.copper.thickness", own);
        Assert.DoesNotContain("stack.height", own);
        Assert.DoesNotContain("stack.casing.density", own);
    }

    [Fact]
    public void The_cells_own_collectors_are_those_of_the_stack()
    {
        var cell = CellLibrary.LoadCell("marquis2019").Require();
        Layer[] layers = [new CurrentCollector { Name = "foil", Thickness = 25e-6, Material = new() { Id = "x", Name = "X", Density = 1000 } }, .. cell.Layers.Where(l => l is not CurrentCollector)];
        var stack = CellLibrary.ConstructionOf(cell with { Layers = layers });

        Assert.Equal(("X", 25e-6), (stack.NegativeCollector.Name, stack.NegativeCollector.Thickness));
        Assert.DoesNotContain(stack.Values, v => v.Path.StartsWith("stack.negative-collector", StringComparison.Ordinal));
        Assert.Equal("Aluminium", stack.PositiveCollector.Name);
    }

    [Fact]
    public void The_command_line_changes_the_stack_too()
    {
        var cell = SampleFile.Set("stack.casing.margin", "1 mm");

        Assert.Equal(1e-3, cell.Construction!.Casing.Margin, 1e-15);
        Assert.Equal(113e-6, cell.Construction.Casing.Thickness, 1e-12);
        Assert.Equal("copper", SampleFile.Cell("layers:", Section, new PathOverride("stack.bipolar-collector.copper.thickness", "9 um")).Construction!.BipolarCollector.Sheets[1].Material.Id);
    }

    [Theory]
    [InlineData("cells: 12", "cells: 2.5", "my-cell.yaml:6:10: stack.cells: must be a whole number from 1 to 100000 but is 2.5")]
    [InlineData("arrangement: bipolar", "arrangement: bipolr", "my-cell.yaml:7:16: stack.arrangement: is \"bipolr\", expected conventional or bipolar; did you mean \"bipolar\"?")]
    [InlineData("casing: {thickness: 90 um}", "casing: {thicknes: 90 um}", "my-cell.yaml:13:12: stack.casing.thicknes: unknown key \"thicknes\"; did you mean \"thickness\"?")]
    [InlineData("casing: {thickness: 90 um}", "casing: {thickness: -90 um}", "my-cell.yaml:13:23: stack.casing.thickness: must be zero or positive but is -90 um")]
    [InlineData("porosity: 0.5", "porosity: 1.5", "my-cell.yaml:9:78: stack.negative-collector.porosity: must be from 0 to below 1 but is 1.5")]
    [InlineData("{leak: 30 %}", "{leak: 30 %, seed: -3}", "my-cell.yaml:14:30: stack.spread.seed: must be zero or positive but is -3: give another draw another number, such as 3")]
    [InlineData("{leak: 30 %}", "{leak: 120 %}", "my-cell.yaml:14:18: stack.spread.leak: must be from 0 to below 1 but is 1.2")]
    [InlineData("{material: copper, thickness: 4 um}", "copper", "my-cell.yaml:12:7: stack.bipolar-collector: expected a sheet of the clad foil, such as {material: copper, thickness: 4 um}")]
    [InlineData("{material: copper, thickness: 4 um}", "{material: coper, thickness: 4 um}", "my-cell.yaml:12:18: stack.bipolar-collector.coper.material: the library has no material \"coper\"; did you mean \"copper\"?")]
    public void A_mistake_is_told_with_its_place(string from, string to, string expected) =>
        Assert.Equal([expected], SampleFile.Problems(SampleFile.Read("layers:", Section.Replace(from, to, StringComparison.Ordinal))), StringComparer.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_written_stack_reads_back_the_same(bool asYaml)
    {
        var cell = SampleFile.Cell("layers:", Section);
        var again = asYaml ? CellLibrary.ReadCell("again.yaml", CellLibrary.WriteCell(cell)).Require() : CellLibrary.ReadCell("again.json", BpxFile.Write(cell)).Require();
        var (a, b) = (cell.Construction!, again.Construction!);

        Assert.Equal((a.Cells, a.Arrangement, a.Width, a.Height, a.TabShare, a.Seal, a.Casing, a.Spread), (b.Cells, b.Arrangement, b.Width, b.Height, b.TabShare, b.Seal, b.Casing, b.Spread));
        foreach (var (before, after) in new[] { (a.NegativeCollector, b.NegativeCollector), (a.PositiveCollector, b.PositiveCollector), (a.BipolarCollector, b.BipolarCollector) })
        {
            Assert.Equal(before.Sheets, after.Sheets);
        }

        if (asYaml)
        {
            Assert.Contains(again.Values, v => v.Path is "stack.casing.density" && v.Role == ValueRole.Assumed && v.Range.Length > 0);
        }
    }
}
