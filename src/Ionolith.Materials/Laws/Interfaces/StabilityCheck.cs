namespace Ionolith.Materials.Laws.Interfaces;

/// <summary>How far an electrode's potentials stay inside an electrolyte's stability window.</summary>
/// <param name="ReductionMargin">Lowest potential less the reduction potential, V; negative where the electrolyte is reduced.</param>
/// <param name="OxidationMargin">Oxidation potential less the highest potential, V; negative where the electrolyte is oxidised.</param>
public readonly record struct StabilityCheck(double ReductionMargin, double OxidationMargin)
{
    /// <summary>Whether the electrolyte is stable against the electrode; the ends of the window count as inside.</summary>
    public bool IsStable => ReductionMargin >= 0 && OxidationMargin >= 0;

    /// <summary>Whether the electrode reduces the electrolyte.</summary>
    public bool IsReduced => ReductionMargin < 0;

    /// <summary>Whether the electrode oxidises the electrolyte.</summary>
    public bool IsOxidised => OxidationMargin < 0;
}
