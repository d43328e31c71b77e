using Ionolith.Cells.Protocols;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

/// <summary>Repetitions within repetitions in protocol files.</summary>
public sealed class NestedRepetitionTests
{
    private static ParsedProtocol Parse(string text) => ProtocolParser.ParseText(text, "cycling.txt", new ProtocolFiles(""));

    private static string Shape(string text) => string.Join(' ', Parse(text).Protocol!.Cycles.Select(c => $"{c.Repetitions}x{c.Steps.Count}"));

    [Fact]
    public void A_repetition_stands_for_its_lines_in_their_order()
    {
        const string Text = """
            Charge at C/20 until 4.2 V
            Repeat 3 times:
                Press at 5 MPa
                Repeat 50 times:          # ageing
                    Discharge at 1C until 2.8 V
                    Charge at 1C until 4.2 V
                Discharge at C/10 until 2.8 V   # look at it
                Charge at C/10 until 4.2 V
            Rest for 1 h
            """;
        Assert.Equal("1x1 1x1 50x2 1x2 1x1 50x2 1x2 1x1 50x2 1x2 1x1", Shape(Text));
        Assert.Equal(1 + (3 * 52) + 1, Parse(Text).Protocol!.CycleCount);
    }

    [Fact]
    public void Three_levels_and_repetitions_on_one_line_work()
    {
        const string Text = """
            Repeat 2 times:
              Repeat 2 times:
                Repeat 10 times: Rest for 1 h; Rest for 2 h
                Rest for 3 h
              Rest for 4 h
            """;
        Assert.Equal("10x2 1x1 10x2 1x1 1x1 10x2 1x1 10x2 1x1 1x1", Shape(Text));
    }

    [Fact]
    public void A_written_protocol_is_the_same_again()
    {
        var protocol = Parse("Repeat 2 times:\n  Repeat 3 times: Rest for 1 h\n  Rest for 2 h\n").Protocol!;
        var again = ProtocolParser.Parse(ProtocolWriter.Write(protocol), new ProtocolFiles("")).Protocol!;
        Assert.Equal(protocol.Cycles.Select(c => (c.Repetitions, c.Steps[0].Duration)), again.Cycles.Select(c => (c.Repetitions, c.Steps[0].Duration)));
    }

    [Theory]
    [InlineData("Repeat 2 times:\n  Repeat 3 times:\n  Rest for 1 h\n", 2, "nothing to repeat")]
    [InlineData("Repeat 2 times:\n  Repeat 0 times: Rest for 1 h\n", 2, "0 times can never act")]
    [InlineData("Repeat 2 times:\n  Repeat 2 times:\n    Discharge at 1C\n  Rst for 1 h\n", 3, "")]
    [InlineData("Repeat 100000 times:\n  Repeat 3 times: Rest for 1 h\n  Rest for 2 h\n", 1, "are more than 100000")]
    public void Mistakes_are_told_at_their_line(string text, int line, string message)
    {
        var problems = Parse(text).Problems;
        Assert.Contains(problems, p => p.Line == line && p.Message.Contains(message, StringComparison.Ordinal));
        Assert.Null(Parse(text).Protocol);
    }

    [Fact]
    public void All_mistakes_of_nested_lines_are_told_at_once()
    {
        var problems = Parse("Repeat 2 times:\n  Repeat 2 times:\n    Discharge at 1C\n  Rst for 1 h\n").Problems;
        Assert.Equal([3, 4], problems.Select(p => p.Line));
    }
}
