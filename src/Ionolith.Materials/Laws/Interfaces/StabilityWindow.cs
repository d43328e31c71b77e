namespace Ionolith.Materials.Laws.Interfaces;

/// <summary>Potentials between which an electrolyte is stable, against Li/Li+, V.</summary>
/// <remarks>
/// The thermodynamic window (as of Y. Zhu, X. He, Y. Mo, ACS Appl. Mater. Interfaces 7 (2015) 23685) is narrower than what a sweep
/// shows, because interphases hinder the decay; which one a value is belongs to its source. A potential outside does not say how fast
/// the electrolyte decays.
/// </remarks>
public sealed record StabilityWindow
{
    /// <summary>Takes the window.</summary>
    /// <param name="reduction">Potential below which the electrolyte is reduced, V against Li/Li+; finite.</param>
    /// <param name="oxidation">Potential above which it is oxidised, V against Li/Li+; above the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is empty or not finite.</exception>
    public StabilityWindow(double reduction, double oxidation)
    {
        Reduction = Valid.Finite(reduction, "The reduction potential", "V");
        Oxidation = oxidation > reduction && double.IsFinite(oxidation)
            ? oxidation
            : throw new ArgumentOutOfRangeException(nameof(oxidation), oxidation, $"The oxidation potential must be above the reduction potential of {reduction} V, but is {oxidation} V.");
    }

    /// <summary>Potential below which the electrolyte is reduced, V.</summary>
    public double Reduction { get; }

    /// <summary>Potential above which it is oxidised, V.</summary>
    public double Oxidation { get; }

    /// <summary>Compares the window with the potentials that an electrode takes.</summary>
    /// <param name="lowest">Lowest potential of the electrode, V against Li/Li+.</param>
    /// <param name="highest">Highest potential, V; not below the lowest.</param>
    /// <returns>How far the potentials stay inside the window.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The potentials are not finite or in the wrong order.</exception>
    public StabilityCheck Check(double lowest, double highest)
    {
        Valid.Finite(lowest, "The lowest potential", "V");
        return highest >= lowest && double.IsFinite(highest)
            ? new StabilityCheck(lowest - Reduction, Oxidation - highest)
            : throw new ArgumentOutOfRangeException(nameof(highest), highest, $"The highest potential must not be below the lowest of {lowest} V, but is {highest} V.");
    }
}
