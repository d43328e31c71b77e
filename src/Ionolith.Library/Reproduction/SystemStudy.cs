using Ionolith.Cells.Design;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;

namespace Ionolith.Library.Reproduction;

/// <summary>The runs behind a system's figures with all their rows, and a rate test of each of its cells.</summary>
/// <param name="System">The system.</param>
/// <param name="Runs">The runs that its claims ask for, each once.</param>
/// <param name="RateTests">One for each cell with an electrode of particles.</param>
public sealed record SystemStudy(ReviewSystem System, IReadOnlyList<ClaimRun> Runs, IReadOnlyList<RateTest> RateTests)
{
    /// <summary>Its statements as comparisons, side by side.</summary>
    public IReadOnlyList<Counterfactual> Counterfactuals { get; init; } = [];

    /// <summary>Rates of a rate test, 1/h of the nominal capacity.</summary>
    public static IReadOnlyList<double> Rates { get; } = [0.1, 0.2, 0.5, 1, 2, 5, 10];

    /// <summary>Runs a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="laboratory">Where its cells are loaded.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="cancellation">Stops the runs.</param>
    /// <returns>The runs; those that cannot be carried out are left out, as their claims tell why.</returns>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static SystemStudy Of(ReviewSystem system, Laboratory laboratory, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(laboratory);
        var wanted = system.Claims
            .SelectMany(c => c.Compute is null ? [] : RunsOf(c.Compute).Select(r => (Claim: c.Id, Run: r)))
            .GroupBy(r => Key(r.Run), StringComparer.Ordinal)
            .ToList();
        var cells = system.Cells.Select(c => Load(c, laboratory)).OfType<CellDescription>().Where(c => c.Layers.OfType<PorousElectrode>().Any()).ToList();
        var runs = new SimulationResult?[wanted.Count + (cells.Count * Rates.Count)];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, runs.Length, parallel, i =>
        {
            int rate = i - wanted.Count;
            runs[i] = rate < 0
                ? Run(() => laboratory.Cell(wanted[i].First().Run.Cell), wanted[i].First().Run.Protocol, cancellation)
                : Run(() => Full(cells[rate / Rates.Count]), RateProtocol(Rates[rate % Rates.Count]), cancellation);
        });
        var ran = wanted.Select((w, i) => (w.Key, Result: runs[i])).ToDictionary(w => w.Key, w => w.Result, StringComparer.Ordinal);
        return new SystemStudy(
            system,
            [.. wanted.Select((w, i) => (Group: w, Result: runs[i])).Where(r => r.Result is not null)
                .Select(r => new ClaimRun([.. r.Group.Select(g => g.Claim).Distinct(StringComparer.Ordinal)], r.Group.First().Run.Cell.Settings, r.Result!))],
            [.. cells.Select((c, k) => new RateTest(c, [.. Rates.Select((r, j) => new RatePoint(r, runs[wanted.Count + (k * Rates.Count) + j]))]))])
        {
            Counterfactuals = [.. system.Claims.Select(c => Counterfactual.Of(c, laboratory, r => ran.GetValueOrDefault(Key(r)))).OfType<Counterfactual>()],
        };
    }

    private static string Key(RunMeasurement run) => string.Join('\0', (string[])[run.Cell.Name, .. run.Cell.Settings, "", run.Protocol.ToString()]);

    /// <summary>The runs that a measurement is made of.</summary>
    internal static IEnumerable<RunMeasurement> RunsOf(IMeasurement measurement) =>
        measurement is RunMeasurement run ? [run] : measurement.Parts.SelectMany(RunsOf);

    private static CellProtocol RateProtocol(double rate) =>
        new([string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $"Discharge at {rate}C until lower cutoff")], "");

    private static CellDescription Full(CellDescription cell) => LithiumExchange.Move(cell, LithiumExchange.ToFull(cell));

    private static CellDescription? Load(string name, Laboratory laboratory)
    {
        try
        {
            return laboratory.Cell(new MeasuredSubject(true, name, []));
        }
        catch (MeasurementException)
        {
            return null;
        }
    }

    private static SimulationResult? Run(Func<CellDescription> load, CellProtocol protocol, CancellationToken cancellation)
    {
        try
        {
            var cell = load();

            // Of thousands of cycles those that are simulated show the curves.
            var options = new SimulationOptions { Losses = false, Profiles = 0, Acceleration = protocol.IsLong ? new Acceleration() : null };
            var result = new CellSimulation(cell, protocol.For(cell), options).Run(null, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return result;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }
}

/// <summary>A run that claims ask for, with all its rows.</summary>
/// <param name="Claims">Ids of the claims.</param>
/// <param name="Settings">Values of the cell that are replaced; may be empty.</param>
/// <param name="Result">The run.</param>
public sealed record ClaimRun(IReadOnlyList<string> Claims, IReadOnlyList<string> Settings, SimulationResult Result);

/// <summary>Discharges of one cell at several rates, each from the full cell at rest.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Points">One for each rate, increasing.</param>
public sealed record RateTest(CellDescription Cell, IReadOnlyList<RatePoint> Points);

/// <summary>One discharge of a rate test.</summary>
/// <param name="Rate">Rate, 1/h of the nominal capacity.</param>
/// <param name="Result">The discharge; null where it could not be run.</param>
public sealed record RatePoint(double Rate, SimulationResult? Result)
{
    /// <summary>Charge delivered, C per m2 of geometric area; NaN where it could not be run.</summary>
    public double Capacity => Result is { } result ? result.NetDischarge / result.Cell.Area : double.NaN;
}
