using Ionolith.Cells.Stack;

namespace Ionolith.Cells.CriticalCurrent;

/// <summary>What ended a test.</summary>
public enum TestEnd
{
    /// <summary>Nothing: the cell outlived the test.</summary>
    Survived,

    /// <summary>A filament bridged the electrolyte and leaks.</summary>
    SoftShort,

    /// <summary>A filament bridged the electrolyte.</summary>
    HardShort,

    /// <summary>The voltage reached a cutoff of the cell.</summary>
    VoltageLimit,

    /// <summary>Something else in the cell: contact lost, salt depleted, lithium used up.</summary>
    CellLimit,
}

/// <summary>Test of a symmetric cell at one pressure, temperature and thickness.</summary>
public sealed record CriticalCurrentResult
{
    /// <summary>The cell as it was tested.</summary>
    public required CellDescription Cell { get; init; }

    /// <summary>Duration of a half-cycle, s.</summary>
    public required double StepTime { get; init; }

    /// <summary>What ended the test.</summary>
    public required TestEnd End { get; init; }

    /// <summary>One sentence on the end.</summary>
    public required string Reason { get; init; }

    /// <summary>Current density at which it ended, A/m2: the critical one of a staircase; NaN where the cell outlived the test.</summary>
    public required double Current { get; init; }

    /// <summary>Current density of the last half-cycle, A/m2; of a life the one at which it was measured, whether the cell outlived the test or not.</summary>
    public double LastCurrent => Math.Abs(HalfCycles[^1].Current);

    /// <summary>Highest current density of which both half-cycles passed, A/m2; zero: none.</summary>
    public required double Sustained { get; init; }

    /// <summary>Charge of the half-cycle that ended the test, C/m2; NaN where the cell outlived it.</summary>
    public required double Charge { get; init; }

    /// <summary>Charge of a whole half-cycle at the current that ended the test, C/m2: the areal capacity to which it belongs.</summary>
    public double ArealCapacity => Current * StepTime;

    /// <summary>Duration of the test, s.</summary>
    public required double Time { get; init; }

    /// <summary>Charge passed in either direction in all, C/m2.</summary>
    public required double Passed { get; init; }

    /// <summary>The half-cycles; of a long test the last ones.</summary>
    public required IReadOnlyList<HalfCycle> HalfCycles { get; init; }

    /// <summary>Pressure, Pa.</summary>
    public double Pressure => Cell.StackPressure;

    /// <summary>Temperature, K.</summary>
    public double Temperature => Cell.Temperature;

    /// <summary>Thickness of the electrolyte, m.</summary>
    public double Thickness => SymmetricCell.Thickness(Cell);
}

/// <summary>One half-cycle of a test.</summary>
/// <param name="Current">Current density, A/m2; positive on discharge.</param>
/// <param name="Start">Start, s.</param>
/// <param name="End">End, s.</param>
/// <param name="StartVoltage">Voltage at the start, V.</param>
/// <param name="EndVoltage">Voltage at the end, V.</param>
public readonly record struct HalfCycle(double Current, double Start, double End, double StartVoltage, double EndVoltage);
