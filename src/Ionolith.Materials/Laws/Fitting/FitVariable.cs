namespace Ionolith.Materials.Laws.Fitting;

/// <summary>What a law that is fitted depends on.</summary>
public enum FitVariable
{
    /// <summary>Temperature, K.</summary>
    Temperature,

    /// <summary>Volume fraction of one phase, 1.</summary>
    Fraction,
}
