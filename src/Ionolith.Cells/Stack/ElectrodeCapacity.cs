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
    /// <remarks>
    /// Lithium metal counts with the lithium that its counter electrode can plate on it: an anode-free cell, which is built without, has the capacity
    /// of its positive electrode.
    /// </remarks>
    /// <param name="layers">The layers.</param>
    /// <returns>The smallest capacity among the electrodes, C per m2 of geometric area; NaN if there is none.</returns>
    public static double OfLimitingElectrode(IEnumerable<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        double smallest = double.NaN;
        Layer[] all = [.. layers];
        double plated = all.OfType<PorousElectrode>().Sum(Removable);
        foreach (var layer in all)
        {
            double capacity = layer switch
            {
                PorousElectrode electrode => Of(electrode),
                LithiumMetal lithium => Of(lithium) + plated,
                _ => double.NaN,
            };
            smallest = double.IsNaN(smallest) || capacity < smallest ? capacity : smallest;
        }

        return smallest;
    }

    /// <summary>Lithium above the lower ends of the windows as charge, C/m2.</summary>
    private static double Removable(PorousElectrode electrode) => PhysicalConstants.Faraday * electrode.Thickness * electrode.ActivePhases.Sum(p =>
        p.VolumeFraction * p.Material.MaximumConcentration * Math.Max(0, p.InitialStoichiometry - p.Material.StoichiometryWindow.Lower));
}
