using Ionolith.Materials.Laws;

namespace Ionolith.Materials.Substances;

/// <summary>How the volume of a host follows its stoichiometry: V(x)/V(0), one where it is empty.</summary>
/// <remarks>
/// A single number e is the relative change from empty to full, along a straight line (Vegard's law): V/V(0) = 1 + e x. A function gives V/V(0) - 1 itself. What swells
/// is the volume for a fixed amount of host; the lithium that it holds and its capacity are counted for the volume in which the file describes it.
/// </remarks>
public sealed record HostVolume
{
    private const double Reference = 298.15;

    /// <summary>A straight line.</summary>
    /// <param name="change">Relative change e of the volume from empty to full, 1; above -1; negative: it shrinks.</param>
    /// <exception cref="ArgumentOutOfRangeException">The change is not above -1.</exception>
    public HostVolume(double change) =>
        Change = change > -1 && double.IsFinite(change) ? change : throw new ArgumentOutOfRangeException(nameof(change), change, "The change of volume from empty to full must be above -1 (1).");

    /// <summary>Any course.</summary>
    /// <param name="curve">V(x)/V(0) - 1 of the stoichiometry, 1.</param>
    public HostVolume(IPropertyFunction curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        Curve = curve;
        Change = (Relative(1) / Relative(0)) - 1;
    }

    /// <summary>Relative change of the volume from empty to full, 1; NaN where the curve does not reach both.</summary>
    public double Change { get; }

    /// <summary>V(x)/V(0) - 1; null: a straight line.</summary>
    public IPropertyFunction? Curve { get; }

    /// <summary>Volume over that of the empty host.</summary>
    /// <param name="stoichiometry">Stoichiometry x, 1.</param>
    /// <returns>V(x)/V(0); NaN outside the domain of a curve.</returns>
    public double Relative(double stoichiometry) =>
        Curve is null ? 1 + (Change * stoichiometry) : 1 + Curve.Evaluate(stoichiometry, Reference).Value;

    /// <summary>Change of the volume with the stoichiometry.</summary>
    /// <param name="stoichiometry">Stoichiometry x, 1.</param>
    /// <returns>d(V/V(0))/dx, 1.</returns>
    public double Slope(double stoichiometry) => Curve is null ? Change : Curve.Evaluate(stoichiometry, Reference).Slope;
}
