using System.Diagnostics;
using System.Reflection;

namespace Ionolith.Benchmarks;

/// <summary>From the start of a process to the printed result of one discharge.</summary>
public static class ColdStart
{
    /// <summary>Id of the case.</summary>
    public const string Id = "cold-start";

    private const int Repetitions = 9;

    /// <summary>Starts the running program anew and times it.</summary>
    /// <returns>The row; its time is the wall time of a process.</returns>
    /// <exception cref="InvalidOperationException">The program cannot start itself, or its run failed.</exception>
    public static BenchRow Measure()
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of the running program is unknown.");
        List<string> arguments = ["run", "marquis2019", "--protocol", "Discharge at 1C until 3.105 V"];
        if (string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.OrdinalIgnoreCase))
        {
            arguments.Insert(0, Assembly.GetEntryAssembly()!.Location);
        }

        double[] times = new double[Repetitions];
        Run(program, arguments);
        for (int k = 0; k < Repetitions; k++)
        {
            long start = Stopwatch.GetTimestamp();
            Run(program, arguments);
            times[k] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return new(Id, "process start to printed result, marquis2019 at 1C, losses and table included", 0, 1e-4, 1e-6, 0, 0, times[Repetitions / 2],
            double.NaN, $"{times[0]:0} to {times[^1]:0} ms over {Repetitions} processes");
    }

    private static void Run(string program, List<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })
            ?? throw new InvalidOperationException($"'{program}' could not be started.");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program}' ended with code {process.ExitCode}.");
        }
    }
}
