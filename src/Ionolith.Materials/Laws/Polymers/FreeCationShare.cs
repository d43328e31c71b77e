namespace Ionolith.Materials.Laws.Polymers;

/// <summary>Share of the current that free cations carry: t_+ = [+] D_+ / ([+] D_+ + [-] D_-).</summary>
/// <remarks>
/// Of <see cref="IonPairConductivity"/>: sites that hold anions raise it, sites that hold cations lower it. Equal to the transference
/// number where pairs and clusters carry nothing and ions move independently.
/// </remarks>
public sealed class FreeCationShare : IPropertyFunction
{
    /// <summary>A salt concentration that stands for none, mol/m3.</summary>
    private const double Least = 1e-9;

    /// <summary>Takes the conductivity whose currents are compared.</summary>
    /// <param name="conductivity">Equilibrium and mobilities of the ions.</param>
    public FreeCationShare(IonPairConductivity conductivity)
    {
        ArgumentNullException.ThrowIfNull(conductivity);
        Conductivity = conductivity;
    }

    /// <summary>The conductivity whose currents are compared.</summary>
    public IonPairConductivity Conductivity { get; }

    /// <inheritdoc/>
    public bool DependsOnComposition => true;

    /// <inheritdoc/>
    public bool DependsOnTemperature => true;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => Conductivity.Domain;

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        // Without salt there is no current to share: what holds there is the limit of little salt, in which the share is a straight line.
        double salt = composition == 0 ? Least : composition;
        var (cations, anions) = Conductivity.Dissociation.FreeIons(salt, temperature);
        var plus = Conductivity.CationDiffusivity.Evaluate(salt, temperature);
        var minus = Conductivity.AnionDiffusivity.Evaluate(salt, temperature);
        double p = cations.Value * plus.Value, m = anions.Value * minus.Value, sum = p + m;
        double Slope(double toPlus, double toMinus) => ((toPlus * m) - (p * toMinus)) / (sum * sum);
        return new PropertyValue(
            p / sum,
            Slope((cations.Slope * plus.Value) + (cations.Value * plus.Slope), (anions.Slope * minus.Value) + (anions.Value * minus.Slope)),
            Slope(
                (cations.TemperatureSlope * plus.Value) + (cations.Value * plus.TemperatureSlope),
                (anions.TemperatureSlope * minus.Value) + (anions.Value * minus.TemperatureSlope)));
    }
}
