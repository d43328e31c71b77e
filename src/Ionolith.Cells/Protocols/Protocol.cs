namespace Ionolith.Cells.Protocols;

/// <summary>What is done to a cell: steps in order, grouped in cycles.</summary>
/// <param name="Cycles">Cycles in order; a step that stands alone is a cycle of one step.</param>
/// <param name="Termination">Ends of the whole protocol, whichever comes first; may be empty.</param>
public sealed record Protocol(IReadOnlyList<Cycle> Cycles, IReadOnlyList<Termination> Termination)
{
    /// <summary>Number of cycles with repetitions counted.</summary>
    public long CycleCount => Cycles.Sum(c => (long)c.Repetitions);
}

/// <summary>Steps that belong together, done one or more times.</summary>
/// <param name="Steps">Steps in order; at least one.</param>
/// <param name="Repetitions">How often; at least one.</param>
public sealed record Cycle(IReadOnlyList<ProtocolStep> Steps, int Repetitions = 1);

/// <summary>One step: a control that is held until a limit is reached. A duration of zero only changes the surroundings.</summary>
public sealed record ProtocolStep
{
    /// <summary>The step as its user wrote it.</summary>
    public required string Text { get; init; }

    /// <summary>What is held.</summary>
    public required Control Control { get; init; }

    /// <summary>Whether the user said charge or discharge; decides the sense of a voltage limit.</summary>
    public StepDirection Direction { get; init; }

    /// <summary>Longest duration, s; infinite if the step has none.</summary>
    public double Duration { get; init; } = double.PositiveInfinity;

    /// <summary>Limits, whichever comes first; may be empty when there is a duration.</summary>
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    /// <summary>Interval of regular output rows, s; null: the rows that the solver chose.</summary>
    public double? Period { get; init; }

    /// <summary>Temperature of the surroundings during the step, K; null: as before.</summary>
    public double? Temperature { get; init; }

    /// <summary>Pressure on the stack from this step on, Pa; null: as before.</summary>
    public double? Pressure { get; init; }

    /// <summary>Power of the light that falls on the cell during the step, W/m2; zero: dark.</summary>
    public double Irradiance { get; init; }
}

/// <summary>Sense of a step.</summary>
public enum StepDirection
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>Lithium goes from the negative to the positive electrode; positive current.</summary>
    Discharge,

    /// <summary>Lithium goes from the positive to the negative electrode; negative current.</summary>
    Charge,
}

/// <summary>Which quantity a step holds.</summary>
public enum ControlKind
{
    /// <summary>Current of the cell, A; positive on discharge.</summary>
    Current,

    /// <summary>Current in units of the nominal capacity per hour, 1/h; positive on discharge.</summary>
    CRate,

    /// <summary>Current per geometric area, A/m2; positive on discharge.</summary>
    ArealCurrent,

    /// <summary>Terminal voltage, V.</summary>
    Voltage,

    /// <summary>Terminal power, W; positive on discharge.</summary>
    Power,

    /// <summary>Load resistance, ohm; positive on discharge.</summary>
    Resistance,

    /// <summary>No current.</summary>
    Rest,
}

/// <summary>What a step holds, constant or against time.</summary>
/// <param name="Kind">The quantity.</param>
/// <param name="Value">Its value in the SI unit of <paramref name="Kind"/>; the first one of a profile.</param>
/// <param name="Profile">Value against time since the start of the step; null: constant.</param>
public sealed record Control(ControlKind Kind, double Value, DriveCycle? Profile = null);

/// <summary>A measured or prescribed profile, linear between its points.</summary>
/// <param name="Name">Where it is from: the file's name.</param>
/// <param name="Times">Times since the start of the step, s; increasing, the first one 0.</param>
/// <param name="Values">Values in the SI unit of the control, scaled.</param>
/// <param name="Scale">Factor that turned the values of the file into <paramref name="Values"/>, 1.</param>
public sealed record DriveCycle(string Name, IReadOnlyList<double> Times, IReadOnlyList<double> Values, double Scale = 1);

/// <summary>Which quantity a limit watches.</summary>
public enum LimitKind
{
    /// <summary>Terminal voltage, V.</summary>
    Voltage,

    /// <summary>Magnitude of the current, A.</summary>
    Current,

    /// <summary>Magnitude of the current in C, 1/h.</summary>
    CRate,

    /// <summary>Magnitude of the areal current, A/m2.</summary>
    ArealCurrent,

    /// <summary>Charge passed in the step, C (A s).</summary>
    Capacity,

    /// <summary>Charge passed in the step as a share of the nominal capacity, 1.</summary>
    CapacityShare,

    /// <summary>Energy passed in the step, J.</summary>
    Energy,

    /// <summary>Cell temperature, K.</summary>
    Temperature,
}

/// <summary>Sense in which a limit is crossed.</summary>
public enum LimitSense
{
    /// <summary>The step ends when the quantity rises to the value.</summary>
    Above,

    /// <summary>The step ends when the quantity falls to the value.</summary>
    Below,

    /// <summary>The step ends when the quantity reaches the value from the side on which it is when the step starts.</summary>
    Crossing,
}

/// <summary>End of a step.</summary>
/// <param name="Kind">Quantity watched.</param>
/// <param name="Sense">Sense of crossing.</param>
/// <param name="Value">Limit in the SI unit of <paramref name="Kind"/>.</param>
/// <param name="Text">The limit as written ("2.5 V").</param>
public sealed record Limit(LimitKind Kind, LimitSense Sense, double Value, string Text);

/// <summary>What ends the whole protocol.</summary>
public enum TerminationKind
{
    /// <summary>Discharge capacity of a cycle as a share of that of the first cycle, 1.</summary>
    CapacityShare,

    /// <summary>Discharge capacity of a cycle, C (A s).</summary>
    Capacity,

    /// <summary>Energy of a cycle's discharge, J.</summary>
    Energy,

    /// <summary>Total time, s.</summary>
    Time,

    /// <summary>Terminal voltage falls to the value, V.</summary>
    Voltage,

    /// <summary>Terminal voltage rises to the value, V.</summary>
    VoltageRise,

    /// <summary>Lithium bridges the electrodes, also softly; without value.</summary>
    Short,
}

/// <summary>End of the whole protocol.</summary>
/// <param name="Kind">Quantity watched.</param>
/// <param name="Value">Limit in the SI unit of <paramref name="Kind"/>.</param>
/// <param name="Text">As written ("80 % capacity").</param>
public sealed record Termination(TerminationKind Kind, double Value, string Text);
