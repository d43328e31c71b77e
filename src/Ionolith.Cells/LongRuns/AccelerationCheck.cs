using Ionolith.Cells.Protocols;

namespace Ionolith.Cells.LongRuns;

/// <summary>Tells before a run why none of its cycles can be skipped, where the protocol alone decides that.</summary>
public static class AccelerationCheck
{
    /// <summary>Why no cycle of a protocol can be skipped.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <returns>The reason, without capital and full stop; null: the protocol does not stand against it.</returns>
    public static string? Obstacle(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return protocol.Cycles.Any(c => c.Steps.Any(s => s.Irradiance > 0)) ? "light is counted step by step"
            : !protocol.Cycles.Any(IsLong) ? string.Create(CultureInfo.InvariantCulture, $"no cycle of the protocol is repeated {CycleAccelerator.FewestRepetitions} times")
            : !protocol.Cycles.Any(c => IsLong(c) && c.Steps.Any(MayDischarge)) ? $"no cycle that is repeated {CycleAccelerator.FewestRepetitions} times discharges"
            : null;
    }

    /// <summary>Whether a cycle is repeated often enough to skip some of the repetitions.</summary>
    /// <param name="cycle">The cycle.</param>
    internal static bool IsLong(Cycle cycle) => cycle.Repetitions >= CycleAccelerator.FewestRepetitions;

    // A held voltage or a resistance may do either.
    private static bool MayDischarge(ProtocolStep step) => step.Control is not { Kind: ControlKind.Rest, Profile: null }
        && (step.Control.Kind is ControlKind.Voltage or ControlKind.Resistance || step.Control.Profile is not null || step.Control.Value > 0);
}
