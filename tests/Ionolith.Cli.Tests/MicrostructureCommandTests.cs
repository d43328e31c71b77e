using System.Text.Json;
using Xunit;

namespace Ionolith.Cli.Tests;

public sealed class MicrostructureCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void An_electrode_is_drawn_and_told()
    {
        string folder = _run.PathOf("voxels");

        Assert.Equal(0, _run.Do("microstructure", "vcl3-halide", "--size", "30", "--out", folder));
        foreach (string part in (string[])["30^3 voxels", "tortuosity factor", "utilisation", "--set \"cathode.electrolyte.tortuosity={factor:"])
        {
            Assert.Contains(part, _run.Out, StringComparison.Ordinal);
        }

        Assert.Contains("data:image/png;base64,iVBORw0KGgo", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "microstructure.json")));
    }

    [Fact]
    public void What_it_says_to_set_can_be_set_and_is_what_the_network_has()
    {
        Assert.Equal(0, _run.Do("microstructure", "vcl3-halide", "--size", "30", "--json"));
        var json = JsonDocument.Parse(_run.Out).RootElement;
        double factor = json.GetProperty("tortuosity_factor").GetProperty("value").GetDouble();
        string[] settings = [.. json.GetProperty("for_the_cell_file").EnumerateArray().SelectMany(s => (string[])["--set", s.GetString()!])];

        Assert.Equal(0, _run.Do(["run", "vcl3-halide", .. settings, "--json"]));
        Assert.True(factor > 1);
        Assert.Equal(0, _run.Do("microstructure", "vcl3-halide", "--size", "30", "--seed", "2", "--json"));
        Assert.NotEqual(factor, JsonDocument.Parse(_run.Out).RootElement.GetProperty("tortuosity_factor").GetProperty("value").GetDouble());
    }

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        Assert.Equal(2, _run.Do("microstructure", "vcl3-halide", "--electrode", "cathod", "--size", "4", "--seed", "-1", "--voxel", "3", "--cluster", "-1 um", "--active-conductivity", "x"));
        foreach (string part in (string[])["did you mean \"cathode\"?", "--size 4", "--seed -1: must be zero or positive", "--voxel", "--cluster: must be positive", "--active-conductivity"])
        {
            Assert.Contains(part, _run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(2, _run.Do("microstructure"));
        Assert.Contains("which cell?", _run.Error, StringComparison.Ordinal);
        Assert.Equal(2, _run.Do("microstructure", "vcl3-halide", "--size", "10", "--cluster", "1 mm", "--voxel", "1 um"));
        Assert.Contains("do not fit in a box", _run.Error, StringComparison.Ordinal);
        Assert.Equal(2, _run.Do("microstructure", "vcl3-halide", "--size", "30", "--cluster", "5 mm"));
        Assert.Contains("The active clusters of 5000 um are larger than the electrode of", _run.Error, StringComparison.Ordinal);
    }
}
