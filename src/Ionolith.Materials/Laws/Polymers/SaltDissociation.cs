using Ionolith.Numerics.RootFinding;

namespace Ionolith.Materials.Laws.Polymers;

/// <summary>
/// Equilibrium of ion pairs and free ions, with sites that may hold one of the ions:
/// K = [+][-]/[pair], K(T) = K_ref exp[-dH/R (1/T - 1/T_ref)]; likewise K_b for the sites.
/// </summary>
/// <remarks>
/// W. Ostwald's law of dilution with concentrations for activities, and Langmuir's isotherm for the sites; the Boltzmann factor in the
/// enthalpy of pairs as N. A. Stolwijk and co-workers use it for PEO. Triplets and larger clusters, and the activity of ions in
/// concentrated salt, are not counted: above about 1 mol/L K is a fitted number.
/// </remarks>
public sealed class SaltDissociation
{
    private readonly double _reference;

    /// <summary>Takes the equilibrium constants.</summary>
    /// <param name="dissociationConstant">K_ref, mol/m3; positive.</param>
    /// <param name="dissociationEnthalpy">dH of dissociation, J/mol; negative where pairs form on heating, as in PEO.</param>
    /// <param name="referenceTemperature">T_ref, K; positive.</param>
    /// <param name="sites">Sites that hold one ion; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public SaltDissociation(double dissociationConstant, double dissociationEnthalpy, double referenceTemperature, IonBindingSites? sites = null)
    {
        DissociationConstant = Valid.Positive(dissociationConstant, "The dissociation constant", "mol/m3");
        DissociationEnthalpy = Valid.Finite(dissociationEnthalpy, "The enthalpy of dissociation", "J/mol");
        _reference = Valid.Positive(referenceTemperature, "The reference temperature", "K");
        Sites = sites ?? new IonBindingSites(BoundIon.Anion, 0, 0);
        Valid.NotNegative(Sites.Concentration, "The concentration of sites", "mol/m3", nameof(sites));
        Valid.NotNegative(Sites.BindingConstant, "The binding constant", "m3/mol", nameof(sites));
        Valid.Finite(Sites.BindingEnthalpy, "The enthalpy of binding", "J/mol", nameof(sites));
    }

    /// <summary>K at the reference temperature, mol/m3.</summary>
    public double DissociationConstant { get; }

    /// <summary>Enthalpy of dissociation, J/mol.</summary>
    public double DissociationEnthalpy { get; }

    /// <summary>Sites that hold one ion; of zero concentration where there are none.</summary>
    public IonBindingSites Sites { get; }

    /// <summary>Reference temperature, K.</summary>
    public double ReferenceTemperature => _reference;

    /// <summary>Concentrations of the ions that can move.</summary>
    /// <param name="concentration">Salt concentration c, mol/m3; zero or more.</param>
    /// <param name="temperature">Temperature T, K; positive.</param>
    /// <returns>Free cations and free anions, mol/m3, with derivatives to c and T; NaN for a negative concentration.</returns>
    public (PropertyValue Cations, PropertyValue Anions) FreeIons(double concentration, double temperature)
    {
        double c = concentration;
        if (!(c >= 0))
        {
            var nothing = new PropertyValue(double.NaN, double.NaN, double.NaN);
            return (nothing, nothing);
        }

        if (c == 0)
        {
            // The first ions all dissociate; the sites hold their share.
            double share = 1 / (1 + (Sites.Concentration * At(Sites.BindingConstant, Sites.BindingEnthalpy, temperature).Value));
            return Assign(free: new PropertyValue(0, share, 0), other: new PropertyValue(0, 1, 0));
        }

        var (k, kSlope) = At(DissociationConstant, DissociationEnthalpy, temperature);
        var (b, bSlope) = At(Sites.BindingConstant, Sites.BindingEnthalpy, temperature);
        double s = Sites.Concentration;

        // x: free ions of the kind that sites hold; m: all dissociated ones, which are the free ions of the other kind.
        double x = s * b == 0
            ? 2 * c / (1 + Math.Sqrt(1 + (4 * c / k)))
            : MonotoneRoot.Find(
                static (x, p) =>
                {
                    var (m, mSlope) = Dissociated(x, p.s, p.b);
                    return ((m * (x + p.k)) - (p.k * p.c), (mSlope * (x + p.k)) + m);
                },
                (s, b, k, c),
                0,
                c);
        var (m, slope) = Dissociated(x, s, b);
        double toBinding = s * x / ((1 + (b * x)) * (1 + (b * x)));
        double below = (slope * (x + k)) + m;
        double xPerSalt = k / below;
        double xPerTemperature = (((c - m) * kSlope) - (toBinding * (x + k) * bSlope)) / below;
        return Assign(
            new PropertyValue(x, xPerSalt, xPerTemperature),
            new PropertyValue(m, slope * xPerSalt, (slope * xPerTemperature) + (toBinding * bSlope)));
    }

    /// <summary>Fraction alpha of the salt that is dissociated; held ions count.</summary>
    /// <param name="concentration">Salt concentration, mol/m3; zero or more.</param>
    /// <param name="temperature">Temperature, K; positive.</param>
    /// <returns>A fraction; 1 at infinite dilution.</returns>
    public double DissociatedFraction(double concentration, double temperature)
    {
        var (cations, anions) = FreeIons(concentration, temperature);
        return concentration == 0 ? 1 : Math.Max(cations.Value, anions.Value) / concentration;
    }

    private static (double Value, double Slope) Dissociated(double x, double sites, double binding)
    {
        double below = 1 + (binding * x);
        return (x + (sites * binding * x / below), 1 + (sites * binding / (below * below)));
    }

    private (PropertyValue Cations, PropertyValue Anions) Assign(PropertyValue free, PropertyValue other) =>
        Sites.Ion == BoundIon.Cation ? (free, other) : (other, free);

    private (double Value, double Slope) At(double constant, double enthalpy, double temperature)
    {
        double activation = enthalpy / PhysicalConstants.GasConstant;
        double value = constant * Math.Exp(-activation * ((1 / temperature) - (1 / _reference)));
        return (value, value * activation / (temperature * temperature));
    }
}
