namespace Ionolith.Materials.Laws;

/// <summary>Thermal activation: p(y, T) = p_ref(y, T) exp[-E/R (1/T - 1/T_ref)].</summary>
/// <remarks>
/// No power of T stands before the exponential; activation energies fitted to sigma T differ from these by about R T.
/// E and T_ref are constants; p_ref may depend on composition and, for a fit that has it, on temperature as well.
/// </remarks>
public sealed class ArrheniusFunction : IPropertyFunction
{
    private readonly IPropertyFunction _reference;
    private readonly double _activationTemperature;

    /// <summary>Adds an activation energy to a function that holds at one temperature.</summary>
    /// <param name="reference">The property at the reference temperature.</param>
    /// <param name="activationEnergy">E, J/mol; finite, negative for a property that falls with temperature.</param>
    /// <param name="referenceTemperature">T_ref, K; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public ArrheniusFunction(IPropertyFunction reference, double activationEnergy, double referenceTemperature)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (!double.IsFinite(activationEnergy))
        {
            throw new ArgumentOutOfRangeException(nameof(activationEnergy), activationEnergy, "The activation energy in J/mol must be finite.");
        }

        if (!(referenceTemperature > 0) || !double.IsFinite(referenceTemperature))
        {
            throw new ArgumentOutOfRangeException(nameof(referenceTemperature), referenceTemperature, "The reference temperature in K must be positive.");
        }

        _reference = reference;
        _activationTemperature = activationEnergy / PhysicalConstants.GasConstant;
        ActivationEnergy = activationEnergy;
        ReferenceTemperature = referenceTemperature;
    }

    /// <summary>The property at the reference temperature.</summary>
    public IPropertyFunction Reference => _reference;

    /// <summary>Activation energy E, J/mol.</summary>
    public double ActivationEnergy { get; }

    /// <summary>Reference temperature T_ref, K.</summary>
    public double ReferenceTemperature { get; }

    /// <inheritdoc/>
    public bool DependsOnComposition => _reference.DependsOnComposition;

    /// <inheritdoc/>
    public bool DependsOnTemperature => ActivationEnergy != 0 || _reference.DependsOnTemperature;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => _reference.Domain;

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        var p = _reference.Evaluate(composition, temperature);
        double factor = Math.Exp(-_activationTemperature * ((1 / temperature) - (1 / ReferenceTemperature)));
        double relativeSlope = _activationTemperature / (temperature * temperature);
        return new PropertyValue(factor * p.Value, factor * p.Slope, factor * (p.TemperatureSlope + (relativeSlope * p.Value)));
    }
}
