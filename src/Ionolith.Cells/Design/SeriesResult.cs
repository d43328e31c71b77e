using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Design;

/// <summary>One step of a stack of cells in series.</summary>
/// <param name="Text">The step as written.</param>
/// <param name="Start">Start, s.</param>
/// <param name="End">End, s.</param>
/// <param name="Weakest">Number from 1 of the cell that ended it.</param>
/// <param name="EndedBy">Why that cell ended it.</param>
/// <param name="Capacity">Charge through each cell, C; positive on discharge.</param>
/// <param name="Energy">Energy of the stack, J; positive on discharge.</param>
/// <param name="Voltages">Voltage of each cell at the end, V.</param>
/// <param name="Reserves">Charge that each cell alone could have passed beyond the end of the step, C, with the sign of the step; zero for the weakest. NaN in a step that couples the cells.</param>
public sealed record SeriesStep(
    string Text, double Start, double End, int Weakest, string EndedBy, double Capacity, double Energy, IReadOnlyList<double> Voltages, IReadOnlyList<double> Reserves)
{
    /// <summary>Number of its cycle from 1.</summary>
    public int Cycle { get; init; } = 1;

    /// <summary>Charge that each cell has lost beside its terminals in the step, C.</summary>
    public IReadOnlyList<double> Leaked { get; init; } = [];

    /// <summary>Charge that each cell has lost beside its terminals from the start of the run to the end of the step, C.</summary>
    public IReadOnlyList<double> LeakedSoFar { get; init; } = [];

    /// <summary>Highest minus lowest voltage of a cell at the end, V.</summary>
    public double VoltageSpread => Voltages.Max() - Voltages.Min();
}

/// <summary>What a stack of cells in series did.</summary>
/// <param name="Steps">Steps carried out, in order.</param>
/// <param name="Cells">Rows of each cell; all have the same times.</param>
public sealed record SeriesResult(IReadOnlyList<SeriesStep> Steps, IReadOnlyList<TimeSeries> Cells)
{
    /// <summary>How the run ended.</summary>
    public SimulationStatus Status { get; init; }

    /// <summary>One sentence on how the run ended.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What was run.</summary>
    public Protocol Protocol { get; init; } = new([], []);

    /// <summary>The cells.</summary>
    public IReadOnlyList<CellDescription> Descriptions { get; init; } = [];

    /// <summary>One entry for each cycle; charge is that through each cell, energy and voltage are of the stack.</summary>
    public IReadOnlyList<CycleResult> Cycles { get; init; } = [];

    /// <summary>What is conserved, cell by cell.</summary>
    public IReadOnlyList<IReadOnlyList<Balance>> Balances { get; init; } = [];

    /// <summary>Charge that each cell has lost beside its terminals by the end of a step, C.</summary>
    /// <param name="step">Index of the step from 0; negative: before the first.</param>
    /// <returns>One value a cell.</returns>
    public IReadOnlyList<double> LeakedBy(int step) => step < 0 ? new double[Cells.Count] : Steps[step].LeakedSoFar;

    /// <summary>Largest difference between two cells in the charge that they have lost, by the end of a step, C: what must be balanced.</summary>
    /// <param name="step">Index of the step from 0; negative: before the first.</param>
    /// <returns>The imbalance.</returns>
    public double ImbalanceBy(int step)
    {
        IReadOnlyList<double> leaked = LeakedBy(step);
        return leaked.Max() - leaked.Min();
    }

    /// <summary>Times of the rows, s.</summary>
    public IReadOnlyList<double> Time => Cells[0].Time;

    /// <summary>Charge through each cell at the rows, C.</summary>
    public IReadOnlyList<double> Capacity => Cells[0].Capacity;

    /// <summary>Voltage of the stack at the rows, V: the sum of its cells.</summary>
    /// <returns>One value a row.</returns>
    public IReadOnlyList<double> StackVoltage() => [.. Enumerable.Range(0, Time.Count).Select(row => Cells.Sum(c => c.Voltage[row]))];
}
