using Ionolith.Cells.Model;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Swelling;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>All that changes beside the model during a run: the interfaces that age, and the volumes where a cell follows them.</summary>
internal sealed class AgeingRun
{
    // In one time step ageing may move a potential by this many volts for each unit of relative tolerance ...
    private const double VoltagePerTolerance = 2;

    // ... or a share of contact or host by so much,
    private const double SharePerTolerance = 10;

    // ... that of metal, which counts by its potential as well, by so much,
    private const double MetalSharePerTolerance = 200;

    // ... or lithium by this share of the nominal capacity.
    private const double LithiumPerTolerance = 3;

    // ... or damage by so much of the way to its end.
    private const double DamagePerTolerance = 100;

    // An interface that would take so many volts at 1C hides all that is behind it from the terminals.
    private const double VoltsOfNoInterface = 1e6;

    // A filament that comes and goes with each cycle is told so often.
    private const int MostEvents = 1000;

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
    private readonly CellModel _model;
    private readonly InterfaceConditions[] _before;
    private readonly (InterfaceEffect Now, InterfaceEffect Then, double Ahead)[] _course;
    private readonly double[] _reach;
    private readonly List<AgeingEvent> _events = [];
    private double _current;
    private AgeingSite? _fastest;

    private AgeingRun(CellModel model, AgeingSite[] sites)
    {
        _model = model;
        Sites = sites;
        _before = new InterfaceConditions[sites.Length];
        Swelling = SwellingRun.Of(model);
        _course = new (InterfaceEffect, InterfaceEffect, double)[sites.Length];
        _reach = new double[sites.Length];
    }

    /// <summary>The interfaces that age.</summary>
    public AgeingSite[] Sites { get; }

    /// <summary>Volumes and the pressure that they build up; null: the geometry stays.</summary>
    public SwellingRun? Swelling { get; }

    /// <summary>Why the cell has failed by ageing; empty while it has not.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>Shorts and failures so far.</summary>
    public IReadOnlyList<AgeingEvent> Events => _events;

    /// <summary>Lithium consumed so far, mol/m2 of geometric area.</summary>
    public double LithiumConsumed => Sites.Sum(s => s.LithiumConsumed);

    /// <summary>Finds what ages in a model.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The run; null where nothing changes beside the model.</returns>
    public static AgeingRun? Of(CellModel model)
    {
        ModelParts parts = model.Parts;
        ElectrolyteLayer[] electrolytes = [.. parts.Cell.Layers.OfType<ElectrolyteLayer>()];
        double thickness = electrolytes.Sum(l => l.Thickness);
        List<AgeingSite> sites = [];
        foreach (LithiumSurface surface in new[] { parts.NegativeLithium, parts.PositiveLithium }.OfType<LithiumSurface>())
        {
            if (surface.Metal.Ageing.Count > 0)
            {
                sites.Add(new LithiumSite(surface, surface.Negative ? electrolytes[0] : electrolytes[^1], thickness));
            }
        }

        foreach (ElectrodeModel electrode in parts.Electrodes)
        {
            sites.AddRange(electrode.Populations.Where(p => p.Phase.Ageing.Count > 0).Select(p => new HostSite(electrode, p, thickness)));
        }

        foreach (ContactResistance contact in parts.Cell.Contacts.Where(c => c.Ageing.Count > 0))
        {
            SeriesResistance resistance = parts.Series.First(r => string.Equals(r.Name, $"{contact.Between} | {contact.And}", StringComparison.Ordinal));
            sites.Add(new ContactSite(contact, resistance, thickness));
        }

        return sites.Count == 0 && parts.Cell.Swelling is null ? null : new AgeingRun(model, [.. sites]);
    }

    /// <summary>Longest time step in which ageing stays within its tolerance, s.</summary>
    public double LongestStep { get; private set; } = double.PositiveInfinity;

    /// <summary>What ages so fast that steps may be no longer than a time; empty: nothing does.</summary>
    /// <param name="time">The time, s.</param>
    public string Haste(double time) => _fastest is not { } site || LongestStep > time ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"ageing at '{site.Name}' is so fast that a time step could only last {TimeText.Of(LongestStep)}: look at the values of its laws ({string.Join(", ", site.Laws)})");

    /// <summary>Whether the slow states stand still, and the model keeps what it was told.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Charge that has passed in either direction so far, C/m2.</summary>
    public double Passed { get; set; }

    /// <summary>All that has aged.</summary>
    public AgeingRunState Save() => new(Passed, [.. _events], [.. Sites.Select(s => s.Save())], Swelling?.Anchor ?? []);

    /// <summary>Goes back, or on, to what was saved.</summary>
    /// <param name="y">State of the model that belongs to it.</param>
    /// <param name="saved">What was saved.</param>
    public void Restore(double[] y, AgeingRunState saved)
    {
        (Failure, Passed) = ("", saved.Passed);
        _events.Clear();
        _events.AddRange(saved.Events);
        for (int i = 0; i < Sites.Length; i++)
        {
            Sites[i].Restore(y, saved.Sites[i]);
        }

        _model.RenewDoubleLayers(null);
        Swelling?.Restore(y, saved.Swelling);
        TellLeak();
    }

    /// <summary>Begins a stretch after a jump of the control: takes the conditions as they are now.</summary>
    /// <param name="y">Consistent state.</param>
    public void Begin(double[] y)
    {
        LongestStep = LongestSwelling(y);
        _fastest = null;
        if (IsHeld)
        {
            return;
        }

        _model.EvaluateSurfaces(y);
        _current = y[_model.Parts.Layout.Current];
        for (int i = 0; i < Sites.Length; i++)
        {
            _before[i] = Sites[i].Conditions(_model, y);
            Limit(Sites[i], _before[i], 1);
            (_course[i].Ahead, _reach[i]) = (0, LongestStep);
        }
    }

    /// <summary>Tells the model what the slow states do now, and where it can follow that, how fast it changes; what was solved before belongs to what it was told before.</summary>
    /// <param name="time">Time, s.</param>
    /// <param name="y">State; nothing in it changes.</param>
    public void Tell(double time, double[] y)
    {
        Swelling?.Tell();
        for (int i = 0; i < Sites.Length && !IsHeld; i++)
        {
            Sites[i].Tell(y, Sites[i].Effect(_before[i]));
            if (_course[i].Ahead > 0)
            {
                Sites[i].Drift(time, _course[i].Now, _course[i].Then, _course[i].Ahead);
            }
        }
    }

    /// <summary>Tells the model what the slow states do under conditions that have just changed, such as the temperature.</summary>
    /// <param name="y">State; nothing in it changes.</param>
    /// <returns>Whether the interfaces are no longer what the state was solved for.</returns>
    public bool Retell(double[] y)
    {
        bool isChanged = false;
        for (int i = 0; i < Sites.Length && !IsHeld; i++)
        {
            InterfaceEffect told = Sites[i].Told;
            Sites[i].Tell(y, Sites[i].Effect(_before[i]));
            isChanged |= told != Sites[i].Told;
        }

        return isChanged;
    }

    /// <summary>Carries the slow states over an accepted time step.</summary>
    /// <param name="from">Its start, s.</param>
    /// <param name="to">Its end, s.</param>
    /// <param name="y">State at its end.</param>
    /// <returns>Whether so much lithium was consumed or host lost that it must leave the electrodes now.</returns>
    public bool Advance(double from, double to, double[] y)
    {
        Swelling?.Measure(y);
        if (IsHeld)
        {
            LongestStep = LongestSwelling(y);
            return false;
        }

        _model.EvaluateSurfaces(y);
        double current = y[_model.Parts.Layout.Current];
        Passed += 0.5 * (Math.Abs(_current) + Math.Abs(current)) * (to - from);
        _current = current;
        bool due = false;
        double longest = 2 * LongestStep;
        LongestStep = LongestSwelling(y);
        AgeingSite? before = _fastest;
        _fastest = null;
        for (int i = 0; i < Sites.Length; i++)
        {
            AgeingSite site = Sites[i];
            InterfaceConditions at = site.Conditions(_model, y);
            bool followed = site.Advance(from, _before[i], to, at);
            InterfaceEffect effect = site.Effect(at);
            string failure = !followed ? $"the ageing of '{site.Name}' could not be followed"
                : effect.Resistance * site.ReferenceCurrent(_model) > VoltsOfNoInterface ? Closed(effect.Resistance * site.ReferenceCurrent(_model))
                : effect.ActiveShare < site.LeastActiveShare ? "the host is lost: less than 1 % of it still takes part"
                : site.Exhausted(NominalLithium);
            if (failure.Length > 0)
            {
                effect.Fail(failure);
            }

            Note(site, effect, to);

            // A leak that comes or goes is a jump, after which the integration begins anew.
            due |= Math.Max(Lithium(site, site.Told, effect), Lost(site.Told, effect)) > 1 || effect.Leak != site.Told.Leak;
            _before[i] = at;
            if (site.Drifts)
            {
                Follow(i, effect, at, to - from);
            }
            else
            {
                Limit(site, at, Glance * (to - from));
            }
        }

        (LongestStep, _fastest) = longest < LongestStep ? (longest, before) : (LongestStep, _fastest);
        return due;
    }

    /// <summary>Tells the model all that has aged, between two stretches; consumed lithium leaves the electrodes.</summary>
    /// <param name="y">State, of which the stores of lithium may change.</param>
    public void Settle(double[] y)
    {
        foreach (AgeingSite site in IsHeld ? [] : Sites)
        {
            InterfaceEffect effect = site.Effect(site.Conditions(_model, y));
            site.Settle(y, effect);
        }

        _model.RenewDoubleLayers(y);
        Swelling?.Measure(y);
        Swelling?.Tell();
        TellLeak();
    }

    /// <summary>Tells the model what leaks beside the electrolyte.</summary>
    public void TellLeak()
    {
        double leak = 1 / _model.Parts.Cell.LeakResistance;
        foreach (AgeingSite site in Sites)
        {
            leak += site.Told.Leak;
        }

        _model.Leak = leak;
    }

    private void Note(AgeingSite site, in InterfaceEffect effect, double time)
    {
        if (effect.Failure.Length > 0 && Failure.Length == 0)
        {
            Failure = $"{effect.Failure} (at '{site.Name}')";
            _events.Add(new(effect.ShortedHard ? AgeingEventKind.HardShort : AgeingEventKind.Failure, site.Name, time, Passed, effect.Failure));
        }
        else if (effect.Bridged && !site.WasBridged && _events.Count < MostEvents)
        {
            _events.Add(new(AgeingEventKind.SoftShort, site.Name, time, Passed, $"lithium from '{site.Name}' bridges the electrolyte"));
        }

        site.WasBridged = effect.Bridged;
    }

    /// <summary>How far a change of the states moves what they do: volts at 1C over a tenth of a volt, shares, damage, lithium over the nominal capacity.</summary>
    /// <param name="y">State.</param>
    /// <param name="change">Change of the states of all sites, one after the other.</param>
    /// <returns>The largest of them; infinite where the effect has no value.</returns>
    public double Distance(double[] y, ReadOnlySpan<double> change)
    {
        const double Volts = 0.1;
        double largest = 0;
        _model.EvaluateSurfaces(y);
        foreach (AgeingSite site in Sites)
        {
            InterfaceConditions at = site.Conditions(_model, y);
            InterfaceEffect now = site.Effect(at), then = site.EffectWith(at, change[..site.Values.Length]);
            change = change[site.Values.Length..];
            double volts = (Math.Abs(then.Resistance - now.Resistance) * site.ReferenceCurrent(_model)) + Math.Abs(then.PotentialShift - now.PotentialShift);
            foreach (double moved in (ReadOnlySpan<double>)
            [
                volts / Volts, then.ContactedShare - now.ContactedShare, then.ActiveShare - now.ActiveShare, Math.Min(then.Damage, 1) - Math.Min(now.Damage, 1),
                site.LithiumShare(_model, now, then),
            ])
            {
                largest = Math.Abs(moved) <= largest ? largest : double.IsNaN(moved) ? double.PositiveInfinity : Math.Abs(moved);
            }
        }

        return largest;
    }

    // Swelling is told as it was at the start of a step: so long may that be.
    private double LongestSwelling(double[] y) =>
        Swelling?.VoltageRate(y) is > 0 and var rate ? VoltagePerTolerance * _model.RelativeTolerance / rate : double.PositiveInfinity;

    // The model has followed a straight course within the step: how far it missed goes with the square of the step.
    private void Follow(int site, in InterfaceEffect now, in InterfaceConditions at, double step)
    {
        double missed = Volts(Sites[site], Sites[site].Seen, now, at), ahead = Glance * step;

        // Where it misses next to nothing it sets no bound: one that the integrator meets by a rounding error takes its equal steps from it.
        double factor = Aim / Math.Sqrt(Math.Max(missed, 1e-12));
        _reach[site] = factor > Far ? double.PositiveInfinity : step * Math.Max(factor, 0.2);
        InterfaceEffect then = Sites[site].EffectAhead(at, ahead, step);
        _course[site] = (now, then, ahead);
        double tolerances = Math.Max(Math.Max(Worn(now, then), Lithium(Sites[site], now, then)), Lost(now, then));
        Bind(Sites[site], Math.Min(_reach[site], tolerances > 0 ? ahead / tolerances : double.PositiveInfinity));
    }

    private void Bind(AgeingSite site, double longest)
    {
        if (longest < LongestStep)
        {
            (LongestStep, _fastest) = (longest, site);
        }
    }

    private static string Closed(double volts) =>
        string.Create(CultureInfo.InvariantCulture, $"the interface has closed: what has grown there would take {volts:G2} V at 1C");

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
        return IsMetal(at) ? Math.Max(change, Worn(from, to)) : Math.Max(change, Math.Max(ShareLost(from, to) / (SharePerTolerance * _model.RelativeTolerance), Damaged(from, to)));
    }

    // The contact of a metal surface only moves its own potential ...
    private double Volts(AgeingSite site, in InterfaceEffect from, in InterfaceEffect to, in InterfaceConditions at)
    {
        // A leak takes over what a resistance keeps from the terminals: against it only a share of the change is seen there.
        double seen = 1 / (1 + (_model.Leak * from.Resistance * site.ReferenceCurrent(_model) / _model.Parts.ReferenceCurrent));
        double volts = (Math.Abs((to.Resistance - from.Resistance) * at.Current) * seen) + Math.Abs(to.PotentialShift - from.PotentialShift);
        return Math.Max(volts, IsMetal(at) ? ShareLost(from, to) * Math.Abs(at.Potential) : 0) / (VoltagePerTolerance * _model.RelativeTolerance);
    }

    // ... and what else grows there.
    private double Worn(in InterfaceEffect from, in InterfaceEffect to) =>
        Math.Max(ShareLost(from, to) / (MetalSharePerTolerance * _model.RelativeTolerance), Damaged(from, to));

    private double Damaged(in InterfaceEffect from, in InterfaceEffect to) =>
        Math.Abs(Math.Min(to.Damage, 1) - Math.Min(from.Damage, 1)) / (DamagePerTolerance * _model.RelativeTolerance);

    private static double ShareLost(in InterfaceEffect from, in InterfaceEffect to) => Math.Abs(to.ContactedShare - from.ContactedShare) / from.ContactedShare;

    private static bool IsMetal(in InterfaceConditions at) => double.IsNaN(at.Stoichiometry) && double.IsFinite(at.Potential);

    private double Lost(in InterfaceEffect from, in InterfaceEffect to) =>
        Math.Abs(to.ActiveShare - from.ActiveShare) / (SharePerTolerance * _model.RelativeTolerance * from.ActiveShare);

    private double Lithium(AgeingSite site, in InterfaceEffect from, in InterfaceEffect to) =>
        site.LithiumShare(_model, from, to) / (LithiumPerTolerance * _model.RelativeTolerance);

    // Nominal capacity as lithium, mol/m2 of geometric area.
    private double NominalLithium => _model.Parts.Cell.NominalCapacity / _model.Parts.Cell.Area / Materials.PhysicalConstants.Faraday;
}
