using Ionolith.Cells.Ageing.Sites;
using Ionolith.Cells.LongRuns;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Materials.Quantities;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Design.Series;

/// <summary>Carries out one cycle of a protocol on cells in series and writes down what it gave.</summary>
internal sealed class SeriesCarrier : ICycledRun
{
    private const int RowsInStep = 200;
    private readonly SeriesMember[] _members;
    private readonly int[] _kinds;
    private readonly double _area;
    private readonly SharedCurrentRunner? _coupled;
    private readonly Protocol _protocol;
    private readonly SimulationOptions _options;
    private readonly IProgress<SimulationProgress>? _progress;
    private readonly RunLog<SeriesStep> _log;

    /// <summary>Gets ready at the start of a run.</summary>
    /// <param name="members">The cells that differ.</param>
    /// <param name="kinds">Which of them each cell of the stack is.</param>
    /// <param name="coupled">Carries out steps that couple cells; null where all are alike.</param>
    /// <param name="protocol">What is done.</param>
    /// <param name="options">Accuracy and output.</param>
    /// <param name="progress">Told before each step; null: nobody.</param>
    public SeriesCarrier(SeriesMember[] members, int[] kinds, SharedCurrentRunner? coupled, Protocol protocol, SimulationOptions options, IProgress<SimulationProgress>? progress)
    {
        (_members, _kinds, _coupled, _protocol, _options, _progress) = (members, kinds, coupled, protocol, options, progress);
        _area = members[0].Model.Parts.Cell.Area;
        string[] names = [.. members.Select((_, k) => Name(k))];
        AgeingRecorder cells = new(
            members.Select((m, k) => (Cell: names[k], Run: m.Ageing)).Where(r => r.Run is not null).Select(r => (r.Cell, r.Run!)),
            members.SelectMany((m, k) => new (string, string, QuantityKind, Func<double>)[]
            {
                // Of a cell that nothing has flowed through yet no voltage is known.
                (names[k], "voltage at the end", QuantityKinds.Voltage, () => m.Time == 0 ? double.NaN : m.Voltage),
                (names[k], "lost beside the terminals", QuantityKinds.ArealCapacity, () => m.Leaked),
            }));
        _log = new([.. members.Select(m => m.Recorder)], cells, null, options.Rows, SeriesStep.Format);
        Position = new(0, 0, 0, 0, double.NaN, double.NaN);
        foreach (SeriesMember member in members)
        {
            member.EndsAtShort = protocol.Termination.Any(t => t.Kind == TerminationKind.Short);
        }
    }

    /// <summary>Steps carried out; of a run that keeps only summaries those of its first and last cycle.</summary>
    public IReadOnlyList<SeriesStep> Steps => _log.Steps;

    /// <inheritdoc/>
    public CycleLog Log => _log;

    /// <inheritdoc/>
    public RunPosition Position { get; set; }

    /// <inheritdoc/>
    public double Time => _members[0].Time;

    /// <inheritdoc/>
    public double TotalTime => ProtocolEnds.TotalTime(_protocol);

    /// <inheritdoc/>
    public int Events => _members.Sum(m => m.Ageing?.Events.Count ?? 0);

    /// <inheritdoc/>
    public string? Obstacle => Array.Exists(_members, m => m.Model.Parts.Junction is not null) ? "light is counted step by step"
        : Array.Exists(_members, m => m.Ageing is { Sites.Length: > 0 }) || (_members.Length > 1 && Array.Exists(_members, m => !double.IsPositiveInfinity(m.Model.Parts.Cell.LeakResistance))) ? null
        : "nothing ages in these cells, and no leak drives them apart";

    /// <inheritdoc/>
    public string? LastEnd => _log.Steps is [.., var last] ? last.EndedBy : null;

    /// <inheritdoc/>
    public IReadOnlyList<IntegratorCarry> Carries
    {
        get => [.. _members.SelectMany(m => (IntegratorCarry[])[m.Carry, m.ScoutCarry])];
        set
        {
            for (int k = 0; k < _members.Length; k++)
            {
                (_members[k].Carry, _members[k].ScoutCarry) = (value[2 * k], value[(2 * k) + 1]);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<RunnerState> Save() => [.. _members.Select(m => m.Save())];

    /// <inheritdoc/>
    public void Restore(IReadOnlyList<RunnerState> saved)
    {
        for (int k = 0; k < _members.Length; k++)
        {
            _members[k].Restore(saved[k]);
        }
    }

    /// <inheritdoc/>
    public (SimulationStatus Status, string Reason)? Carry(Cycle cycle, CancellationToken cancellation)
    {
        Position = Position with { Cycle = Position.Cycle + 1, Repetition = Position.Repetition + 1 };
        CycleTally tally = new();
        (SimulationStatus, string)? ended = null;
        foreach (ProtocolStep step in cycle.Steps)
        {
            Position = Position with { Step = Position.Step + 1 };
            _progress?.Report(new(Time, Sum(m => m.Voltage), Position.Step, Position.Cycle, _protocol.CycleCount, step.Text));
            double left = TotalTime - Time;
            (SeriesStep done, StepEnd end) = Carry(left < step.Duration ? step with { Duration = left } : step, cancellation);
            _log.Add(done);
            tally.Add(done.Capacity, done.Energy);
            ended = Ended(end, done, cancellation);
            if (ended is not null)
            {
                break;
            }
        }

        CycleResult result = tally.Close(Position.Cycle, Sum(m => m.Voltage), Time) with { IsWhole = ended is null };
        _log.Add(result);
        _log.Ageing!.Take(Position.Cycle, Time);
        Position = Position with { FirstDischarge = FullDischarge.First(_log.Cycles)?.Discharge ?? double.NaN };
        return ended ?? (ProtocolEnds.After(_protocol, Position.FirstDischarge, result) is { } reached ? (SimulationStatus.Completed, reached) : null);
    }

    private string Name(int kind)
    {
        int[] cells = [.. Enumerable.Range(0, _kinds.Length).Where(i => _kinds[i] == kind).Select(i => i + 1)];
        return cells.Length == 1 ? string.Create(CultureInfo.InvariantCulture, $"cell {cells[0]}")
            : cells.Length == _kinds.Length ? "each cell"
            : $"each of cells {string.Join(", ", cells.Select(c => c.ToString(CultureInfo.InvariantCulture)))}";
    }

    private double Sum(Func<SeriesMember, double> value) => _kinds.Sum(k => value(_members[k]));

    private T[] OfCells<T>(Func<SeriesMember, int, T> value) => [.. _kinds.Select(k => value(_members[k], k))];

    private (SimulationStatus, string)? Ended(StepEnd end, SeriesStep step, CancellationToken cancellation)
    {
        string at = string.Create(
            CultureInfo.InvariantCulture, $"in step {step.Number} of cycle {step.Cycle} ('{step.Text}') at {TimeText.Of(step.End)}, cell {step.Weakest} of {_kinds.Length}");
        return end switch
        {
            _ when cancellation.IsCancellationRequested => (SimulationStatus.Cancelled, $"Stopped by the user {at}; what was computed until then is kept."),
            StepEnd.Cell => (SimulationStatus.CellLimit, $"The stack could not go on {at}: {step.EndedBy}."),
            StepEnd.Failed => (SimulationStatus.Failed, $"The run failed {at}: {step.EndedBy}."),
            StepEnd.Terminated => (SimulationStatus.Completed, ProtocolEnds.Told(at, step.EndedBy)),
            _ when step.End >= TotalTime => (SimulationStatus.Completed, ProtocolEnds.Told(at, "total time")),
            _ => null,
        };
    }

    private (SeriesStep Step, StepEnd End) Carry(ProtocolStep step, CancellationToken cancellation)
    {
        (int Step, int Cycle) place = (Position.Step, Position.Cycle);
        double start = Time;
        double[] charges = [.. _members.Select(m => m.Charge)], energies = [.. _members.Select(m => m.Energy)], leaked = [.. _members.Select(m => m.Leaked)];
        bool couples = _coupled is not null && step.Duration > 0
            && (step.Control.Kind is ControlKind.Voltage or ControlKind.Power or ControlKind.Resistance || step.Limits.Any(l => l.Kind == LimitKind.Energy));
        (StepEnd end, int ended, string reason) = couples
            ? (_coupled!.Run(step, place, _protocol, cancellation), _coupled.EndedBy, _coupled.Reason)
            : _coupled is not null ? CarryAlone(step, place, cancellation)
            : (_members[0].Run(OfOneCell(step), place, _protocol, cancellation), 0, _members[0].Reason);
        double charge = charges[ended], moved = _members[ended].Charge - charge;
        return (
            new SeriesStep(
                step.Text, start, _members[ended].Time, Array.IndexOf(_kinds, ended) + 1, reason, moved * _area, OfCells((m, k) => (m.Energy - energies[k]) * _area).Sum(),
                OfCells((m, _) => m.Voltage), OfCells((m, _) => couples ? double.NaN : _coupled is null ? 0 : (m.ScoutCharge - charge - moved) * _area))
            {
                Number = place.Step,
                Cycle = place.Cycle,
                Leaked = OfCells((m, k) => (m.Leaked - leaked[k]) * _area),
                LeakedSoFar = OfCells((m, _) => m.Leaked * _area),
            },
            end);
    }

    // What a step asks of one of the cells, where all are alike.
    private ProtocolStep OfOneCell(ProtocolStep step)
    {
        double Share(double value) => value / _kinds.Length;
        Control control = step.Control;
        bool ofStack = control.Kind is ControlKind.Power or ControlKind.Resistance;
        return _kinds.Length == 1 ? step : step with
        {
            Control = !ofStack ? control : control with
            {
                Value = Share(control.Value),
                Profile = control.Profile is { } profile ? profile with { Values = [.. profile.Values.Select(Share)] } : null,
            },
            Limits = [.. step.Limits.Select(l => l.Kind == LimitKind.Energy ? l with { Value = Share(l.Value) } : l)],
        };
    }

    // Each cell by itself, to the end of the first that ends.
    private (StepEnd End, int Ended, string Reason) CarryAlone(ProtocolStep step, (int Step, int Cycle) place, CancellationToken cancellation)
    {
        double start = Time;
        double[] ends = [.. _members.Select(m => m.Scout(step, _protocol, cancellation))];
        int weakest = Array.IndexOf(ends, ends.Min());

        // Half a row more than the rows, so that no row falls on the end itself.
        ProtocolStep timed = step with { Period = (ends[weakest] - start) / (RowsInStep + 0.5) };
        timed = step.Period is null && timed.Period > 0 && _options.Rows == OutputRows.Every ? timed : step;
        StepEnd end = _members[weakest].Run(timed, place, _protocol, cancellation);
        (StepEnd End, int Ended, string Reason) outcome = (end, weakest, _members[weakest].Reason);
        for (int i = 0; i < _members.Length; i++)
        {
            if (i != weakest)
            {
                bool same = ends[i] == ends[weakest];
                StepEnd own = _members[i].Run(same ? timed : timed with { Duration = _members[weakest].Time - start, Limits = [] }, place, _protocol, cancellation);
                _members[i].Time = _members[weakest].Time;
                if (outcome.End == StepEnd.Done && own != StepEnd.Done)
                {
                    outcome = (own, i, _members[i].Reason);
                }
            }
        }

        return outcome;
    }
}
