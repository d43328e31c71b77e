namespace Ionolith.Materials.Laws.Hosts;

/// <summary>
/// Potential against lithium metal of a host whose equal sites bind lithium: U = E_b/F + R T/F ln[(1 - x)/x] - g (x - 1/2).
/// </summary>
/// <remarks>
/// Lattice gas in the mean field (W. R. McKinnon, R. R. Haering, in Modern Aspects of Electrochemistry 15 (1983) 235). E_b is the energy
/// by which a half-filled host binds a lithium atom more strongly than the metal does. Hosts in contact have one potential, so that each
/// takes lithium as its binding energy says. g above 0: lithium atoms repel each other and the curve slopes; below -4 R T/F the host
/// parts into two phases, which one curve does not tell. Real hosts have several kinds of sites and the entropy of their other degrees
/// of freedom. Not defined at and beyond x = 0 and x = 1 (NaN).
/// </remarks>
public sealed class LatticeGasPotential : IPropertyFunction
{
    private const double PerKelvin = PhysicalConstants.GasConstant / PhysicalConstants.Faraday;

    /// <summary>Takes the energies.</summary>
    /// <param name="bindingEnergy">E_b against lithium metal, J/mol; positive where the host binds more strongly.</param>
    /// <param name="interaction">g, V: how much the potential falls from the empty to the full host beside the entropy; positive for repulsion.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite.</exception>
    public LatticeGasPotential(double bindingEnergy, double interaction = 0)
    {
        BindingEnergy = Valid.Finite(bindingEnergy, "The binding energy", "J/mol");
        Interaction = Valid.Finite(interaction, "The interaction", "V");
    }

    /// <summary>Binding energy E_b against lithium metal, J/mol.</summary>
    public double BindingEnergy { get; }

    /// <summary>Interaction g, V.</summary>
    public double Interaction { get; }

    /// <inheritdoc/>
    public bool DependsOnComposition => true;

    /// <inheritdoc/>
    public bool DependsOnTemperature => true;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => (0, 1);

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        if (composition is not (> 0 and < 1))
        {
            return new PropertyValue(double.NaN, double.NaN, double.NaN);
        }

        double x = composition;
        double entropy = PerKelvin * Math.Log((1 - x) / x);
        return new PropertyValue(
            (BindingEnergy / PhysicalConstants.Faraday) + (temperature * entropy) - (Interaction * (x - 0.5)),
            -(PerKelvin * temperature / (x * (1 - x))) - Interaction,
            entropy);
    }
}
