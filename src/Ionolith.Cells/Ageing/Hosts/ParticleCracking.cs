using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Hosts;

/// <summary>Cracking of particles by the stress of their own concentration differences: it isolates host and, where cracks are wetted, adds surface.</summary>
/// <remarks>
/// Tangential stress at the surface of an elastic sphere s = E e (x_mean - x_surface)/[3 (1 - nu)] with the change of volume e from empty to full,
/// positive (tension) on delithiation. The damage d grows by dd/dt = r (s/s_c)^m (1 - d) in tension. The active share falls to 1 - d; the surface of what is left
/// rises by 1 + g d. The stress is derived (Y.-T. Cheng, M. W. Verbrugge, J. Power Sources 190 (2009) 453, doi:10.1016/j.jpowsour.2009.01.021); the
/// growth of damage by a power of stress is empirical, as the loss of active material in S. E. J. O'Kane et al., Phys. Chem. Chem. Phys. 24 (2022) 7909,
/// doi:10.1039/D2CP00417H. Solid electrolytes do not flow into cracks: g is zero there.
/// </remarks>
public sealed record ParticleCracking : AgeingMechanism
{
    /// <summary>Young's modulus E of the host, Pa.</summary>
    public required double YoungModulus { get; init; }

    /// <summary>Poisson's ratio nu of the host, 1.</summary>
    public double PoissonRatio { get; init; } = 0.3;

    /// <summary>Relative change of the host's volume from empty to full, e; negative: it shrinks; infinite: that of the host's material.</summary>
    public double VolumeChange { get; init; } = double.PositiveInfinity;

    /// <inheritdoc/>
    public override bool NeedsVolumeChange => !double.IsFinite(VolumeChange);

    /// <summary>Stress s_c at which damage grows at its rate, Pa.</summary>
    public required double CriticalStress { get; init; }

    /// <summary>Rate r of damage at the critical stress, 1/s.</summary>
    public required double Rate { get; init; }

    /// <summary>Exponent m of the stress, 1.</summary>
    public double Exponent { get; init; } = 2;

    /// <summary>Surface gained g for each unit of damage, 1.</summary>
    public double SurfaceGain { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "particle-cracking",
        "cracking of particles by the stress of their concentration differences",
        "stress derived, damage empirical; Y.-T. Cheng, M. W. Verbrugge, J. Power Sources 190 (2009) 453, doi:10.1016/j.jpowsour.2009.01.021; S. E. J. O'Kane et al., Phys. Chem. Chem. Phys. 24 (2022) 7909, doi:10.1039/D2CP00417H",
        AgeingPlaces.Host,
        [
            new("young-modulus", QuantityKinds.Pressure, m => ((ParticleCracking)m).YoungModulus, Least: 1, Meaning: "E of the host"),
            new("poisson-ratio", QuantityKinds.Number, m => ((ParticleCracking)m).PoissonRatio, 0.3, Most: 0.49, Meaning: "nu of the host"),
            new("volume-change", QuantityKinds.Number, m => ((ParticleCracking)m).VolumeChange, double.PositiveInfinity, Least: -1, Most: 5, Meaning: "e, relative change of volume from empty to full; none given: that of the material"),
            new("critical-stress", QuantityKinds.Pressure, m => ((ParticleCracking)m).CriticalStress, Least: 1, Meaning: "s_c"),
            new("rate", QuantityKinds.Frequency, m => ((ParticleCracking)m).Rate, Meaning: "r, growth of damage at the critical stress"),
            new("exponent", QuantityKinds.Number, m => ((ParticleCracking)m).Exponent, 2, Most: 10, Meaning: "m of the stress"),
            new("surface-gain", QuantityKinds.Number, m => ((ParticleCracking)m).SurfaceGain, 0, Most: 10, Meaning: "g, surface gained with damage where cracks are wetted"),
        ],
        v => new ParticleCracking { YoungModulus = v[0], PoissonRatio = v[1], VolumeChange = v[2], CriticalStress = v[3], Rate = v[4], Exponent = v[5], SurfaceGain = v[6] })
    {
        Validity = "elastic, isotropic particles whose volume changes by some 10 % at most",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("damage", QuantityKinds.Number, 0, 1)];

    /// <summary>Tangential stress at the surface of the particles, Pa; positive in tension.</summary>
    /// <param name="at">Conditions.</param>
    /// <returns>The stress.</returns>
    public double SurfaceStress(in InterfaceConditions at) =>
        -YoungModulus * (NeedsVolumeChange ? at.VolumeSlope : VolumeChange) * at.StoichiometryDifference / (3 * (1 - PoissonRatio));

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates) =>
        rates[0] = Rate * Math.Pow(Math.Max(0, SurfaceStress(at)) / CriticalStress, Exponent) * (1 - states[0]);

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect)
    {
        effect.ActiveShare *= 1 - states[0];
        effect.ContactedShare *= 1 + (SurfaceGain * states[0]);
    }
}
