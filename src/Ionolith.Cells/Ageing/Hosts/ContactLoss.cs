using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Hosts;

/// <summary>Loss of contact between particles that change their volume and a stiff electrolyte, and its return under pressure.</summary>
/// <remarks>
/// d theta/dt = -k e |dx/dt|/2 (theta - theta_inf) where theta is above theta_inf, and (theta_inf - theta)/tau where it is below:
/// theta = theta_inf + (1 - theta_inf) exp(-k N e) after N full cycles of a host whose volume changes by the share e between its ends. Pressure p keeps
/// contacts: theta_inf = 1 - (1 - theta_0) exp(-p/p_0). Of the contact that is lost the share s isolates whole particles; the rest is lost to
/// all of them alike. Empirical: one state for what is a distribution of gaps; that contact is lost with the change of volume and comes back on pressing was seen by
/// T. Shi, Y.-Q. Zhang, Q. Tu, Y. Wang, M. C. Scott, G. Ceder, J. Mater. Chem. A 8 (2020) 17399, doi:10.1039/D0TA06985J.
/// </remarks>
public sealed record ContactLoss : AgeingMechanism
{
    /// <summary>Relative change of the host's volume from empty to full, e; negative: it shrinks; infinite: that of the host's material.</summary>
    public double VolumeChange { get; init; } = double.PositiveInfinity;

    /// <inheritdoc/>
    public override bool NeedsVolumeChange => !double.IsFinite(VolumeChange);

    /// <summary>Rate k: relative loss towards the end for each cycle and unit of volume change, 1.</summary>
    public double LossRate { get; init; } = 1;

    /// <summary>Share theta_0 that stays in contact without pressure, 1.</summary>
    public required double FinalShare { get; init; }

    /// <summary>Pressure p_0 that keeps a share 1 - 1/e of what would be lost, Pa; infinite: pressure does not help.</summary>
    public double HoldingPressure { get; init; } = double.PositiveInfinity;

    /// <summary>Time tau in which contact comes back under pressure, s; infinite: it does not.</summary>
    public double RecoveryTime { get; init; } = double.PositiveInfinity;

    /// <summary>Share s of the lost contact that isolates whole particles, 1.</summary>
    public double IsolatingShare { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "contact-loss",
        "contact lost by the change of the host's volume, kept and brought back by pressure",
        "empirical; seen by T. Shi et al., J. Mater. Chem. A 8 (2020) 17399, doi:10.1039/D0TA06985J",
        AgeingPlaces.Host,
        [
            new("volume-change", QuantityKinds.Number, m => ((ContactLoss)m).VolumeChange, double.PositiveInfinity, Least: -1, Most: 5, Meaning: "e, relative change of volume from empty to full; none given: that of the material"),
            new("loss-rate", QuantityKinds.Number, m => ((ContactLoss)m).LossRate, 1, Meaning: "k, loss for each full cycle and unit of volume change"),
            new("final-share", QuantityKinds.Number, m => ((ContactLoss)m).FinalShare, Most: 1, Least: 0.001, Meaning: "theta_0, share that stays in contact without pressure"),
            new("holding-pressure", QuantityKinds.Pressure, m => ((ContactLoss)m).HoldingPressure, double.PositiveInfinity, Least: 1, Meaning: "p_0, pressure that keeps 63 % of what would be lost; none given: pressure does not help"),
            new("recovery-time", QuantityKinds.Time, m => ((ContactLoss)m).RecoveryTime, double.PositiveInfinity, Least: 1, Meaning: "tau, time in which pressure brings contact back; none given: it does not"),
            new("isolating-share", QuantityKinds.Number, m => ((ContactLoss)m).IsolatingShare, 0, Most: 1, Meaning: "s, share of the lost contact that isolates whole particles"),
        ],
        v => new ContactLoss { VolumeChange = v[0], LossRate = v[1], FinalShare = v[2], HoldingPressure = v[3], RecoveryTime = v[4], IsolatingShare = v[5] })
    {
        FollowsPressure = true,
        Validity = "cycles about as deep as those that it was fitted to; one share stands for all particles",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <summary>Pressure matters where it has a scale: without a holding pressure all pressures leave the same contact.</summary>
    public override bool FollowsPressure => double.IsFinite(HoldingPressure);

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("contact kept", QuantityKinds.Number, 1, 1)];

    /// <summary>Share that stays in contact in the end at a pressure, theta_inf.</summary>
    /// <param name="pressure">Stack pressure p, Pa; zero or more.</param>
    /// <returns>The share, 1.</returns>
    public double FinalShareAt(double pressure) => 1 - ((1 - FinalShare) * Math.Exp(-pressure / HoldingPressure));

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates)
    {
        double beyond = states[0] - FinalShareAt(at.Pressure);
        rates[0] = beyond > 0 ? -0.5 * LossRate * Math.Abs((NeedsVolumeChange ? at.VolumeSlope : VolumeChange) * at.StoichiometryRate) * beyond : -beyond / RecoveryTime;
    }

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect)
    {
        double active = 1 - (IsolatingShare * (1 - states[0]));
        effect.ActiveShare *= active;
        effect.ContactedShare *= states[0] / active;
    }
}
