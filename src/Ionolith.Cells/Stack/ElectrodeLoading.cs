namespace Ionolith.Cells.Stack;

/// <summary>Mass of active material in an electrode, from its composition.</summary>
public static class ElectrodeLoading
{
    /// <summary>Mass of all active materials of an electrode.</summary>
    /// <param name="electrode">The electrode.</param>
    /// <returns>L sum of eps rho over its active materials, kg per m2 of geometric area; NaN where a density is unknown.</returns>
    public static double Of(PorousElectrode electrode)
    {
        ArgumentNullException.ThrowIfNull(electrode);
        return electrode.Thickness * electrode.ActivePhases.Sum(p => p.VolumeFraction * p.Material.Density);
    }
}
