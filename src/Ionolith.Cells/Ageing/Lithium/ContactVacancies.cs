using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing.Lithium;

/// <summary>Contact that diffusion of vacancies into the lithium keeps: a bound that knows no pressure.</summary>
/// <remarks>
/// Stripping leaves vacancies behind, which diffuse away over a length L: at most x_max D/L of lithium arrives, D(T) = D
/// exp[-E/R (1/T - 1/298.15 K)] the diffusivity of vacancies and x_max the site fraction above equilibrium at which they form voids.
/// Beyond i_crit = F x_max D/(V_m L) the contact is lost. The bound is the quasi-steady one of T. Krauskopf, H. Hartmann, W. G. Zeier,
/// J. Janek, ACS Appl. Mater. Interfaces 11 (2019) 14463, doi:10.1021/acsami.9b02537, who find 0.1 mA/cm2 on a garnet without pressure.
/// The bound is derived; that contact is lost in proportion to the excess is empirical, and a fixed diffusion length an idealisation.
/// </remarks>
public sealed record ContactVacancies : ContactLaw
{
    /// <summary>Diffusivity D of vacancies at 298.15 K, m2/s.</summary>
    public required double VacancyDiffusivity { get; init; }

    /// <summary>Site fraction x_max above equilibrium at which vacancies form voids, 1.</summary>
    public required double VacancySpan { get; init; }

    /// <summary>Length L over which they diffuse away, m.</summary>
    public required double DiffusionLength { get; init; }

    /// <summary>Activation energy E of D, J/mol.</summary>
    public double ActivationEnergy { get; init; }

    /// <summary>The card of the law.</summary>
    public static MechanismCard LawCard { get; } = new(
        "contact-vacancies",
        "contact kept by diffusion of vacancies into lithium: the bound without pressure",
        "bound derived, loss of contact empirical; T. Krauskopf et al., ACS Appl. Mater. Interfaces 11 (2019) 14463, doi:10.1021/acsami.9b02537",
        AgeingPlaces.Lithium,
        [
            new("vacancy-diffusivity", QuantityKinds.Diffusivity, m => ((ContactVacancies)m).VacancyDiffusivity, Meaning: "D, diffusivity of vacancies at 298.15 K"),
            new("vacancy-span", QuantityKinds.Number, m => ((ContactVacancies)m).VacancySpan, Most: 1, Meaning: "x_max, site fraction above equilibrium at which vacancies form voids"),
            new("diffusion-length", QuantityKinds.Length, m => ((ContactVacancies)m).DiffusionLength, Least: 1e-9, Meaning: "L, length over which they diffuse away"),
            new("activation-energy", QuantityKinds.MolarEnergy, m => ((ContactVacancies)m).ActivationEnergy, 0, Meaning: "E of D"),
            .. CommonParameters,
        ],
        v => new ContactVacancies
        {
            VacancyDiffusivity = v[0],
            VacancySpan = v[1],
            DiffusionLength = v[2],
            ActivationEnergy = v[3],
            VoidDepth = v[4],
            InitialContact = v[5],
            ContactRadius = v[6],
            Conductivity = v[7],
        })
    {
        Validity = "a plane interface without pressure; what happens after the first voids is not in it",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <summary>Largest stripping current that diffusion follows, A/m2.</summary>
    /// <param name="pressure">Pressure, Pa; vacancies do not know it.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="molarVolume">Molar volume of lithium, m3/mol.</param>
    /// <returns>i_crit.</returns>
    public override double CriticalCurrent(double pressure, double temperature, double molarVolume = LithiumConstants.MolarVolume) =>
        Arrival(temperature) / LithiumConstants.RecessionPerCurrent(molarVolume);

    /// <inheritdoc/>
    protected override double Rate(in InterfaceConditions at, double theta) => Balance(at, theta, Arrival(at.Temperature));

    private double Arrival(double temperature) =>
        VacancySpan * VacancyDiffusivity * Activation(ActivationEnergy, temperature) / DiffusionLength;
}
