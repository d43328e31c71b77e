using Ionolith.Cells.Design;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Cli;

/// <summary>Runs a protocol on a cell, as <see cref="CellSimulation"/> does.</summary>
/// <param name="cell">The cell.</param>
/// <param name="protocol">The protocol.</param>
/// <param name="options">Accuracy and output.</param>
/// <param name="progress">Told where the run is; null: nobody.</param>
/// <param name="journal">Keeps checkpoints; null: nobody.</param>
/// <param name="cancellation">Stops the run.</param>
/// <returns>The result.</returns>
public delegate SimulationResult Simulate(
    CellDescription cell, Protocol protocol, SimulationOptions options, IProgress<SimulationProgress>? progress, IRunJournal? journal, CancellationToken cancellation);

/// <summary>Runs a protocol on cells in series, as <see cref="SeriesStackSimulation"/> does.</summary>
/// <param name="cells">The cells.</param>
/// <param name="protocol">The protocol.</param>
/// <param name="options">Accuracy and output.</param>
/// <param name="progress">Told where the run is; null: nobody.</param>
/// <param name="journal">Keeps checkpoints; null: nobody.</param>
/// <param name="cancellation">Stops the run.</param>
/// <returns>The result.</returns>
public delegate SeriesResult SimulateSeries(
    IReadOnlyList<CellDescription> cells, Protocol protocol, SimulationOptions options, IProgress<SimulationProgress>? progress, IRunJournal? journal, CancellationToken cancellation);

/// <summary>What the commands stand on; a test gives its own.</summary>
public sealed record CliServices
{
    /// <summary>Where cells come from.</summary>
    public required ICellSource Cells { get; init; }

    /// <summary>What runs them.</summary>
    public Simulate Simulate { get; init; } = (cell, protocol, options, progress, journal, cancellation) =>
        new CellSimulation(cell, protocol, options).Run(progress, journal, cancellation);

    /// <summary>What runs cells in series.</summary>
    public SimulateSeries SimulateSeries { get; init; } = (cells, protocol, options, progress, journal, cancellation) =>
        new SeriesStackSimulation(cells, options).Run(protocol, progress, journal, cancellation);

    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether standard output is a terminal, which shows colours.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal, which shows progress.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Width of the terminal in characters.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Set by Ctrl-C.</summary>
    public CancellationToken Interrupt { get; init; }
}

/// <summary>How the program ends.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The run failed or was stopped.</summary>
    public const int Failed = 1;

    /// <summary>The input is wrong.</summary>
    public const int BadInput = 2;
}
