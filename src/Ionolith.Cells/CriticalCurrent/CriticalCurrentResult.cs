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

    /// <summary>Voids have taken the contact between lithium and electrolyte.</summary>
    ContactLost,

    /// <summary>Something else in the cell, such as salt that is depleted.</summary>
    CellLimit,

    /// <summary>The lithium of one side is used up: nothing has failed, the foil is too thin for the half-cycle.</summary>
    LithiumUsedUp,

    /// <summary>The cell is beyond a cutoff or another limit from the first moment, and so would a fresh one be: the current is more than its resistance allows.</summary>
    LimitAtOnce,
}

/// <summary>Test of a symmetric cell at one pressure, temperature and thickness.</summary>
public sealed record CriticalCurrentResult
{
    // Relative rounding of a current that was divided by the area.
    private const double RoundOff = 1e-9;

    /// <summary>The cell as it was tested.</summary>
    public required CellDescription Cell { get; init; }

    /// <summary>Duration of a half-cycle, s.</summary>
    public required double StepTime { get; init; }

    /// <summary>What ended the test.</summary>
    public required TestEnd End { get; init; }

    /// <summary>One sentence on the end.</summary>
    public required string Reason { get; init; }

    /// <summary>Current density at which the cell failed, A/m2: the critical one of a staircase; NaN where it has not failed.</summary>
    public required double Current { get; init; }

    /// <summary>Whether something in the cell has failed: it neither outlived the test nor came to the end of its foil or, at once, of its voltages.</summary>
    public bool HasFailed => Failed(End);

    /// <summary>Current density of the last half-cycle, A/m2; of a life the one at which it was measured, whether the cell outlived the test or not.</summary>
    public required double LastCurrent { get; init; }

    /// <summary>Highest current density of which both half-cycles passed, A/m2; zero: none.</summary>
    public required double Sustained { get; init; }

    /// <summary>Charge of the half-cycle that ended the test, C/m2; NaN where the cell outlived it.</summary>
    public required double Charge { get; init; }

    /// <summary>Areal capacity of the test, C/m2: the most that has passed in one half-cycle at the last current density.</summary>
    public double ArealCapacity => HalfCycles.Where(h => Math.Abs(Math.Abs(h.Current) - LastCurrent) < RoundOff * LastCurrent).Select(h => LastCurrent * (h.End - h.Start)).DefaultIfEmpty(0).Max();

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

    /// <summary>Whether an end is a failure of the cell.</summary>
    /// <param name="end">The end.</param>
    /// <returns>Whether it is.</returns>
    internal static bool Failed(TestEnd end) => end is not (TestEnd.Survived or TestEnd.LithiumUsedUp or TestEnd.LimitAtOnce);

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
