using Ionolith.Cells.Protocols;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

public sealed class CutoffVoltagesTests
{
    private static readonly ProtocolFiles NoFiles = new("");

    [Fact]
    public void The_cutoffs_of_a_cell_stand_for_its_voltages()
    {
        var parsed = ProtocolParser.Parse(
            ["Repeat 3 times: Discharge at 1C until Lower cutoff; Charge at C/2 until upper cut-off or 2 h; Hold at upper cutoff until C/50", "Terminate at lower cutoff"],
            NoFiles, cutoffs: new CutoffVoltages(2.5, 4.2));

        Assert.Empty(parsed.Problems);
        var steps = parsed.Protocol!.Cycles[0].Steps;
        Assert.Equal((LimitKind.Voltage, LimitSense.Below, 2.5), (steps[0].Limits[0].Kind, steps[0].Limits[0].Sense, steps[0].Limits[0].Value));
        Assert.Equal((LimitSense.Above, 4.2), (steps[1].Limits[0].Sense, steps[1].Limits[0].Value));
        Assert.Equal(7200, steps[1].Duration);
        Assert.Equal((ControlKind.Voltage, 4.2), (steps[2].Control.Kind, steps[2].Control.Value));
        Assert.Equal(2.5, Assert.Single(parsed.Protocol.Termination).Value);
    }

    [Theory]
    [InlineData("Discharge at 1C until lower", "expected 'lower cutoff', the cell's own voltage")]
    [InlineData("Discharge at 1C until lower voltage", "expected 'lower cutoff', the cell's own voltage")]
    public void Half_of_the_words_is_a_mistake(string item, string message) =>
        Assert.Contains(ProtocolParser.Parse([item], NoFiles, cutoffs: new CutoffVoltages(2.5, 4.2)).Problems, p => p.Message.Contains(message, StringComparison.Ordinal) && p.Column == 23);

    [Fact]
    public void Without_a_cell_there_are_no_cutoffs()
    {
        var problem = Assert.Single(ProtocolParser.Parse(["Discharge at 1C until lower cutoff"], NoFiles).Problems);

        Assert.Equal("'lower cutoff' is that of a cell, and there is none here: write a voltage, such as 2.5 V", problem.Message);
    }
}
