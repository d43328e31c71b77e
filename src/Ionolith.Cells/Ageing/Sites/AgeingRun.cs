using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>All that ages in a cell during a run.</summary>
internal sealed class AgeingRun
{
    // The model learns of a change that would move a potential by this many volts for each unit of relative tolerance ...
    private const double VoltagePerTolerance = 3;

    // ... or a share of contact or host by so much,
    private const double SharePerTolerance = 10;

    // ... or lithium by this share of the nominal capacity.
    private const double LithiumPerTolerance = 3;
    private readonly CellModel _model;
    private readonly InterfaceConditions[] _before;
    private readonly InterfaceConditions[] _after;

    private AgeingRun(CellModel model, AgeingSite[] sites)
    {
        _model = model;
        Sites = sites;
        _before = new InterfaceConditions[sites.Length];
        _after = new InterfaceConditions[sites.Length];
    }

    /// <summary>The interfaces that age.</summary>
    public AgeingSite[] Sites { get; }

    /// <summary>Why the cell has failed by ageing; empty while it has not.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>Lithium consumed so far, mol/m2 of geometric area.</summary>
    public double LithiumConsumed => Sites.Sum(s => s.LithiumConsumed);

    /// <summary>Finds what ages in a model.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The run; null where nothing ages.</returns>
    public static AgeingRun? Of(CellModel model)
    {
        ModelParts parts = model.Parts;
        double thickness = parts.Cell.Layers.OfType<ElectrolyteLayer>().Sum(l => l.Thickness);
        List<AgeingSite> sites = [];
        foreach (LithiumSurface surface in new[] { parts.NegativeLithium, parts.PositiveLithium }.OfType<LithiumSurface>())
        {
            if (surface.Metal.Ageing.Count > 0)
            {
                sites.Add(new LithiumSite(surface, thickness));
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

        return sites.Count == 0 ? null : new AgeingRun(model, [.. sites]);
    }

    /// <summary>Begins a stretch without a jump of the control: takes the conditions as they are now.</summary>
    /// <param name="y">Consistent state.</param>
    public void Begin(double[] y)
    {
        _model.EvaluateSurfaces(y);
        for (int i = 0; i < Sites.Length; i++)
        {
            _before[i] = Sites[i].Conditions(_model, y);
        }
    }

    /// <summary>Carries the slow states over an accepted time step.</summary>
    /// <param name="from">Its start, s.</param>
    /// <param name="to">Its end, s.</param>
    /// <param name="y">State at its end.</param>
    /// <returns>Whether the model must be told of what has changed.</returns>
    public bool Advance(double from, double to, double[] y)
    {
        _model.EvaluateSurfaces(y);
        bool changed = false;
        for (int i = 0; i < Sites.Length; i++)
        {
            AgeingSite site = Sites[i];
            _after[i] = site.Conditions(_model, y);
            if (!site.Advance(from, _before[i], to, _after[i]))
            {
                Failure = $"the ageing of '{site.Name}' could not be followed";
            }

            InterfaceEffect effect = site.Effect(_after[i]);
            Failure = Failure.Length > 0 ? Failure : effect.Failure;
            changed |= IsFar(site.Told, effect, _after[i]);
            _before[i] = _after[i];
        }

        return changed;
    }

    /// <summary>Tells the model what the slow states do to it.</summary>
    /// <param name="y">State, of which the stores of lithium may change.</param>
    public void Tell(double[] y)
    {
        foreach (AgeingSite site in Sites)
        {
            site.Tell(_model, y);
        }
    }

    private bool IsFar(in InterfaceEffect told, in InterfaceEffect now, in InterfaceConditions at)
    {
        double tolerance = _model.RelativeTolerance;
        double capacity = _model.Parts.Cell.NominalCapacity / _model.Parts.Cell.Area / Materials.PhysicalConstants.Faraday;
        return Math.Abs((now.Resistance - told.Resistance) * at.Current) > VoltagePerTolerance * tolerance
            || Math.Abs(now.ContactedShare - told.ContactedShare) > SharePerTolerance * tolerance * told.ContactedShare
            || Math.Abs(now.ActiveShare - told.ActiveShare) > SharePerTolerance * tolerance * told.ActiveShare
            || Math.Abs(now.LithiumConsumed - told.LithiumConsumed) > LithiumPerTolerance * tolerance * capacity;
    }
}
