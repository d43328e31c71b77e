namespace Ionolith.Materials.Laws.Interfaces;

/// <summary>Area-specific resistance of the jump of an ion through a surface, ohm m2: R = k T/(q^2 c a nu) exp(E/(k T)).</summary>
/// <remarks>
/// Linear response of a jump of length a with attempt frequency nu over a barrier E, from the jumps of the ions in one layer, c a per
/// area, in both directions (Einstein). A surface whose soft modes are suppressed has a lower nu than the bulk and resists more in
/// proportion. Valid for currents far below the exchange current k T/(q R) of the jump.
/// </remarks>
public sealed class SurfaceHoppingResistance : IPropertyFunction
{
    private const double ElementaryCharge = PhysicalConstants.Faraday / PhysicalConstants.Avogadro;

    private readonly double _jumpsPerArea;
    private readonly double _barrier;

    /// <summary>Takes the jump.</summary>
    /// <param name="concentration">Concentration c of the ions that can jump, mol/m3; positive.</param>
    /// <param name="jumpLength">a, m; positive.</param>
    /// <param name="attemptFrequency">nu, 1/s; positive.</param>
    /// <param name="barrier">E, J/mol; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public SurfaceHoppingResistance(double concentration, double jumpLength, double attemptFrequency, double barrier)
    {
        double layer = Valid.Positive(concentration, "The concentration of ions", "mol/m3") * PhysicalConstants.Avogadro
            * Valid.Positive(jumpLength, "The jump length", "m");
        _jumpsPerArea = layer * Valid.Positive(attemptFrequency, "The attempt frequency", "1/s");
        _barrier = Valid.NotNegative(barrier, "The barrier", "J/mol") / PhysicalConstants.GasConstant;
        Concentration = concentration;
        JumpLength = jumpLength;
        AttemptFrequency = attemptFrequency;
        Barrier = barrier;
    }

    /// <summary>Concentration c of the ions that can jump, mol/m3.</summary>
    public double Concentration { get; }

    /// <summary>Jump length a, m.</summary>
    public double JumpLength { get; }

    /// <summary>Attempt frequency nu, 1/s.</summary>
    public double AttemptFrequency { get; }

    /// <summary>Barrier E, J/mol.</summary>
    public double Barrier { get; }

    /// <inheritdoc/>
    public bool DependsOnComposition => false;

    /// <inheritdoc/>
    public bool DependsOnTemperature => true;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => (double.NegativeInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        double value = PhysicalConstants.Boltzmann * temperature / (ElementaryCharge * ElementaryCharge * _jumpsPerArea) * Math.Exp(_barrier / temperature);
        return new PropertyValue(value, 0, value * ((1 / temperature) - (_barrier / (temperature * temperature))));
    }
}
