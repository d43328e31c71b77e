using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Design;

/// <summary>Cells in series: the same current through all, the voltages add up, and the weakest cell ends each step.</summary>
/// <remarks>
/// Cells that carry a given current do not see each other, so that each is integrated by itself; what couples them is the end of a step. A scout
/// of each cell finds when it alone would end; the earliest end is that of the stack, and all cells then run to that time. Voltage limits of
/// the protocol are those of each cell, as a managed stack is operated. Not thread-safe.
/// </remarks>
public sealed class SeriesStackSimulation
{
    private const int RowsInStep = 200;
    private readonly SeriesMember[] _members;
    private readonly SimulationOptions _options;
    private readonly List<SeriesStep> _steps = [];
    private readonly List<CycleResult> _cycles = [];
    private double _firstDischarge = double.NaN;

    /// <summary>Builds the models of a stack.</summary>
    /// <param name="cells">The cells, valid, from the negative to the positive end; at least one. All have the area of the first.</param>
    /// <param name="options">Accuracy; null: the defaults.</param>
    /// <param name="cache">Compiled properties shared with other simulations; null: the cells share among themselves.</param>
    /// <exception cref="ArgumentException">There is no cell, or the areas differ.</exception>
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
        if (_options.Rows == OutputRows.Summary)
        {
            _options = _options with { Rows = OutputRows.StepEnds };
        }

        PropertyCache shared = cache ?? new PropertyCache();
        Cells = cells;

        // A C-rate is one current for all: that of the first cell's nominal capacity.
        _members = [.. cells.Select(c => new SeriesMember(c with { NominalCapacity = cells[0].NominalCapacity }, _options, shared))];
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
        Random random = new(spread.Seed);
        return [.. Enumerable.Range(0, count).Select(_ => Varied(cell, spread, random))];
    }

    /// <summary>Runs a protocol of given currents on the stack, from the initial state of its cells; once for each instance.</summary>
    /// <param name="protocol">
    /// Steps whose control is a current, a C-rate or a rest. Voltage limits, of steps and of the whole, are those of each cell; capacities and energies
    /// that end the whole are those of the stack.
    /// </param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What the stack and each of its cells did; a step that a cell could not go on with is the last one.</returns>
    /// <exception cref="ArgumentException">A step holds a voltage, a power or a resistance, which couples the cells, or needs light.</exception>
    public SeriesResult Run(Protocol protocol, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ProtocolStep[] all = [.. protocol.Cycles.SelectMany(c => c.Steps)];
        if (Array.Find(all, s => s.Control.Kind is ControlKind.Voltage or ControlKind.Power or ControlKind.Resistance) is { } coupled)
        {
            throw new ArgumentException($"Cells in series run steps of given current, but '{coupled.Text}' holds something else.", nameof(protocol));
        }

        if (Array.Find(all, s => s.Irradiance > 0) is { } lit)
        {
            throw new ArgumentException($"The light of a stack falls on one cell only, so that '{lit.Text}' cannot be run on cells in series.", nameof(protocol));
        }

        (SimulationStatus status, string reason) = Carry(protocol, cancellation);
        return new SeriesResult(_steps, [.. _members.Select(m => m.Series())])
        {
            Status = status,
            Reason = reason,
            Protocol = protocol,
            Descriptions = Cells,
            Cycles = _cycles,
            Balances = [.. _members.Select(m => m.Balances())],
        };
    }

    private (SimulationStatus Status, string Reason) Carry(Protocol protocol, CancellationToken cancellation)
    {
        foreach (Cycle cycle in protocol.Cycles)
        {
            for (int repetition = 0; repetition < cycle.Repetitions; repetition++)
            {
                if (CarryCycle(cycle, protocol, cancellation) is { } ended)
                {
                    return ended;
                }
            }
        }

        return (SimulationStatus.Completed, _steps.Count == 0 ? "there was nothing to do" : $"the last step ended: {_steps[^1].EndedBy}");
    }

    private (SimulationStatus, string)? CarryCycle(Cycle cycle, Protocol protocol, CancellationToken cancellation)
    {
        double discharge = 0, charge = 0, dischargeEnergy = 0, chargeEnergy = 0;
        int number = _cycles.Count + 1;
        (SimulationStatus, string)? ended = null;
        foreach (ProtocolStep step in cycle.Steps)
        {
            double left = ProtocolEnds.TotalTime(protocol) - _members[0].Time;
            (SeriesStep done, StepEnd end) = Carry(left < step.Duration ? step with { Duration = left } : step, number, protocol, cancellation);
            _steps.Add(done);
            bool delivers = done.Capacity > 0;
            (discharge, charge) = delivers ? (discharge + done.Capacity, charge) : (discharge, charge - done.Capacity);
            (dischargeEnergy, chargeEnergy) = delivers ? (dischargeEnergy + done.Energy, chargeEnergy) : (dischargeEnergy, chargeEnergy - done.Energy);
            ended = Ended(end, done, protocol, cancellation);
            if (ended is not null)
            {
                break;
            }
        }

        _cycles.Add(new(number, discharge, charge, dischargeEnergy, chargeEnergy, _members.Sum(m => m.Voltage), _members[0].Time));
        if (double.IsNaN(_firstDischarge) && discharge > 0)
        {
            _firstDischarge = discharge;
        }

        return ended ?? (ProtocolEnds.OfCycle(protocol, _firstDischarge, discharge, dischargeEnergy) is { } reached
            ? (SimulationStatus.Completed, string.Create(CultureInfo.InvariantCulture, $"The protocol's own end was reached after cycle {number}: {reached.Text}."))
            : null);
    }

    private (SimulationStatus, string)? Ended(StepEnd end, SeriesStep step, Protocol protocol, CancellationToken cancellation)
    {
        string at = string.Create(CultureInfo.InvariantCulture, $"in step {_steps.Count} ('{step.Text}') at {TimeText.Of(step.End)}, cell {step.Weakest}");
        return end switch
        {
            _ when cancellation.IsCancellationRequested => (SimulationStatus.Cancelled, $"Stopped by the user {at}; what was computed until then is kept."),
            StepEnd.Cell => (SimulationStatus.CellLimit, $"The stack could not go on {at}: {step.EndedBy}."),
            StepEnd.Failed => (SimulationStatus.Failed, $"The run failed {at}: {step.EndedBy}."),
            StepEnd.Terminated => (SimulationStatus.Completed, $"The protocol's own end was reached {at}: {step.EndedBy}."),
            _ when step.End >= ProtocolEnds.TotalTime(protocol) => (SimulationStatus.Completed, $"The protocol's own end was reached {at}: total time."),
            _ => null,
        };
    }

    private static CellDescription Varied(CellDescription cell, CellSpread spread, Random random)
    {
        double resistance = 1 + (spread.Resistance * Normal(random));
        Layer[] layers = [.. cell.Layers.Select(l => l switch
        {
            PorousElectrode e => e with { Thickness = e.Thickness * (1 + (spread.Capacity * Normal(random))) },
            ElectrolyteLayer e => e with { Thickness = e.Thickness * resistance },
            _ => l,
        })];
        double leak = spread.Leak > 0 ? Math.Max(0, 1 + (spread.Leak * Normal(random))) : 1;
        return cell with
        {
            Layers = layers,
            Contacts = [.. cell.Contacts.Select(c => c with { Resistance = c.Resistance * resistance })],
            LeakResistance = cell.LeakResistance / leak,
        };
    }

    // Box and Muller's transform.
    private static double Normal(Random random)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return Math.Clamp(radius * Math.Cos(2 * Math.PI * random.NextDouble()), -3, 3);
    }

    private (SeriesStep Step, StepEnd End) Carry(ProtocolStep step, int cycle, Protocol protocol, CancellationToken cancellation)
    {
        (int Step, int Cycle) place = (_steps.Count + 1, cycle);
        double start = _members[0].Time;
        double[] ends = [.. _members.Select(m => m.Scout(step, place, protocol, cancellation))];
        int weakest = Array.IndexOf(ends, ends.Min());

        // Half a row more than the rows, so that no row falls on the end itself.
        ProtocolStep timed = step with { Period = (ends[weakest] - start) / (RowsInStep + 0.5) };
        timed = timed.Period > 0 && _options.Rows == OutputRows.Every ? timed : step;
        double[] before = [.. _members.Select(m => m.Energy)], leaked = [.. _members.Select(m => m.Leaked)];
        double charge = _members[weakest].Charge;
        StepEnd end = _members[weakest].Run(timed, place, protocol, cancellation);
        for (int i = 0; i < _members.Length; i++)
        {
            if (i != weakest)
            {
                bool same = ends[i] == ends[weakest];
                _members[i].Run(same ? timed : timed with { Duration = _members[weakest].Time - start, Limits = [] }, place, protocol, cancellation);
                _members[i].Time = _members[weakest].Time;
            }
        }

        double area = Cells[0].Area, moved = _members[weakest].Charge - charge;
        return (
            new SeriesStep(
                step.Text, start, _members[weakest].Time, weakest + 1, _members[weakest].Reason, moved * area, _members.Select((m, i) => (m.Energy - before[i]) * area).Sum(),
                [.. _members.Select(m => m.Voltage)], [.. _members.Select(m => (m.ScoutCharge - charge - moved) * area)])
            {
                Cycle = cycle,
                Leaked = [.. _members.Select((m, i) => (m.Leaked - leaked[i]) * area)],
            },
            end);
    }
}
