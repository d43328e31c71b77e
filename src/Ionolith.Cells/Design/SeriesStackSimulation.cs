using Ionolith.Cells.Model;
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
    private readonly Member[] _members;

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

        SimulationOptions chosen = (options ?? new SimulationOptions()) with { Losses = false, Profiles = 0, Rows = OutputRows.Every };
        PropertyCache shared = cache ?? new PropertyCache();
        Cells = cells;

        // A C-rate is one current for all: that of the first cell's nominal capacity.
        _members = [.. cells.Select(c => new Member(c with { NominalCapacity = cells[0].NominalCapacity }, chosen, shared))];
    }

    /// <summary>The cells.</summary>
    public IReadOnlyList<CellDescription> Cells { get; }

    /// <summary>Cells that differ as those of a production: loading of the porous electrodes, thickness of the separators, contact resistance.</summary>
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

    /// <summary>Runs a protocol of given currents on the stack.</summary>
    /// <param name="protocol">Steps whose control is a current, a C-rate or a rest; voltage limits are those of each cell.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What the stack and each of its cells did; a step that a cell could not go on with is the last one.</returns>
    /// <exception cref="ArgumentException">A step holds a voltage, a power or a resistance, which couples the cells.</exception>
    public SeriesResult Run(Protocol protocol, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        ProtocolStep[] all = [.. protocol.Cycles.SelectMany(c => Enumerable.Repeat(c.Steps, c.Repetitions)).SelectMany(s => s)];
        if (Array.Find(all, s => s.Control.Kind is ControlKind.Voltage or ControlKind.Power or ControlKind.Resistance) is { } coupled)
        {
            throw new ArgumentException($"Cells in series run steps of given current, but '{coupled.Text}' holds something else.", nameof(protocol));
        }

        List<SeriesStep> steps = [];
        foreach (ProtocolStep step in all)
        {
            (SeriesStep done, StepEnd end) = Carry(step, steps.Count + 1, cancellation);
            steps.Add(done);
            if (end != StepEnd.Done || cancellation.IsCancellationRequested)
            {
                break;
            }
        }

        return new SeriesResult(steps, [.. _members.Select(m => m.Series())]);
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
        return cell with { Layers = layers, Contacts = [.. cell.Contacts.Select(c => c with { Resistance = c.Resistance * resistance })] };
    }

    // Box and Muller's transform.
    private static double Normal(Random random)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return Math.Clamp(radius * Math.Cos(2 * Math.PI * random.NextDouble()), -3, 3);
    }

    private (SeriesStep Step, StepEnd End) Carry(ProtocolStep step, int number, CancellationToken cancellation)
    {
        double start = _members[0].Time;
        double[] ends = [.. _members.Select(m => m.Scout(step, number, cancellation))];
        int weakest = Array.IndexOf(ends, ends.Min());

        // Half a row more than the rows, so that no row falls on the end itself.
        ProtocolStep timed = step with { Period = (ends[weakest] - start) / (RowsInStep + 0.5) };
        timed = timed.Period > 0 ? timed : step;
        double[] before = [.. _members.Select(m => m.Energy)];
        double charge = _members[weakest].Charge;
        StepEnd end = _members[weakest].Run(timed, number, cancellation);
        for (int i = 0; i < _members.Length; i++)
        {
            if (i != weakest)
            {
                bool same = ends[i] == ends[weakest];
                _members[i].Run(same ? timed : timed with { Duration = _members[weakest].Time - start, Limits = [] }, number, cancellation);
                _members[i].Time = _members[weakest].Time;
            }
        }

        double moved = _members[weakest].Charge - charge;
        return (
            new SeriesStep(
                step.Text, start, _members[weakest].Time, weakest + 1, _members[weakest].Reason, moved, _members.Select((m, i) => m.Energy - before[i]).Sum(),
                [.. _members.Select(m => m.Voltage)], [.. _members.Select(m => m.ScoutCharge - charge - moved)]),
            end);
    }

    /// <summary>One cell with its model, and a second model that looks ahead.</summary>
    private sealed class Member
    {
        private readonly CellDescription _cell;
        private readonly Recorder _recorder;
        private readonly Recorder _scoutRecorder;
        private readonly StepRunner _runner;
        private readonly StepRunner _scout;
        private readonly StateLayout _layout;
        private readonly LimitMonitor[] _limits;

        public Member(CellDescription cell, SimulationOptions options, PropertyCache cache)
        {
            _cell = cell;
            (CellModel model, _recorder, _runner) = Make(options);
            (_, _scoutRecorder, _scout) = Make(options with { Rows = OutputRows.Summary });
            _layout = model.Parts.Layout;
            _limits = [.. CellLimits.Monitors(model, 0)];

            (CellModel, Recorder, StepRunner) Make(SimulationOptions chosen)
            {
                CellModel made = ModelBuilder.Build(cell, cache);
                (made.RelativeTolerance, made.AbsoluteTolerance, made.Ambient) = (chosen.RelativeTolerance, chosen.AbsoluteTolerance, cell.Temperature);
                Recorder recorder = new(made, chosen);
                return (made, recorder, new StepRunner(made, chosen, recorder));
            }
        }

        public double Time
        {
            get => _runner.Time;
            set => _runner.Assume(value, _runner.State);
        }

        public string Reason => _runner.Reason;

        public double Voltage => _runner.State[_layout.Voltage];

        public double Charge => _runner.State[_layout.Charge] * _cell.Area;

        public double Energy => _runner.State[_layout.Energy] * _cell.Area;

        public double ScoutCharge => _scout.State[_layout.Charge] * _cell.Area;

        public TimeSeries Series() => _recorder.Series();

        /// <summary>When the cell alone would end a step, s.</summary>
        public double Scout(ProtocolStep step, int number, CancellationToken cancellation)
        {
            _scout.Assume(_runner.Time, _runner.State);
            _scoutRecorder.Place = (number, 1);
            _scout.Run(step, _limits, cancellation);
            return _scout.Time;
        }

        public StepEnd Run(ProtocolStep step, int number, CancellationToken cancellation)
        {
            _recorder.Place = (number, 1);
            return _runner.Run(step, _limits, cancellation);
        }
    }
}
