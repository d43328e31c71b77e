namespace Ionolith.Materials.Laws;

/// <summary>Vogel-Tammann-Fulcher law of an amorphous polymer: p(T) = A T^-1/2 exp[-B/(T - T_0)].</summary>
/// <remarks>
/// Not defined at and below T_0 (NaN). B in K; the form with an energy has B = E/R. A factor form for a property that is given
/// at a reference temperature is made by <see cref="RelativeTo"/>.
/// </remarks>
public sealed class VtfFunction : IPropertyFunction
{
    private readonly IPropertyFunction _amplitude;
    private readonly double _scale;

    /// <summary>The law with its prefactor.</summary>
    /// <param name="prefactor">A, SI unit of the property times K^1/2; finite.</param>
    /// <param name="pseudoActivation">B, K; positive.</param>
    /// <param name="vanishingTemperature">T_0, K; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public VtfFunction(double prefactor, double pseudoActivation, double vanishingTemperature)
        : this(new ConstantFunction(Finite(prefactor)), 1, double.NaN, pseudoActivation, vanishingTemperature)
    {
    }

    private VtfFunction(IPropertyFunction amplitude, double scale, double referenceTemperature, double pseudoActivation, double vanishingTemperature)
    {
        if (!(pseudoActivation > 0) || !double.IsFinite(pseudoActivation))
        {
            throw new ArgumentOutOfRangeException(nameof(pseudoActivation), pseudoActivation, "B of the VTF law in K must be positive.");
        }

        if (!(vanishingTemperature >= 0) || !double.IsFinite(vanishingTemperature))
        {
            throw new ArgumentOutOfRangeException(nameof(vanishingTemperature), vanishingTemperature, "T0 of the VTF law in K must not be negative.");
        }

        _amplitude = amplitude;
        _scale = scale;
        ReferenceTemperature = referenceTemperature;
        PseudoActivation = pseudoActivation;
        VanishingTemperature = vanishingTemperature;
    }

    /// <summary>The property at <see cref="ReferenceTemperature"/>; the prefactor A where there is none.</summary>
    public IPropertyFunction Reference => _amplitude;

    /// <summary>Temperature at which <see cref="Reference"/> holds, K; NaN for the form with a prefactor.</summary>
    public double ReferenceTemperature { get; }

    /// <summary>B, K.</summary>
    public double PseudoActivation { get; }

    /// <summary>T_0, K.</summary>
    public double VanishingTemperature { get; }

    /// <inheritdoc/>
    public bool DependsOnComposition => _amplitude.DependsOnComposition;

    /// <inheritdoc/>
    public bool DependsOnTemperature => true;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => _amplitude.Domain;

    /// <summary>The temperature dependence of the law on a property that is known at one temperature.</summary>
    /// <param name="reference">The property at the reference temperature.</param>
    /// <param name="referenceTemperature">That temperature, K; above T_0.</param>
    /// <param name="pseudoActivation">B, K; positive.</param>
    /// <param name="vanishingTemperature">T_0, K; not negative.</param>
    /// <returns>reference x (T_ref/T)^1/2 exp[-B/(T - T_0) + B/(T_ref - T_0)].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static VtfFunction RelativeTo(
        IPropertyFunction reference, double referenceTemperature, double pseudoActivation, double vanishingTemperature)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (!(referenceTemperature > vanishingTemperature))
        {
            throw new ArgumentOutOfRangeException(
                nameof(referenceTemperature), referenceTemperature, $"The reference temperature in K must lie above T0 = {vanishingTemperature} K.");
        }

        double scale = Math.Sqrt(referenceTemperature) * Math.Exp(pseudoActivation / (referenceTemperature - vanishingTemperature));
        return new VtfFunction(reference, scale, referenceTemperature, pseudoActivation, vanishingTemperature);
    }

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        double above = temperature - VanishingTemperature;
        if (!(above > 0))
        {
            return new PropertyValue(double.NaN, double.NaN, double.NaN);
        }

        var p = _amplitude.Evaluate(composition, temperature);
        double factor = _scale * Math.Exp(-PseudoActivation / above) / Math.Sqrt(temperature);
        double relativeSlope = (PseudoActivation / (above * above)) - (0.5 / temperature);
        return new PropertyValue(factor * p.Value, factor * p.Slope, factor * (p.TemperatureSlope + (relativeSlope * p.Value)));
    }

    private static double Finite(double prefactor) => double.IsFinite(prefactor)
        ? prefactor
        : throw new ArgumentOutOfRangeException(nameof(prefactor), prefactor, "The prefactor of the VTF law must be finite.");
}
