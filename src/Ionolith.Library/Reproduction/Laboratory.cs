using System.Collections.Concurrent;
using Ionolith.Cells.CriticalCurrent;
using Ionolith.Cells.Design;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Library.Reproduction.Measurements;

namespace Ionolith.Library.Reproduction;

/// <summary>Where measurements load cells and materials and run them; what several need is done once.</summary>
/// <remarks>Thread-safe. A laboratory with changed values shares with the one that it came from all that the changes do not touch.</remarks>
public sealed class Laboratory
{
    private const double LongRunError = 2e-3;
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<string, string> _changes;
    private readonly Store _store;
    private readonly CancellationToken _cancellation;

    /// <summary>Opens a laboratory with the values of the files.</summary>
    /// <param name="cancellation">Stops its runs.</param>
    public Laboratory(CancellationToken cancellation = default)
        : this(new Store(), None, cancellation)
    {
    }

    private Laboratory(Store store, IReadOnlyDictionary<string, string> changes, CancellationToken cancellation)
    {
        _store = store;
        _changes = changes;
        _cancellation = cancellation;
    }

    /// <summary>The same laboratory with some values changed.</summary>
    /// <param name="changes">New texts by <see cref="SourcedValue.Place"/>.</param>
    /// <returns>A laboratory that shares the runs that the changes do not touch.</returns>
    public Laboratory With(IReadOnlyDictionary<string, string> changes) => new(_store, changes, _cancellation);

    /// <summary>Every value of a cell or a material as its files have it, without the changes.</summary>
    /// <param name="subject">The cell, with the values that a measurement replaces, or the material.</param>
    /// <returns>The values.</returns>
    /// <exception cref="MeasurementException">It cannot be read; the message lists all problems.</exception>
    public IReadOnlyList<SourcedValue> Values(MeasuredSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.IsCell ? Cell(subject, None).Values : Material(subject.Name, None).Values;
    }

    /// <summary>Loads a material.</summary>
    /// <param name="name">Id or file.</param>
    /// <returns>The material, with the changed values.</returns>
    /// <exception cref="MeasurementException">It cannot be read; the message lists all problems.</exception>
    public LibraryMaterial Material(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Material(name, Relevant(Material(name, None).Values));
    }

    /// <summary>Loads a cell.</summary>
    /// <param name="subject">The cell, with the values that the measurement replaces.</param>
    /// <returns>The cell, with the changed values.</returns>
    /// <exception cref="MeasurementException">It cannot be read; the message lists all problems.</exception>
    public CellDescription Cell(MeasuredSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Cell(subject, Relevant(Cell(subject, None).Values));
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="subject">The cell.</param>
    /// <param name="protocol">What is run.</param>
    /// <param name="mayEnd">Whether a cell that ends before its protocol is a result.</param>
    internal SimulationResult Run(MeasuredSubject subject, CellProtocol protocol, bool mayEnd = false)
    {
        _cancellation.ThrowIfCancellationRequested();
        var changes = Relevant(Cell(subject, None).Values);
        string key = $"{Key(subject.Name, subject.Settings, changes)}\0{protocol.Folder}\0{mayEnd}\0{string.Join('\0', protocol.Items)}";
        return _store.Runs.GetOrAdd(key, _ => new(() => Simulate(Cell(subject, changes), protocol, mayEnd))).Value;
    }

    /// <summary>Tests a symmetric cell.</summary>
    internal CriticalCurrentResult Test(MeasuredSubject subject, Func<CellDescription, PropertyCache, CancellationToken, CriticalCurrentResult> test)
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            return test(Cell(subject), _store.Properties, _cancellation);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new MeasurementException($"{subject.Name}: {e.Message}", e);
        }
    }

    /// <summary>The real stack of a cell, with its energy and, where asked for, its pulse power.</summary>
    internal StackDesign Design(MeasuredSubject subject, bool withPower)
    {
        _cancellation.ThrowIfCancellationRequested();
        var changes = Relevant(Cell(subject, None).Values);
        string key = $"{Key(subject.Name, subject.Settings, changes)}\0{withPower}";
        return _store.Designs.GetOrAdd(key, _ => new(() =>
        {
            var cell = Cell(subject, changes);
            var construction = CellLibrary.ConstructionOf(cell);
            return withPower
                ? StackDesign.Of(cell, construction, new DesignOptions { RagoneRates = [] }, _store.Properties, _cancellation)
                : StackDesign.OfEnergy(cell, construction, null, _store.Properties, _cancellation);
        })).Value;
    }

    private static string Key(string name, IReadOnlyList<string> settings, Dictionary<string, string> changes) =>
        string.Join('\0', [name, .. settings, "", .. changes.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}")]);

    /// <summary>1C stays the same current per active mass where a change alters the loading and the file states the capacity per area or in total.</summary>
    private static CellDescription WithNominalCapacity(CellDescription changed, CellDescription described)
    {
        double ratio = Loading(changed) / Loading(described);
        bool follows = changed.NominalCapacity != described.NominalCapacity;
        return follows || !double.IsFinite(ratio) ? changed : changed with { NominalCapacity = described.NominalCapacity * ratio };
    }

    private static double Loading(CellDescription cell) =>
        cell.Layers.OfType<PorousElectrode>().LastOrDefault() is { } electrode ? cell.Area * ElectrodeLoading.Of(electrode) : double.NaN;

    private static PathOverride Override(string setting) =>
        PathOverride.TryParse(setting, out var change, out string error) ? change : throw new MeasurementException(error);

    /// <summary>The changes that touch any of these values.</summary>
    private Dictionary<string, string> Relevant(IReadOnlyList<SourcedValue> values)
    {
        if (_changes.Count == 0)
        {
            return None;
        }

        var places = values.Select(v => v.Place).ToHashSet(StringComparer.Ordinal);
        return _changes.Where(c => places.Contains(c.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private CellDescription Cell(MeasuredSubject subject, Dictionary<string, string> changes) =>
        _store.Cells.GetOrAdd(Key(subject.Name, subject.Settings, changes), _ => new(() =>
        {
            var read = CellLibrary.LoadCell(subject.Name, [.. subject.Settings.Select(Override)], changes);
            var cell = read.Cell ?? throw new MeasurementException(string.Join("; ", read.Problems));
            return changes.Count == 0 ? cell : WithNominalCapacity(cell, Cell(subject, None));
        })).Value;

    private LibraryMaterial Material(string name, Dictionary<string, string> changes) =>
        _store.Materials.GetOrAdd(Key(name, [], changes), _ => new(() =>
        {
            var read = CellLibrary.LoadMaterial(name, changes);
            return read.Material ?? throw new MeasurementException(string.Join("; ", read.Problems));
        })).Value;

    private SimulationResult Simulate(CellDescription cell, CellProtocol items, bool mayEnd)
    {
        var protocol = items.For(cell);

        // Between simulated cycles slow states are extrapolated, well within the 1 % to which figures are fitted.
        var options = new SimulationOptions
        {
            Rows = OutputRows.StepEnds,
            Losses = false,
            Profiles = 0,
            Attribution = mayEnd,
            Acceleration = items.IsLong ? new Acceleration { CapacityError = LongRunError } : null,
        };
        var result = new CellSimulation(cell, protocol, options, _store.Properties).Run(null, _cancellation);
        long steps = protocol.Cycles.Sum(c => (long)c.Repetitions * c.Steps.Count), cycles = protocol.Cycles.Sum(c => (long)c.Repetitions);
        bool isShort = items.IsLong ? result.CycleCount < cycles : result.Steps.Count < steps;
        return result.Status switch
        {
            SimulationStatus.Cancelled => throw new OperationCanceledException(_cancellation),
            SimulationStatus.Failed => throw new MeasurementException($"{cell.Id}: {result.Reason}"),

            // A cell that is full or empty has ended its last step as a cell does; in an earlier one the step that is asked for never came.
            SimulationStatus.CellLimit when isShort && !mayEnd => throw new MeasurementException($"{cell.Id}: {result.Reason}"),
            _ => result,
        };
    }

    /// <summary>What has been loaded and run.</summary>
    private sealed class Store
    {
        public ConcurrentDictionary<string, Lazy<CellDescription>> Cells { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, Lazy<LibraryMaterial>> Materials { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, Lazy<SimulationResult>> Runs { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, Lazy<StackDesign>> Designs { get; } = new(StringComparer.Ordinal);

        public PropertyCache Properties { get; } = new();
    }
}
