using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>Overpotential by which lithium nucleates on a bare collector or host before it grows on itself.</summary>
/// <remarks>
/// The potential of the surface is shifted by -eta_n (1 - w), w the share that lithium covers, dw/dt = max(0, -i) (1 - w)/Q_n:
/// the more is covered, the less bare surface there is to nucleate on. Nuclei stay when lithium is stripped, so that only the first plating pays.
/// Empirical: eta_n and Q_n are read from the dip of the first plating, as in A. Pei, G. Zheng, F. Shi, Y. Li, Y. Cui, Nano Lett. 17
/// (2017) 1132, doi:10.1021/acs.nanolett.6b04755. For a lithium layer that begins with no or very little thickness, and for
/// the walls of a host into which lithium is plated, where Q_n is per area of the walls.
/// </remarks>
public sealed record Nucleation : AgeingMechanism
{
    /// <summary>Nucleation overpotential eta_n, V.</summary>
    public required double Overpotential { get; init; }

    /// <summary>Areal charge Q_n over which the surface is covered, C/m2.</summary>
    public required double CoveringCharge { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "nucleation",
        "nucleation overpotential on a bare collector or host",
        "empirical; quantities as in A. Pei et al., Nano Lett. 17 (2017) 1132, doi:10.1021/acs.nanolett.6b04755",
        AgeingPlaces.Lithium | AgeingPlaces.Host,
        [
            new("overpotential", QuantityKinds.Voltage, m => ((Nucleation)m).Overpotential, Most: 1, Meaning: "eta_n on the bare surface"),
            new("covering-charge", QuantityKinds.ArealCapacity, m => ((Nucleation)m).CoveringCharge, Least: 1e-3, Meaning: "Q_n, plated charge over which the surface is covered"),
        ],
        v => new Nucleation { Overpotential = v[0], CoveringCharge = v[1] })
    {
        Validity = "the first plating on a bare surface; once covered it stays covered",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override bool IsConditioning => true;

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("covered share", QuantityKinds.Number, 0, 1)];

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates) =>
        rates[0] = Math.Max(0, -at.Current) * (1 - states[0]) / CoveringCharge;

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect) =>
        effect.PotentialShift -= Overpotential * (1 - states[0]);
}
