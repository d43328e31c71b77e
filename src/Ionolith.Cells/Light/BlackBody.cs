using Ionolith.Materials;

namespace Ionolith.Cells.Light;

/// <summary>Light of a black body: the sun outside the atmosphere is close to one of 5800 K, a tungsten halogen lamp to one of 3200 K.</summary>
/// <remarks>
/// Spectral irradiance ~ L^-5 / (exp[h c/(L k T)] - 1), from a fiftieth to five hundred times the wavelength b/T of its largest value; what lies
/// outside is less than 1e-4 of the power and of the photons. Source: M. Planck, Ann. Phys. 309 (1901) 553, doi:10.1002/andp.19013090310.
/// </remarks>
public static class BlackBody
{
    private const int Points = 2801;
    private const double Wien = 2.897771955e-3;
    private const double Lowest = 0.02;
    private const double Highest = 500;

    // h c/k, m K.
    private const double SecondRadiation = PhysicalConstants.Planck * PhysicalConstants.SpeedOfLight / PhysicalConstants.Boltzmann;

    /// <summary>The spectrum of a black body.</summary>
    /// <param name="temperature">Its temperature, K; from 500 to 20000.</param>
    /// <returns>The spectrum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is out of range.</exception>
    public static LightSpectrum Of(double temperature)
    {
        if (!(temperature is >= 500 and <= 20_000))
        {
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "The temperature of a black body that shines must be from 500 K to 20000 K.");
        }

        double peak = Wien / temperature;
        double[] wavelengths = [.. Enumerable.Range(0, Points).Select(i => peak * Lowest * Math.Pow(Highest / Lowest, i / (Points - 1.0)))];
        double[] irradiance = [.. wavelengths.Select(l => Math.Pow(peak / l, 5) / (Math.Exp(SecondRadiation / (l * temperature)) - 1))];
        return new LightSpectrum(string.Create(CultureInfo.InvariantCulture, $"black body of {temperature:R} K"), wavelengths, irradiance);
    }
}
