using Ionolith.Cells.Protocols;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

/// <summary>The protocols that come with the program.</summary>
public sealed class ProtocolFolderTests
{
    [Theory]
    [InlineData("1000-cycles.txt", 1000)]
    [InlineData("rate-test.txt", 6)]
    public void They_are_read_for_any_cell(string name, int cycles)
    {
        var parsed = ProtocolParser.ParseText(RepositoryText.Of($"protocols/{name}"), name, new ProtocolFiles(""), cutoffs: new CutoffVoltages(2.5, 4.2));

        Assert.Empty(parsed.Problems);
        Assert.Equal(cycles, parsed.Protocol!.CycleCount);
    }
}
