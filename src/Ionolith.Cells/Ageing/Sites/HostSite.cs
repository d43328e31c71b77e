using Ionolith.Cells.Model;
using Ionolith.Cells.Simulation;

namespace Ionolith.Cells.Ageing.Sites;

/// <summary>The surface of the particles of one host and size, as a mean over the electrode.</summary>
/// <param name="electrode">Electrode.</param>
/// <param name="population">The particles.</param>
/// <param name="electrolyteThickness">Thickness of electrolyte between the electrodes, m.</param>
/// <param name="nominalLithium">Nominal capacity of the cell, mol/m2 of geometric area.</param>
internal sealed class HostSite(ElectrodeModel electrode, Population population, double electrolyteThickness, double nominalLithium)
    : AgeingSite(NameOf(electrode, population), population.Phase.Ageing)
{
    // Lithium that ageing wants and a host does not have, over the nominal capacity: so much is a rounding of when it is taken, more an end.
    private const double MissingShare = 1e-3;

    // A host is empty, or full, so far from the ends of what is known of it.
    private const double Rim = 2e-6;

    // Host that still takes part at less than this share is as good as lost.
    private const double LeastShare = 0.01;

    // Particles this close to the end of what is known of them have no lithium to speak of, or no room for it.
    private const double Verge = 1e-3;
    private readonly double _lowest = Lowest(population);
    private readonly double _highest = Highest(population);
    private readonly double _freshArea = population.Area * electrode.Nodes;
    private double _consumed;
    private double _isolated;
    private double _owed;
    private double _missing;

    // Lithium that the host holds when it is full, mol/m2 of geometric area; what swells changes it.
    private double Capacity => population.Volume * electrode.Nodes * population.Phase.Material.MaximumConcentration;

    /// <inheritdoc/>
    public override double LithiumConsumed => _consumed + _isolated;

    /// <inheritdoc/>
    public override bool IsPositive => !electrode.Negative;

    /// <inheritdoc/>
    public override double InterfaceArea => _freshArea;

    /// <inheritdoc/>
    public override double ReferenceCurrent(CellModel model) => model.Parts.ReferenceCurrent / _freshArea;

    /// <inheritdoc/>
    public override double Isolated
    {
        get => _isolated;
        set => _isolated = value;
    }

    /// <inheritdoc/>
    protected override double[] Accounts
    {
        get => [_consumed, _isolated, _owed, _missing];
        set => (_consumed, _isolated, _owed, _missing) = (value[0], value[1], value[2], value[3]);
    }

    /// <inheritdoc/>
    public override double LeastActiveShare
    {
        get
        {
            foreach (Population other in electrode.Populations)
            {
                if (other != population && other.ActiveShare >= LeastShare)
                {
                    return 0;
                }
            }

            return LeastShare;
        }
    }

    /// <inheritdoc/>
    public override bool IsStarved => Math.Abs(_missing) >= MissingShare * nominalLithium;

    /// <inheritdoc/>
    public override string Exhausted(double[] y) => !IsStarved || electrode.Populations.Any(p => p != population && CanStandIn(y, p)) ? ""
        : _missing > 0 ? $"ageing takes lithium from the {population.Phase.Material.Name}, and there is none left in it"
        : $"ageing puts lithium into the {population.Phase.Material.Name}, and it is full";

    /// <inheritdoc/>
    public override InterfaceConditions Conditions(CellModel model, double[] y)
    {
        StateLayout layout = model.Parts.Layout;
        double current = 0, potential = 0, equilibrium = 0, surface = 0;
        population.Diffusion.Hold(y, population.Current);
        for (int m = 0; m < electrode.Nodes; m++)
        {
            double x = population.Diffusion.Surface[m];
            current += y[population.Current + m];
            potential += y[layout.Psi + electrode.FirstNode + m];
            surface += x;
            equilibrium += population.EquilibriumPotential(x) + population.HysteresisAt(y, m);
        }

        int n = electrode.Nodes;

        // The kernel's current is of contacted surface; a mechanism sees that of the nominal one.
        double nominal = current / n * population.ContactedShare, mean = LossAnalysis.MeanStoichiometry(y, population, n);
        return new InterfaceConditions
        {
            Current = nominal,
            Potential = potential / n,
            Overpotential = ((potential - equilibrium) / n) - (population.Kinetics.FilmResistance * current / n),
            EquilibriumPotential = equilibrium / n,
            Stoichiometry = mean,
            StoichiometryRate = -3 * population.Diffusion.SurfaceLoad * current / n,
            StoichiometryDifference = (surface / n) - mean,
            VolumeSlope = population.Phase.Material.VolumeChange?.Slope(mean) ?? 0,
            Temperature = y[layout.Temperature],
            Pressure = model.Pressure,
            ContactedShare = population.ContactedShare,
            ElectrolyteThickness = electrolyteThickness,
            Window = electrode.Description.Electrolyte.StabilityWindow,
        };
    }

    /// <inheritdoc/>
    protected override void Set(double[] y, in InterfaceEffect effect)
    {
        double before = CellModel.LithiumContent(y, electrode, population), active = population.ActiveShare;
        population.SetShares(effect.ContactedShare, effect.ActiveShare);

        // The kernel counts by contacted surface.
        population.Kinetics.AddedResistance = effect.Resistance * effect.ContactedShare;
        population.Kinetics.PotentialShift = effect.PotentialShift;
        double change = CellModel.LithiumContent(y, electrode, population) - before;
        if (change > 0 && active < 1)
        {
            // Host that comes back brings what it held when it was lost, not what the rest holds now; the difference moves with the next take.
            _owed += (_isolated * (population.ActiveShare - active) / (1 - active)) - change;
        }

        _isolated -= change;
    }

    /// <inheritdoc/>
    protected override void Take(double[] y, double consumed, double lithium)
    {
        double taken = lithium * _freshArea, owed = _owed;
        if (taken == 0 && owed == 0 && _missing == 0)
        {
            return;
        }

        // The same share of the host's capacity everywhere: what is consumed in one step is a tiny part of it.
        double capacity = Capacity;
        (double least, double most) = Extremes(y);
        double wanted = owed - taken - _missing, change = capacity * Math.Clamp(wanted / capacity, Math.Min(0, _lowest - least), Math.Max(0, _highest - most));
        _missing = change - wanted;
        CellModel.AddStoichiometry(y, electrode, population, change / capacity);
        _consumed += owed - change;
        _isolated -= owed;
        _owed = 0;
    }

    /// <inheritdoc/>
    public override void TakeMissing(double[] y)
    {
        CellModel.AddStoichiometry(y, electrode, population, -_missing / Capacity);
        _consumed += _missing;
        _missing = 0;
    }

    private bool CanStandIn(double[] y, Population other)
    {
        double mean = LossAnalysis.MeanStoichiometry(y, other, electrode.Nodes);
        return other.ActiveShare >= LeastShare && (_missing > 0 ? mean > Lowest(other) + Verge : mean < Highest(other) - Verge);
    }

    private static double Lowest(Population of) => Math.Max(0, of.Phase.Material.OpenCircuitPotential.Domain.Lower) + Rim;

    private static double Highest(Population of) => Math.Min(1, of.Phase.Material.OpenCircuitPotential.Domain.Upper) - Rim;

    private (double Least, double Most) Extremes(double[] y)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        population.Diffusion.Hold(y, population.Current);
        Widen(population.Diffusion.Surface.AsSpan(0, electrode.Nodes));
        for (int k = 0; k < population.Diffusion.Mesh.Count; k++)
        {
            Widen(y.AsSpan(population.Diffusion.Offset + (k * population.Diffusion.Lanes), electrode.Nodes));
        }

        return (least, most);

        void Widen(ReadOnlySpan<double> row)
        {
            foreach (double x in row)
            {
                (least, most) = (Math.Min(least, x), Math.Max(most, x));
            }
        }
    }

    private static string NameOf(ElectrodeModel electrode, Population population)
    {
        string name = electrode.Populations.Length == 1
            ? electrode.Description.Name
            : $"{electrode.Description.Name}.{population.Phase.Material.Id}";
        int size = population.Phase.Sizes.ToList().IndexOf(population.Size);
        return population.Phase.Sizes.Count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{size + 1}");
    }
}
