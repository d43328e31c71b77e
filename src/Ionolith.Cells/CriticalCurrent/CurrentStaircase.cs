using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.CriticalCurrent;

/// <summary>A staircase of currents on a symmetric cell: at each current one half-cycle each way, then the next higher one.</summary>
public sealed record CurrentStaircase
{
    /// <summary>Most steps; beyond, a staircase is a mistake.</summary>
    public const int MostSteps = 10_000;

    /// <summary>First current density, A/m2; positive.</summary>
    public double Start { get; init; } = 1;

    /// <summary>What is added from step to step, A/m2; zero or positive.</summary>
    public double Increment { get; init; } = 1;

    /// <summary>By what a current is multiplied before the increment is added, 1; one or more.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>Duration of each half-cycle, s; positive.</summary>
    public double StepTime { get; init; } = 3600;

    /// <summary>Highest current density, A/m2: the staircase ends there if the cell has not.</summary>
    public double Most { get; init; } = 100;

    /// <summary>What is wrong with the staircase; empty: nothing.</summary>
    /// <returns>Sentences for a user.</returns>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        Positive(problems, Start / 10, "the first current (the step, if none is given)", "mA/cm2");
        Positive(problems, StepTime, "the step time", "s");
        Positive(problems, Most / 10, "the highest current", "mA/cm2");
        if (!(Increment >= 0) || !(Factor >= 1) || (Increment == 0 && Factor == 1))
        {
            problems.Add("the current must rise from step to step, or the staircase never ends: give a positive step or a factor above one");
        }
        else if (problems.Count == 0 && !(Most >= Start))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"the highest current, {Most / 10:R} mA/cm2, is below the first one, {Start / 10:R} mA/cm2"));
        }
        else if (problems.Count == 0 && Count() > MostSteps)
        {
            problems.Add($"the staircase has more than {MostSteps.ToString(CultureInfo.InvariantCulture)} steps: take larger ones or a lower highest current");
        }

        return problems;
    }

    /// <summary>The currents, A/m2, rising.</summary>
    /// <returns>One for each step.</returns>
    /// <exception cref="InvalidOperationException">The staircase is not valid.</exception>
    public IReadOnlyList<double> Currents()
    {
        if (Problems() is [var problem, ..])
        {
            throw new InvalidOperationException(problem);
        }

        return [.. Levels()];
    }

    /// <summary>The staircase as a protocol that ends at a short or at either cutoff voltage of the cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>One cycle for each current.</returns>
    internal Protocol For(CellDescription cell) =>
        new([.. Currents().Select(i => HalfCycles(i, StepTime, 1))], Ends(cell));

    /// <summary>Half-cycles each way.</summary>
    internal static Cycle HalfCycles(double current, double time, int repetitions)
    {
        ProtocolStep there = new()
        {
            Text = string.Create(CultureInfo.InvariantCulture, $"Discharge at {current / 10:0.####} mA/cm2"),
            Control = new Control(ControlKind.ArealCurrent, current),
            Direction = StepDirection.Discharge,
            Duration = time,
        };
        ProtocolStep back = there with
        {
            Text = string.Create(CultureInfo.InvariantCulture, $"Charge at {current / 10:0.####} mA/cm2"),
            Control = new Control(ControlKind.ArealCurrent, -current),
            Direction = StepDirection.Charge,
        };
        return new Cycle([there, back], repetitions);
    }

    /// <summary>What ends a test of a symmetric cell.</summary>
    internal static IReadOnlyList<Termination> Ends(CellDescription cell) =>
    [
        new(TerminationKind.Short, 0, "short"),
        new(TerminationKind.Voltage, cell.LowerCutoffVoltage, string.Create(CultureInfo.InvariantCulture, $"{cell.LowerCutoffVoltage:0.####} V")),
        new(TerminationKind.VoltageRise, cell.UpperCutoffVoltage, string.Create(CultureInfo.InvariantCulture, $"{cell.UpperCutoffVoltage:0.####} V")),
    ];

    /// <summary>Adds what is wrong with a value that must be positive and finite.</summary>
    internal static void Positive(List<string> problems, double value, string name, string unit)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name} must be positive and finite but is {value:G6} {unit}"));
        }
    }

    private int Count() => Levels().Take(MostSteps + 1).Count();

    // By multiples where the steps are equal, so that a current of many steps is still exact.
    private IEnumerable<double> Levels()
    {
        const double RoundOff = 1 + 1e-9;
        double level = Start;
        for (int k = 1; level <= Most * RoundOff; k++)
        {
            yield return level;
            level = Factor == 1 ? Start + (k * Increment) : (level * Factor) + Increment;
        }
    }
}
