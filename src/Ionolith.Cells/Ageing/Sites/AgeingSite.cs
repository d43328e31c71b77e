using Ionolith.Cells.Model;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>An interface that ages: the slow states of its mechanisms, their integration, and what they do to the model.</summary>
/// <remarks>
/// The states follow the conditions of the interface between two accepted time steps; what they do to the model is set now and then,
/// when it has moved by more than a tolerance and at the ends of protocol steps (<see cref="AgeingRun"/>). Lithium that they consume
/// leaves the electrode at that moment, so that the balance stays exact.
/// </remarks>
internal abstract class AgeingSite
{
    // The states change little between two settings of the model, which costs more accuracy than this.
    private const double StateTolerance = 1e-6;
    private readonly AgeingMechanism[] _mechanisms;
    private readonly int[] _first;
    private readonly double[] _scale;
    private readonly double[] _before;
    private readonly Rosenbrock23 _integrator;
    private InterfaceConditions _from;
    private InterfaceConditions _to;
    private (double From, double To) _span;

    /// <summary>Sets up the fresh states.</summary>
    /// <param name="name">Name in results.</param>
    /// <param name="mechanisms">Mechanisms, at least one.</param>
    protected AgeingSite(string name, IReadOnlyList<AgeingMechanism> mechanisms)
    {
        Name = name;
        _mechanisms = [.. mechanisms];
        _first = new int[_mechanisms.Length + 1];
        List<AgeingState> all = [];
        for (int i = 0; i < _mechanisms.Length; i++)
        {
            all.AddRange(_mechanisms[i].States);
            _first[i + 1] = all.Count;
        }

        Slow = all;
        Values = [.. all.Select(s => s.Initial)];
        _scale = [.. all.Select(s => s.Scale)];
        _before = new double[Values.Length];
        _integrator = new(Math.Max(1, Values.Length));
    }

    /// <summary>Name in results: the layer, and the host where there are several.</summary>
    public string Name { get; }

    /// <summary>The slow states.</summary>
    public IReadOnlyList<AgeingState> Slow { get; }

    /// <summary>Their values, SI.</summary>
    public double[] Values { get; }

    /// <summary>What the model was told last.</summary>
    public InterfaceEffect Told { get; private set; } = new();

    /// <summary>Lithium consumed so far, mol/m2 of geometric area.</summary>
    public abstract double LithiumConsumed { get; }

    /// <summary>Whether the electrode is the positive one.</summary>
    public abstract bool IsPositive { get; }

    /// <summary>Conditions at a state of the model; those of the surface have been evaluated.</summary>
    public abstract InterfaceConditions Conditions(CellModel model, double[] y);

    /// <summary>Effect of the present states.</summary>
    /// <param name="at">Conditions.</param>
    public InterfaceEffect Effect(in InterfaceConditions at)
    {
        InterfaceEffect effect = new();
        for (int i = 0; i < _mechanisms.Length; i++)
        {
            _mechanisms[i].Act(at, Values.AsSpan(_first[i].._first[i + 1]), ref effect);
        }

        return effect;
    }

    /// <summary>Carries the states over a time during which the conditions go straight from one to the other.</summary>
    /// <returns>Whether the rates could be followed; the states stay as they were if not.</returns>
    public bool Advance(double fromTime, in InterfaceConditions from, double toTime, in InterfaceConditions to)
    {
        if (Values.Length == 0 || toTime <= fromTime)
        {
            return true;
        }

        (_from, _to, _span) = (from, to, (fromTime, toTime));
        Values.CopyTo(_before, 0);
        if (_integrator.Integrate(Rates, fromTime, toTime, Values, _scale, StateTolerance))
        {
            return true;
        }

        _before.CopyTo(Values, 0);
        return false;
    }

    /// <summary>Tells the model what the states do to it; consumed lithium leaves the electrode.</summary>
    /// <param name="model">The model.</param>
    /// <param name="y">Its state, of which the stores may change.</param>
    public void Tell(CellModel model, double[] y)
    {
        InterfaceEffect effect = Effect(Conditions(model, y));
        Set(model, y, effect, effect.LithiumConsumed - Told.LithiumConsumed);
        Told = effect;
    }

    /// <summary>Sets the effect in the model and takes lithium out of the electrode.</summary>
    /// <param name="model">The model.</param>
    /// <param name="y">Its state.</param>
    /// <param name="effect">Effect of all mechanisms.</param>
    /// <param name="lithium">Lithium consumed since the last time, mol/m2 of nominal interface.</param>
    protected abstract void Set(CellModel model, double[] y, in InterfaceEffect effect, double lithium);

    private void Rates(double time, ReadOnlySpan<double> states, Span<double> rates)
    {
        InterfaceConditions at = InterfaceConditions.Between(_from, _to, (time - _span.From) / (_span.To - _span.From));
        for (int i = 0; i < _mechanisms.Length; i++)
        {
            Range own = _first[i].._first[i + 1];
            _mechanisms[i].Rates(at, states[own], rates[own]);
        }
    }
}
