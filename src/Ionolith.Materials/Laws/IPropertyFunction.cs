namespace Ionolith.Materials.Laws;

/// <summary>A property of a material as a function of one composition variable and of temperature.</summary>
/// <remarks>
/// The composition variable is the stoichiometry x (1) of an active material or the salt concentration c (mol/m3) of an
/// electrolyte; which one is said by the property that holds the function. Implementations are immutable and thread-safe.
/// A point outside the function's domain gives NaN, never a clamped value: the solver treats NaN as a step that is too long.
/// </remarks>
public interface IPropertyFunction
{
    /// <summary>Whether the value changes with the composition variable.</summary>
    bool DependsOnComposition { get; }

    /// <summary>Whether the value changes with temperature.</summary>
    bool DependsOnTemperature { get; }

    /// <summary>Range of the composition variable in which the function is defined; infinite ends where it has no bound.</summary>
    (double Lower, double Upper) Domain { get; }

    /// <summary>Evaluates the function and its exact partial derivatives.</summary>
    /// <param name="composition">Stoichiometry (1) or concentration (mol/m3).</param>
    /// <param name="temperature">Temperature, K; positive.</param>
    /// <returns>Value and partial derivatives, in SI units of the property.</returns>
    PropertyValue Evaluate(double composition, double temperature);
}
