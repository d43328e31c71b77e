using Ionolith.Cells.Ageing;
using Ionolith.Cells.LongRuns;
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
    /// <summary>Number of the step from 1 through the whole run.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Number of its cycle from 1.</summary>
    public int Cycle { get; init; } = 1;

    /// <summary>Charge that each cell has lost beside its terminals in the step, C.</summary>
    public IReadOnlyList<double> Leaked { get; init; } = [];

    /// <summary>Charge that each cell has lost beside its terminals from the start of the run to the end of the step, C.</summary>
    public IReadOnlyList<double> LeakedSoFar { get; init; } = [];

    /// <summary>Highest minus lowest voltage of a cell at the end, V.</summary>
    public double VoltageSpread => Voltages.Max() - Voltages.Min();

    /// <summary>Largest difference between two cells in the charge that they have lost by the end of the step, C: what must be balanced.</summary>
    public double Imbalance => LeakedSoFar.Count == 0 ? 0 : LeakedSoFar.Max() - LeakedSoFar.Min();

    /// <summary>How a step is written and read. Cycles are alike only where the same cell ends their steps.</summary>
    internal static StepFormat<SeriesStep> Format { get; } = new(
        Write, Read, static s => s.Cycle, static s => string.Create(CultureInfo.InvariantCulture, $"{s.Weakest}: {s.EndedBy}"));

    private static void Write(BinaryWriter writer, SeriesStep step)
    {
        writer.Write(step.Text);
        writer.Write(step.EndedBy);
        foreach (int number in new[] { step.Number, step.Cycle, step.Weakest })
        {
            writer.Write(number);
        }

        foreach (IReadOnlyList<double> values in new[] { [step.Start, step.End, step.Capacity, step.Energy], step.Voltages, step.Reserves, step.Leaked, step.LeakedSoFar })
        {
            StateFormat.Write(writer, [.. values]);
        }
    }

    private static SeriesStep Read(BinaryReader reader)
    {
        (string text, string endedBy) = (reader.ReadString(), reader.ReadString());
        (int number, int cycle, int weakest) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        double[] moved = StateFormat.ReadDoubles(reader);
        return new(text, moved[0], moved[1], weakest, endedBy, moved[2], moved[3], StateFormat.ReadDoubles(reader), StateFormat.ReadDoubles(reader))
        {
            Number = number,
            Cycle = cycle,
            Leaked = StateFormat.ReadDoubles(reader),
            LeakedSoFar = StateFormat.ReadDoubles(reader),
        };
    }
}

/// <summary>What a stack of cells in series did.</summary>
/// <param name="Steps">Steps carried out, in order; of a run that keeps only summaries, those of its first and last cycle.</param>
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

    /// <summary>Which rows and steps were kept.</summary>
    public OutputRows Rows { get; init; }

    /// <summary>Charge is that through each cell, energy and voltage are of the stack; of more than 4096 cycles the first ten, the last ten and between them every second, fourth, eighth ...</summary>
    public IReadOnlyList<CycleResult> Cycles { get; init; } = [];

    /// <summary>Number of cycles carried out.</summary>
    public int CycleCount => Cycles.Count == 0 ? 0 : Cycles[^1].Number;

    /// <summary>Every cycle, read one by one from where the run's journal has put them; null without a journal.</summary>
    public IEnumerable<CycleRow>? EveryCycle { get; init; }

    /// <summary>Voltage, charge lost beside the terminals and slow states of each cell that is unlike the others: fresh and at the ends of the cycles of <see cref="Cycles"/>.</summary>
    public AgeingSeries AtCycles { get; init; } = new([], [], []);

    /// <summary>Which cycles were extrapolated, and how large the error of that is; null where none was asked for.</summary>
    public AccelerationReport? Acceleration { get; init; }

    /// <summary>What is conserved, cell by cell.</summary>
    public IReadOnlyList<IReadOnlyList<Balance>> Balances { get; init; } = [];

    /// <summary>Charge that each cell has lost beside its terminals in the whole run, C.</summary>
    public IReadOnlyList<double> Leaked => Steps.Count == 0 ? new double[Cells.Count] : Steps[^1].LeakedSoFar;

    /// <summary>Largest difference between two cells in the charge that they have lost, at the end of the run, C: what must be balanced.</summary>
    public double Imbalance => Steps.Count == 0 ? 0 : Steps[^1].Imbalance;

    /// <summary>Times of the rows, s.</summary>
    public IReadOnlyList<double> Time => Cells[0].Time;

    /// <summary>Charge through each cell at the rows, C.</summary>
    public IReadOnlyList<double> Capacity => Cells[0].Capacity;

    /// <summary>Voltage of the stack at the rows, V: the sum of its cells.</summary>
    /// <returns>One value a row.</returns>
    public IReadOnlyList<double> StackVoltage() => [.. Enumerable.Range(0, Time.Count).Select(row => Cells.Sum(c => c.Voltage[row]))];
}
