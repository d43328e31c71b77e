using Ionolith.Materials;

namespace Ionolith.Cells.Stack;

/// <summary>Charge that electrodes can hold, from their composition.</summary>
public static class ElectrodeCapacity
{
    /// <summary>Charge that an electrode takes between the ends of its stoichiometry windows.</summary>
    /// <param name="electrode">The electrode.</param>
    /// <returns>F L sum of eps c_max (x_upper - x_lower) over its active materials, C per m2 of geometric area.</returns>
    public static double Of(PorousElectrode electrode)
    {
        ArgumentNullException.ThrowIfNull(electrode);
        return PhysicalConstants.Faraday * electrode.Thickness * electrode.ActivePhases.Sum(p =>
            p.VolumeFraction * p.Material.MaximumConcentration
            * (p.Material.StoichiometryWindow.Upper - p.Material.StoichiometryWindow.Lower));
    }

    /// <summary>Charge in a lithium-metal electrode.</summary>
    /// <param name="lithium">The electrode.</param>
    /// <returns>F L / V_m, C per m2 of geometric area.</returns>
    public static double Of(LithiumMetal lithium)
    {
        ArgumentNullException.ThrowIfNull(lithium);
        return PhysicalConstants.Faraday * lithium.Thickness / lithium.MolarVolume;
    }

    /// <summary>Capacity of the electrode that limits the cell: the convention of a nominal capacity that nobody stated.</summary>
    /// <param name="layers">The layers.</param>
    /// <returns>The smallest capacity among the electrodes, C per m2 of geometric area; NaN if there is none.</returns>
    public static double OfLimitingElectrode(IEnumerable<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        double smallest = double.NaN;
        foreach (var layer in layers)
        {
            double capacity = layer switch
            {
                PorousElectrode electrode => Of(electrode),
                LithiumMetal lithium => Of(lithium),
                _ => double.NaN,
            };
            smallest = double.IsNaN(smallest) || capacity < smallest ? capacity : smallest;
        }

        return smallest;
    }
}
