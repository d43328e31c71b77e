using Ionolith.Cells.Protocols;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

public class ProtocolParserTests
{
    private static readonly ProtocolFiles NoFiles = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public static Protocol Read(params string[] items)
    {
        var parsed = ProtocolParser.Parse(items, NoFiles);
        Assert.True(parsed.Protocol is not null, string.Join("\n", parsed.Problems));
        return parsed.Protocol!;
    }

    public static ProtocolStep Step(string text) => Assert.Single(Assert.Single(Read(text).Cycles).Steps);

    [Theory]
    [InlineData("Discharge at 1C until 2.5 V", ControlKind.CRate, 1)]
    [InlineData("Discharge at C/20 for 3 hours or until 2.5 V", ControlKind.CRate, 0.05)]
    [InlineData("Charge at 0.5C until 4.2V", ControlKind.CRate, -0.5)]
    [InlineData("charge AT 1 A for 0.5 hours", ControlKind.Current, -1)]
    [InlineData("Charge at 200 mA for 45 minutes (1 minute period)", ControlKind.Current, -0.2)]
    [InlineData("Discharge at 3kA for 1 s", ControlKind.Current, 3000)]
    [InlineData("Discharge at 7 uA for 1 s", ControlKind.Current, 7e-6)]
    [InlineData("Discharge at 1.5 mA/cm2 until 2.5 V", ControlKind.ArealCurrent, 15)]
    [InlineData("Discharge at 1.5 mA cm-2 until 2.5 V", ControlKind.ArealCurrent, 15)]
    [InlineData("Charge at 10 A/m2 until 4.2 V", ControlKind.ArealCurrent, -10)]
    [InlineData("Discharge at 5 W for 10 min", ControlKind.Power, 5)]
    [InlineData("Charge at 200mW until 4.1 V", ControlKind.Power, -0.2)]
    [InlineData("Discharge at 20 ohm until 3 V", ControlKind.Resistance, 20)]
    [InlineData("Discharge at 20Ohm until 3 V", ControlKind.Resistance, 20)]
    [InlineData("Hold at 4.2 V until C/50", ControlKind.Voltage, 4.2)]
    [InlineData("Hold at 4.2V for 2 hours", ControlKind.Voltage, 4.2)]
    [InlineData("Charge at 4.2 V until 50mA", ControlKind.Voltage, 4.2)]
    [InlineData("Hold at -20 mV for 1 h", ControlKind.Voltage, -0.02)]
    [InlineData("Rest for 1 hour", ControlKind.Rest, 0)]
    public void Each_kind_of_control_is_read_with_its_sign_in_SI_units(string text, ControlKind kind, double value)
    {
        var step = Step(text);
        Assert.Equal(new Control(kind, value), step.Control);
        Assert.Equal(text, step.Text);
    }

    [Theory]
    [InlineData("Discharge at 1C for 0.5 hours")]
    [InlineData("Discharge at C/20 for 0.5 hours or until 2.5V")]
    [InlineData("Charge at 0.5 C for 45 minutes")]
    [InlineData("Discharge at 1W for 0.5 hours")]
    [InlineData("Charge at 200mW for 45 minutes")]
    [InlineData("Rest for 10 minutes (5 minute period)")]
    [InlineData("Hold at 1V for 20 seconds")]
    [InlineData("Hold at 1C for 20 s")]
    [InlineData("Charge at 1 C until 4.1V (1 minute period)")]
    [InlineData("Hold at 4.1 V until 50mA")]
    [InlineData("Hold at 3V until C/50")]
    [InlineData("Discharge at C/3 for 2 hours until 2.5 V")]
    [InlineData("Discharge at 4Ohm until <2.5V")]
    [InlineData("Charge at 4 Ohm until >4.2 V")]
    [InlineData("Charge at 10 mV for 3 hr")]
    public void Strings_of_PyBaMM_are_read_as_they_are(string text) => Assert.Equal(text, Step(text).Text);

    [Theory]
    [InlineData("Rest for 10 s", 10)]
    [InlineData("Rest for 10 sec", 10)]
    [InlineData("Rest for 10 seconds", 10)]
    [InlineData("Rest for 2 m", 120)]
    [InlineData("Rest for 2min", 120)]
    [InlineData("Rest for 1 minute", 60)]
    [InlineData("Rest for 0.5 h", 1800)]
    [InlineData("Rest for 1hr", 3600)]
    [InlineData("Rest for 1 hour 30 minutes", 5400)]
    [InlineData("Hold at 4.2 V until C/50 or 2 hours", 7200)]
    [InlineData("Hold at 4.2 V for 3 h until C/50 or 2 hours", 7200)]
    public void A_duration_is_read_in_every_unit(string text, double seconds) => Assert.Equal(seconds, Step(text).Duration);

    [Fact]
    public void A_step_without_duration_has_an_infinite_one() =>
        Assert.Equal(double.PositiveInfinity, Step("Discharge at 1C until 2.5 V").Duration);

    [Fact]
    public void Several_limits_are_read_in_order_with_their_text()
    {
        var step = Step("Discharge at 5 W until 2.5 V or > 50 mA or 80 % capacity or 4 Ah or 250 mAh capacity or 10 Wh or 60 degC or 333.15 K or 2C or 1 mA/cm2");
        Assert.Equal(
        [
            new Limit(LimitKind.Voltage, LimitSense.Below, 2.5, "2.5 V"),
            new Limit(LimitKind.Current, LimitSense.Above, 0.05, "50 mA"),
            new Limit(LimitKind.CapacityShare, LimitSense.Above, 0.8, "80 % capacity"),
            new Limit(LimitKind.Capacity, LimitSense.Above, 14400, "4 Ah"),
            new Limit(LimitKind.Capacity, LimitSense.Above, 900, "250 mAh capacity"),
            new Limit(LimitKind.Energy, LimitSense.Above, 36000, "10 Wh"),
            new Limit(LimitKind.Temperature, LimitSense.Crossing, 333.15, "60 degC"),
            new Limit(LimitKind.Temperature, LimitSense.Crossing, 333.15, "333.15 K"),
            new Limit(LimitKind.CRate, LimitSense.Above, 2, "2C"),
            new Limit(LimitKind.ArealCurrent, LimitSense.Above, 10, "1 mA/cm2"),
        ], step.Limits);
    }

    [Theory]
    [InlineData("Charge at 1C until 4.2 V", LimitSense.Above)]
    [InlineData("Discharge at 1C until 2.5 V", LimitSense.Below)]
    [InlineData("Charge at 1C until > 4.2 V", LimitSense.Above)]
    [InlineData("Rest until 3 V", LimitSense.Crossing)]
    [InlineData("Rest until <3V", LimitSense.Below)]
    [InlineData("Hold at 1 A until 3 V", LimitSense.Crossing)]
    [InlineData("Hold at 4.2 V until 50 mA", LimitSense.Below)]
    [InlineData("Hold at 4.2 V until C/50", LimitSense.Below)]
    [InlineData("Hold at 4.2 V until > 3 A", LimitSense.Above)]
    [InlineData("Discharge at 5 W until 3 A", LimitSense.Above)]
    [InlineData("Discharge at 5 ohm until < 3 mA", LimitSense.Below)]
    [InlineData("Rest until 30 degC", LimitSense.Crossing)]
    [InlineData("Discharge at 2C until > 60 degC", LimitSense.Above)]
    public void The_sense_of_a_limit_follows_from_the_step_unless_it_is_written(string text, LimitSense sense) =>
        Assert.Equal(sense, Assert.Single(Step(text).Limits).Sense);

    [Fact]
    public void The_temperature_and_period_of_a_step_are_read()
    {
        var step = Step("Discharge at 1C at 45 degC until 2.5 V (30 s period)");
        Assert.Equal(318.15, step.Temperature);
        Assert.Equal(30, step.Period);
        Assert.Equal(new Control(ControlKind.CRate, 1), step.Control);
        Assert.Equal(333.15, Step("Rest at 60 \u00b0C for 1 h").Temperature);
    }

    [Fact]
    public void Steps_that_stand_alone_are_cycles_of_one_step_and_joined_ones_are_one_cycle()
    {
        var protocol = Read("Rest for 1 h", "Charge at 1C until 4.2 V; Discharge at 1C until 2.5 V;");
        Assert.Equal([1, 2], protocol.Cycles.Select(c => c.Steps.Count));
        Assert.Equal("Discharge at 1C until 2.5 V", protocol.Cycles[1].Steps[1].Text);
    }

    [Fact]
    public void A_repetition_is_one_cycle_done_many_times()
    {
        var protocol = Read("Repeat 100 times: Charge at 1C until 4.2 V; Hold at 4.2 V until C/50; Discharge at 1C until 2.8 V");
        var cycle = Assert.Single(protocol.Cycles);
        Assert.Equal(100, cycle.Repetitions);
        Assert.Equal(3, cycle.Steps.Count);
        Assert.Equal(100, protocol.CycleCount);
    }

    [Fact]
    public void Ends_of_the_whole_protocol_are_read_as_items_and_separately()
    {
        var parsed = ProtocolParser.Parse(["Rest for 1 h", "Terminate at 80% capacity or 500 h"], NoFiles, ["4Ah capacity", "4 A.h", "10 Wh or 2.5 V"]);
        Assert.Equal(
        [
            new Termination(TerminationKind.CapacityShare, 0.8, "80% capacity"),
            new Termination(TerminationKind.Time, 1_800_000, "500 h"),
            new Termination(TerminationKind.Capacity, 14400, "4Ah capacity"),
            new Termination(TerminationKind.Capacity, 14400, "4 A.h"),
            new Termination(TerminationKind.Energy, 36000, "10 Wh"),
            new Termination(TerminationKind.Voltage, 2.5, "2.5 V"),
        ], parsed.Protocol!.Termination);
    }

    [Fact]
    public void A_file_holds_one_item_a_line_with_comments_and_indented_repetitions()
    {
        var parsed = ProtocolParser.ParseText("""
            # formation
            Charge at C/20 until 4.2 V   # slowly

            Repeat 3 times:
                Discharge at 1C until 2.5 V
                # between
                Rest for 10 min; Charge at 1C until 4.2 V
            Rest for 1 h
            Terminate at 80 % capacity
            """, "cycling.txt", NoFiles);
        Assert.Empty(parsed.Problems);
        Assert.Equal([(1, 1), (3, 3), (1, 1)], parsed.Protocol!.Cycles.Select(c => (c.Steps.Count, c.Repetitions)));
        Assert.Equal("Charge at C/20 until 4.2 V", parsed.Protocol.Cycles[0].Steps[0].Text);
        Assert.Single(parsed.Protocol.Termination);
    }
}
