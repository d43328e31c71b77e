using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>Contact that is lost where stripping outruns what the pressure brings, and that heals: an empirical law.</summary>
/// <remarks>
/// d(theta)/dt = -V_m/(F d) max(0, i/theta - i_rep) + (1 - theta)/tau (p/p_0)^m + V_m/(F d) max(0, -i/theta) (1 - theta), with
/// i_rep = [i_0 + i_1 (p/p_0)^n] exp[-E/R (1/T - 1/298.15 K)] the current that is replenished; tau follows the same E. The last term is
/// closure by plated lithium. Empirical: the form follows the observation of a critical stripping current that rises with pressure,
/// J. Kasemchainan, S. Zekoll, D. Spencer Jolly, Z. Ning, G. O. Hartley, J. Marrow, P. G. Bruce, Nature Materials 18 (2019) 1105,
/// doi:10.1038/s41563-019-0438-9; nothing in it is derived. In steady stripping i = theta (i_rep + K (1 - theta)), K = F d/(V_m tau)
/// (p/p_0)^m, so that the largest current with a steady contact is i_rep, or (i_rep + K)^2/(4 K) where K is above i_rep.
/// </remarks>
public sealed record ContactReplenishment : ContactLaw
{
    /// <summary>Part i_0 of the replenished current that needs no pressure, A/m2.</summary>
    public double UnpressedCurrent { get; init; }

    /// <summary>Part i_1 of the replenished current at the reference pressure, A/m2.</summary>
    public required double PressedCurrent { get; init; }

    /// <summary>Exponent n of the pressure in the replenished current, 1.</summary>
    public double CurrentExponent { get; init; } = 1;

    /// <summary>Time tau in which an open contact heals at the reference pressure, s.</summary>
    public required double HealingTime { get; init; }

    /// <summary>Exponent m of the pressure in healing, 1.</summary>
    public double HealingExponent { get; init; } = 1;

    /// <summary>Reference pressure p_0, Pa.</summary>
    public double ReferencePressure { get; init; } = 1e6;

    /// <summary>Activation energy E, J/mol.</summary>
    public double ActivationEnergy { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "contact-replenishment",
        "loss of contact where stripping outruns a current that rises with pressure",
        "empirical; after J. Kasemchainan et al., Nature Materials 18 (2019) 1105, doi:10.1038/s41563-019-0438-9",
        AgeingPlaces.Lithium,
        [
            new("pressed-current", QuantityKinds.CurrentDensity, m => ((ContactReplenishment)m).PressedCurrent, Meaning: "i_1, replenished current at the reference pressure"),
            new("healing-time", QuantityKinds.Time, m => ((ContactReplenishment)m).HealingTime, Least: 1e-3, Meaning: "tau, time in which an open contact heals at the reference pressure"),
            new("unpressed-current", QuantityKinds.CurrentDensity, m => ((ContactReplenishment)m).UnpressedCurrent, 0, Meaning: "i_0, part of the replenished current that needs no pressure"),
            new("current-exponent", QuantityKinds.Number, m => ((ContactReplenishment)m).CurrentExponent, 1, Meaning: "n, exponent of the pressure in the replenished current"),
            new("healing-exponent", QuantityKinds.Number, m => ((ContactReplenishment)m).HealingExponent, 1, Meaning: "m, exponent of the pressure in healing"),
            new("reference-pressure", QuantityKinds.Pressure, m => ((ContactReplenishment)m).ReferencePressure, 1e6, Least: 1, Meaning: "p_0"),
            new("activation-energy", QuantityKinds.MolarEnergy, m => ((ContactReplenishment)m).ActivationEnergy, 0, Meaning: "E of the replenished current and of healing"),
            .. CommonParameters,
        ],
        v => new ContactReplenishment
        {
            PressedCurrent = v[0],
            HealingTime = v[1],
            UnpressedCurrent = v[2],
            CurrentExponent = v[3],
            HealingExponent = v[4],
            ReferencePressure = v[5],
            ActivationEnergy = v[6],
            VoidDepth = v[7],
            InitialContact = v[8],
            ContactRadius = v[9],
            Conductivity = v[10],
        })
    {
        FollowsPressure = true,
        Validity = "currents and pressures near those that it was fitted to",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override bool FollowsPressure => (PressedCurrent > 0 && CurrentExponent > 0) || HealingExponent > 0;

    /// <summary>Without a part that needs no pressure nothing is replenished where there is none.</summary>
    public override bool NeedsPressure => UnpressedCurrent == 0 && CurrentExponent > 0;

    /// <summary>The current that is replenished, A/m2.</summary>
    /// <param name="pressure">Pressure, Pa.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <returns>i_rep.</returns>
    public double ReplenishedCurrent(double pressure, double temperature) =>
        Activation(ActivationEnergy, temperature) * (UnpressedCurrent + (PressedCurrent * Math.Pow(pressure / ReferencePressure, CurrentExponent)));

    /// <inheritdoc/>
    public override double VoidOnset(double pressure, double temperature, double molarVolume = LithiumConstants.MolarVolume) => ReplenishedCurrent(pressure, temperature);

    /// <summary>Largest stripping current at which the contact stays, A/m2.</summary>
    /// <param name="pressure">Pressure, Pa.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="molarVolume">Molar volume of lithium, m3/mol.</param>
    /// <returns>The critical stripping current.</returns>
    public override double CriticalCurrent(double pressure, double temperature, double molarVolume = LithiumConstants.MolarVolume)
    {
        double replenished = ReplenishedCurrent(pressure, temperature);
        double healing = VoidDepth / LithiumConstants.RecessionPerCurrent(molarVolume) * HealingRate(pressure, temperature), sum = replenished + healing;
        return healing > replenished ? sum * sum / (4 * healing) : replenished;
    }

    /// <inheritdoc/>
    protected override double Rate(in InterfaceConditions at, double theta)
    {
        double local = at.Current / theta, perCurrent = LithiumConstants.RecessionPerCurrent(at.LithiumMolarVolume) / VoidDepth;
        double lost = Math.Max(0, local - ReplenishedCurrent(at.Pressure, at.Temperature)), plated = Math.Max(0, -local);
        return (-perCurrent * lost) + ((1 - theta) * (HealingRate(at.Pressure, at.Temperature) + (perCurrent * plated)));
    }

    private double HealingRate(double pressure, double temperature) =>
        Activation(ActivationEnergy, temperature) * Math.Pow(pressure / ReferencePressure, HealingExponent) / HealingTime;
}
