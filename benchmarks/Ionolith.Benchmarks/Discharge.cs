using System.Diagnostics;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library;

namespace Ionolith.Benchmarks;

/// <summary>Times a discharge and measures its error.</summary>
public static class Discharge
{
    private const int Points = 400;
    private const double TightTolerance = 1e-8;

    /// <summary>Measures a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="repetitions">Timed repetitions after the warm-up.</param>
    /// <returns>The row.</returns>
    public static BenchRow Measure(DischargeCase @case, int repetitions = 200)
    {
        ArgumentNullException.ThrowIfNull(@case);
        CellDescription cell = CellLibrary.LoadCell(@case.Cell).Require() with { Mesh = @case.Mesh };
        Protocol protocol = ProtocolOf(@case.Step);
        SimulationOptions options = Lean(@case.RelativeTolerance, @case.AbsoluteTolerance);
        PropertyCache cache = new();
        CellSimulation simulation = new(cell, protocol, options, cache);
        SimulationResult result = simulation.Run();
        double median = Median(() => simulation.Run(), repetitions);
        double end = result.Steps[0].Time.End, error = Error(cell, protocol, options, cache, end);
        SolverStatistics s = result.Statistics;
        return new(@case.Id, @case.What, s.Unknowns, @case.RelativeTolerance, @case.AbsoluteTolerance, s.Steps, s.NewtonIterations, median, error,
            $"ends at {end:0.00} s");
    }

    /// <summary>A protocol of one step or item.</summary>
    /// <param name="text">The item.</param>
    /// <returns>The protocol.</returns>
    public static Protocol ProtocolOf(string text) => ProtocolParser.Parse([text], new ProtocolFiles(""), []).Protocol
        ?? throw new ArgumentException($"'{text}' is no protocol.", nameof(text));

    /// <summary>Options that keep voltage, current, charge and energy at every step and nothing else.</summary>
    /// <param name="relative">Relative tolerance.</param>
    /// <param name="absolute">Absolute tolerance.</param>
    /// <returns>The options.</returns>
    public static SimulationOptions Lean(double relative, double absolute) =>
        new() { RelativeTolerance = relative, AbsoluteTolerance = absolute, Losses = false, Profiles = 0 };

    /// <summary>Largest difference of the voltage from a reference run of the same or another mesh, mV, up to 98 % of the discharge.</summary>
    internal static double Error(
        CellDescription cell, Protocol protocol, SimulationOptions options, PropertyCache cache, double end, CellDescription? reference = null)
    {
        SimulationOptions tight = options with { RelativeTolerance = TightTolerance, AbsoluteTolerance = TightTolerance / 100 };
        double[] exact = Sample(reference ?? cell, protocol, tight, cache, end), here = Sample(cell, protocol, options, cache, end);
        double largest = 0;
        for (int k = 1; k < Math.Min(exact.Length, here.Length); k++)
        {
            largest = Math.Max(largest, Math.Abs(exact[k] - here[k]));
        }

        return largest * 1e3;
    }

    /// <summary>Median of the times of a run, ms, after a warm-up that lets the compiler finish.</summary>
    internal static double Median(Action run, int repetitions)
    {
        // The run-time compiles what runs often anew, in the background and after a delay: warm-up is a matter of time, not of runs.
        long warm = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(warm).TotalSeconds < 1)
        {
            run();
        }

        double[] times = new double[repetitions];
        for (int k = 0; k < repetitions; k++)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            times[k] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[repetitions / 2];
    }

    private static double[] Sample(CellDescription cell, Protocol protocol, SimulationOptions options, PropertyCache cache, double end)
    {
        double period = 0.98 * end / Points;
        ProtocolStep step = protocol.Cycles[0].Steps[0] with { Period = period, Duration = 0.98 * end };
        TimeSeries series = new CellSimulation(cell, protocol with { Cycles = [new Cycle([step])] }, options, cache).Run().Series;
        return [.. Enumerable.Range(0, series.Count)
            .Where(i => i == 0 || series.Time[i] > series.Time[i - 1])
            .Where(i => Math.Abs((series.Time[i] / period) - Math.Round(series.Time[i] / period)) < 1e-6)
            .Select(i => series.Voltage[i])];
    }
}
