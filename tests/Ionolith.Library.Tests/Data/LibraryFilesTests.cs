using Ionolith.Cells.Stack;
using Xunit;

namespace Ionolith.Library.Tests.Data;

public sealed class LibraryFilesTests
{
    public static TheoryData<string> Cells => new(CellLibrary.ListCells().Select(c => c.Id));

    public static TheoryData<string> Materials => new(CellLibrary.ListMaterials().Select(m => m.Id));

    [Theory]
    [InlineData("chen2020", "cpe-bnns", "li-peo-tis2", "li-sic-lco", "limocl4", "marquis2019", "vcl3-halide", "xu2019")]
    [InlineData(
        "gqd-peo", "paf-220-aspe", "pvt-10cupcli", "pvt-10cupcli-symmetric", "rubber-lif", "rubber-lif-symmetric", "mxene-g-pan", "mxene-g-pan-symmetric",
        "fscef", "tertiary-amine-qse", "mxene-sio2-qspe", "h-zif-8", "h-zif-8-hnt", "hollow-uio-66", "hollow-uio-66-symmetric", "dol-cnt", "loppm")]
    [InlineData("standard-lfp")]
    public void The_cells_of_the_review_and_the_reference_cells_are_there(params string[] ids) =>
        Assert.Subset(CellLibrary.ListCells().Select(c => c.Id).ToHashSet(StringComparer.Ordinal), ids.ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_cell_is_read_without_problem_or_warning(string id)
    {
        var result = CellLibrary.LoadCell(id);

        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
        Assert.Equal(id, result.Require().Id);
        Assert.NotEmpty(result.Require().DefaultProtocol);
    }

    [Theory]
    [MemberData(nameof(Materials))]
    public void Every_material_is_read_without_problem(string id)
    {
        var result = CellLibrary.LoadMaterial(id);

        Assert.Empty(result.Problems);
        Assert.Equal(id, result.Require().Id);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_value_of_a_cell_has_a_source_or_is_an_assumption_with_range_and_reason(string id) =>
        AssertSourced(CellLibrary.LoadCell(id).Require().Values);

    [Theory]
    [MemberData(nameof(Materials))]
    public void Every_value_of_a_material_has_a_source_or_is_an_assumption_with_range_and_reason(string id) =>
        AssertSourced(CellLibrary.LoadMaterial(id).Require().Values);

    [Fact]
    public void A_system_of_the_review_is_found_by_its_id_there() =>
        Assert.Equal("vcl3-halide", CellLibrary.LoadCell("vcl3-halide-cathode").Require().Id);

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_open_circuit_voltage_at_the_start_lies_within_the_cut_offs(string id)
    {
        var cell = CellLibrary.LoadCell(id).Require();
        double Potential(Layer layer) => layer is PorousElectrode e
            ? e.ActivePhases[0].Material.OpenCircuitPotential.Evaluate(e.ActivePhases[0].InitialStoichiometry, 298.15).Value
            : 0;
        Layer[] electrodes = [.. cell.Layers.Where(l => l is PorousElectrode or LithiumMetal)];

        Assert.InRange(Potential(electrodes[1]) - Potential(electrodes[0]), cell.LowerCutoffVoltage, cell.UpperCutoffVoltage);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_nominal_capacity_is_not_more_than_the_electrodes_can_hold(string id)
    {
        var cell = CellLibrary.LoadCell(id).Require();
        double limiting = ElectrodeCapacity.OfLimitingElectrode(cell.Layers) * cell.Area;

        // The windows leave out the last per cent; the reference cells take theirs from the whole host.
        Assert.InRange(cell.NominalCapacity / limiting, 0.5, 1.03);
    }

    private static void AssertSourced(IReadOnlyList<SourcedValue> values)
    {
        Assert.NotEmpty(values);
        Assert.All(values, v => Assert.True(v.Source.Length > 0, $"{v.Path} has no source."));
        Assert.All(values.Where(v => v.Role == ValueRole.Assumed), v => Assert.True(v.Range.Length > 0, $"{v.Path} has no range."));
        Assert.Equal(values.Count, values.Select(v => v.Path).Distinct(StringComparer.Ordinal).Count());
    }
}
