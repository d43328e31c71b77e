using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Tests.Fixtures;

/// <summary>A cell model with an integrator, without protocol and records: values at exact times.</summary>
internal sealed class ModelRun
{
    private readonly BdfIntegrator _integrator;
    private readonly double[] _rates;

    public ModelRun(CellDescription cell, double relativeTolerance = 1e-8, double absoluteTolerance = 1e-10)
    {
        Model = ModelBuilder.Build(cell);
        Model.RelativeTolerance = relativeTolerance;
        Model.AbsoluteTolerance = absoluteTolerance;
        Model.Ambient = cell.Temperature;
        State = new double[Model.Size];
        _rates = new double[Model.Size];
        Model.SetInitialState(State);
        _integrator = new(Model);
    }

    public CellModel Model { get; }

    public double[] State { get; }

    public double Time { get; private set; }

    public long Steps => _integrator.Steps;

    public BdfIntegrator Integrator => _integrator;

    public double Voltage => State[Model.Parts.Layout.Voltage];

    public double Current => State[Model.Parts.Layout.Current];

    /// <summary>Salt concentration at a node, mol/m3.</summary>
    public double Concentration(int node) => State[Model.Parts.Layout.Concentration + node];

    /// <summary>Switches the control; the algebraic unknowns follow at once.</summary>
    public ModelRun Hold(ControlMode mode, double value, double longestStep = 1e-3)
    {
        Model.Control = new(mode, value);
        if (!Model.MakeConsistent(Time, State))
        {
            throw new InvalidOperationException($"No consistent state at {Time} s for {mode} {value}.");
        }

        Model.Rates(State, _rates);
        _integrator.Start(Time, State, _rates, longestStep);
        return this;
    }

    /// <summary>Switches to a current density.</summary>
    public ModelRun Discharge(double current) => Hold(ControlMode.Current, current);

    /// <summary>Integrates to a time; <paramref name="step"/> sees each step that is taken.</summary>
    /// <returns>Whether the time was reached.</returns>
    public bool To(double time, Action? step = null)
    {
        while (Time < time * (1 - 1e-13))
        {
            if (_integrator.Attempt(time) != StepOutcome.Success)
            {
                return false;
            }

            Array.Copy(_integrator.State, State, State.Length);
            Time = _integrator.Time;
            _integrator.Commit();
            step?.Invoke();
            if (Model.Parts.SaltEnds.Any(end => end.Concentration <= 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Voltage at each of some times on the way.</summary>
    public double[] Voltages(params double[] times) => [.. times.Select(t => To(t) ? Voltage : double.NaN)];
}
