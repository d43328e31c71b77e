using Ionolith.Cells.Microstructure;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Reading;

/// <summary>tortuosity: {network: ...} in a cell file.</summary>
public sealed class VoxelReaderTests
{
    private const string Bruggeman = "tortuosity: {bruggeman: 1.5}";

    [Fact]
    public void The_model_takes_the_tortuosity_of_a_network()
    {
        var cell = SampleFile.Cell(Bruggeman, "tortuosity: {network: {size: 24, seed: 3, cluster: 3 um}}");
        var expected = VoxelAnalysis.Of(SampleFile.Cell().Cathode(), new VoxelOptions { Size = 24, Seed = 3, Cluster = 3e-6 });

        Tolerance.Relative(expected.IonicEfficiency, cell.Cathode().TransportEfficiency, 1e-12);
        Assert.Contains(cell.Values, v => v.Path is "cathode.electrolyte.tortuosity.network.size" && v.Text is "24");
    }

    [Fact]
    public void What_is_written_of_it_says_what_it_was_computed_from()
    {
        var cell = SampleFile.Cell(Bruggeman, "tortuosity: {network: {size: 24}}");
        var again = CellLibrary.ReadCell("again.yaml", CellLibrary.WriteCell(cell)).Require();

        Assert.Equal(cell.Cathode().TransportEfficiency, again.Cathode().TransportEfficiency);
        Assert.Contains(again.Values, v => v.Path is "cathode.electrolyte.transport-efficiency" && v.Source.StartsWith("computed from tortuosity.network.size 24", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tortuosity: {network: {size: 7}}", "my-cell.yaml:17:89: cathode.electrolyte.tortuosity.network.size: must be a whole number from 8 to 200 but is 7")]
    [InlineData("tortuosity: {network: {size: 20, cluster: 1 mm, voxel: 1 um}}", "my-cell.yaml:17:82: cathode.electrolyte.tortuosity.network: The active clusters of 1000 um do not fit in a box of 20 voxels of 1 um; take a larger size or voxel.")]
    [InlineData("tortuosity: {network: {seed: -2}}", "my-cell.yaml:17:89: cathode.electrolyte.tortuosity.network.seed: must be zero or positive but is -2: give another draw another number, such as 2")]
    [InlineData("tortuosity: {network: {seeds: 1}}", "my-cell.yaml:17:83: cathode.electrolyte.tortuosity.network.seeds: unknown key \"seeds\"; did you mean \"seed\"?")]
    [InlineData("tortuosity: {network: {size: 20}, factor: 2}", "my-cell.yaml:17:82: cathode.electrolyte.tortuosity.network: is given beside factor; give only one of bruggeman, factor, network")]
    public void A_mistake_is_told_with_its_place(string text, string expected) =>
        Assert.Equal([expected], SampleFile.Problems(SampleFile.Read(Bruggeman, text)), StringComparer.Ordinal);
}
