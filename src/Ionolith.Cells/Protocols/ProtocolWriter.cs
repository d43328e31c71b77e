using System.Globalization;

namespace Ionolith.Cells.Protocols;

/// <summary>Writes protocols as text that <see cref="ProtocolParser"/> reads back to the same numbers, to the last bit.</summary>
public static class ProtocolWriter
{
    /// <summary>Writes a protocol, one item a cycle, then its ends.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <returns>Items for <see cref="ProtocolParser.Parse"/>.</returns>
    public static IReadOnlyList<string> Write(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        var items = protocol.Cycles.Select(WriteCycle).ToList();
        if (protocol.Termination.Count > 0)
        {
            items.Add("Terminate at " + string.Join(" or ", protocol.Termination.Select(WriteTermination)));
        }

        return items;
    }

    /// <summary>Writes one cycle: "Repeat 100 times: Charge at 1C until 4.2 V; Discharge at 1C until 2.8 V".</summary>
    /// <param name="cycle">The cycle.</param>
    /// <returns>One item.</returns>
    public static string WriteCycle(Cycle cycle)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var steps = string.Join("; ", cycle.Steps.Select(WriteStep));
        return cycle.Repetitions == 1 ? steps : string.Create(CultureInfo.InvariantCulture, $"Repeat {cycle.Repetitions} times: {steps}");
    }

    /// <summary>Writes one step from its numbers, not from the text that its user wrote.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The step as text.</returns>
    public static string WriteStep(ProtocolStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var text = new System.Text.StringBuilder(WriteControl(step));
        if (step.Temperature is { } temperature)
        {
            text.Append(" at ").Append(QuantityText.Temperature(temperature));
        }

        if (step.Irradiance > 0 && step.Control.Kind != ControlKind.Rest)
        {
            text.Append(" under ").Append(QuantityText.Irradiance(step.Irradiance));
        }

        if (step.Pressure is { } pressure && (step.Control.Kind != ControlKind.Rest || step.Irradiance > 0))
        {
            text.Append(" at ").Append(QuantityText.Pressure(pressure));
        }

        if (double.IsFinite(step.Duration) && step.Duration > 0)
        {
            text.Append(" for ").Append(QuantityText.Time(step.Duration));
        }

        if (step.Limits.Count > 0)
        {
            text.Append(double.IsFinite(step.Duration) ? " or until " : " until ")
                .AppendJoin(" or ", step.Limits.Select(l => WriteLimit(l, step)));
        }

        if (step.Period is { } period)
        {
            text.Append(" (").Append(QuantityText.Time(period)).Append(" period)");
        }

        return text.ToString();
    }

    private static string WriteControl(ProtocolStep step)
    {
        var control = step.Control;
        if (control.Profile is { } profile)
        {
            var quantity = control.Kind switch { ControlKind.Power => "power", ControlKind.Voltage => "voltage", _ => "current" };
            var scale = profile.Scale == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" scaled by {profile.Scale:R}");
            return $"Run {quantity} profile {(profile.Name.Any(c => c is ' ' or ';' or '#' or '(' or ')') ? $"\"{profile.Name}\"" : profile.Name)}{scale}";
        }

        if (control.Kind == ControlKind.Rest)
        {
            return step.Irradiance > 0 ? $"Illuminate at {QuantityText.Irradiance(step.Irradiance)}"
                : step.Pressure is { } pressure ? $"Press at {QuantityText.Pressure(pressure)}" : "Rest";
        }

        var verb = step.Direction == StepDirection.None ? "Hold" : step.Direction.ToString();
        var value = control.Kind == ControlKind.Voltage ? control.Value : Math.Abs(control.Value);
        return $"{verb} at {QuantityText.Of(control.Kind, value)}";
    }

    private static string WriteLimit(Limit limit, ProtocolStep step)
    {
        var sign = limit.Sense == LimitRules.DefaultSense(limit.Kind, step.Direction, step.Control.Kind)
            ? ""
            : limit.Sense == LimitSense.Above ? "> " : "< ";
        return sign + limit.Kind switch
        {
            LimitKind.Voltage => QuantityText.Of(ControlKind.Voltage, limit.Value),
            LimitKind.Current => QuantityText.Of(ControlKind.Current, limit.Value),
            LimitKind.CRate => QuantityText.Of(ControlKind.CRate, limit.Value),
            LimitKind.ArealCurrent => QuantityText.Of(ControlKind.ArealCurrent, limit.Value),
            LimitKind.Capacity => QuantityText.Charge(limit.Value),
            LimitKind.CapacityShare => QuantityText.Share(limit.Value) + " capacity",
            LimitKind.Energy => QuantityText.Energy(limit.Value),
            _ => QuantityText.Temperature(limit.Value),
        };
    }

    private static string WriteTermination(Termination end) => end.Kind switch
    {
        TerminationKind.CapacityShare => QuantityText.Share(end.Value) + " capacity",
        TerminationKind.Capacity => QuantityText.Charge(end.Value) + " capacity",
        TerminationKind.Energy => QuantityText.Energy(end.Value),
        TerminationKind.Time => QuantityText.Time(end.Value),
        TerminationKind.VoltageRise => "> " + QuantityText.Of(ControlKind.Voltage, end.Value),
        TerminationKind.Short => "short",
        _ => QuantityText.Of(ControlKind.Voltage, end.Value),
    };
}
