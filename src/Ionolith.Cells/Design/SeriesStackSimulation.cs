using Ionolith.Cells.Design.Series;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Design;

/// <summary>Cells in series: the same current through all, the voltages add up, and the weakest cell ends each step.</summary>
/// <remarks>
/// Voltages of the protocol are those of a cell, as a watched stack is operated: a limit is that of each cell, and where a voltage is held no cell lies beyond it. Power, resistance and
/// energy are those of the stack; current and charge are common. Cells that are alike in everything are run once, with the rows of one cell. Cells that carry a given current do not see each other, so
/// that each is integrated by itself; what couples them is the end of a step: a scout of each cell finds when it alone would end; the earliest end is that of the stack, and all
/// cells then run to that time. Where voltage, power or resistance is held, or energy counted, cells that differ are integrated as one system. Not thread-safe.
/// </remarks>
public sealed class SeriesStackSimulation
{
    private readonly SeriesMember[] _members;
    private readonly int[] _kinds;
    private readonly SharedCurrentRunner? _coupled;
    private readonly SimulationOptions _options;
    private bool _hasRun;

    /// <summary>Builds the models of a stack.</summary>
    /// <param name="cells">The cells, valid, from the negative to the positive end; at least one. All have the area of the first.</param>
    /// <param name="options">Accuracy; null: the defaults.</param>
    /// <param name="cache">Compiled properties shared with other simulations; null: the cells share among themselves.</param>
    /// <exception cref="ArgumentException">There is no cell, or the areas differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The relative tolerance is not between 1e-8 and 1e-1.</exception>
    public SeriesStackSimulation(IReadOnlyList<CellDescription> cells, SimulationOptions? options = null, PropertyCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count == 0)
        {
            throw new ArgumentException("A stack needs at least one cell.", nameof(cells));
        }

        if (cells.FirstOrDefault(c => c.Area != cells[0].Area) is { } other)
        {
            throw new ArgumentException($"The cells of a stack share one current and one area, but the areas are {cells[0].Area} m2 and {other.Area} m2.", nameof(cells));
        }

        _options = (options ?? new SimulationOptions()) with { Losses = false, Profiles = 0 };
        PropertyCache shared = cache ?? new PropertyCache();
        Cells = cells;

        // A C-rate is one current for all: that of the first cell's nominal capacity.
        CellDescription[] all = [.. cells.Select(c => c with { NominalCapacity = cells[0].NominalCapacity })];
        List<CellDescription> kinds = [];
        _kinds = new int[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            _kinds[i] = kinds.FindIndex(k => CellVariation.AreAlike(k, all[i]));
            if (_kinds[i] < 0)
            {
                _kinds[i] = kinds.Count;
                kinds.Add(all[i]);
            }
        }

        _members = [.. kinds.Select(c => new SeriesMember(c, _options, shared))];
        _coupled = _members.Length > 1 ? new(_members, [.. Enumerable.Range(0, _members.Length).Select(k => _kinds.Count(i => i == k))], _options) : null;
    }

    /// <summary>The cells.</summary>
    public IReadOnlyList<CellDescription> Cells { get; }

    /// <summary>Cells that differ as those of a production: loading of the porous electrodes, thickness of the separators, contact resistance, leak.</summary>
    /// <param name="cell">The mean cell.</param>
    /// <param name="count">Number of cells; at least one.</param>
    /// <param name="spread">How much they differ; normally distributed, cut off at three standard deviations.</param>
    /// <returns>The cells in order; always the same ones for one seed.</returns>
    public static IReadOnlyList<CellDescription> Spread(CellDescription cell, int count, CellSpread spread)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(spread);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (spread is not { Capacity: >= 0 and <= CellSpread.Most, Resistance: >= 0 and <= CellSpread.Most, Leak: >= 0 })
        {
            throw new ArgumentOutOfRangeException(
                nameof(spread), spread, $"Relative standard deviations of capacity and resistance must be from 0 to {CellSpread.Most.ToString(CultureInfo.InvariantCulture)}, that of the leak must not be negative.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(spread.Seed, nameof(spread));
        Random random = new(spread.Seed);
        return [.. Enumerable.Range(0, count).Select(_ => CellVariation.Varied(cell, spread, random))];
    }

    /// <summary>Runs a protocol on the stack, from the initial state of its cells; once for each instance.</summary>
    /// <param name="protocol">
    /// What is done. Voltages, of limits and where one is held, are those of each cell; power, resistance and energy those of the stack. Light falls on each cell.
    /// </param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What the stack and each of its cells did; a step that a cell could not go on with is the last one.</returns>
    /// <exception cref="ArgumentException">The stack cannot be asked for it: a profile of voltages on cells that differ, light on cells that take up none.</exception>
    /// <exception cref="InvalidOperationException">The stack has run before.</exception>
    public SeriesResult Run(Protocol protocol, CancellationToken cancellation = default) => Run(protocol, null, null, cancellation);

    /// <summary>Runs a protocol on the stack, from the initial state of its cells or from where a run of it was interrupted; once for each instance.</summary>
    /// <param name="protocol">What is done.</param>
    /// <param name="progress">Told before each step where the run is; null: nobody.</param>
    /// <param name="journal">Keeps checkpoints, and gives the one from which the run goes on; null: none.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What the stack and each of its cells did; a step that a cell could not go on with is the last one.</returns>
    /// <exception cref="ArgumentException">The stack cannot be asked for it: a profile of voltages on cells that differ, light on cells that take up none.</exception>
    /// <exception cref="InvalidDataException">The journal's checkpoint is not one of this stack and protocol.</exception>
    /// <exception cref="InvalidOperationException">The stack has run before.</exception>
    public SeriesResult Run(Protocol protocol, IProgress<SimulationProgress>? progress, IRunJournal? journal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        if (Problem(protocol) is { } problem)
        {
            throw new ArgumentException(problem, nameof(protocol));
        }

        if (_hasRun)
        {
            throw new InvalidOperationException("A stack runs once; make a new one.");
        }

        _hasRun = true;
        SeriesCarrier carrier = new(_members, _kinds, _coupled, protocol, _options, progress);
        StackSlowStates? slow = _options.Acceleration is not null && carrier.Obstacle is null
            ? new([.. _members.Select(m => m.Slow())], Cells[0].NominalCapacity / Cells[0].Area) : null;
        ProtocolRun run = new(carrier, slow, protocol, _options.Acceleration, journal);
        (SimulationStatus status, string reason) = run.Carry(cancellation);
        TimeSeries[] series = [.. _members.Select(m => m.Series())];
        IReadOnlyList<Balance>[] balances = [.. _members.Select(m => m.Balances())];
        return new SeriesResult(carrier.Steps, [.. _kinds.Select(k => series[k])])
        {
            Status = status,
            Reason = reason,
            Protocol = protocol,
            Descriptions = Cells,
            Rows = _options.Rows,
            Cycles = carrier.Log.Cycles,
            EveryCycle = run.EveryCycle,
            AtCycles = carrier.Log.Ageing!.Series(),
            Acceleration = run.Acceleration,
            Balances = [.. _kinds.Select(k => balances[k])],
        };
    }

    /// <summary>Why a protocol cannot be run on this stack; null: it can.</summary>
    /// <param name="protocol">The protocol.</param>
    public string? Problem(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ProtocolStep? profile = protocol.Cycles.SelectMany(c => c.Steps).FirstOrDefault(s => s.Control is { Kind: ControlKind.Voltage, Profile: not null });
        return profile is not null && _coupled is not null
            ? $"'{profile.Text}': a held voltage is that of the cell that lies farthest, and cells that differ have no such one along a profile of voltages; give a profile of current or power"
            : Cells.Select(c => Illumination.Problem(c, protocol)).FirstOrDefault(p => p is not null);
    }
}
