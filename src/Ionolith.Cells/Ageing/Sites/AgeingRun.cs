using Ionolith.Cells.Model;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Swelling;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>All that changes beside the model during a run: the interfaces that age, and the volumes where a cell follows them.</summary>
internal sealed class AgeingRun
{
    // An interface that would take so many volts at 1C hides all that is behind it from the terminals.
    private const double VoltsOfNoInterface = 1e6;

    // A filament that comes and goes with each cycle is told so often.
    private const int MostEvents = 1000;

    // Shorts and failures come at a time that is known so well, s, or as a share of the time.
    private const double Instant = 1e-6;
    private const double RelativeInstant = 1e-12;
    private readonly CellModel _model;
    private readonly InterfaceConditions[] _before;
    private readonly InterfaceConditions[] _at;
    private readonly bool[] _followed;
    private readonly AgeingPace _pace;
    private readonly List<AgeingEvent> _events = [];
    private double _current;

    private AgeingRun(CellModel model, AgeingSite[] sites)
    {
        _model = model;
        Sites = sites;
        (_before, _at, _followed) = (new InterfaceConditions[sites.Length], new InterfaceConditions[sites.Length], new bool[sites.Length]);
        Swelling = SwellingRun.Of(model);
        _pace = new(model, sites, Swelling);
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
        double thickness = electrolytes.Sum(l => l.Thickness), nominal = parts.Cell.NominalCapacity / parts.Cell.Area / Materials.PhysicalConstants.Faraday;
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
            sites.AddRange(electrode.Populations.Where(p => p.Phase.Ageing.Count > 0).Select(p => new HostSite(electrode, p, thickness, nominal)));
        }

        foreach (ContactResistance contact in parts.Cell.Contacts.Where(c => c.Ageing.Count > 0))
        {
            SeriesResistance resistance = parts.Series.First(r => string.Equals(r.Name, $"{contact.Between} | {contact.And}", StringComparison.Ordinal));
            sites.Add(new ContactSite(contact, resistance, thickness));
        }

        return sites.Count == 0 && parts.Cell.Swelling is null ? null : new AgeingRun(model, [.. sites]);
    }

    /// <summary>Longest time step in which ageing stays within its tolerance, s.</summary>
    public double LongestStep => _pace.LongestStep;

    /// <inheritdoc cref="AgeingPace.IsFree"/>
    public bool IsFree => _pace.IsFree;

    /// <inheritdoc cref="AgeingPace.Haste"/>
    public string Haste(double time) => _pace.Haste(time);

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
        _pace.Begin(y);
        if (IsHeld)
        {
            return;
        }

        _model.EvaluateSurfaces(y);
        _current = y[_model.Parts.Layout.Current];
        for (int i = 0; i < Sites.Length; i++)
        {
            _before[i] = Sites[i].Conditions(_model, y);
            _pace.Enter(i, _before[i]);
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
            _pace.Steer(i, time);
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

    /// <summary>Carries the slow states over a time step that is tried: <see cref="Keep"/> takes it, or a shorter one is tried.</summary>
    /// <param name="from">Its start, s.</param>
    /// <param name="to">Its end, s.</param>
    /// <param name="y">State at its end.</param>
    /// <returns>When the first short or failure within the step comes, s; the end if none comes before it.</returns>
    public double Try(double from, double to, double[] y)
    {
        Swelling?.Measure(y);
        if (IsHeld)
        {
            return to;
        }

        _model.EvaluateSurfaces(y);
        double first = to;
        for (int i = 0; i < Sites.Length; i++)
        {
            _at[i] = Sites[i].Conditions(_model, y);
            _followed[i] = Sites[i].Advance(from, _before[i], to, _at[i]);
            first = Math.Min(first, Happens(i, _at[i], y) ? Moment(i, from, to, y) : to);
        }

        return first;
    }

    /// <summary>Puts the slow states back to the start of the step that was tried.</summary>
    public void Return()
    {
        foreach (AgeingSite site in IsHeld ? [] : Sites)
        {
            site.Return();
        }
    }

    /// <summary>Takes the time step over which the slow states were carried last.</summary>
    /// <param name="from">Its start, s.</param>
    /// <param name="to">Its end, s.</param>
    /// <param name="y">State at its end.</param>
    /// <returns>Whether so much lithium was consumed or host lost that it must leave the electrodes now.</returns>
    public bool Keep(double from, double to, double[] y)
    {
        Swelling?.Measure(y);
        Swelling?.Note();
        if (IsHeld)
        {
            _pace.Begin(y);
            return false;
        }

        double current = y[_model.Parts.Layout.Current];
        Passed += 0.5 * (Math.Abs(_current) + Math.Abs(current)) * (to - from);
        _current = current;
        bool due = false;
        _pace.Step(y);
        for (int i = 0; i < Sites.Length; i++)
        {
            (AgeingSite site, InterfaceConditions at) = (Sites[i], _at[i]);
            InterfaceEffect effect = EffectOf(i, at, y);
            Note(site, effect, to);

            // A leak that comes or goes is a jump, after which the integration begins anew.
            due |= _pace.IsDue(site, effect) || effect.Leak != site.Told.Leak;
            _before[i] = at;
            _pace.Look(i, effect, at, to - from);
        }

        return due;
    }

    // What an interface does, and whether it has failed.
    private InterfaceEffect EffectOf(int i, in InterfaceConditions at, double[] y)
    {
        AgeingSite site = Sites[i];
        InterfaceEffect effect = site.Effect(at);
        double volts = effect.Resistance * site.ReferenceCurrent(_model);
        string failure = !_followed[i] ? $"the ageing of '{site.Name}' could not be followed"
            : volts > VoltsOfNoInterface ? Closed(volts)
            : effect.ActiveShare < site.LeastActiveShare ? "the host is lost: less than 1 % of it still takes part"
            : site.Exhausted(y);
        if (failure.Length > 0)
        {
            effect.Fail(failure);
        }

        return effect;
    }

    // Whether an interface has failed, or become a short, since the last step. When a short goes is not looked for: with its leak the
    // filament may come at once again, and steps would have no length.
    private bool Happens(int i, in InterfaceConditions at, double[] y)
    {
        InterfaceEffect effect = EffectOf(i, at, y);
        return effect.Failure.Length > 0 || (effect.Bridged && !Sites[i].WasBridged);
    }

    // When within a step it does; the conditions go straight from its start to its end.
    private double Moment(int i, double from, double to, double[] y)
    {
        if (!_followed[i])
        {
            return to;
        }

        double low = from, high = to;
        while (high - low > Math.Max(Instant, RelativeInstant * Math.Abs(to)))
        {
            double middle = 0.5 * (low + high);
            InterfaceConditions at = InterfaceConditions.Between(_before[i], _at[i], (middle - from) / (to - from));
            Sites[i].Return();
            bool happens = Sites[i].Advance(from, _before[i], middle, at) && Happens(i, at, y);
            (low, high) = happens ? (low, middle) : (middle, high);
        }

        Sites[i].Return();
        Sites[i].Advance(from, _before[i], to, _at[i]);
        return high;
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
        Swelling?.Note();
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

    private static string Closed(double volts) =>
        string.Create(CultureInfo.InvariantCulture, $"the interface has closed: what has grown there would take {volts:G2} V at 1C");
}
