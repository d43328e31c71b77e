using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Tests.LongRuns;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

/// <summary>Ends of a protocol that cannot come are told before it is run.</summary>
public sealed class TerminationCheckTests
{
    private const string Cycles = "Repeat 5 times: Discharge at 1C until 3.2 V; Charge at 1C until 3.8 V";

    [Theory]
    [InlineData("Rest for 1 h\nCharge at 1C until 3.8 V", "80 % capacity", "never comes: it looks at what a cycle discharges, and no step of the protocol discharges")]
    [InlineData("Rest for 1 h", "10 Wh", "no step of the protocol discharges")]
    [InlineData("Discharge at 1C until 3.2 V", "80 % capacity", "the protocol discharges only once; repeat it, such as 'Repeat 500 times:")]
    [InlineData(Cycles, "100 % capacity", "comes with the first cycle")]
    [InlineData(Cycles, "short", "nothing in 'composite' can short it; give a lithium-metal layer filament-fracture")]
    public void An_end_that_never_comes_or_comes_at_once_is_told(string text, string until, string message)
    {
        string problem = Assert.Single(TerminationCheck.Problems(LongRunCells.Lithium([]), LongRunCells.Read(text, until)));
        Assert.StartsWith($"the end '{until}' ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Cycles, "80 % capacity")]
    [InlineData("Discharge at 1C until 3.2 V", "4 Ah")]
    [InlineData("Discharge at 1C until 3.2 V\nDischarge at 1C until 3.1 V", "80 % capacity")]
    [InlineData("Repeat 3 times: Hold at 3.4 V for 1 h; Hold at 3.6 V for 1 h", "80 % capacity")]
    [InlineData("Rest for 1 h", "30 min")]
    [InlineData("Rest for 1 h", "3 V")]
    public void An_end_that_may_come_is_none_of_its_business(string text, string until) =>
        Assert.Empty(TerminationCheck.Problems(LongRunCells.Lithium([]), LongRunCells.Read(text, until)));

    [Fact]
    public void A_law_of_filaments_can_short_a_cell()
    {
        FilamentPolymer law = new() { GrowthFraction = 0.1, ShearModulus = 1e6, FlawLength = 1e-7, FilamentWidth = 1e-6 };
        Assert.Empty(TerminationCheck.Problems(LongRunCells.Lithium([law]), LongRunCells.Read(Cycles, "short")));
    }

    [Fact]
    public void A_temperature_is_no_end_of_a_step_of_an_isothermal_cell()
    {
        var cell = LongRunCells.Lithium([]);
        var protocol = LongRunCells.Read("Rest until 60 degC\nRepeat 3 times: Discharge at 1C until 60 degC or 3.2 V; Charge at 1C until 3.8 V");
        Assert.Equal(["'Rest until 60 degC'", "'Discharge at 1C until 60 degC or 3.2 V'"], TerminationCheck.Problems(cell, protocol).Select(p => p[..p.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.All(TerminationCheck.Problems(cell, protocol), p => Assert.EndsWith("never comes to 60 degC, because 'composite' is isothermal: give it heat: with capacity and transfer, or the step another end", p, StringComparison.Ordinal));
        Assert.Empty(TerminationCheck.Problems(cell with { Heat = new(500, 5) }, protocol));
    }

    [Fact]
    public void All_of_them_are_told_at_once() =>
        Assert.Equal(2, TerminationCheck.Problems(LongRunCells.Lithium([]), LongRunCells.Read("Rest for 1 h", "80 % capacity", "short")).Count);
}
