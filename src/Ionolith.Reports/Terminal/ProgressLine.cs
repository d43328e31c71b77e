using System.Diagnostics;
using Ionolith.Cells.Simulation;

namespace Ionolith.Reports.Terminal;

/// <summary>One line on a terminal that tells where a run is; it is written over and leaves nothing behind.</summary>
/// <remarks>
/// It appears only after a fifth of a second, so that short runs show none, and is renewed at most ten times a second. The stopwatch
/// decides only when it is drawn; no result depends on it.
/// </remarks>
/// <param name="writer">The terminal.</param>
/// <param name="width">Width of the terminal in characters.</param>
public sealed class ProgressLine(TextWriter writer, int width) : IProgress<SimulationProgress>, IDisposable
{
    private const long FirstAfter = 200;
    private const long Every = 100;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _next = FirstAfter;
    private int _shown;

    /// <inheritdoc/>
    public void Report(SimulationProgress value)
    {
        if (_clock.ElapsedMilliseconds < _next)
        {
            return;
        }

        var cycles = value.CycleCount > 1 ? string.Create(CultureInfo.InvariantCulture, $"cycle {value.Cycle}/{value.CycleCount}, ") : "";
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{cycles}step {value.Step} ({value.StepText}): {Numbers.Duration(value.Time)}, {value.Voltage:F3} V  [Ctrl-C stops and keeps what is there]");
        Report(line);
    }

    /// <summary>Shows a line where it is time to; may be called from several threads.</summary>
    /// <param name="line">The line.</param>
    public void Report(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        lock (_clock)
        {
            if (_clock.ElapsedMilliseconds >= _next)
            {
                _next = _clock.ElapsedMilliseconds + Every;
                Show(line.Length < width ? line : line[..Math.Max(0, width - 1)]);
            }
        }
    }

    /// <summary>Wipes the line.</summary>
    public void Dispose()
    {
        if (_shown > 0)
        {
            Show("");
            writer.Write('\r');
            writer.Flush();
        }
    }

    private void Show(string line)
    {
        writer.Write('\r');
        writer.Write(line.PadRight(_shown));
        writer.Flush();
        _shown = line.Length;
    }
}
