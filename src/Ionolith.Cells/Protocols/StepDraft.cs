namespace Ionolith.Cells.Protocols;

/// <summary>A step while it is read; finishing it decides the sense of its limits and checks that it can act and end.</summary>
internal sealed class StepDraft(string text)
{
    private readonly List<(int At, LimitSense? Sense, double Value, LimitKind Kind, string Text)> _limits = [];
    private double? _duration;
    private double? _period;
    private double? _temperature;
    private double? _pressure;
    private double? _irradiance;

    public int ActionPosition { get; set; }

    public string Action { get; set; } = "";

    public bool ActionKnown { get; set; } = true;

    /// <summary>A value to hold was there but wrong, so that none counts as missing.</summary>
    public bool ValueBroken { get; set; }

    /// <summary>A limit was there but wrong.</summary>
    public bool EndBroken { get; set; }

    public StepDirection Direction { get; set; }

    public Control? Control { get; set; }

    /// <summary>Whether the action itself is to illuminate, so that its value is a light.</summary>
    public bool IsLit { get; set; }

    public bool HasEnd => _duration is not null || _limits.Count > 0 || EndBroken;

    private bool Presses => Action.Equals("Press", StringComparison.OrdinalIgnoreCase);

    private bool HoldsVoltage => Control?.Kind == ControlKind.Voltage;

    private bool HoldsCurrent => Control?.Kind is ControlKind.Current or ControlKind.CRate or ControlKind.ArealCurrent;

    public void SetTemperature(Scanner scanner, int at, double value)
    {
        if (_temperature is not null)
        {
            scanner.Fail(at, "a second temperature: a step has one");
        }
        else if (value <= 0)
        {
            scanner.Fail(at, "a temperature at or below absolute zero: it must be above 0 K");
        }

        _temperature = value;
    }

    public void SetPressure(Scanner scanner, int at, double value)
    {
        if (_pressure is not null)
        {
            scanner.Fail(at, "a second pressure: a step has one");
        }
        else if (value < 0)
        {
            scanner.Fail(at, "a negative pressure: a stack can be pressed, not pulled");
        }

        _pressure = value;
    }

    public void SetLight(Scanner scanner, int at, double value)
    {
        if (_irradiance is not null)
        {
            scanner.Fail(at, "a second light: a step has one");
        }
        else if (value <= 0)
        {
            scanner.Fail(at, "the power of a light must be positive; a step that says nothing of light is dark");
        }

        _irradiance = value;
    }

    public void SetHeld(Scanner scanner, int at, double value, Measure measure)
    {
        var kind = measure switch
        {
            Measure.Current => ControlKind.Current,
            Measure.CRate => ControlKind.CRate,
            Measure.ArealCurrent => ControlKind.ArealCurrent,
            Measure.Voltage => ControlKind.Voltage,
            Measure.Power => ControlKind.Power,
            Measure.Resistance => ControlKind.Resistance,
            _ => (ControlKind?)null,
        };
        if (measure == Measure.Irradiance)
        {
            var light = scanner.Since(at);
            scanner.Fail(at, $"light is written 'under {light}', as in 'Charge at C/10 under {light}', or 'Illuminate at {light}' at open terminals");
            ValueBroken = true;
        }
        else if (IsLit)
        {
            scanner.Fail(at, $"Illuminate takes a power of light and leaves the terminals open; with a current write 'Charge at {scanner.Since(at)} under 100 mW/cm2'");
            ValueBroken = true;
        }
        else if (kind is null)
        {
            scanner.Fail(at, $"a {ProtocolUnits.Describe(measure).Name} cannot be held: after 'at' stands a current, C-rate, areal current, voltage, power, resistance, temperature or stack pressure");
            ValueBroken = true;
        }
        else if (Action.Equals("Rest", StringComparison.OrdinalIgnoreCase))
        {
            scanner.Fail(at, "Rest takes no value: its current is zero (a temperature is written 'at 45 degC')");
        }
        else if (Presses)
        {
            scanner.Fail(at, "Press takes a pressure, as in 'Press at 5 MPa'; no current flows in it");
            ValueBroken = true;
        }
        else if (Action is "Run")
        {
            scanner.Fail(at, "the values of a profile stand in its file: only a temperature may follow 'at', as in 'at 45 degC'");
        }
        else if (Control is not null)
        {
            scanner.Fail(at, "a second value to hold: a step holds one; split it in two steps");
        }
        else if (value < 0 && kind != ControlKind.Voltage)
        {
            scanner.Fail(at, $"a negative {ProtocolUnits.Describe(measure).Name}: write it positive and choose Charge or Discharge");
            ValueBroken = true;
        }
        else if (value == 0 && kind != ControlKind.Voltage)
        {
            scanner.Fail(at, $"a {ProtocolUnits.Describe(measure).Name} of zero {(kind == ControlKind.Resistance ? "is a short circuit; write 'Hold at 0 V for ...'" : "can never act; write 'Rest for ...'")}");
            ValueBroken = true;
        }
        else
        {
            var signed = Direction == StepDirection.Charge && kind != ControlKind.Voltage ? -value : value;
            Control = new Control(kind.Value, signed);
        }
    }

    public void SetDuration(Scanner scanner, int at, double value)
    {
        if (value <= 0)
        {
            scanner.Fail(at, $"a duration of {(value < 0 ? "less than " : "")}zero: the step could never act; it must be positive");
        }

        _duration = Math.Min(value, _duration ?? double.PositiveInfinity);
    }

    public void SetPeriod(Scanner scanner, int at, double value)
    {
        if (value <= 0)
        {
            scanner.Fail(at, "the period of output must be positive");
        }

        _period = value;
    }

    public void AddLimit(Scanner scanner, (int Limit, int Value) at, LimitSense? sense, double value, Measure measure)
    {
        var kind = measure switch
        {
            Measure.Voltage => LimitKind.Voltage,
            Measure.Current => LimitKind.Current,
            Measure.CRate => LimitKind.CRate,
            Measure.ArealCurrent => LimitKind.ArealCurrent,
            Measure.Charge => LimitKind.Capacity,
            Measure.Share => LimitKind.CapacityShare,
            Measure.Energy => LimitKind.Energy,
            Measure.Temperature => LimitKind.Temperature,
            _ => (LimitKind?)null,
        };
        if (kind is null)
        {
            scanner.Fail(at.Limit, $"a {ProtocolUnits.Describe(measure).Name} cannot end a step: a limit is a voltage, current, C-rate, areal current, capacity, energy, temperature or time");
            EndBroken = true;
        }
        else if (value <= 0 && kind != LimitKind.Voltage)
        {
            scanner.Fail(at.Limit, $"the limit '{scanner.Since(at.Limit)}' must be positive{(IsCurrent(kind.Value) ? "; limits on the current compare its magnitude" : "")}");
            EndBroken = true;
        }
        else
        {
            _limits.Add((at.Limit, sense, value, kind.Value, scanner.Since(at.Value)));
        }
    }

    /// <summary>Notes that a step which holds something does not say what.</summary>
    public void NoteMissingValue(Scanner scanner)
    {
        if (Presses && _pressure is null && !ValueBroken)
        {
            scanner.Fail(ActionPosition + Action.Length, "missing pressure: say how hard the stack is pressed, as in 'Press at 5 MPa'");
            return;
        }

        if (IsLit && _irradiance is null && !ValueBroken)
        {
            scanner.Fail(ActionPosition + Action.Length, "missing value: say how bright the light is, as in 'Illuminate at 100 mW/cm2 for 5 h'");
            return;
        }

        if (Control is null && ActionKnown && !ValueBroken)
        {
            var example = Action.Equals("Hold", StringComparison.OrdinalIgnoreCase) ? "4.2 V" : "1C";
            scanner.Fail(ActionPosition + Action.Length, $"missing value: say what is held, as in '{Action} at {example}'");
        }
    }

    /// <summary>The step, or null with its problems noted.</summary>
    public ProtocolStep? Finish(Scanner scanner)
    {
        if (Control is null || (Presses && _pressure is null) || (IsLit && _irradiance is null))
        {
            NoteMissingValue(scanner);
            return null;
        }

        var limits = new List<Limit>();
        var failed = false;
        foreach (var limit in _limits)
        {
            if (Refusal(limit.Kind, limit.Sense, limit.Text) is { } refusal)
            {
                scanner.Fail(limit.At, refusal);
                failed = true;
            }
            else
            {
                limits.Add(new Limit(limit.Kind, limit.Sense ?? LimitRules.DefaultSense(limit.Kind, Direction, Control.Kind), limit.Value, limit.Text));
            }
        }

        if (failed)
        {
            return null;
        }

        var duration = _duration ?? Control.Profile?.Times[^1] ?? double.PositiveInfinity;
        if (Presses && double.IsInfinity(duration) && limits.Count == 0)
        {
            duration = 0;
        }

        if (double.IsInfinity(duration) && limits.Count == 0)
        {
            scanner.Fail(ActionPosition, "this step has no end: add a limit such as 'until 2.5 V' or a duration such as 'for 1 hour'");
            return null;
        }

        return new ProtocolStep
        {
            Text = text,
            Control = Control,
            Direction = Direction,
            Duration = duration,
            Limits = limits,
            Period = _period,
            Temperature = _temperature,
            Pressure = _pressure,
            Irradiance = _irradiance ?? 0,
        };
    }

    private static bool IsCurrent(LimitKind kind) => kind is LimitKind.Current or LimitKind.CRate or LimitKind.ArealCurrent;

    /// <summary>Why a limit can never be reached in this step, or null.</summary>
    private string? Refusal(LimitKind kind, LimitSense? sense, string limit)
    {
        var constant = Control!.Profile is null;
        if (Control.Kind == ControlKind.Rest && kind is not (LimitKind.Voltage or LimitKind.Temperature))
        {
            return $"no current flows in a rest: '{limit}' can never be reached";
        }

        if (constant && HoldsCurrent && IsCurrent(kind))
        {
            return $"the step holds the current: the limit '{limit}' on it can never be reached";
        }

        if (constant && HoldsVoltage && kind == LimitKind.Voltage)
        {
            return $"the step holds the voltage: the limit '{limit}' on it can never be reached";
        }

        if (kind == LimitKind.Voltage && Direction == StepDirection.Charge && sense == LimitSense.Below)
        {
            return $"the voltage rises on charge: '{limit}' can never be reached; write it without '<'";
        }

        if (kind == LimitKind.Voltage && Direction == StepDirection.Discharge && sense == LimitSense.Above)
        {
            return $"the voltage falls on discharge: '{limit}' can never be reached; write it without '>'";
        }

        return sense == LimitSense.Below && kind is LimitKind.Capacity or LimitKind.CapacityShare or LimitKind.Energy
            ? $"what has passed in a step grows from zero: '{limit}' holds from its start; write it without '<'"
            : null;
    }
}

/// <summary>Sense of a limit that is written without an operator.</summary>
internal static class LimitRules
{
    /// <summary>
    /// A voltage is reached upwards on charge, downwards on discharge, from either side otherwise; a temperature from
    /// either side; a current downwards where the voltage is held and upwards elsewhere; what has passed only grows.
    /// </summary>
    public static LimitSense DefaultSense(LimitKind kind, StepDirection direction, ControlKind control) => kind switch
    {
        LimitKind.Voltage => direction switch
        {
            StepDirection.Charge => LimitSense.Above,
            StepDirection.Discharge => LimitSense.Below,
            _ => LimitSense.Crossing,
        },
        LimitKind.Temperature => LimitSense.Crossing,
        LimitKind.Current or LimitKind.CRate or LimitKind.ArealCurrent =>
            control == ControlKind.Voltage ? LimitSense.Below : LimitSense.Above,
        _ => LimitSense.Above,
    };
}
