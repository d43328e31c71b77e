using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>Contact between lithium and a solid electrolyte: the share of the area where they touch, and what its loss does.</summary>
/// <remarks>
/// One state, the contacted share theta. The current crosses there, as i/theta; around contacts of radius a it has to spread, which
/// adds R = A_c psi/(4 a sigma) = pi a psi/(4 theta sigma), A_c = pi a^2/theta the area of each contact, psi = (1 - theta^1/2)^1.5
/// (M. G. Cooper, B. B. Mikic, M. M. Yovanovich, Int. J. Heat Mass Transfer 12 (1969) 279, for heat). With less than a hundredth left
/// the cell has failed. The laws differ in what carries lithium to the contact; no published continuum model explains the isolated voids
/// of some 100 um that are seen (S. S. Shishvan, N. A. Fleck, R. M. McMeeking, V. S. Deshpande, 2023): read them as descriptions.
/// </remarks>
public abstract record ContactLaw : AgeingMechanism
{
    /// <summary>Share below which nothing is computed any more: the cell has failed long before.</summary>
    private const double Least = 1e-3;

    /// <summary>Share below which the cell has failed.</summary>
    private const double Lost = 0.01;

    /// <summary>Why a cell has failed whose contact is lost.</summary>
    internal const string LostText = "the lithium has lost contact with the electrolyte: voids have spread over 99 % of the area";

    /// <summary>Depth d of a void that ends the contact above it, m.</summary>
    public required double VoidDepth { get; init; }

    /// <summary>Contacted share of the fresh cell, 1.</summary>
    public double InitialContact { get; init; } = 1;

    /// <summary>Radius a of a contact, m; zero: the current need not spread.</summary>
    public double ContactRadius { get; init; }

    /// <summary>Conductivity sigma of the electrolyte next to the lithium, S/m; infinite: no resistance of spreading.</summary>
    public double Conductivity { get; init; } = double.PositiveInfinity;

    /// <summary>Parameters that all contact laws have.</summary>
    protected static IReadOnlyList<MechanismParameter> CommonParameters { get; } =
    [
        new("void-depth", QuantityKinds.Length, m => ((ContactLaw)m).VoidDepth, Least: 1e-9, Meaning: "d, depth of a void that ends the contact above it"),
        new("initial-contact", QuantityKinds.Number, m => ((ContactLaw)m).InitialContact, 1, Least: 0.02, Most: 1, Meaning: "contacted share of the fresh cell"),
        new("contact-radius", QuantityKinds.Length, m => ((ContactLaw)m).ContactRadius, 0, Meaning: "a, radius of a contact, around which current has to spread; none given: it need not"),
        new("conductivity", QuantityKinds.Conductivity, m => ((ContactLaw)m).Conductivity, double.PositiveInfinity, Least: 1e-12, Meaning: "sigma of the electrolyte next to the lithium, for spreading"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("contact of lithium", QuantityKinds.Number, InitialContact, 1)];

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates)
    {
        // Above one by round-off it comes back by itself: no edge for the integration there.
        double rate = Rate(at, Math.Max(states[0], Least));
        rates[0] = states[0] <= Least ? Math.Max(rate, 0) : rate;
    }

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect)
    {
        double theta = Math.Clamp(states[0], Least, 1);
        effect.ContactedShare *= theta;
        effect.Resistance += SpreadingResistance(theta, ContactRadius, Conductivity);
        if (states[0] < Lost)
        {
            effect.Fail(LostText);
        }
    }

    /// <summary>Largest stripping current at which the contact stays, A/m2.</summary>
    /// <param name="pressure">Stack pressure, Pa; a law that knows none ignores it.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="molarVolume">Molar volume of lithium, m3/mol.</param>
    /// <returns>The critical stripping current.</returns>
    public abstract double CriticalCurrent(double pressure, double temperature, double molarVolume = LithiumConstants.MolarVolume);

    /// <summary>Stripping current above which voids open in a whole contact, A/m2.</summary>
    /// <remarks>Above it the contact shrinks; what is left may still hold, where the pressure on it rises or voids heal.</remarks>
    /// <param name="pressure">Stack pressure, Pa; a law that knows none ignores it.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="molarVolume">Molar volume of lithium, m3/mol.</param>
    /// <returns>The onset of voids at full contact.</returns>
    public virtual double VoidOnset(double pressure, double temperature, double molarVolume = LithiumConstants.MolarVolume) => CriticalCurrent(pressure, temperature, molarVolume);

    /// <summary>Resistance by which current spreads from contacts, ohm m2.</summary>
    /// <param name="theta">Contacted share, above 0 to 1.</param>
    /// <param name="radius">Radius of a contact, m.</param>
    /// <param name="conductivity">Conductivity of the electrolyte, S/m.</param>
    /// <returns>pi a (1 - theta^1/2)^1.5/(4 theta sigma).</returns>
    public static double SpreadingResistance(double theta, double radius, double conductivity) =>
        Math.PI * radius * Math.Pow(1 - Math.Sqrt(theta), 1.5) / (4 * theta * conductivity);

    /// <summary>Change of the contacted share, 1/s.</summary>
    /// <param name="at">Conditions at the interface.</param>
    /// <param name="theta">Contacted share, above 0 to 1.</param>
    /// <returns>Its rate.</returns>
    protected abstract double Rate(in InterfaceConditions at, double theta);

    /// <summary>Rate by the balance at the contact of what arrives with what is stripped.</summary>
    /// <remarks>
    /// Lithium recedes with u = i V_m/(F theta), or grows where it is plated, and arrives with v. Where more leaves than arrives the
    /// contact is lost as (v - u)/d; where more arrives the part that is open closes, as (v - u)(1 - theta)/d.
    /// </remarks>
    /// <param name="at">Conditions at the interface.</param>
    /// <param name="theta">Contacted share.</param>
    /// <param name="arrival">Speed v with which lithium arrives, m/s.</param>
    /// <returns>d(theta)/dt, 1/s.</returns>
    protected double Balance(in InterfaceConditions at, double theta, double arrival)
    {
        double net = arrival - (LithiumConstants.RecessionPerCurrent(at.LithiumMolarVolume) * at.Current / theta);
        return net / VoidDepth * (net > 0 ? 1 - theta : 1);
    }
}
