using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Sites;
using Ionolith.Cells.Light;
using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;

namespace Ionolith.Cells.Simulation;

/// <summary>Walks through the cycles and steps of a protocol.</summary>
internal sealed class ProtocolRun(
    CellModel model,
    Protocol protocol,
    SimulationOptions options,
    StepRunner runner,
    Recorder recorder,
    IProgress<SimulationProgress>? progress)
{
    private const int ProgressStride = 64;
    private readonly List<StepResult> _steps = [];
    private readonly List<CycleResult> _cycles = [];
    private readonly List<LimitMonitor> _terminations = [.. Terminations(model, protocol)];
    private readonly AgeingRecorder? _ageing = runner.Ageing is { } ageing ? new(ageing) : null;
    private readonly LightRecorder? _light = LightRecorder.Of(model);
    private double _firstDischarge = double.NaN;
    private int _number;
    private int _cycle;
    private int _told;

    /// <summary>Steps carried out.</summary>
    public IReadOnlyList<StepResult> Steps => _steps;

    /// <summary>Cycles carried out.</summary>
    public IReadOnlyList<CycleResult> Cycles => _cycles;

    /// <summary>Slow states at the ends of cycles; null where nothing ages.</summary>
    public AgeingSeries? Ageing => _ageing?.Series();

    /// <summary>What light did; null where nothing takes up light.</summary>
    public LightResult? Light => _light?.Result();

    /// <summary>Carries out the protocol.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Status and one sentence.</returns>
    public (SimulationStatus Status, string Reason) Carry(CancellationToken cancellation)
    {
        _ageing?.Take(0, runner.Time);
        runner.EndsAtShort = protocol.Termination.Any(t => t.Kind == TerminationKind.Short);
        foreach (Cycle cycle in protocol.Cycles)
        {
            for (int repetition = 0; repetition < cycle.Repetitions; repetition++)
            {
                _cycle++;
                (SimulationStatus, string)? ended = CarryCycle(cycle, cancellation);
                if (ended is not null)
                {
                    return ended.Value;
                }
            }
        }

        StepResult? last = _steps.Count > 0 ? _steps[^1] : null;
        return (SimulationStatus.Completed, last is null ? "there was nothing to do" : $"the last step ended: {last.EndedBy}");
    }

    private static IEnumerable<LimitMonitor> Terminations(CellModel model, Protocol protocol)
    {
        foreach (Termination end in protocol.Termination.Where(t => t.Kind is TerminationKind.Voltage or TerminationKind.VoltageRise))
        {
            bool rises = end.Kind == TerminationKind.VoltageRise;
            yield return LimitMonitor.General(StepEnd.Terminated, $"voltage {(rises ? "rose" : "fell")} to {end.Text}", model.Parts.Layout.Voltage, end.Value, rises);
        }
    }

    private (SimulationStatus, string)? CarryCycle(Cycle cycle, CancellationToken cancellation)
    {
        double discharge = 0, charge = 0, dischargeEnergy = 0, chargeEnergy = 0;
        (SimulationStatus, string)? ended = null;
        foreach (ProtocolStep step in cycle.Steps)
        {
            _number++;
            recorder.Place = (_number, _cycle);
            runner.Progress = (time, voltage) => Tell(time, voltage, step.Text);
            StateLayout layout = model.Parts.Layout;
            double area = model.Parts.Cell.Area, start = runner.Time;
            double charged = runner.State[layout.Charge], energy = runner.State[layout.Energy];
            _light?.Begin(runner.State);
            double timeLeft = TimeLeft();
            ProtocolStep bounded = timeLeft < step.Duration ? step with { Duration = timeLeft } : step;
            // Lithium that ageing has taken is no longer there to be stripped.
            StepEnd end = runner.Run(bounded, [.. CellLimits.Monitors(model, runner.State[layout.Leaked]), .. _terminations], cancellation);
            if (runner.Feasibility is { } feasibility)
            {
                _light?.End(_number, step.Irradiance, feasibility, runner.State);
            }

            charged = (runner.State[layout.Charge] - charged) * area;
            energy = (runner.State[layout.Energy] - energy) * area;
            (discharge, charge) = charged > 0 ? (discharge + charged, charge) : (discharge, charge - charged);

            // The energy goes with its charge: that of a cell at a negative voltage is negative.
            (dischargeEnergy, chargeEnergy) = charged > 0 ? (dischargeEnergy + energy, chargeEnergy) : (dischargeEnergy, chargeEnergy - energy);
            Keep(step, start, charged, energy);
            ended = Ended(end, step, timeLeft);
            if (ended is not null)
            {
                break;
            }
        }

        _cycles.Add(new(
            _cycle, discharge, charge, dischargeEnergy, chargeEnergy, runner.State[model.Parts.Layout.Voltage], runner.Time));
        _ageing?.Take(_cycle, runner.Time);
        return ended ?? Exhausted(discharge, dischargeEnergy);
    }

    private (SimulationStatus, string)? Ended(StepEnd end, ProtocolStep step, double timeLeft)
    {
        string at = $"in step {_number} ('{step.Text}') at {TimeText.Of(runner.Time)}";
        return end switch
        {
            StepEnd.Cell => (SimulationStatus.CellLimit, $"The cell could not go on {at}: {runner.Reason}."),
            StepEnd.Failed => (SimulationStatus.Failed, $"The run failed {at}: {runner.Reason}."),
            StepEnd.Cancelled => (SimulationStatus.Cancelled, $"Stopped by the user {at}; what was computed until then is kept."),
            StepEnd.Terminated => (SimulationStatus.Completed, $"The protocol's own end was reached {at}: {runner.Reason}."),
            _ when runner.Time >= TotalTime() => (SimulationStatus.Completed, $"The protocol's own end was reached {at}: total time."),
            _ => null,
        };
    }

    private double TotalTime() =>
        protocol.Termination.Where(t => t.Kind == TerminationKind.Time).Select(t => t.Value).DefaultIfEmpty(double.PositiveInfinity).Min();

    private double TimeLeft() => TotalTime() - runner.Time;

    // Ends that look at a whole cycle: its discharge against the first one's or against a value.
    private (SimulationStatus, string)? Exhausted(double discharge, double energy)
    {
        if (double.IsNaN(_firstDischarge) && discharge > 0)
        {
            _firstDischarge = discharge;
        }

        foreach (Termination end in protocol.Termination)
        {
            bool reached = end.Kind switch
            {
                TerminationKind.CapacityShare => discharge > 0 && discharge <= end.Value * _firstDischarge,
                TerminationKind.Capacity => discharge > 0 && discharge <= end.Value,
                TerminationKind.Energy => energy > 0 && energy <= end.Value,
                _ => false,
            };
            if (reached)
            {
                return (SimulationStatus.Completed, $"The protocol's own end was reached after cycle {_cycle}: {end.Text}.");
            }
        }

        return null;
    }

    private void Keep(ProtocolStep step, double start, double charge, double energy)
    {
        if (options.Rows == OutputRows.Summary && _cycle > 1)
        {
            _steps.RemoveAll(s => s.Cycle > 1 && s.Cycle < _cycle);
        }

        double[] y = runner.State;
        StateLayout layout = model.Parts.Layout;
        double area = model.Parts.Cell.Area;
        _steps.Add(new StepResult
        {
            Number = _number,
            Cycle = _cycle,
            Text = step.Text,
            Time = (start, runner.Time),
            Voltage = (runner.Start.Voltage, y[layout.Voltage]),
            Current = (runner.Start.Current * area, runner.TerminalCurrent * area),
            Capacity = charge,
            Energy = energy,
            PeakTemperature = runner.PeakTemperature,
            Pressure = model.Pressure,
            EndedBy = runner.Reason,
        });
    }

    private void Tell(double time, double voltage, string text)
    {
        if (progress is not null && _told++ % ProgressStride == 0)
        {
            progress.Report(new(time, voltage, _number, _cycle, protocol.CycleCount, text));
        }
    }
}
