using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;
using Ionolith.Materials;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>An interface that ages: the slow states of its mechanisms, their integration, and what they do to the model.</summary>
/// <remarks>
/// The states follow the conditions of the interface between two accepted time steps; what they do to the model is set after each,
/// and steps are so short that it moves by less than a tolerance (<see cref="AgeingRun"/>). Lithium that they consume leaves the
/// electrode, and host is lost, when there is enough of it to matter and at the ends of protocol steps, in one go, so that the balance stays exact.
/// </remarks>
internal abstract class AgeingSite
{
    // The states change little between two settings of the model, which costs more accuracy than this.
    private const double StateTolerance = 1e-6;

    // V
    private const double SmallestShift = 1e-9;

    // Step of a difference that stands for a derivative, in units of the state.
    private const double Nudge = 1.5e-8;
    private readonly AgeingMechanism[] _mechanisms;
    private readonly int[] _first;
    private readonly double[] _scale;
    private readonly double[] _before;
    private readonly double[] _start;
    private readonly double[] _rates;
    private readonly double[] _moved;
    private readonly double[] _ahead;
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
            string law = _mechanisms[i].Card.Law;
            IEnumerable<AgeingState> others = mechanisms.Where((_, k) => k != i).SelectMany(m => m.States);
            all.AddRange(_mechanisms[i].States.Select(s => others.Any(o => string.Equals(o.Name, s.Name, StringComparison.Ordinal)) ? s with { Name = $"{s.Name} ({law})" } : s));
            _first[i + 1] = all.Count;
        }

        Slow = all;
        Values = [.. all.Select(s => s.Initial)];
        _scale = [.. all.Select(s => s.Scale)];
        (_before, _start) = (new double[Values.Length], new double[Values.Length]);
        (_rates, _moved, _ahead) = (new double[Values.Length], new double[Values.Length], new double[Values.Length]);
        _integrator = new(Math.Max(1, Values.Length));
    }

    /// <summary>Name in results: the layer, and the host where there are several.</summary>
    public string Name { get; }

    /// <summary>The slow states.</summary>
    public IReadOnlyList<AgeingState> Slow { get; }

    /// <summary>Names of its laws.</summary>
    public IEnumerable<string> Laws => _mechanisms.Select(m => m.Card.Law);

    /// <summary>Their values, SI.</summary>
    public double[] Values { get; }

    /// <summary>What the model was told last.</summary>
    public InterfaceEffect Told { get; private set; } = new();

    /// <summary>Whether lithium bridged the electrodes from here at the end of the last step.</summary>
    public bool WasBridged { get; set; }

    /// <summary>Lithium consumed so far, mol/m2 of geometric area.</summary>
    public abstract double LithiumConsumed { get; }

    /// <summary>Whether the electrode is the positive one.</summary>
    public abstract bool IsPositive { get; }

    /// <summary>Conditions at a state of the model; those of the surface have been evaluated.</summary>
    public abstract InterfaceConditions Conditions(CellModel model, double[] y);

    /// <summary>Effect of the present states.</summary>
    /// <param name="at">Conditions.</param>
    public InterfaceEffect Effect(in InterfaceConditions at) => Effect(at, Values);

    /// <summary>Effect of the present states with a change added.</summary>
    /// <param name="at">Conditions.</param>
    /// <param name="change">Change of each state.</param>
    public InterfaceEffect EffectWith(in InterfaceConditions at, ReadOnlySpan<double> change)
    {
        for (int i = 0; i < Values.Length; i++)
        {
            _before[i] = Values[i] + change[i];
        }

        return Effect(at, _before);
    }

    /// <summary>Nominal area of the interface for each geometric area, 1; that of particles is larger by far.</summary>
    public virtual double InterfaceArea => 1;

    /// <summary>A fresh effect with what the first cycle does to the potential in any cell.</summary>
    /// <param name="fresh">The effect of the fresh states.</param>
    /// <param name="aged">The site later on.</param>
    public InterfaceEffect Conditioned(InterfaceEffect fresh, SiteState aged)
    {
        for (int i = 0; i < _mechanisms.Length; i++)
        {
            if (_mechanisms[i].IsConditioning)
            {
                (InterfaceEffect before, InterfaceEffect after) = (new(), new());
                Range own = _first[i].._first[i + 1];
                _mechanisms[i].Act(default, Values.AsSpan(own), ref before);
                _mechanisms[i].Act(default, aged.Values.AsSpan(own), ref after);
                fresh.PotentialShift += after.PotentialShift - before.PotentialShift;
            }
        }

        // A shift that differs by less is the same, added up in another order.
        return Math.Abs(fresh.PotentialShift - aged.Told.PotentialShift) < SmallestShift ? fresh with { PotentialShift = aged.Told.PotentialShift } : fresh;
    }

    /// <summary>Current density at 1C per nominal area of the interface, A/m2.</summary>
    public virtual double ReferenceCurrent(CellModel model) => model.Parts.ReferenceCurrent;

    /// <summary>Whether what is left of the lithium sets the potential; if not, only its end matters.</summary>
    public virtual bool HoldsByContent => true;

    /// <summary>Difference of the lithium that two effects have consumed, over the nominal capacity, 1.</summary>
    public double LithiumShare(CellModel model, in InterfaceEffect from, in InterfaceEffect to)
    {
        CellDescription cell = model.Parts.Cell;
        double area = model.Parts.ReferenceCurrent / ReferenceCurrent(model), capacity = cell.NominalCapacity / cell.Area / PhysicalConstants.Faraday;
        return Math.Abs(to.LithiumConsumed - from.LithiumConsumed) * area / capacity;
    }

    /// <summary>Lithium that each law has consumed, mol/m2 of geometric area; only laws that have.</summary>
    /// <param name="model">Model.</param>
    /// <param name="y">Its state.</param>
    public IEnumerable<(string Law, double Lithium)> ConsumedByLaw(CellModel model, double[] y)
    {
        double area = model.Parts.ReferenceCurrent / ReferenceCurrent(model);
        InterfaceConditions at = Conditions(model, y);
        for (int i = 0; i < _mechanisms.Length; i++)
        {
            InterfaceEffect effect = new();
            _mechanisms[i].Act(at, Values.AsSpan(_first[i].._first[i + 1]), ref effect);
            if (effect.LithiumConsumed != 0)
            {
                yield return (_mechanisms[i].Card.Law, effect.LithiumConsumed * area);
            }
        }
    }

    /// <summary>Effect of the states that the present rates would lead to after a time.</summary>
    /// <remarks>
    /// A state that has come close to where it stays has a rate that hangs on the last digits of it; how fast it gets there over a longer time
    /// is told by one implicit step, f/(1 - h df/ds).
    /// </remarks>
    /// <param name="at">Conditions, which stay.</param>
    /// <param name="ahead">The time, s.</param>
    /// <param name="over">Time h over which the rates count, s; zero: now.</param>
    public InterfaceEffect EffectAhead(in InterfaceConditions at, double ahead, double over)
    {
        Values.CopyTo(_before, 0);
        for (int i = 0; i < _mechanisms.Length; i++)
        {
            Range own = _first[i].._first[i + 1];
            Span<double> rates = _rates.AsSpan(own), moved = _moved.AsSpan(own), states = _before.AsSpan(own);
            RatesOf(i, at, states, rates);
            rates.CopyTo(_ahead.AsSpan(own));
            for (int k = 0; k < states.Length && over > 0; k++)
            {
                double value = states[k], step = Nudge * Math.Max(_scale[_first[i] + k], Math.Abs(value));
                states[k] = value + step;
                RatesOf(i, at, states, moved);
                states[k] = value;
                _ahead[_first[i] + k] = rates[k] / (1 - (over * Math.Min(0, (moved[k] - rates[k]) / step)));
            }
        }

        for (int i = 0; i < Values.Length; i++)
        {
            _before[i] = Values[i] + (ahead * _ahead[i]);
        }

        return Effect(at, _before);
    }

    /// <summary>Carries the states over a time during which the conditions go straight from one to the other.</summary>
    /// <returns>Whether the rates could be followed; the states stay as they were if not.</returns>
    public bool Advance(double fromTime, in InterfaceConditions from, double toTime, in InterfaceConditions to)
    {
        Values.CopyTo(_start, 0);
        if (Values.Length == 0 || toTime <= fromTime)
        {
            return true;
        }

        (_from, _to, _span) = (from, to, (fromTime, toTime));
        if (_integrator.Integrate(Rates, fromTime, toTime, Values, _scale, StateTolerance))
        {
            return true;
        }

        Return();
        return false;
    }

    /// <summary>Puts the states back to where they were before the last time over which they were carried.</summary>
    public void Return() => _start.CopyTo(Values, 0);

    /// <summary>Tells the model what the states do to the interface, stores of lithium left alone.</summary>
    /// <param name="y">State of the model; nothing in it changes.</param>
    /// <param name="effect">The effect of the present states.</param>
    public void Tell(double[] y, InterfaceEffect effect)
    {
        effect.LithiumConsumed = Told.LithiumConsumed;
        effect.ActiveShare = Told.ActiveShare;
        Set(y, effect);
        Told = effect;
    }

    /// <summary>What the model has been told for the moment at which it was solved last.</summary>
    public virtual InterfaceEffect Seen => Told;

    /// <summary>Whether the model can be told how fast an effect changes, so that it follows it within a step.</summary>
    public virtual bool Drifts => false;

    /// <summary>Tells the model how fast the effect changes from now on.</summary>
    /// <param name="time">Now, s.</param>
    /// <param name="now">The effect.</param>
    /// <param name="then">The effect after a time.</param>
    /// <param name="ahead">The time, s.</param>
    public virtual void Drift(double time, in InterfaceEffect now, in InterfaceEffect then, double ahead)
    {
    }

    /// <summary>Tells the model all, between two stretches: also what changes the stores of lithium, which no formula of several steps could follow exactly.</summary>
    /// <param name="y">State of the model, of which the stores change.</param>
    /// <param name="effect">The effect of the present states.</param>
    public void Settle(double[] y, in InterfaceEffect effect)
    {
        double lithium = effect.LithiumConsumed - Told.LithiumConsumed;
        Set(y, effect);
        Take(y, effect.LithiumConsumed, lithium);
        Told = effect;
    }

    /// <summary>All that the site holds.</summary>
    public SiteState Save() => new([.. Values], Told, Accounts, WasBridged);

    /// <summary>Goes back, or on, to what was saved.</summary>
    /// <param name="y">State of the model that belongs to it.</param>
    /// <param name="saved">What was saved.</param>
    public void Restore(double[] y, SiteState saved)
    {
        saved.Values.CopyTo(Values, 0);
        Told = saved.Told;
        Set(y, saved.Told);
        (Accounts, WasBridged) = (saved.Accounts, saved.WasBridged);
    }

    /// <summary>Lithium that host which was lost has taken along, mol/m2 of geometric area: it hangs on when in a cycle host was lost.</summary>
    public virtual double Isolated
    {
        get => 0;
        set { }
    }

    /// <summary>Share of the host without which the electrode has failed; zero where others can stand in for it, or there is none.</summary>
    public virtual double LeastActiveShare => 0;

    /// <summary>Why ageing cannot go on for want of lithium or of room for it, here and where others could stand in; empty: it can.</summary>
    /// <param name="y">State.</param>
    public virtual string Exhausted(double[] y) => "";

    /// <summary>Whether laws that take or give lithium wait until there is some here, or room for it.</summary>
    public virtual bool IsStarved => false;

    /// <summary>Takes at once the lithium that ageing wants and the site did not have.</summary>
    /// <remarks>For a jump over many cycles: the state at its end has none to spare, the cycles that were skipped had.</remarks>
    /// <param name="y">State, which may stand below empty until it is set anew.</param>
    public virtual void TakeMissing(double[] y)
    {
    }

    /// <summary>Sums that the site keeps beside its states, such as the lithium that it has taken.</summary>
    protected virtual double[] Accounts
    {
        get => [];
        set { }
    }

    /// <summary>Sets the effect in the model.</summary>
    /// <param name="y">Its state.</param>
    /// <param name="effect">Effect of all mechanisms.</param>
    protected abstract void Set(double[] y, in InterfaceEffect effect);

    /// <summary>Takes lithium out of the electrode.</summary>
    /// <param name="y">State of the model.</param>
    /// <param name="consumed">Lithium consumed since the start, mol/m2 of nominal interface.</param>
    /// <param name="lithium">The part of it that still is in the electrode.</param>
    protected abstract void Take(double[] y, double consumed, double lithium);

    private InterfaceEffect Effect(in InterfaceConditions at, double[] values)
    {
        InterfaceEffect effect = new();
        for (int i = 0; i < _mechanisms.Length; i++)
        {
            _mechanisms[i].Act(at, values.AsSpan(_first[i].._first[i + 1]), ref effect);
        }

        return effect;
    }

    private void Rates(double time, ReadOnlySpan<double> states, Span<double> rates)
    {
        InterfaceConditions at = InterfaceConditions.Between(_from, _to, (time - _span.From) / (_span.To - _span.From));
        for (int i = 0; i < _mechanisms.Length; i++)
        {
            Range own = _first[i].._first[i + 1];
            RatesOf(i, at, states[own], rates[own]);
        }
    }

    private void RatesOf(int mechanism, in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates)
    {
        if (IsStarved && Consumes(_mechanisms[mechanism], at, states))
        {
            rates.Clear();
            return;
        }

        _mechanisms[mechanism].Rates(at, states, rates);
    }

    private static bool Consumes(AgeingMechanism mechanism, in InterfaceConditions at, ReadOnlySpan<double> states)
    {
        InterfaceEffect effect = new();
        mechanism.Act(at, states, ref effect);
        return effect.LithiumConsumed != 0;
    }
}
