namespace Ionolith.Materials.Laws.Polymers;

/// <summary>Conductivity of the ions that are free: s = F^2/(R T) ([+] D_+ + [-] D_-), S/m.</summary>
/// <remarks>
/// Nernst-Einstein relation of ions that move independently, with the free ions of <see cref="SaltDissociation"/>;
/// N. A. Stolwijk, M. Wiencierz, J. Foegeling, J. Bastek, S. Obeidi, Z. Phys. Chem. 224 (2010) 1707, for the product of VTF diffusivities
/// and a pair term. Pairs and held ions do not carry current. Correlated motion of free ions lowers the value further.
/// </remarks>
public sealed class IonPairConductivity : IPropertyFunction
{
    private readonly IPropertyFunction _cationDiffusivity;
    private readonly IPropertyFunction _anionDiffusivity;

    /// <summary>Takes the equilibrium and the mobilities.</summary>
    /// <param name="dissociation">Equilibrium of pairs and free ions.</param>
    /// <param name="cationDiffusivity">D_+ of free cations, m2/s, of salt concentration and temperature.</param>
    /// <param name="anionDiffusivity">D_- of free anions, m2/s, of salt concentration and temperature.</param>
    public IonPairConductivity(SaltDissociation dissociation, IPropertyFunction cationDiffusivity, IPropertyFunction anionDiffusivity)
    {
        ArgumentNullException.ThrowIfNull(dissociation);
        ArgumentNullException.ThrowIfNull(cationDiffusivity);
        ArgumentNullException.ThrowIfNull(anionDiffusivity);
        Dissociation = dissociation;
        _cationDiffusivity = cationDiffusivity;
        _anionDiffusivity = anionDiffusivity;
        Domain = (
            Math.Max(0, Math.Max(cationDiffusivity.Domain.Lower, anionDiffusivity.Domain.Lower)),
            Math.Min(cationDiffusivity.Domain.Upper, anionDiffusivity.Domain.Upper));
    }

    /// <summary>Equilibrium of pairs and free ions.</summary>
    public SaltDissociation Dissociation { get; }

    /// <summary>D_+ of free cations, m2/s.</summary>
    public IPropertyFunction CationDiffusivity => _cationDiffusivity;

    /// <summary>D_- of free anions, m2/s.</summary>
    public IPropertyFunction AnionDiffusivity => _anionDiffusivity;

    /// <inheritdoc/>
    public bool DependsOnComposition => true;

    /// <inheritdoc/>
    public bool DependsOnTemperature => true;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain { get; }

    /// <summary>Share of the current that free cations carry, before any salt gradient builds up.</summary>
    /// <param name="concentration">Salt concentration, mol/m3; positive.</param>
    /// <param name="temperature">Temperature, K; positive.</param>
    /// <returns>A fraction.</returns>
    public double CationShare(double concentration, double temperature) => new FreeCationShare(this).Evaluate(concentration, temperature).Value;

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        var (cations, anions) = Dissociation.FreeIons(composition, temperature);
        var plus = _cationDiffusivity.Evaluate(composition, temperature);
        var minus = _anionDiffusivity.Evaluate(composition, temperature);
        double factor = PhysicalConstants.Faraday * PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * temperature);
        double sum = (cations.Value * plus.Value) + (anions.Value * minus.Value);
        double slope = (cations.Slope * plus.Value) + (cations.Value * plus.Slope) + (anions.Slope * minus.Value) + (anions.Value * minus.Slope);
        double temperatureSlope = (cations.TemperatureSlope * plus.Value) + (cations.Value * plus.TemperatureSlope)
            + (anions.TemperatureSlope * minus.Value) + (anions.Value * minus.TemperatureSlope);
        return new PropertyValue(factor * sum, factor * slope, factor * (temperatureSlope - (sum / temperature)));
    }
}
