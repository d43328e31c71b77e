using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Numerics.Fitting;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>Least-squares fits of laws to tables (T, sigma) and (fraction, sigma), with confidence intervals.</summary>
/// <remarks>
/// What is made small is the sum of ln(data/law)^2: conductivities scatter relative to their size, over decades. Intervals come from the
/// covariance at the minimum with Student's t; those of a positive scale (a conductivity, A) are symmetric in its logarithm. They speak
/// of scatter alone, not of a law that does not hold: look at the residuals for a pattern.
/// </remarks>
public static class LawFit
{
    /// <summary>sigma = sigma_ref exp[-E/R (1/T - 1/T_ref)], without a power of T before the exponential.</summary>
    /// <param name="temperatures">T, K; at least two different ones.</param>
    /// <param name="conductivities">sigma, S/m; positive, at least three.</param>
    /// <param name="referenceTemperature">T_ref, K.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>Parameters sigma_ref (S/m) and E (J/mol).</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible; names the point.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public static LawFitResult Arrhenius(
        ReadOnlySpan<double> temperatures, ReadOnlySpan<double> conductivities, double referenceTemperature = 298.15, double confidence = 0.95) =>
        Fit("arrhenius", temperatures, conductivities, confidence, ("reference-temperature", referenceTemperature));

    /// <summary>sigma = A T^-1/2 exp[-B/(T - T_0)].</summary>
    /// <param name="temperatures">T, K; at least three different ones.</param>
    /// <param name="conductivities">sigma, S/m; positive, at least four.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>Parameters A (S/m K^1/2), B (K) and T_0 (K, from 0 to a kelvin below the lowest temperature).</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible; names the point.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public static LawFitResult Vtf(ReadOnlySpan<double> temperatures, ReadOnlySpan<double> conductivities, double confidence = 0.95) =>
        Fit("vtf", temperatures, conductivities, confidence);

    /// <summary>Spheres in a matrix, <see cref="MaxwellEucken"/>.</summary>
    /// <param name="fractions">Volume fraction of the spheres, 0 to 1; at least two different ones.</param>
    /// <param name="conductivities">sigma, S/m; positive, at least three.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>Parameters s_m and s_f (S/m, zero or more).</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible; names the point.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public static LawFitResult Maxwell(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities, double confidence = 0.95) =>
        Fit("maxwell", fractions, conductivities, confidence);

    /// <summary>A good and a poor conductor with a threshold, <see cref="GeneralEffectiveMedium"/>.</summary>
    /// <param name="fractions">Volume fraction of the good conductor, 0 to 1; at least five different ones, on both sides of the threshold.</param>
    /// <param name="conductivities">sigma, S/m; positive, at least six.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>Parameters s_h and s_l (S/m), f_c (1), t and u (1).</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible; names the point.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public static LawFitResult GeneralMedium(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities, double confidence = 0.95) =>
        Fit("general-medium", fractions, conductivities, confidence);

    /// <summary>A conductor in an insulator above its threshold, <see cref="PercolationPower"/>.</summary>
    /// <param name="fractions">Volume fraction of the conductor, above 0 to 1; at least three different ones, all above the threshold.</param>
    /// <param name="conductivities">sigma, S/m; positive, at least four.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>Parameters s_c (S/m, of the pure conductor), f_c (1, from 0 to below the lowest fraction) and t (1).</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible; names the point.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public static LawFitResult Percolation(ReadOnlySpan<double> fractions, ReadOnlySpan<double> conductivities, double confidence = 0.95) =>
        Fit("percolation", fractions, conductivities, confidence);

    private static LawFitResult Fit(
        string law, ReadOnlySpan<double> variable, ReadOnlySpan<double> conductivities, double confidence, params (string Key, double Value)[] held) =>
        FittableLaws.Find(law)!.Fit(variable, conductivities, held.ToDictionary(h => h.Key, h => h.Value, StringComparer.Ordinal), confidence);
}
