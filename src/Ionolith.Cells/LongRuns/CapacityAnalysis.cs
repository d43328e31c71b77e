using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Sites;
using Ionolith.Cells.Model;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;

namespace Ionolith.Cells.LongRuns;

/// <summary>Runs the last cycle of an aged cell again with each effect of ageing switched back in turn.</summary>
internal sealed class CapacityAnalysis
{
    // Each effect by what it takes back from the fresh interface.
    private static readonly (string Name, Func<InterfaceEffect, InterfaceEffect, InterfaceEffect> Back)[] Effects =
    [
        ("resistance", static (aged, fresh) => aged with { Resistance = fresh.Resistance }),
        ("contact", static (aged, fresh) => aged with { ContactedShare = fresh.ContactedShare }),
        ("active material", static (aged, fresh) => aged with { ActiveShare = fresh.ActiveShare }),
        ("potential", static (aged, fresh) => aged with { PotentialShift = fresh.PotentialShift }),
        ("leak", static (aged, fresh) => aged with { Leak = fresh.Leak }),
        ("lithium", static (aged, fresh) => aged with { LithiumConsumed = fresh.LithiumConsumed }),
    ];

    private readonly CellModel _model;
    private readonly StepRunner _runner;
    private readonly RunnerState _start;
    private readonly Cycle _cycle;
    private readonly InterfaceEffect[] _fresh;
    private readonly InterfaceEffect[] _aged;

    private CapacityAnalysis(CellModel model, SimulationOptions options, RunnerState start, Cycle cycle)
    {
        (_model, _start, _cycle) = (model, start, cycle);
        SimulationOptions lean = options with { Rows = OutputRows.Summary, Losses = false, Profiles = 0 };
        _runner = new(model, lean, new Recorder(model, lean));
        _runner.Ageing!.IsHeld = true;
        _aged = [.. start.Ageing!.Sites.Select(s => s.Told)];

        // What the first cycle does to any cell is no ageing.
        _fresh = [.. _runner.Ageing.Sites.Select((s, i) => s.Conditioned(s.Told, start.Ageing.Sites[i]))];
    }

    private AgeingSite[] Sites => _runner.Ageing!.Sites;

    /// <summary>Tells why the capacity of a cycle is not that of the fresh cell.</summary>
    /// <param name="model">A model of the cell that nothing else uses, with the tolerances of the run.</param>
    /// <param name="options">Options of the run.</param>
    /// <param name="start">What the cycle began from, and its number.</param>
    /// <param name="cycle">The cycle.</param>
    /// <returns>The causes; null where the cycle cannot be done again.</returns>
    public static CapacityAttribution? Of(CellModel model, SimulationOptions options, CycleStart start, Cycle cycle)
    {
        CapacityAnalysis analysis = new(model, options, start.State, cycle);
        double aged = analysis.Discharge(analysis._aged), fresh = analysis.Discharge(analysis._fresh);
        if (!double.IsFinite(aged) || !double.IsFinite(fresh) || !FullDischarge.IsWorthwhile(fresh, model.Parts.Cell.NominalCapacity))
        {
            return null;
        }

        List<CapacityCause> causes = [];
        for (int i = 0; i < analysis.Sites.Length; i++)
        {
            foreach ((string name, var back) in Effects)
            {
                InterfaceEffect[] switched = [.. analysis._aged];
                switched[i] = back(switched[i], analysis._fresh[i]);
                if (!switched[i].Equals(analysis._aged[i]))
                {
                    causes.Add(new(analysis.Sites[i].Name, name, analysis.Discharge(switched) - aged));
                }
            }
        }

        return causes.Count == 0 ? null : new(start.Number, aged, fresh, [.. causes.OrderByDescending(c => double.IsNaN(c.Gain) ? double.NegativeInfinity : c.Gain)]);
    }

    // Discharge of the second of two cycles, C; a cell that comes to its end has delivered what it has until then.
    private double Discharge(InterfaceEffect[] effects)
    {
        _runner.Restore(_start);
        for (int i = 0; i < effects.Length; i++)
        {
            Sites[i].Settle(_runner.State, effects[i]);
        }

        _model.RenewDoubleLayers(_runner.State);
        _runner.Ageing!.TellLeak();

        double discharge = double.NaN;
        for (int repetition = 0; repetition < 2; repetition++)
        {
            discharge = 0;
            foreach (ProtocolStep step in _cycle.Steps)
            {
                double before = _runner.State[_model.Parts.Layout.Charge];
                StepEnd end = _runner.Run(step, [.. CellLimits.Monitors(_model, _runner.State, step)], CancellationToken.None);
                discharge += Math.Max(0, _runner.State[_model.Parts.Layout.Charge] - before);
                if (end is not (StepEnd.Done or StepEnd.Cell))
                {
                    return double.NaN;
                }

                if (end == StepEnd.Cell)
                {
                    return discharge * _model.Parts.Cell.Area;
                }
            }
        }

        return discharge * _model.Parts.Cell.Area;
    }
}
