using Ionolith.Cells.Stack;
using Ionolith.Library.Comparison;
using Xunit;

namespace Ionolith.Library.Tests.Comparison;

public sealed class SubstitutionTests
{
    private static readonly CellDescription Common = CellLibrary.LoadCell("cpe-bnns").Cell!;

    [Fact]
    public void A_single_ion_conductor_leaves_no_exponent_of_the_salt_behind()
    {
        var cell = ComparedElectrolytes.Of(Common, ["li6ps5cl"]).Candidates.Single().Cell;
        Assert.All(cell.Layers.OfType<LithiumMetal>(), l => Assert.Equal(0, l.Kinetics.ExchangeCurrent.ElectrolyteExponent));
        Assert.All(cell.Layers.OfType<PorousElectrode>().SelectMany(e => e.ActivePhases), p => Assert.Equal(0, p.Kinetics.ExchangeCurrent.ElectrolyteExponent));
        Assert.All(cell.Layers.OfType<ElectrolyteLayer>(), l => Assert.Equal("li6ps5cl", l.Electrolyte.Id));
        Assert.DoesNotContain(cell.Validate(), p => p.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Another_salt_starts_with_the_same_exchange_currents()
    {
        var cell = ComparedElectrolytes.Of(Common, ["peo-litfsi-85c"]).Candidates.Single().Cell;
        Assert.NotEqual(Start(Common), [0.0, 0.0]);
        Assert.Equal(Start(Common)[0], Start(cell)[0], 1e-12 * Start(Common)[0]);
        Assert.Equal(Start(Common)[1], Start(cell)[1], 1e-12 * Start(Common)[1]);

        static double[] Start(CellDescription cell)
        {
            double concentration = cell.Layers.OfType<ElectrolyteLayer>().Single().Electrolyte.Salt!.InitialConcentration;
            return
            [
                .. cell.Layers.OfType<LithiumMetal>().Select(l => l.Kinetics.ExchangeCurrent)
                    .Concat(cell.Layers.OfType<PorousElectrode>().SelectMany(e => e.ActivePhases).Select(p => p.Kinetics.ExchangeCurrent))
                    .Select(e => e.Reference.Evaluate(0.5, cell.Temperature).Value * Math.Pow(concentration / e.ReferenceConcentration, e.ElectrolyteExponent)),
            ];
        }
    }

    [Fact]
    public void Several_electrolyte_layers_keep_their_proportions()
    {
        var bilayer = CellLibrary.LoadCell("vcl3-halide").Cell!;
        var thin = bilayer.WithSeparatorThickness(60e-6);
        double[] before = [.. bilayer.Layers.OfType<ElectrolyteLayer>().Select(l => l.Thickness)];
        double[] after = [.. thin.Layers.OfType<ElectrolyteLayer>().Select(l => l.Thickness)];
        Assert.Equal(60e-6, thin.SeparatorThickness(), 15);
        Assert.Equal(before[0] / before[1], after[0] / after[1], 12);
    }

    [Fact]
    public void Every_cathode_has_the_areal_capacity_of_the_common_cell()
    {
        var candidates = ComparedCathodes.Of(Common, ["lco", "lfp", "vcl3"]);
        Assert.Empty(candidates.Problems);
        Assert.Equal(3, candidates.Candidates.Count);
        Assert.All(candidates.Candidates, c =>
            Assert.Equal(Common.NominalCapacity / Common.Area, ElectrodeCapacity.Of(c.Cell.Layers.OfType<PorousElectrode>().Last()), 1e-9 * Common.NominalCapacity / Common.Area));
    }

    [Fact]
    public void What_is_no_electrolyte_and_what_does_not_exist_are_both_told()
    {
        var candidates = ComparedElectrolytes.Of(Common, ["carbon", "li6ps5kl", "li6ps5cl"]);
        Assert.Equal(["li6ps5cl"], candidates.Candidates.Select(c => c.Id));
        Assert.Equal(2, candidates.Problems.Count);
        Assert.Contains("carbon: is an inert material, not an electrolyte", candidates.Problems[0], StringComparison.Ordinal);
        Assert.Contains("did you mean \"li6ps5cl\"", candidates.Problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_stands_in_no_cell_is_told_with_those_that_do()
    {
        string problem = Assert.Single(ComparedCathodes.Of(Common, ["unobtainium"]).Problems);
        Assert.Contains("stands in the positive electrode of no library cell", problem, StringComparison.Ordinal);
        Assert.Contains("lfp", problem, StringComparison.Ordinal);
    }
}
