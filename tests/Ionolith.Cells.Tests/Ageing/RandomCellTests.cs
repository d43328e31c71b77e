using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Xunit;

namespace Ionolith.Cells.Tests.Ageing;

/// <summary>Any laws on any interfaces of any cell, with any protocol: a run ends with a reason, everything in it is a number, and nothing is lost.</summary>
public sealed class RandomCellTests
{
    private const int CellsInBatch = 40;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Runs_of_random_cells_end_with_a_reason_and_keep_what_is_conserved(int batch)
    {
        for (int seed = batch * CellsInBatch; seed < (batch + 1) * CellsInBatch; seed++)
        {
            EndsWell(seed);
        }
    }

    private static void EndsWell(int seed)
    {
        Random random = new(seed);
        CellDescription cell = RandomCells.Cell(random);
        string[] text = RandomCells.Protocol(random, cell);
        Assert.DoesNotContain(cell.Validate(), p => p.Severity == ProblemSeverity.Error);
        SimulationResult run = new CellSimulation(cell, ProtocolParser.Parse(text, new ProtocolFiles("")).Protocol!).Run();
        string told = $"cell {seed} ({cell.Id}), {string.Join(" | ", text)}: {run.Status}, {run.Reason}";
        Assert.True(run.Status is SimulationStatus.Completed or SimulationStatus.CellLimit || run.Reason.Contains("look at the values of its laws", StringComparison.Ordinal), told);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-9, $"{b.Name} {b.RelativeError}: {told}"));
        TimeSeries s = run.Series;
        for (int i = 0; i < s.Count; i++)
        {
            Assert.True(i == 0 || s.Time[i] >= s.Time[i - 1], told);
            Assert.True(double.IsFinite(s.Voltage[i] + s.Current[i] + s.Temperature[i] + s.Energy[i]), $"row {i}: {told}");
            Assert.True(Math.Abs(s.OpenCircuitVoltage[i] - s.Voltage[i] - run.Losses!.Values.Sum(l => l[i])) < 1e-6 * Math.Max(1, Math.Abs(s.Voltage[i])), $"losses of row {i}: {told}");
        }

        Assert.All(run.Ageing?.Columns ?? [], c => Assert.True(c.Values.All(double.IsFinite), $"{c.Place} {c.Name}: {told}"));
    }
}
