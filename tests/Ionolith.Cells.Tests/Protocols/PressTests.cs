using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Tests.Fixtures;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

/// <summary>Stack pressure in protocols: words, mistakes, and what a run makes of them.</summary>
public sealed class PressTests
{
    private static SimulationResult Run(params string[] items)
    {
        var cell = SimpleCells.Symmetric(SimpleCells.Conductor(0.1), 1e-4, 10) with { StackPressure = 1e6 };
        return new CellSimulation(cell, ProtocolParserTests.Read(items)).Run();
    }

    [Theory]
    [InlineData("Press at 5 MPa", 5e6, 0)]
    [InlineData("press at 250kPa", 2.5e5, 0)]
    [InlineData("Press at 3 bar for 1 h", 3e5, 3600)]
    [InlineData("Rest at 5 MPa for 1 h", 5e6, 3600)]
    [InlineData("Discharge at 1C at 2 MPa for 10 s", 2e6, 10)]
    [InlineData("Press at 0 Pa", 0, 0)]
    public void A_pressure_is_read_with_the_time_of_its_step(string text, double pressure, double duration)
    {
        var step = ProtocolParserTests.Step(text);
        Assert.Equal(pressure, step.Pressure);
        Assert.Equal(duration, step.Duration);
    }

    [Theory]
    [InlineData("Press for 1 h", "missing pressure")]
    [InlineData("Press at 4.2 V", "Press takes a pressure")]
    [InlineData("Press 5 MPa", "missing 'at'")]
    [InlineData("Press at -1 MPa", "a negative pressure")]
    [InlineData("Press at 1 MPa at 2 MPa", "a second pressure")]
    [InlineData("Press at 5 mpa", "mPa")]
    [InlineData("Pres at 5 MPa", "did you mean 'Press'?")]
    [InlineData("Rest for 1 h until 5 MPa", "a pressure cannot end a step")]
    public void A_wrong_pressure_is_told_with_what_to_write(string text, string message)
    {
        var parsed = ProtocolParser.Parse([text], new ProtocolFiles(""));
        Assert.Contains(parsed.Problems, p => p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Pressing_takes_no_time_and_holds_for_all_that_follows()
    {
        var run = Run("Rest for 1 h", "Press at 5 MPa", "Discharge at 1 A for 1 h", "Press at 2 MPa for 30 min");
        Assert.Equal(SimulationStatus.Completed, run.Status);
        Assert.Equal([1e6, 5e6, 5e6, 2e6], run.Steps.Select(s => s.Pressure));
        Assert.Equal(run.Steps[1].Time.Start, run.Steps[1].Time.End);
        Assert.Equal(3600 * 2.5, run.Series.Time[^1], 9);
        Assert.Equal(2e6, run.Series.Pressure[^1]);
        Assert.Equal(run.Series.Count, run.Series.Pressure.Count);
    }

    [Fact]
    public void A_pressure_at_the_start_leaves_the_cell_as_it_is()
    {
        var pressed = Run("Press at 5 MPa", "Discharge at 1 A for 1 h");
        var plain = Run("Discharge at 1 A for 1 h");
        Assert.Equal(plain.Series.Voltage[^1], pressed.Series.Voltage[^1]);
        Assert.Equal(0, pressed.Series.Voltage[0], 12);
    }

    [Theory]
    [InlineData("Terminate at short", TerminationKind.Short, 0)]
    [InlineData("Terminate at > 0.5 V", TerminationKind.VoltageRise, 0.5)]
    [InlineData("Terminate at -0.5 V", TerminationKind.Voltage, -0.5)]
    public void A_symmetric_cell_can_end_by_a_short_or_at_either_voltage(string text, TerminationKind kind, double value)
    {
        var end = Assert.Single(ProtocolParserTests.Read("Rest for 1 h", text).Termination);
        Assert.Equal((kind, value), (end.Kind, end.Value));
    }

    [Fact]
    public void A_rise_of_the_voltage_ends_the_whole_protocol()
    {
        // 1 A/m2 over 1e-4 m at 0.1 S/m and two interfaces of 5.14 mV.
        var run = Run("Repeat 9 times: Discharge at 1 A for 1 h; Charge at 1 A for 1 h", "Terminate at > 3 mV");
        Assert.Equal(SimulationStatus.Completed, run.Status);
        Assert.Equal(2, run.Steps.Count);
        Assert.Contains("voltage rose to 3 mV", run.Reason, StringComparison.Ordinal);
    }
}
