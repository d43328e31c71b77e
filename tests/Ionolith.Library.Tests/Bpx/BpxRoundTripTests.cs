using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library.Bpx;
using Ionolith.Library.Tests.Data;
using Xunit;

namespace Ionolith.Library.Tests.Bpx;

/// <summary>What is written is read back as the same cell.</summary>
public sealed class BpxRoundTripTests
{
    public static TheoryData<string> Cells => LibraryFilesTests.Cells;

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_written_as_bpx_gives_the_same_voltages(string id)
    {
        var cell = CellLibrary.LoadCell(id).Require();

        RequireSameRun(cell, CellLibrary.ReadCell("exported.json", BpxFile.Write(cell)).Require());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_written_as_yaml_gives_the_same_voltages(string id)
    {
        var cell = CellLibrary.LoadCell(id).Require();

        RequireSameRun(cell, CellLibrary.ReadCell("exported.yaml", CellLibrary.WriteCell(cell)).Require());
    }

    private static void RequireSameRun(CellDescription cell, CellDescription again)
    {
        Assert.Equal(cell.Id, again.Id);
        Assert.Equal(cell.DefaultProtocol, again.DefaultProtocol);
        Assert.Equal(cell.Contacts, again.Contacts);
        Assert.Equal(cell.Layers.Select(l => l.Name), again.Layers.Select(l => l.Name));
        SimulationResult first = BpxSamples.Run(cell, cell.DefaultProtocol[0]);
        SimulationResult second = BpxSamples.Run(again, cell.DefaultProtocol[0]);
        Assert.Equal(first.Series.Count, second.Series.Count);
        for (int i = 0; i < first.Series.Count; i++)
        {
            Assert.Equal(first.Series.Voltage[i], second.Series.Voltage[i], 1e-9);
        }
    }
}
