using Ionolith.Cells.Ageing.Sites;
using Ionolith.Cells.Model;
using Ionolith.Materials;

namespace Ionolith.Cells.Simulation;

/// <summary>Counts what must be conserved: lithium, salt, charge.</summary>
internal sealed class BalanceSheet
{
    private readonly CellModel _model;
    private readonly double _negative;
    private readonly double _positive;
    private readonly double _salt;
    private readonly List<HostLithium> _hosts;

    /// <summary>Opens the sheet.</summary>
    /// <param name="model">Model.</param>
    /// <param name="y">State at the start.</param>
    public BalanceSheet(CellModel model, double[] y)
    {
        _model = model;
        (_negative, _positive, _salt) = (Negative(y), Positive(y), model.SaltContent(y));
        _hosts = Contents(y);
    }

    /// <summary>Closes the sheet.</summary>
    /// <param name="y">State at the end.</param>
    /// <param name="ageing">What has aged; null: nothing.</param>
    /// <returns>The balances.</returns>
    public IReadOnlyList<Balance> Close(double[] y, AgeingRun? ageing)
    {
        double consumedNegative = Consumed(ageing, positive: false), consumedPositive = Consumed(ageing, positive: true);
        double negative = Negative(y) + consumedNegative, positive = Positive(y) + consumedPositive, salt = _model.SaltContent(y);
        double start = _negative + _positive, end = negative + positive;

        // A cell that is built without any lithium is measured by what it is to hold.
        double scale = start > 0 ? start : _model.Parts.Cell.NominalCapacity / _model.Parts.Cell.Area / PhysicalConstants.Faraday;
        List<Balance> list = [new(ageing is null ? "lithium in electrodes" : "lithium in electrodes and lost to ageing", "mol/m2", start, end, Math.Abs(end - start) / scale)];
        if (_model.Parts.HasSalt)
        {
            list.Add(new("salt in electrolyte", "mol/m2", _salt, salt, Math.Abs(salt - _salt) / _salt));
        }

        // Charge that passed the terminals, a leak or the junction of a photocathode against lithium that arrived in the positive electrode.
        double passed = (y[_model.Parts.Layout.Charge] + y[_model.Parts.Layout.Leaked]) / PhysicalConstants.Faraday, stored = positive - _positive;
        list.Add(new("charge through the electrolyte as lithium", "mol/m2", 0, passed, Math.Abs(passed - stored) / scale));
        return list;
    }

    /// <summary>Lithium in both electrodes, mol/m2.</summary>
    /// <param name="y">State.</param>
    public double Inventory(double[] y) => Negative(y) + Positive(y);

    /// <summary>
    /// Makes a state that was extrapolated one that the cell could have reached: charge at the terminals is the lithium that has arrived in the
    /// positive electrode, and the negative one holds what is then left.
    /// </summary>
    /// <param name="y">State; its charge and the hosts of the negative electrode change.</param>
    /// <param name="ageing">What has aged.</param>
    public void Reconcile(double[] y, AgeingRun? ageing)
    {
        if (_model.Parts.Positive is not null)
        {
            double stored = Positive(y) + Consumed(ageing, positive: true) - _positive;
            y[_model.Parts.Layout.Charge] = (stored * PhysicalConstants.Faraday) - y[_model.Parts.Layout.Leaked];
        }

        if (_model.Parts.Negative is { } negative)
        {
            double now = Inventory(y) + Consumed(ageing, positive: false) + Consumed(ageing, positive: true);
            CellModel.AddLithium(y, negative, _negative + _positive - now);
        }
    }

    /// <summary>Gives a state that closes its balances another charge at the terminals: as much lithium moves from the negative to the positive electrode.</summary>
    /// <param name="y">State.</param>
    /// <param name="charge">Charge delivered, C/m2.</param>
    public void Share(double[] y, double charge)
    {
        double lithium = (charge - y[_model.Parts.Layout.Charge]) / PhysicalConstants.Faraday;

        // Metal follows the charge by itself.
        y[_model.Parts.Layout.Charge] = charge;
        if (_model.Parts.Positive is { } positive)
        {
            CellModel.AddLithium(y, positive, lithium);
        }

        if (_model.Parts.Negative is { } negative)
        {
            CellModel.AddLithium(y, negative, -lithium);
        }
    }

    /// <summary>Where the lithium was and is: the electrodes, what each law has taken at each interface, and host that was cut off.</summary>
    /// <param name="y">State at the end.</param>
    /// <param name="ageing">What has aged; null: nothing.</param>
    /// <returns>The pools; they sum to the lithium of the first balance. Empty where nothing ages.</returns>
    public IReadOnlyList<LithiumPool> Pools(double[] y, AgeingRun? ageing)
    {
        if (ageing is null)
        {
            return [];
        }

        ModelParts parts = _model.Parts;
        List<LithiumPool> pools =
        [
            new($"in '{Name(parts.Negative, parts.NegativeLithium)}'", _negative, Negative(y)),
            new($"in '{Name(parts.Positive, parts.PositiveLithium)}'", _positive, Positive(y)),
        ];
        foreach (AgeingSite site in ageing.Sites)
        {
            pools.AddRange(site.ConsumedByLaw(_model, y).Select(c => new LithiumPool($"{c.Law} at '{site.Name}'", 0, c.Lithium)));
            if (site.Isolated != 0)
            {
                pools.Add(new($"in lost host of '{site.Name}'", 0, site.Isolated));
            }
        }

        return pools;

        static string Name(ElectrodeModel? electrode, LithiumSurface? lithium) => electrode?.Description.Name ?? lithium!.Metal.Name;
    }

    /// <summary>Lithium in each host.</summary>
    /// <param name="y">State at the end.</param>
    /// <returns>Start and end of each active material of each electrode.</returns>
    public IReadOnlyList<HostLithium> Hosts(double[] y) =>
        [.. _hosts.Zip(Contents(y), static (start, end) => start with { End = end.End })];

    private List<HostLithium> Contents(double[] y) =>
    [
        .. _model.Parts.Electrodes.SelectMany(e => e.Populations.GroupBy(p => p.Phase.Material.Id, StringComparer.Ordinal).Select(g =>
        {
            double lithium = g.Sum(p => CellModel.LithiumContent(y, e, p));
            return new HostLithium(e.Description.Name, g.Key, lithium, lithium);
        })),
    ];

    private static double Consumed(AgeingRun? ageing, bool positive) => ageing?.Sites.Where(s => s.IsPositive == positive).Sum(s => s.LithiumConsumed) ?? 0;

    private double Negative(double[] y) => Content(y, _model.Parts.Negative, _model.Parts.NegativeLithium);

    private double Positive(double[] y) => Content(y, _model.Parts.Positive, _model.Parts.PositiveLithium);

    private double Content(double[] y, ElectrodeModel? electrode, LithiumSurface? lithium) => electrode is not null
        ? CellModel.LithiumContent(y, electrode) - (DoubleLayerCharge(y, electrode) / PhysicalConstants.Faraday)
        : Recorder.Thickness(lithium, _model.Parts.Layout, y) / lithium!.Metal.MolarVolume;

    // Charge on the double layers, C/m2: current that has passed the interface without moving lithium.
    private double DoubleLayerCharge(double[] y, ElectrodeModel electrode)
    {
        double sum = 0;
        foreach (Population p in electrode.Populations)
        {
            for (int m = 0; m < electrode.Nodes; m++)
            {
                sum += p.Capacitance * y[_model.Parts.Layout.Psi + electrode.FirstNode + m];
            }
        }

        return sum;
    }
}
