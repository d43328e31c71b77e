namespace Ionolith.Materials.Laws.Fitting;

/// <summary>The laws that can be fitted. Adding one is adding its class and one line here.</summary>
public static class FittableLaws
{
    /// <summary>All of them: those of temperature, then those of a volume fraction.</summary>
    public static IReadOnlyList<FittableLaw> All { get; } =
    [
        new ArrheniusFit(),
        new VtfFit(),
        new SemiCrystallineFit(),
        new BrickLayerFit(),
        new MaxwellFit(),
        new BruggemanFit(),
        new GeneralMediumFit(),
        new PercolationFit(),
        new ShelledFillerFit("sphere"),
        new ShelledFillerFit("platelet"),
        new ShelledFillerFit("tube"),
        new PorousHostFit(),
        new CoContinuousFit(),
        new OrientedChannelsFit(),
        new SeriesLayersFit(),
    ];

    /// <summary>The law of a name.</summary>
    /// <param name="name">Name in files: "vtf".</param>
    /// <returns>The law; null if there is none.</returns>
    public static FittableLaw? Find(string name) => All.FirstOrDefault(l => string.Equals(l.Name, name, StringComparison.Ordinal));
}
