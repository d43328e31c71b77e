using Ionolith.Cells.Model;

namespace Ionolith.Cells.Simulation;

/// <summary>Limits of the cell itself, and a name for what stopped a step that could not go on.</summary>
internal static class CellLimits
{
    /// <summary>Limits that end a run whatever the protocol says: lithium metal used up.</summary>
    public static IEnumerable<LimitMonitor> Monitors(CellModel model)
    {
        ModelParts parts = model.Parts;
        int charge = parts.Layout.Charge;
        if (parts.NegativeLithium is { } negative)
        {
            yield return LimitMonitor.OfCell($"the lithium of '{negative.Metal.Name}' is used up", charge, Stock(negative), rising: true);
        }

        if (parts.PositiveLithium is { } positive)
        {
            yield return LimitMonitor.OfCell($"the lithium of '{positive.Metal.Name}' is used up", charge, -Stock(positive), rising: false);
        }
    }

    /// <summary>What stands in the way at a state from which no step succeeds.</summary>
    /// <param name="model">Model.</param>
    /// <param name="y">The last good state.</param>
    /// <returns>Whether it is a limit of the cell (else of the solver), and a sentence.</returns>
    public static (bool OfCell, string Text) Explain(CellModel model, double[] y)
    {
        ModelParts parts = model.Parts;
        model.Observe(y, new Observation(parts.Grid.Nodes));
        foreach (SaltEnd end in parts.SaltEnds)
        {
            if (end.Concentration < 0.02 * parts.ReferenceConcentration)
            {
                return (true, $"the salt is depleted at {Where(parts, end.Node)}: {end.Concentration:0.##} mol/m3 is left at its edge, "
                    + "so that the current is above what the electrolyte can carry");
            }
        }

        for (int m = 0; m < parts.Grid.Nodes; m++)
        {
            double c = y[parts.Layout.Concentration + m];
            if (parts.Grid.Capacity[m] > 0 && c < 0.01 * parts.ReferenceConcentration)
            {
                return (true, $"the salt is depleted at {Where(parts, m)}: {c:0.##} mol/m3 is left");
            }
        }

        string? host = ExplainHost(parts, y);
        if (host is not null)
        {
            return (true, host);
        }

        return (false, "the equations of kinetics and transport have no solution that the solver could follow; "
            + $"the surface stoichiometries are {Ranges(parts)}");
    }

    private static double Stock(LithiumSurface lithium) =>
        lithium.Metal.Thickness / lithium.Metal.MolarVolume * CellModel.ChargePerMole;

    private static string Where(ModelParts parts, int node)
    {
        foreach (ElectrodeModel electrode in parts.Electrodes)
        {
            if (node >= electrode.FirstNode && node < electrode.FirstNode + electrode.Nodes)
            {
                return $"'{electrode.Description.Name}'";
            }
        }

        return "the electrolyte layer";
    }

    private static string? ExplainHost(ModelParts parts, double[] y)
    {
        foreach (ElectrodeModel electrode in parts.Electrodes)
        {
            foreach (Population p in electrode.Populations)
            {
                Span<double> surface = p.Diffusion.Surface.AsSpan(0, electrode.Nodes);
                double high = 0, low = 1;
                foreach (double x in surface)
                {
                    high = Math.Max(high, x);
                    low = Math.Min(low, x);
                }

                (double lower, double upper) = p.Phase.Material.OpenCircuitPotential.Domain;
                bool lithiating = y[parts.Layout.Current] > 0 != electrode.Negative;
                if (lithiating && high > Math.Min(upper, 1) - 0.02)
                {
                    return $"the {p.Phase.Material.Name} in '{electrode.Description.Name}' is full at its surface (stoichiometry {high:0.0000})";
                }

                if (!lithiating && low < Math.Max(lower, 0) + 0.02)
                {
                    return $"the {p.Phase.Material.Name} in '{electrode.Description.Name}' is empty at its surface (stoichiometry {low:0.0000})";
                }
            }
        }

        return null;
    }

    private static string Ranges(ModelParts parts) => string.Join(", ", parts.Electrodes.SelectMany(e => e.Populations.Select(p =>
    {
        double[] surface = p.Diffusion.Surface[..e.Nodes];
        return $"{surface.Min():0.000} to {surface.Max():0.000} in {p.Phase.Material.Name} of '{e.Description.Name}'";
    })));
}
