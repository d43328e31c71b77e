using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library.Comparison;
using Xunit;

namespace Ionolith.Library.Tests.Comparison;

public sealed class ComparisonStudyTests
{
    private static readonly CellDescription Common = CellLibrary.LoadCell("cpe-bnns").Cell!;

    private static ComparisonResult Run(ComparisonConditions conditions, int threads, params string[] electrolytes)
    {
        var candidates = ComparedElectrolytes.Of(Common, electrolytes);
        Assert.Empty(candidates.Problems);
        return new ComparisonStudy(Common, candidates.Candidates, conditions).Run(threads, null, CancellationToken.None);
    }

    [Fact]
    public void A_cell_with_its_own_electrolyte_put_in_delivers_what_it_delivered()
    {
        var point = Assert.Single(Run(new() { Rates = [1] }, 1, "cpe-bnns").Points);
        var protocol = ProtocolParser.Parse([$"Discharge at 1C until {Common.LowerCutoffVoltage} V"], new ProtocolFiles("")).Protocol!;
        var run = new CellSimulation(Common, protocol, new SimulationOptions()).Run();
        Assert.Equal(run.Steps[0].Capacity / Common.Area, point.Capacity, 1e-6 * point.Capacity);
        Assert.Equal(run.Steps[0].Energy / Common.Area, point.Energy, 1e-6 * point.Energy);
        Assert.Equal(point.Capacity * Common.Area / Common.NominalCapacity, point.Share, 12);
    }

    [Fact]
    public void Energy_delivered_and_lost_make_up_the_share_that_is_lost()
    {
        var point = Assert.Single(Run(new() { Rates = [0.5] }, 1, "cpe-bnns").Points);
        var protocol = ProtocolParser.Parse(["Discharge at 0.5C until 2.5 V"], new ProtocolFiles("")).Protocol!;
        var run = new CellSimulation(Common, protocol, new SimulationOptions()).Run();
        double open = 0;
        for (int i = 1; i < run.Series.Count; i++)
        {
            open += (run.Series.OpenCircuitVoltage[i] + run.Series.OpenCircuitVoltage[i - 1]) / 2 * (run.Series.Capacity[i] - run.Series.Capacity[i - 1]);
        }

        // The energy lost is what open-circuit voltage would have delivered with the same charge, less what came.
        Assert.Equal((open / Common.Area) - point.Energy, point.LostShare * (open / Common.Area), 1e-3 * point.Energy);
    }

    [Fact]
    public void The_rate_limit_keeps_the_share_and_a_slightly_higher_rate_does_not()
    {
        var limit = Assert.Single(Run(new() { Rates = [0.2] }, 1, "cpe-bnns").Limits);
        Assert.False(limit.IsBound);
        var around = Run(new() { Rates = [0.2, limit.Rate, limit.Rate * 1.03] }, 1, "cpe-bnns").Points;
        double wanted = ComparisonStudy.KeptShare * around[0].Capacity;
        Assert.True(around[1].Capacity >= wanted);
        Assert.True(around[2].Capacity < wanted);
    }

    [Fact]
    public void Several_threads_give_the_same_numbers_as_one()
    {
        var conditions = new ComparisonConditions { Rates = [0.5, 2], Thicknesses = [20e-6, 80e-6] };
        var one = Run(conditions, 1, "cpe-bnns", "li6ps5cl");
        var many = Run(conditions, 4, "li6ps5cl", "cpe-bnns");
        Assert.Equal(8, one.Points.Count);
        Assert.Equal(one.Points, many.Points);
        Assert.Equal(one.Limits.Select(l => (l.Candidate.Id, l.Rate)), many.Limits.Select(l => (l.Candidate.Id, l.Rate)));
    }

    [Fact]
    public void A_thicker_separator_never_delivers_more_energy()
    {
        var result = Run(new() { Rates = [1], Thicknesses = [20e-6, 80e-6, 320e-6] }, 2, "cpe-bnns", "li3incl6");
        foreach (var candidate in result.Candidates)
        {
            double[] energies = [.. result.Points.Where(p => string.Equals(p.Candidate, candidate.Id, StringComparison.Ordinal)).OrderBy(p => p.Thickness).Select(p => p.Energy)];
            Assert.Equal(3, energies.Length);
            Assert.True(energies[0] > energies[1] && energies[1] > energies[2], string.Join(", ", energies));
        }
    }

    [Fact]
    public void The_winner_has_the_most_energy_and_ties_share_the_place()
    {
        var result = Run(new() { Rates = [1], Temperatures = [298.15] }, 2, "cpe-bnns", "li6ps5cl", "limocl4");
        var winner = Assert.Single(result.Winners());
        double most = result.Points.Max(p => p.Energy);
        Assert.Equal(most, winner.Best[0].Energy);
        Assert.All(winner.Best, p => Assert.True(p.Energy >= most * (1 - ComparisonResult.Tie)));
        Assert.Equal("cpe-bnns", winner.First!.Candidate);
        Assert.Equal((most / winner.First.Energy) - 1, winner.Margin, 12);
    }

    [Fact]
    public void A_study_without_a_positive_rate_is_refused()
    {
        var candidates = ComparedElectrolytes.Of(Common, ["cpe-bnns"]).Candidates;
        var error = Assert.Throws<ArgumentException>(() => new ComparisonStudy(Common, candidates, new() { Rates = [1, 0] }));
        Assert.Contains("must be positive", error.Message, StringComparison.Ordinal);
    }
}
