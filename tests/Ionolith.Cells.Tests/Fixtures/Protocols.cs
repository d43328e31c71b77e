using Ionolith.Cells.Protocols;

namespace Ionolith.Cells.Tests.Fixtures;

/// <summary>Protocols in code.</summary>
internal static class ProtocolOf
{
    public static Protocol Steps(params ProtocolStep[] steps) => new([.. steps.Select(s => new Cycle([s]))], []);

    public static Protocol Repeated(int times, params ProtocolStep[] steps) => new([new(steps, times)], []);

    public static ProtocolStep Hold(ControlKind kind, double value, params Limit[] limits) =>
        new() { Text = $"{kind} {value}", Control = new(kind, value), Limits = limits };

    public static ProtocolStep Hold(ControlKind kind, double value, double duration) =>
        new() { Text = $"{kind} {value} for {duration} s", Control = new(kind, value), Duration = duration };

    public static ProtocolStep Rest(double duration) => Hold(ControlKind.Rest, 0, duration);

    public static Limit Until(LimitKind kind, LimitSense sense, double value) => new(kind, sense, value, $"{value}");

    public static Limit VoltageBelow(double value) => new(LimitKind.Voltage, LimitSense.Below, value, $"{value} V");

    public static Limit VoltageAbove(double value) => new(LimitKind.Voltage, LimitSense.Above, value, $"{value} V");
}
