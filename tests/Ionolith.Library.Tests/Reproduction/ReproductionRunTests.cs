using Ionolith.Cells.Stack;
using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Reproduction;

public sealed class ReproductionRunTests
{
    private static readonly ClaimRow Good = ClaimFile.Row("value: 10 mS/cm", "{property: conductivity, of: limocl4, temperature: 40 degC}");
    private static readonly ClaimRow Cell = ClaimFile.Row("value: 150 mAh/g", "{run: vcl3-halide, protocol: [Discharge at 1C until lower cutoff], figure: discharge-capacity, per: active-mass}");

    [Theory]
    [InlineData("value: 150 mAh/g", "{run: vcl3-halide, protocol: [Discharge at 1C until lower cutoff], figure: charge-capacity, per: active-mass}", "has no charge")]
    [InlineData("value: 0.3", "{run: vcl3-halide, protocol: [Discharge at 1C until lower cutoff], figure: lithium-share, of: lco}", "has no lco; it has vcl3")]
    [InlineData("value: 0.3", "{property: transference-number, of: lco}", "lco is of kind active, not an electrolyte")]
    [InlineData("value: 3 V", "{property: stability-window, of: limocl4}", "the file of limocl4 holds no stability-window")]
    [InlineData("value: 3 V", "{property: open-circuit-potential, of: lco, stoichiometry: 1.5}", "x = 1.5 is outside the stoichiometry window of lco, 0.2 to 0.998")]
    [InlineData("value: 3 V", "{run: vcl3-halide, set: [cathod.thickness=3 um], protocol: [Discharge at 1C for 1 s], figure: start-voltage}", "did you mean \"cathode\"?")]
    [InlineData("value: 1 mAh/cm2", "{run: missing.yaml, protocol: [Discharge at 1C for 1 s], figure: discharge-capacity}", "missing.yaml")]
    public void A_claim_that_cannot_be_computed_says_why_and_stops_no_other(string figure, string compute, string reason)
    {
        var results = ReproductionRun.Compute([ClaimFile.Row(figure, compute), Good], new ReproductionOptions { Threads = 1 });

        Assert.Equal(ClaimStatus.Failed, results[0].State.Status);
        Assert.Contains(reason, results[0].State.Reason, StringComparison.Ordinal);
        Assert.Equal(ClaimStatus.Computed, results[1].State.Status);
    }

    [Fact]
    public void Threads_and_order_change_nothing()
    {
        ClaimRow[] rows = [Good, Cell, .. ReviewLibrary.Systems().First(s => s.Id is "limocl4").Claims.Select(c => new ClaimRow(ReviewLibrary.Systems().First(s => s.Id is "limocl4"), c))];
        var one = ReproductionRun.Compute(rows, new ReproductionOptions { Threads = 1 });
        var many = ReproductionRun.Compute([.. rows.Reverse()], new ReproductionOptions { Threads = 4 }).Reverse().ToList();

        foreach (var (first, second) in one.Zip(many))
        {
            Assert.Equal(first.Computed, second.Computed);
            Assert.Equal(first.Sensitivities, second.Sensitivities);
        }
    }

    [Fact]
    public void A_stopped_computation_ends_in_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => ReproductionRun.Compute([Cell], new ReproductionOptions(), null, stop.Token));
    }

    [Fact]
    public void Progress_is_told_for_every_piece_of_work()
    {
        var told = new List<ReproductionProgress>();
        ReproductionRun.Compute([Cell], new ReproductionOptions { Threads = 1 }, new Listener(told));

        Assert.Equal(Enumerable.Range(1, told.Count), told.Select(t => t.Done));
        Assert.Equal(told[^1].Total, told[^1].Done);
        Assert.True(told.Count > 10, $"{told.Count}");
    }

    [Fact]
    public void Every_assumed_value_of_a_figure_is_set_to_both_ends_and_the_largest_effect_comes_first()
    {
        var result = ReproductionRun.Compute([Cell], new ReproductionOptions()).Single();
        int assumed = CellLibrary.LoadCell("vcl3-halide").Require().Values.Where(v => v.Role == ValueRole.Assumed).DistinctBy(v => v.Place, StringComparer.Ordinal).Count();

        Assert.Equal(assumed, result.Sensitivities.Count);
        Assert.Equal(result.Sensitivities.Select(s => Math.Round(s.Effect, 3)).OrderDescending(), result.Sensitivities.Select(s => Math.Round(s.Effect, 3)));
        Assert.Equal("cathode.active.vcl3.diffusivity", result.Sensitivities[0].Path);

        // The same by hand, as "--set" does it.
        var radius = result.Sensitivities.Single(s => s.Path is "cathode.active.vcl3.radius");
        var small = ClaimFile.Compute(
            "value: 150 mAh/g",
            "{run: vcl3-halide, set: [cathode.active.vcl3.radius=0.3 um], protocol: [Discharge at 1C until lower cutoff], figure: discharge-capacity, per: active-mass}");
        Tolerance.Relative(small.Computed, radius.AtLower, 1e-12);
    }

    [Fact]
    public void A_material_that_a_cell_uses_twice_is_varied_in_both_places_at_once()
    {
        var material = CellLibrary.LoadMaterial("li3incl6").Require().Values.Single(v => v.Path is "conductivity.temperature.arrhenius");
        var paths = CellLibrary.LoadCell("vcl3-halide").Require().Values.Where(v => string.Equals(v.Place, material.Place, StringComparison.Ordinal)).ToList();
        var changed = CellLibrary.LoadCell("vcl3-halide", null, new Dictionary<string, string>(StringComparer.Ordinal) { [material.Place] = "0.31 eV" }).Require();

        Assert.Equal(2, paths.Count);
        Assert.All(paths, p => Assert.Equal("0.31 eV", changed.Values.Single(v => string.Equals(v.Path, p.Path, StringComparison.Ordinal)).Text));
    }

    [Fact]
    public void A_mass_fraction_is_varied_with_the_others_in_proportion_and_1C_stays_the_same_current_per_mass()
    {
        var result = ReproductionRun.Compute([Cell], new ReproductionOptions()).Single();

        Assert.All(result.Sensitivities.Where(s => s.Path.EndsWith("mass-fraction", StringComparison.Ordinal)), s => Assert.Equal("", s.Problem));

        // Without resistances that count, capacity per mass does not know the loading.
        var loading = result.Sensitivities.Single(s => s.Path is "cathode.active-loading");
        Assert.InRange(loading.Effect, 1e-6, 0.03);
    }

    [Fact]
    public void Inputs_and_statements_are_not_varied()
    {
        var input = ClaimFile.Row("value: 10 mS/cm", "{property: conductivity, of: limocl4, temperature: 40 degC}", "input");

        Assert.Empty(ReproductionRun.Compute([input], new ReproductionOptions()).Single().Sensitivities);
        Assert.NotEmpty(ReproductionRun.Compute([Good], new ReproductionOptions()).Single().Sensitivities);
        Assert.Empty(ReproductionRun.Compute([Good], new ReproductionOptions { Sensitivities = false }).Single().Sensitivities);
    }

    private sealed class Listener(List<ReproductionProgress> told) : IProgress<ReproductionProgress>
    {
        public void Report(ReproductionProgress value) => told.Add(value);
    }
}
