namespace Ionolith.Materials.Laws.Interfaces;

/// <summary>
/// Area-specific resistance of the electrolyte that a potential step at an interface depletes of its mobile ion, ohm m2:
/// R = (w/s) [integral_0^1 exp(v u^2) du - 1], w = sqrt(2 eps U/(q c)), v = q U/(k T).
/// </summary>
/// <remarks>
/// Mott-Schottky layer of one mobile ion in a fixed background: J. Maier, Prog. Solid State Chem. 23 (1995) 171. The potential falls as a
/// parabola over the width w, and the conductivity with exp of it; the resistance is what the layer adds to undisturbed electrolyte. A
/// step of zero or of the other sign (enrichment) adds none. Valid for steps well above k T/q and layers thinner than the electrolyte,
/// at concentrations for which ions do not crowd; widths below a lattice constant mean that the continuum is an estimate.
/// </remarks>
public sealed class SpaceChargeResistance : IPropertyFunction
{
    private readonly IPropertyFunction _conductivity;
    private readonly double _permittivity;
    private readonly double _carriers;

    /// <summary>Takes the electrolyte and the step.</summary>
    /// <param name="conductivity">Conductivity of the undisturbed electrolyte, S/m.</param>
    /// <param name="relativePermittivity">Relative permittivity, at least 1.</param>
    /// <param name="carrierConcentration">Concentration of the mobile ion, mol/m3; positive.</param>
    /// <param name="bareStep">Step that repels the mobile ion where there is no dipole layer, V; positive depletes, negative enriches.</param>
    /// <param name="dipoleLayer">Polarised coating that lessens the step; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public SpaceChargeResistance(
        IPropertyFunction conductivity, double relativePermittivity, double carrierConcentration, double bareStep, FerroelectricDipoleLayer? dipoleLayer = null)
    {
        ArgumentNullException.ThrowIfNull(conductivity);
        if (!(relativePermittivity >= 1) || !double.IsFinite(relativePermittivity))
        {
            throw new ArgumentOutOfRangeException(nameof(relativePermittivity), relativePermittivity, $"The relative permittivity must be 1 or more, but is {relativePermittivity}.");
        }

        _conductivity = conductivity;
        _permittivity = relativePermittivity * PhysicalConstants.VacuumPermittivity;
        _carriers = Valid.Positive(carrierConcentration, "The concentration of the mobile ion", "mol/m3") * PhysicalConstants.Avogadro;
        RelativePermittivity = relativePermittivity;
        CarrierConcentration = carrierConcentration;
        BareStep = Valid.Finite(bareStep, "The potential step", "V");
        DipoleLayer = dipoleLayer;
        PotentialStep = bareStep - (dipoleLayer?.PotentialShift ?? 0);
    }

    /// <summary>Conductivity of the undisturbed electrolyte, S/m.</summary>
    public IPropertyFunction Conductivity => _conductivity;

    /// <summary>Relative permittivity of the electrolyte.</summary>
    public double RelativePermittivity { get; }

    /// <summary>Concentration of the mobile ion, mol/m3.</summary>
    public double CarrierConcentration { get; }

    /// <summary>Step without the dipole layer, V.</summary>
    public double BareStep { get; }

    /// <summary>Polarised coating; null for none.</summary>
    public FerroelectricDipoleLayer? DipoleLayer { get; }

    /// <summary>Step U that repels the mobile ion, V: the bare step less the shift of the dipole layer.</summary>
    public double PotentialStep { get; }

    /// <summary>Width w of the depleted layer, m; zero for a step that does not deplete.</summary>
    public double Width => Math.Sqrt(2 * _permittivity * Math.Max(PotentialStep, 0) / (PhysicalConstants.ElementaryCharge * _carriers));

    /// <inheritdoc/>
    public bool DependsOnComposition => PotentialStep > 0 && _conductivity.DependsOnComposition;

    /// <inheritdoc/>
    public bool DependsOnTemperature => PotentialStep > 0;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => _conductivity.Domain;

    /// <summary>Debye length sqrt(eps k T/(2 c q^2)), m.</summary>
    /// <param name="temperature">Temperature, K; positive.</param>
    /// <returns>The length.</returns>
    public double DebyeLength(double temperature) =>
        Math.Sqrt(_permittivity * PhysicalConstants.Boltzmann * temperature / (2 * _carriers * PhysicalConstants.ElementaryCharge * PhysicalConstants.ElementaryCharge));

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        var s = _conductivity.Evaluate(composition, temperature);
        if (PotentialStep <= 0)
        {
            return new PropertyValue(0, 0, 0);
        }

        double v = PhysicalConstants.ElementaryCharge * PotentialStep / (PhysicalConstants.Boltzmann * temperature);
        double excess = Excess(v);

        // d/dv of the integral G is (exp(v) - G)/(2 v); near zero its series starts with 1/3.
        double toStep = v < 1e-4 ? (1.0 / 3) + (v / 5) : (Math.Exp(v) - 1 - excess) / (2 * v);
        double value = Width / s.Value * excess;
        double relative = s.Value == 0 ? double.NaN : 1 / s.Value;
        return new PropertyValue(
            value,
            -value * s.Slope * relative,
            (-value * s.TemperatureSlope * relative) - (Width / s.Value * toStep * v / temperature));
    }

    /// <summary>Integral_0^1 exp(v u^2) du - 1 = sum over n from 1 of v^n/(n! (2 n + 1)); all terms positive.</summary>
    private static double Excess(double v)
    {
        double term = 1, sum = 0;
        for (int n = 1; n < 3000; n++)
        {
            term *= v / n;
            double add = term / ((2 * n) + 1);
            sum += add;
            if (n > v && add <= 1e-17 * sum)
            {
                break;
            }
        }

        return sum;
    }
}
