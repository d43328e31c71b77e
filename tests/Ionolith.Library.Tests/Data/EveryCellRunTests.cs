using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Data;

/// <summary>What must hold for every cell of the library, in a run of the protocol that it brings.</summary>
public sealed class EveryCellRunTests
{
    public static TheoryData<string> Cells => LibraryFilesTests.Cells;

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_runs_its_protocol_to_a_normal_end_and_loses_nothing(string id)
    {
        var cell = CellLibrary.LoadCell(id).Require();
        var protocol = ProtocolParser.Parse(cell.DefaultProtocol, new ProtocolFiles("")).Protocol!;

        var result = new CellSimulation(cell, protocol).Run();

        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        Assert.True(result.Steps.Count >= protocol.Cycles.Sum(c => c.Steps.Count), $"{id} carried out {result.Steps.Count} steps.");
        Assert.All(result.Steps, s => Assert.True(s.Capacity != 0 || s.Current.End == 0, $"Step {s.Number} of {id} passed no charge: {s.EndedBy}."));
        Assert.All(result.Series.Voltage, v => Assert.True(double.IsFinite(v)));
        Assert.All(result.Balances, b => Tolerance.Below(1e-9, b.RelativeError, $"{b.Name} of {id}, relative"));
        Assert.All(result.Losses!.Names.Zip(result.Losses.Values), loss => Assert.True(Array.TrueForAll(loss.Second, double.IsFinite), $"{loss.First} of {id} is not finite."));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Open_circuit_less_terminal_voltage_is_the_sum_of_the_losses(string id)
    {
        var cell = CellLibrary.LoadCell(id).Require();

        var result = new CellSimulation(cell, ProtocolParser.Parse(cell.DefaultProtocol, new ProtocolFiles("")).Protocol!).Run();

        // The step's tolerance on voltages shows in neither side: both are taken from the same state.
        for (int i = 0; i < result.Series.Count; i++)
        {
            double losses = result.Losses!.Values.Sum(v => v[i]);
            Tolerance.Scaled(result.Series.OpenCircuitVoltage[i] - result.Series.Voltage[i], losses, 1, 1e-8, $"losses of {id} at {result.Series.Time[i]} s, V");
        }
    }
}
