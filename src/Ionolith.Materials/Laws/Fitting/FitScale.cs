namespace Ionolith.Materials.Laws.Fitting;

/// <summary>In which variable a parameter is sought, so that its interval is symmetric there.</summary>
public enum FitScale
{
    /// <summary>The parameter itself.</summary>
    Linear,

    /// <summary>The logarithm of a positive parameter.</summary>
    Logarithmic,

    /// <summary>-ln(1 - p) of a parameter between 0 and 1.</summary>
    Remainder,
}
