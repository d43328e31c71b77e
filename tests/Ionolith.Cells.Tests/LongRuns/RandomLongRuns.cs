using Ionolith.Cells.Ageing;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Ageing;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>Cells whose interfaces age in a random way, at a rate that shows within their cycles.</summary>
internal static class RandomLongRuns
{
    // Steps in a cycle beyond which hundreds of them take too long for a test.
    private const int MostSteps = 250;

    public static (CellDescription Cell, Protocol Protocol, string Laws) Draw(int seed)
    {
        // Values that would kill the cell in its first cycles, or show nothing in hundreds, are drawn again.
        Random random = new(seed);
        while (true)
        {
            AgeingMechanism[] anode = RandomLaws.At(AgeingPlaces.Lithium, 2, random), host = RandomLaws.At(AgeingPlaces.Host, 2, random);
            CellDescription cell = LongRunCells.Lithium(anode, host);
            cell = cell with { Mesh = cell.Mesh with { SingleParticle = true }, StackPressure = 5e6 };
            const string Cycle = "Discharge at 0.5C until 3.2 V; Charge at 0.5C until 3.8 V";
            if (anode.Length + host.Length == 0 || cell.Validate().Any(p => p.Severity == ProblemSeverity.Error))
            {
                continue;
            }

            SimulationResult look = LongRunCells.Run(cell, LongRunCells.Read($"Repeat 24 times: {Cycle}"), accelerate: false);
            if (look.Status != SimulationStatus.Completed || look.Statistics.Steps > 24 * MostSteps)
            {
                continue;
            }

            double first = look.Cycles[0].Discharge, left = look.Cycles[^1].Discharge / first;
            if (left is > 0.6 and < 0.9995)
            {
                return (cell, LongRunCells.Read($"Repeat {random.Next(200, 401)} times: {Cycle}"), string.Join('+', anode.Concat(host).Select(m => m.Card.Law)));
            }
        }
    }
}
