using Ionolith.Cells.Model;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Swelling;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>How long the next time step may be for ageing to stay within its tolerance.</summary>
/// <param name="model">The model.</param>
/// <param name="sites">The interfaces that age.</param>
/// <param name="swelling">What swells; null: nothing.</param>
internal sealed class AgeingPace(CellModel model, AgeingSite[] sites, SwellingRun? swelling)
{
    // In one time step ageing may move a potential by this many volts for each unit of relative tolerance ...
    private const double VoltagePerTolerance = 2;

    // ... or a share of contact or host by so much,
    private const double SharePerTolerance = 10;

    // ... that of metal, which counts by its potential as well, by so much,
    private const double MetalSharePerTolerance = 200;

    // ... or lithium by this share of the nominal capacity.
    private const double LithiumPerTolerance = 3;

    // What is taken of a metal moves nothing before its end, which is known to this share of the nominal capacity.
    private const double MetalLithium = 3e-4;

    // ... or damage by so much of the way to its end; that is found within a step, so that steps need not be shorter than this.
    private const double DamagePerTolerance = 100;
    private const double Damage = 1e-2;

    // Share of the tolerance at which the model's own following of an effect aims.
    private const double Aim = 0.6;

    // How many times as long a step could be as it was for its length not to be bound; the integrator at most doubles it.
    private const double Far = 4;

    // Time over which rates are looked at, as a share of the step before.
    private const double Glance = 1e-2;

    // An effect that would move by more tolerances than this is no measure of a step; looked at is then a time shorter by this factor at most, down to this one, s.
    private const double Farthest = 1e6;
    private const double Closer = 1e-3;
    private const double Soonest = 1e-15;

    // A step may be so many times as long as the one before.
    private const double Growth = 2;
    private readonly (InterfaceEffect Now, InterfaceEffect Then, double Ahead)[] _course = new (InterfaceEffect, InterfaceEffect, double)[sites.Length];
    private readonly double[] _reach = new double[sites.Length];
    private AgeingSite? _fastest;

    /// <summary>Longest time step in which ageing stays within its tolerance, s.</summary>
    public double LongestStep { get; private set; } = double.PositiveInfinity;

    /// <summary>What ages so fast that steps may be no longer than a time; empty: nothing does.</summary>
    /// <param name="time">The time, s.</param>
    public string Haste(double time) => _fastest is not { } site || LongestStep > time ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"ageing at '{site.Name}' is so fast that a time step could only last {TimeText.Of(LongestStep)}: look at the values of its laws ({string.Join(", ", site.Laws)})");

    /// <summary>Whether nothing that ages bounds the next step.</summary>
    public bool IsFree => _fastest is null;

    /// <summary>Begins a stretch: only swelling bounds it so far.</summary>
    /// <param name="y">Consistent state.</param>
    public void Begin(double[] y)
    {
        LongestStep = LongestSwelling(y);
        _fastest = null;
    }

    /// <summary>Bounds the first step of a stretch by an interface.</summary>
    /// <param name="site">Which one.</param>
    /// <param name="at">Conditions there.</param>
    public void Enter(int site, in InterfaceConditions at)
    {
        Limit(sites[site], at, 1);
        (_course[site].Ahead, _reach[site]) = (0, LongestStep);
    }

    /// <summary>Goes on to the next step: bound by the length of the last.</summary>
    /// <param name="y">State at the end of the last.</param>
    public void Step(double[] y)
    {
        double grown = Growth * LongestStep;
        LongestStep = LongestSwelling(y);
        (LongestStep, _fastest) = grown < LongestStep ? (grown, _fastest) : (LongestStep, null);
    }

    /// <summary>Bounds the next step by an interface.</summary>
    /// <param name="site">Which one.</param>
    /// <param name="now">What it does.</param>
    /// <param name="at">Conditions there.</param>
    /// <param name="step">The last step, s.</param>
    public void Look(int site, in InterfaceEffect now, in InterfaceConditions at, double step)
    {
        if (sites[site].Drifts)
        {
            Follow(site, now, at, step);
        }
        else
        {
            Limit(sites[site], at, Glance * step);
        }
    }

    /// <summary>Tells an interface the course that it has taken, where the model can follow that within a step.</summary>
    /// <param name="site">Which one.</param>
    /// <param name="time">Time, s.</param>
    public void Steer(int site, double time)
    {
        (InterfaceEffect now, InterfaceEffect then, double ahead) = _course[site];
        if (ahead > 0)
        {
            sites[site].Drift(time, now, then, ahead);
        }
    }

    /// <summary>Whether so much lithium was consumed, or host lost, that it must leave the electrodes now.</summary>
    /// <param name="site">The interface.</param>
    /// <param name="effect">What it does now.</param>
    public bool IsDue(AgeingSite site, in InterfaceEffect effect) => Math.Max(Lithium(site, site.Told, effect), Lost(site.Told, effect)) > 1;

    // Swelling is told as it was at the start of a step: so long may that be.
    private double LongestSwelling(double[] y) =>
        swelling?.VoltageRate(y) is > 0 and var rate ? VoltagePerTolerance * model.RelativeTolerance / rate : double.PositiveInfinity;

    // The model has followed a straight course within the step: how far it missed goes with the square of the step.
    private void Follow(int site, in InterfaceEffect now, in InterfaceConditions at, double step)
    {
        double missed = Volts(sites[site], sites[site].Seen, now, at), ahead = Glance * step;

        // Where it misses next to nothing it sets no bound: one that the integrator meets by a rounding error takes its equal steps from it.
        double factor = Aim / Math.Sqrt(Math.Max(missed, 1e-12));
        _reach[site] = factor > Far ? double.PositiveInfinity : step * Math.Max(factor, 0.2);
        InterfaceEffect then = sites[site].EffectAhead(at, ahead, step);
        _course[site] = (now, then, ahead);
        double tolerances = Math.Max(Math.Max(Worn(now, then), Lithium(sites[site], now, then)), Lost(now, then));
        Bind(sites[site], Math.Min(_reach[site], tolerances > 0 ? ahead / tolerances : double.PositiveInfinity));
    }

    private void Bind(AgeingSite site, double longest)
    {
        if (longest < LongestStep)
        {
            (LongestStep, _fastest) = (longest, site);
        }
    }

    // How far the rates of now would carry the effect, in tolerances; a step that is as long as that makes one.
    private void Limit(AgeingSite site, InterfaceConditions at, double ahead)
    {
        InterfaceEffect now = site.Effect(at);
        double tolerances = Ahead();

        // What grows steeply, as an exponential of a state, is looked at no farther ahead than its rates of now mean something.
        while (!(tolerances < Farthest) && ahead > Soonest)
        {
            ahead *= Closer;
            tolerances = Ahead();
        }

        if (tolerances > 0)
        {
            Bind(site, ahead / tolerances);
        }

        double Ahead()
        {
            InterfaceEffect then = site.EffectAhead(at, ahead, 0);
            return Math.Max(Moved(site, now, then, at), Lithium(site, now, then));
        }
    }

    private double Moved(AgeingSite site, in InterfaceEffect from, in InterfaceEffect to, in InterfaceConditions at)
    {
        double change = Math.Max(Volts(site, from, to, at), Lost(from, to));
        return IsMetal(at) ? Math.Max(change, Worn(from, to)) : Math.Max(change, Math.Max(ShareLost(from, to) / (SharePerTolerance * model.RelativeTolerance), Damaged(from, to)));
    }

    // The contact of a metal surface only moves its own potential ...
    private double Volts(AgeingSite site, in InterfaceEffect from, in InterfaceEffect to, in InterfaceConditions at)
    {
        // A leak takes over what a resistance keeps from the terminals: against it only a share of the change is seen there.
        double seen = 1 / (1 + (model.Leak * from.Resistance * site.ReferenceCurrent(model) / model.Parts.ReferenceCurrent));
        double volts = (Math.Abs((to.Resistance - from.Resistance) * at.Current) * seen) + Math.Abs(to.PotentialShift - from.PotentialShift);
        return Math.Max(volts, IsMetal(at) ? ShareLost(from, to) * Math.Abs(at.Potential) : 0) / (VoltagePerTolerance * model.RelativeTolerance);
    }

    // ... and what else grows there.
    private double Worn(in InterfaceEffect from, in InterfaceEffect to) =>
        Math.Max(ShareLost(from, to) / (MetalSharePerTolerance * model.RelativeTolerance), Damaged(from, to));

    private double Damaged(in InterfaceEffect from, in InterfaceEffect to) =>
        Math.Abs(Math.Min(to.Damage, 1) - Math.Min(from.Damage, 1)) / Math.Max(DamagePerTolerance * model.RelativeTolerance, Damage);

    private static double ShareLost(in InterfaceEffect from, in InterfaceEffect to) => Math.Abs(to.ContactedShare - from.ContactedShare) / from.ContactedShare;

    private static bool IsMetal(in InterfaceConditions at) => double.IsNaN(at.Stoichiometry) && double.IsFinite(at.Potential);

    private double Lost(in InterfaceEffect from, in InterfaceEffect to) =>
        Math.Abs(to.ActiveShare - from.ActiveShare) / (SharePerTolerance * model.RelativeTolerance * from.ActiveShare);

    private double Lithium(AgeingSite site, in InterfaceEffect from, in InterfaceEffect to)
    {
        double most = LithiumPerTolerance * model.RelativeTolerance;
        return site.LithiumShare(model, from, to) / (site.HoldsByContent ? most : Math.Max(most, MetalLithium));
    }
}
