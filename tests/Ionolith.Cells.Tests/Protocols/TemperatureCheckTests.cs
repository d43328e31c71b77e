using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Ageing.Lithium;
using Ionolith.Cells.Tests.Fixtures;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

/// <summary>Lithium melts at 180.5 degC.</summary>
public sealed class TemperatureCheckTests
{
    private static readonly CellDescription Lithium = LithiumCells.Symmetric();

    private static Protocol Read(params string[] steps) => ProtocolParser.Parse(steps, new ProtocolFiles("")).Protocol!;

    [Fact]
    public void Molten_lithium_is_refused_in_the_cell_and_in_each_step()
    {
        Assert.Equal("temperature", Assert.Single((Lithium with { Temperature = 460 }).Validate(), p => p.Severity == ProblemSeverity.Error).Path);
        Assert.Empty(TemperatureCheck.Problems(Lithium with { Temperature = 453 }, Read("Rest for 1 h at 180 degC")));
        Protocol hot = Read("Rest for 1 h at 181 degC", "Rest for 2 h at 200 degC");
        Assert.Collection(
            TemperatureCheck.Problems(Lithium with { Temperature = 2273.15 }, hot),
            p => Assert.StartsWith("2000 degC is above the melting point of lithium, 180.5 degC: the laws of ", p, StringComparison.Ordinal),
            p => Assert.StartsWith("'Rest for 1 h at 181 degC': 181 degC is above", p, StringComparison.Ordinal),
            p => Assert.StartsWith("'Rest for 2 h at 200 degC': 200 degC is above", p, StringComparison.Ordinal));
        Assert.Contains("melting point", Assert.Throws<ArgumentException>(() => new CellSimulation(Lithium, hot)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_without_lithium_metal_may_be_as_hot()
    {
        CellDescription carbon = ReferenceCells.Marquis(new MeshOptions());
        Assert.Empty(TemperatureCheck.Problems(carbon with { Temperature = 500 }, Read("Rest for 1 h at 200 degC")));
    }

    [Fact]
    public void A_cell_that_heats_itself_to_the_melting_point_ends_there()
    {
        // 1 mohm m2 at 1000 A/m2 is 1 kW/m2 and more, which nothing carries away.
        CellDescription cell = Lithium with { Heat = new HeatBalance(1000, 0), LowerCutoffVoltage = -10, UpperCutoffVoltage = 10 };
        SimulationResult run = LithiumCells.Run(cell, "Discharge at 100 mA/cm2 for 1 h");
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains("the cell has heated itself to 180.5 degC, where the lithium of", run.Reason, StringComparison.Ordinal);
        Assert.Equal(453.65, run.Steps[^1].PeakTemperature, 1e-3);
    }
}
