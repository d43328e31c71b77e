using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Ageing.Examples;

/// <summary>The example of the guide: it is the text that stands there, it compiles, and it runs in a cell.</summary>
public sealed class HeatFadeTests
{
    [Fact]
    public void The_guide_shows_this_file() => Assert.Contains(
        RepositoryText.Of("tests/Ionolith.Cells.Tests/Ageing/Examples/HeatFade.cs").Trim(),
        RepositoryText.Of("docs/guide/ageing.md").Replace("\n   ", "\n", StringComparison.Ordinal),
        StringComparison.Ordinal);

    [Fact]
    public void Its_share_falls_exponentially() =>
        Tolerance.Relative(1 - Math.Exp(-0.36), LawRun.After(new HeatFade { Rate = 1e-6 }, 3.6e5, LawRun.Rest)[0], 1e-6);

    [Fact]
    public void A_cell_with_it_loses_host_and_keeps_its_lithium()
    {
        var cell = SimpleCells.Composite(Fixtures.FormulaFunction.Polynomial(3.8, -0.6), 1, 1e-14, new() { ElectrodeVolumes = 5, Shells = 5 });
        cell = cell with { Layers = [.. cell.Layers.Select(l => l is PorousElectrode e ? e with { ActivePhases = [.. e.ActivePhases.Select(p => p with { Ageing = [new HeatFade { Rate = 1e-6 }] })] } : l)] };
        var run = new CellSimulation(cell, ProtocolParser.Parse(["Rest for 100 h", "Discharge at 5 A for 1 h"], new ProtocolFiles("")).Protocol!, new SimulationOptions()).Run();

        Tolerance.Relative(Math.Exp(-1e-6 * 101 * 3600), run.Ageing!.Columns.Single(c => c.Name is "active share").Values[^1], 1e-6);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-12, $"{b.Name}: {b.RelativeError}"));
    }
}
