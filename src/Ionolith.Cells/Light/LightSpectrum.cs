using Ionolith.Materials;

namespace Ionolith.Cells.Light;

/// <summary>How the power of a light is spread over the wavelengths.</summary>
/// <remarks>Only the shape counts: the irradiance is that of the step. Between its points the spectral irradiance is linear, beyond them it is zero.</remarks>
public sealed record LightSpectrum
{
    // Planck's constant times the speed of light over the elementary charge, V m: a photon of wavelength L carries this over L volts. Exact by the SI.
    internal const double PhotonVoltMetres = PhysicalConstants.Planck * PhysicalConstants.SpeedOfLight / PhysicalConstants.ElementaryCharge;

    // Gauss-Legendre nodes and weights of three points on -1 to 1.
    private static readonly (double At, double Weight)[] Gauss = [(-0.7745966692414834, 5 / 9.0), (0, 8 / 9.0), (0.7745966692414834, 5 / 9.0)];

    /// <summary>Makes a spectrum from points.</summary>
    /// <param name="name">Name: "am1.5g", "black body of 5800 K", the name of a file.</param>
    /// <param name="wavelengths">Wavelengths, m; positive, increasing, at least two.</param>
    /// <param name="irradiance">Spectral irradiance there, in any unit per wavelength; not negative and not zero everywhere.</param>
    /// <exception cref="ArgumentException">The points are no spectrum; the message says why.</exception>
    public LightSpectrum(string name, IReadOnlyList<double> wavelengths, IReadOnlyList<double> irradiance)
    {
        ArgumentNullException.ThrowIfNull(wavelengths);
        ArgumentNullException.ThrowIfNull(irradiance);
        if (wavelengths.Count < 2 || wavelengths.Count != irradiance.Count)
        {
            throw new ArgumentException($"A spectrum needs two points or more, but there are {wavelengths.Count} wavelengths and {irradiance.Count} irradiances.", nameof(wavelengths));
        }

        for (int i = 0; i < wavelengths.Count; i++)
        {
            if (!(wavelengths[i] > (i == 0 ? 0 : wavelengths[i - 1])) || !double.IsFinite(wavelengths[i]))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The wavelengths of a spectrum must be positive and increase, but point {i + 1} is at {wavelengths[i] * 1e9:G6} nm."), nameof(wavelengths));
            }

            if (!(irradiance[i] >= 0) || !double.IsFinite(irradiance[i]))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The irradiance of a spectrum must not be negative, but at {wavelengths[i] * 1e9:G6} nm it is {irradiance[i]:G6}."), nameof(irradiance));
            }
        }

        (Name, Wavelengths, Irradiance) = (name, wavelengths, irradiance);
        double total = Sum(static _ => 1, []);
        if (total == 0)
        {
            throw new ArgumentException("A spectrum must have light at some wavelength, but its irradiance is zero at all.", nameof(irradiance));
        }

        Total = total;
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Wavelengths of the points, m.</summary>
    public IReadOnlyList<double> Wavelengths { get; }

    /// <summary>Spectral irradiance at the points, in the unit of whoever gave them.</summary>
    public IReadOnlyList<double> Irradiance { get; }

    private double Total { get; }

    /// <summary>Mean of a quantity over the power of the light.</summary>
    /// <param name="of">The quantity at a wavelength in m.</param>
    /// <param name="edges">Wavelengths at which it jumps, m.</param>
    /// <returns>Integral of the quantity times the spectral irradiance over that of the spectral irradiance.</returns>
    public double Mean(Func<double, double> of, IReadOnlyCollection<double> edges)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(edges);
        return Sum(of, edges) / Total;
    }

    /// <summary>Wavelength of photons of an energy.</summary>
    /// <param name="volts">Energy over the elementary charge, V; positive.</param>
    /// <returns>Wavelength, m.</returns>
    public static double WavelengthOf(double volts) => PhotonVoltMetres / volts;

    private double Sum(Func<double, double> of, IReadOnlyCollection<double> edges)
    {
        double sum = 0;
        for (int i = 1; i < Wavelengths.Count; i++)
        {
            double from = Wavelengths[i - 1], to = Wavelengths[i];
            double[] cuts = [from, .. edges.Where(e => e > from && e < to).Order(), to];
            for (int k = 1; k < cuts.Length; k++)
            {
                double middle = (cuts[k] + cuts[k - 1]) / 2, half = (cuts[k] - cuts[k - 1]) / 2;
                foreach ((double at, double weight) in Gauss)
                {
                    double x = middle + (half * at), share = (x - from) / (to - from);
                    sum += half * weight * (Irradiance[i - 1] + (share * (Irradiance[i] - Irradiance[i - 1]))) * of(x);
                }
            }
        }

        return sum;
    }
}
