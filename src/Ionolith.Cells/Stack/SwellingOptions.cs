namespace Ionolith.Cells.Stack;

/// <summary>How a cell follows the volumes of its hosts and of its lithium metal.</summary>
public sealed record SwellingOptions
{
    /// <summary>Stiffness of the frame or press, by which the pressure rises as the stack grows in it, Pa/m; zero: the pressure is kept constant.</summary>
    public double StackStiffness { get; init; }

    /// <summary>
    /// Exponent b of the effective ionic conductivity, which goes as the b-th power of the electrolyte's volume fraction; NaN: that by which the described transport efficiency
    /// is a power of the described volume fraction.
    /// </summary>
    public double IonicExponent { get; init; } = double.NaN;

    /// <summary>Exponent of the effective electronic conductivity in the share of volume that what the electrode was built of still has, 1.</summary>
    public double ElectronicExponent { get; init; } = 1.5;

    /// <summary>The ionic exponent of an electrode.</summary>
    /// <param name="electrode">The electrode.</param>
    /// <returns>b; one where volume fraction or transport efficiency is one, so that neither tells it.</returns>
    public double IonicExponentOf(PorousElectrode electrode)
    {
        ArgumentNullException.ThrowIfNull(electrode);
        return !double.IsNaN(IonicExponent) ? IonicExponent
            : electrode.ElectrolyteFraction < 1 && electrode.TransportEfficiency < 1 ? Math.Log(electrode.TransportEfficiency) / Math.Log(electrode.ElectrolyteFraction)
            : 1;
    }
}
