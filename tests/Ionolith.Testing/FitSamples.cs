namespace Ionolith.Testing;

/// <summary>Laws that can be fitted, each with parameters to find back.</summary>
public static class FitSamples
{
    /// <summary>True parameters of every law, the range of its variable, and the parameters that are held.</summary>
    public static IReadOnlyDictionary<string, (double From, double To, double[] Truth, string[] Held)> All { get; } = new Dictionary<string, (double From, double To, double[] Truth, string[] Held)>(StringComparer.Ordinal)
    {
        ["arrhenius"] = (260, 370, [0.13, 33_000, 298.15], []),
        ["vtf"] = (280, 370, [330, 704, 209.15], []),
        ["semi-crystalline"] = (270, 380, [330, 704, 209.15, 0.85, 325, 4, 0.5], []),
        ["brick-layer"] = (200, 500, [0.05, 25_000, 2e-5, 50_000, 5e-6, 1e-8], []),
        ["maxwell"] = (0, 0.3, [0.02, 0.5], []),
        ["bruggeman"] = (0, 1, [3, 1e-3], []),
        ["general-medium"] = (0, 1, [40, 1e-3, 0.18, 1.9, 0.9], []),
        ["percolation"] = (0.06, 0.4, [900, 0.04, 2], []),
        ["shelled-filler-sphere"] = (0, 0.5, [1e-3, 0.02, 1.2e-8, 3e-8], ["radius"]),
        ["shelled-filler-platelet"] = (0, 0.3, [1e-3, 0.02, 4e-9, 5e-7, 3e-9], ["radius", "thickness"]),
        ["shelled-filler-tube"] = (0, 0.3, [1e-3, 0.02, 8e-9, 2.5e-8, 1e-6], ["radius", "length"]),
        ["porous-host"] = (0.2, 0.9, [0.7, 1.8], []),
        ["co-continuous"] = (0, 1, [3, 1e-2], []),
        ["oriented-channels"] = (0.05, 0.95, [3, 1e-2, 0.4], []),
        ["series-layers"] = (0, 1, [3, 1e-1], []),
    };
}
