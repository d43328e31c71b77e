using FsCheck;
using FsCheck.Fluent;
using Ionolith.Cells.Protocols;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

public class ProtocolRoundTripTests
{
    private const string Profile = "time [s],current [A]\n0,1\n10,-2.5\n";
    private static readonly ProtocolFiles Files = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["a b.csv"] = Profile });

    private static readonly Gen<double> Magnitude = Gen.Choose(-200, 200).Select(e => e / 25.0)
        .SelectMany(e => Gen.Choose(1, 1_000_000), (e, m) => Math.Pow(10, e) * m / 1e5)
        .SelectMany(v => Gen.Choose(0, 3), (v, digits) => digits == 3 ? v : double.Parse(v.ToString("G" + (digits + 1), null), null));

    private static readonly Gen<Control> Controls = Gen.OneOf(
        Gen.Constant(new Control(ControlKind.Rest, 0)),
        Gen.Elements(ControlKind.Current, ControlKind.CRate, ControlKind.ArealCurrent, ControlKind.Voltage, ControlKind.Power, ControlKind.Resistance)
            .SelectMany(_ => Magnitude, (kind, value) => new Control(kind, value)),
        Gen.Choose(1, 50).Select(n => new Control(ControlKind.CRate, 1.0 / n)),
        Gen.Constant(new Control(ControlKind.Current, 1, new DriveCycle("a b.csv", [0, 10], [1, -2.5]))));

    private static readonly Gen<ProtocolStep> Steps =
        from control in Controls
        from direction in Gen.Elements(StepDirection.None, StepDirection.Charge, StepDirection.Discharge)
        from duration in Magnitude
        from bounded in Gen.Choose(0, 2)
        from limits in LimitsOf(control, direction).ListOf()
        from period in Gen.Elements<double?>(null, 60, 0.1)
        from temperature in Gen.Elements<double?>(null, 298.15, 318.15, 333.333)
        from pressure in Gen.Elements<double?>(null, 0, 5e6, 1.25e5, 123_456.7)
        from irradiance in Gen.Elements(0, 0, 1000.0, 123.4)
        select Build(control, direction, bounded == 0 && limits.Count > 0 ? null : duration, limits, period, temperature) with { Pressure = pressure, Irradiance = irradiance };

    private static readonly Gen<Protocol> Protocols =
        from cycles in Steps.NonEmptyListOf().SelectMany(_ => Gen.Choose(1, 1000), (steps, n) => new Cycle([.. steps], n)).NonEmptyListOf()
        from kinds in Gen.Elements(Enum.GetValues<TerminationKind>()).SelectMany(_ => Magnitude, (k, v) => new Termination(k, k == TerminationKind.Short ? 0 : v, "")).ListOf()
        select new Protocol([.. cycles], [.. kinds]);

    [Fact]
    public void Every_protocol_comes_back_from_its_text_to_the_last_bit() =>
        Prop.ForAll(Protocols.ToArbitrary(), protocol =>
        {
            var text = ProtocolWriter.Write(protocol);
            var parsed = ProtocolParser.Parse(text, Files);
            Assert.True(parsed.Protocol is not null, string.Join("\n", parsed.Problems));
            Assert.Equal(Facts(protocol), Facts(parsed.Protocol!));
            Assert.Equal(text, ProtocolWriter.Write(parsed.Protocol!));
            Assert.Equal(ProtocolWriter.WriteStep(protocol.Cycles[0].Steps[0]), parsed.Protocol!.Cycles[0].Steps[0].Text);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_260_101, 7).WithMaxTest(300));

    [Theory]
    [InlineData("Charge at 0.5C for 1 h or until 4.2 V")]
    [InlineData("Hold at 4.2 V until C/50 or > 60 degC")]
    [InlineData("Discharge at 1.5 mA/cm2 at 45 degC until 2.5 V or 80 % capacity (1 min period)")]
    [InlineData("Press at 5 MPa")]
    [InlineData("Illuminate at 100 mW/cm2 for 5 h")]
    [InlineData("Charge at 0.1C under 100 mW/cm2 until 3 V")]
    [InlineData("Press at 250 kPa for 1 h")]
    [InlineData("Charge at 1C at 45 degC at 2 MPa until 4.2 V")]
    [InlineData("Repeat 100 times: Rest for 10 min; Discharge at 250 mA until 4 mAh")]
    public void What_a_user_writes_well_is_written_the_same(string text) =>
        Assert.Equal([text], ProtocolWriter.Write(ProtocolParserTests.Read(text)));

    private static Gen<Limit> LimitsOf(Control control, StepDirection direction)
    {
        var allowed = control.Profile is null && control.Kind == ControlKind.Rest ? [LimitKind.Voltage, LimitKind.Temperature]
            : Enum.GetValues<LimitKind>().Where(k => control.Profile is not null || !Held(control.Kind, k)).ToArray();
        return from kind in Gen.Elements(allowed)
               from value in Magnitude
               from written in Gen.Elements(LimitSense.Above, LimitSense.Below, LimitSense.Crossing)
               let effective = control.Kind == ControlKind.Rest || control.Profile is not null ? StepDirection.None : direction
               let usual = Usual(kind, effective, control.Kind)
               let free = kind is LimitKind.Temperature or LimitKind.Current or LimitKind.CRate or LimitKind.ArealCurrent
                   || (kind == LimitKind.Voltage && effective == StepDirection.None)
               select new Limit(kind, free && (written != LimitSense.Crossing || usual == LimitSense.Crossing) ? written : usual, value, "");
    }

    private static bool Held(ControlKind control, LimitKind limit) => control == ControlKind.Voltage
        ? limit == LimitKind.Voltage
        : control is ControlKind.Current or ControlKind.CRate or ControlKind.ArealCurrent
            && limit is LimitKind.Current or LimitKind.CRate or LimitKind.ArealCurrent;

    private static LimitSense Usual(LimitKind kind, StepDirection direction, ControlKind control) => (kind, direction) switch
    {
        (LimitKind.Voltage, StepDirection.Charge) => LimitSense.Above,
        (LimitKind.Voltage, StepDirection.Discharge) => LimitSense.Below,
        (LimitKind.Voltage or LimitKind.Temperature, _) => LimitSense.Crossing,
        (LimitKind.Current or LimitKind.CRate or LimitKind.ArealCurrent, _) when control == ControlKind.Voltage => LimitSense.Below,
        _ => LimitSense.Above,
    };

    private static ProtocolStep Build(
        Control control, StepDirection direction, double? duration, IReadOnlyList<Limit> limits, double? period, double? temperature)
    {
        var free = control.Kind == ControlKind.Rest || control.Profile is not null;
        return new ProtocolStep
        {
            Text = "",
            Control = !free && direction == StepDirection.Charge && control.Kind != ControlKind.Voltage ? control with { Value = -control.Value } : control,
            Direction = free ? StepDirection.None : direction,
            Duration = duration ?? (control.Profile is null ? double.PositiveInfinity : 10),
            Limits = [.. limits],
            Period = period,
            Temperature = temperature,
        };
    }

    /// <summary>All numbers and kinds of a protocol, without the texts.</summary>
    private static List<string> Facts(Protocol protocol)
    {
        var facts = new List<string>();
        foreach (var cycle in protocol.Cycles)
        {
            facts.Add($"cycle {cycle.Repetitions}");
            foreach (var s in cycle.Steps)
            {
                facts.Add($"{s.Control.Kind} {s.Control.Value:R} {s.Control.Profile?.Name} {s.Direction} {s.Duration:R} {s.Period:R} {s.Temperature:R} {s.Pressure:R} {s.Irradiance:R}");
                facts.AddRange(s.Limits.Select(l => $"  {l.Kind} {l.Sense} {l.Value:R}"));
            }
        }

        facts.AddRange(protocol.Termination.Select(t => $"end {t.Kind} {t.Value:R}"));
        return facts;
    }
}
