using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;

namespace Ionolith.Cells.LongRuns;

/// <summary>Skips cycles of one repetition: tries a jump, looks at what simulated cycles give after it, takes or leaves it.</summary>
/// <remarks>
/// After each jump at least two cycles are simulated: the first may be a little off, because the stoichiometries at its start were guessed; the last
/// gives the rates of growth with which the jump is corrected and its error estimated. A jump is left if the error is too large, if the capacity
/// has changed by more than a few per cent in it, if the cycles after it are not alike, or if the run ends there: then shorter ones lead up to the
/// end, so that the last cycles are always simulated.
/// </remarks>
internal sealed class CycleAccelerator(ICycledRun carrier, ISlowStates slow, Acceleration options, AccelerationTally tally)
{
    /// <summary>A repetition that is shorter is simulated as it is.</summary>
    public const int FewestRepetitions = 10;

    private const int FirstJump = 2;
    private const int FewestBefore = 3;
    private const int MostAfter = 6;
    private const int LongestWait = 16;

    // Shares of the allowed error: that of one jump, the step back when a jump is corrected, a cycle that is still off after a jump.
    private const double ErrorOfJump = 0.05, StepBack = 0.25, Unsettled = 0.05;

    // Error of the states in one jump as a share of all that has aged, for each unit of allowed error: what ages unseen may show later.
    private const double UnseenShare = 0.25;

    // Change of the capacity over one jump.
    private const double CapacityChange = 0.025;
    private readonly CycleProjector _projector = new();
    private double[] _before = [];
    private double[]? _increment;
    private (int Cycle, double[] Numbers, double[] Ageing)? _far;
    private int _next = FirstJump;
    private int _wait;
    private int _pause = 1;
    private int _wall = int.MaxValue;
    private string _kind = "";

    /// <summary>Carries out the next cycle, or skips some and carries out those after them.</summary>
    /// <param name="cycle">The steps.</param>
    /// <param name="left">Repetitions that are left.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How the run ended; null: it goes on.</returns>
    public (SimulationStatus Status, string Reason)? Carry(Cycle cycle, int left, CancellationToken cancellation)
    {
        int jump = Length(left);
        if (jump >= FirstJump)
        {
            (bool taken, var cancelled) = Try(cycle, jump, left, cancellation);
            if (taken || cancelled is not null)
            {
                return cancelled;
            }
        }

        var ended = Simulate(cycle, cancellation);
        if (ended is null)
        {
            Learn();
        }

        return ended;
    }

    /// <summary>Writes what is remembered between cycles.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_projector.Points.Count);
        foreach (CyclePoint point in _projector.Points)
        {
            writer.Write(point.Cycle);
            StateFormat.Write(writer, point.Increment);
            StateFormat.Write(writer, point.Before);
        }

        StateFormat.Write(writer, _increment ?? []);
        writer.Write(_far?.Cycle ?? -1);
        StateFormat.Write(writer, _far?.Numbers ?? []);
        StateFormat.Write(writer, _far?.Ageing ?? []);
        foreach (int number in new[] { _next, _wait, _pause, _wall })
        {
            writer.Write(number);
        }

        writer.Write(_kind);
        StateFormat.Write(writer, slow.Debt);
    }

    /// <summary>Reads what is remembered between cycles.</summary>
    public void Read(BinaryReader reader)
    {
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            _projector.Add(new(reader.ReadInt32(), StateFormat.ReadDoubles(reader), StateFormat.ReadDoubles(reader)));
        }

        _increment = StateFormat.ReadDoubles(reader) is { Length: > 0 } increment ? increment : null;
        (int far, double[] numbers, double[] ageing) = (reader.ReadInt32(), StateFormat.ReadDoubles(reader), StateFormat.ReadDoubles(reader));
        _far = far < 0 ? null : (far, numbers, ageing);
        (_next, _wait, _pause, _wall) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        _kind = reader.ReadString();
        slow.Debt = StateFormat.ReadDoubles(reader);
    }

    // One cycle, with what it has added to the slow states.
    private (SimulationStatus Status, string Reason)? Simulate(Cycle cycle, CancellationToken cancellation)
    {
        _before = slow.Read();
        tally.Fresh = tally.Fresh.Length == 0 ? _before : tally.Fresh;
        return carrier.Carry(cycle, cancellation);
    }

    private void Learn()
    {
        _wait = Math.Max(0, _wait - 1);
        double[] increment = Difference(slow.Read(), _before);
        string kind = carrier.Log.Ends(carrier.Position.Cycle);
        if (_increment is not null && string.Equals(kind, _kind, StringComparison.Ordinal))
        {
            _projector.Add(new(carrier.Position.Cycle, increment, _increment));
        }

        (_increment, _kind) = (increment, kind);
    }

    private int Length(int left)
    {
        if (_projector.Points.Count < FewestBefore - 1 || _wait > 0 || _projector.Points[^1].Cycle != carrier.Position.Cycle
            || carrier.Log.Cycles[^1].Discharge <= 0 || carrier.Position.Cycle < FewestBefore)
        {
            return 0;
        }

        double duration = _projector.Points[^1].Increment[slow.Time], time = carrier.TotalTime - carrier.Time;
        double inTime = duration > 0 ? (time / duration) - MostAfter : double.PositiveInfinity;
        _wall = carrier.Position.Cycle >= _wall ? int.MaxValue : _wall;
        int toWall = _wall == int.MaxValue ? int.MaxValue : (_wall - carrier.Position.Cycle) / 2;
        return (int)Math.Min(Math.Min(Math.Min(_next, options.LongestJump), Math.Min(left - 2, toWall)), inTime);
    }

    private (bool Taken, (SimulationStatus, string)? Cancelled) Try(Cycle cycle, int jump, int left, CancellationToken cancellation)
    {
        (IReadOnlyList<RunnerState> state, LogMark mark, RunPosition position, double[] debt) = (carrier.Save(), carrier.Log.Mark(withSteps: true), carrier.Position, slow.Debt);
        double[] predicted = _projector.Predict(jump);
        CycleResult last = carrier.Log.Cycles[^1];
        double[] ageing = carrier.Log.Ageing!.Last;
        int tried = 0, events = carrier.Events;
        Verdict verdict = Verdict.Leave(0.5);
        if (slow.Advance(predicted))
        {
            carrier.Position = position with
            {
                Cycle = position.Cycle + jump,
                Repetition = position.Repetition + jump,
                Step = position.Step + (jump * cycle.Steps.Count),
            };
            (var ended, tried, double[]? before) = Settle(cycle, last, Math.Min(left - jump, MostAfter), cancellation);
            if (ended is (SimulationStatus.Cancelled, _))
            {
                Return();
                return (false, ended);
            }

            if (ended is not null || carrier.Events > events)
            {
                // The run ends, or the cell shorts, within or right after the jump: not so far.
                _wall = Math.Min(_wall, carrier.Position.Cycle);
            }
            else if (before is not null)
            {
                verdict = Judge(jump, last, predicted, new(carrier.Position.Cycle, Difference(slow.Read(), _before), before));
            }
        }

        _next = Math.Max(FirstJump, (int)Math.Min(jump * verdict.Factor, 1e9));
        if (verdict.Taken)
        {
            Fill(position, mark, last, ageing);
            _pause = 1;
            tally.Take(position.Cycle + 1, position.Cycle + jump, verdict.Error, verdict.Capacity / carrier.Position.FirstDischarge);
            return (true, null);
        }

        Return();
        tally.Tried += tried;
        if (jump * verdict.Factor < FirstJump)
        {
            (_wait, _pause) = (_pause, Math.Min(2 * _pause, LongestWait));
        }

        return (false, null);

        void Return()
        {
            carrier.Restore(state);
            carrier.Log.RollBack(mark);
            (carrier.Position, slow.Debt) = (position, debt);
        }
    }

    // Simulates until two cycles in a row agree; the increments of the first of these are given back.
    private ((SimulationStatus, string)? Ended, int Count, double[]? Before) Settle(Cycle cycle, CycleResult last, int most, CancellationToken cancellation)
    {
        double[]? before = null;
        for (int count = 1; count <= most; count++)
        {
            if (Simulate(cycle, cancellation) is { } ended)
            {
                return (ended, count, null);
            }

            IReadOnlyList<CycleResult> cycles = carrier.Log.Cycles;
            double trend = Math.Abs(cycles[^1].Discharge - last.Discharge) / (cycles[^1].Number - last.Number);
            bool alike = string.Equals(carrier.Log.Ends(carrier.Position.Cycle), _kind, StringComparison.Ordinal);
            if (before is not null && alike && Math.Abs(cycles[^1].Discharge - cycles[^2].Discharge) <= (Unsettled * Allowed) + (3 * trend))
            {
                return (null, count, before);
            }

            before = Difference(slow.Read(), _before);
        }

        return (null, most, null);
    }

    // C
    private double Allowed => options.CapacityError * carrier.Position.FirstDischarge;

    private Verdict Judge(int jump, CycleResult last, double[] predicted, CyclePoint after)
    {
        (double[] sum, double[] error) = _projector.Correct(jump, after, predicted);
        double[] mend = Difference(sum, predicted);
        double capacity = Math.Abs(carrier.Log.Cycles[^1].Discharge - last.Discharge);
        double all = slow.Distance(Difference(slow.Read(), tally.Fresh)), gone = slow.Distance(sum), missed = slow.Distance(error), stepBack = slow.Distance(mend);

        // How much capacity a change of the states costs here.
        double slope = gone > 0 ? capacity / gone : 0;
        double worst = Math.Max(missed * slope / (ErrorOfJump * Allowed), stepBack * slope / (StepBack * Allowed));
        worst = Math.Max(worst, Math.Max(missed, 0.2 * stepBack) / (UnseenShare * options.CapacityError * all));
        double changed = capacity / (CapacityChange * carrier.Position.FirstDischarge);
        worst = all > 0 ? worst : 0;
        if (!(worst <= 1 && changed <= 1) || !slow.Mend(mend))
        {
            return Verdict.Leave(Math.Clamp(Math.Min(0.8 / Math.Sqrt(worst), 0.8 / changed), 0.05, 0.6));
        }

        double each = slow.Distance(after.Increment);
        tally.Slope = slope * each / carrier.Position.FirstDischarge;
        _projector.Add(after);
        _increment = after.Increment;
        return new(true, Math.Clamp(Math.Min(0.8 * Math.Pow(Math.Max(worst, 1e-9), -1.0 / 3), 0.8 / changed), 0.3, 3), each > 0 ? missed / each : 0, missed * slope);
    }

    // Rows of the cycles that were skipped, between those of the cycles around them.
    private void Fill(RunPosition position, LogMark mark, CycleResult last, double[] ageing)
    {
        IReadOnlyList<double[]> after = carrier.Log.Ageing!.From(mark.Ageing);
        IReadOnlyList<CycleResult> cut = carrier.Log.CutCycles(mark);
        CycleResult to = cut[^1];
        double[] from1 = Numbers(last), to1 = Numbers(to), toAgeing = after[^1];
        (int x0, double[] y0, double[] a0) = _far is { } far ? (far.Cycle, far.Numbers, far.Ageing) : (last.Number, from1, ageing);
        for (int n = position.Cycle + 1; n < cut[0].Number; n++)
        {
            double[] c = Between(y0, from1, to1), a = Between(a0, ageing, toAgeing);
            carrier.Log.Add(new CycleResult(n, c[0], c[1], c[2], c[3], c[4], c[5])
            {
                Resistance = c[6],
                LithiumInventory = c[7],
                DischargesFirst = to.DischargesFirst,
                IsSimulated = false,
            });
            carrier.Log.Ageing!.Add(n, c[5], a);

            double[] Between(double[] before, double[] from, double[] end)
            {
                double[] values = new double[from.Length];
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = BetweenCycles.At((x0, before[i]), (last.Number, from[i]), (to.Number, end[i]), n);
                }

                return values;
            }
        }

        for (int i = 0; i < cut.Count; i++)
        {
            carrier.Log.Add(cut[i]);
            carrier.Log.Ageing!.Add(cut[i].Number, cut[i].EndTime, after[i]);
        }

        _far = (last.Number, from1, ageing);
    }

    private static double[] Numbers(CycleResult c) =>
        [c.Discharge, c.Charge, c.DischargeEnergy, c.ChargeEnergy, c.EndVoltage, c.EndTime, c.Resistance, c.LithiumInventory];

    private static double[] Difference(double[] a, double[] b)
    {
        double[] result = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            result[i] = a[i] - b[i];
        }

        return result;
    }

    /// <summary>What is made of a jump.</summary>
    private readonly record struct Verdict(bool Taken, double Factor, double Error, double Capacity)
    {
        public static Verdict Leave(double factor) => new(false, factor, 0, 0);
    }
}
