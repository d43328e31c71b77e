namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>The effective property of a mixture from the properties of its phases, at fixed volume fractions and geometry.</summary>
/// <remarks>
/// The property is a conductivity here; what obeys the same equation (diffusivity, permittivity, thermal conductivity) follows the
/// same rule. Rules are immutable and thread-safe. They do not know temperature: <see cref="MixtureFunction"/> joins a rule and phases
/// that depend on it. Phases may be insulators (zero); no phase may be negative.
/// </remarks>
public interface IMixingRule
{
    /// <summary>Number of phases.</summary>
    int PhaseCount { get; }

    /// <summary>Evaluates the rule and its exact derivatives.</summary>
    /// <param name="phases">Property of each phase, any one unit, zero or more; length <see cref="PhaseCount"/>, in the order of the rule.</param>
    /// <param name="gradient">
    /// Receives the derivative to each phase, as long. It may be infinite for an insulating phase, and is zero throughout where the
    /// mixture insulates.
    /// </param>
    /// <returns>The effective property, in the unit of the phases.</returns>
    double Effective(ReadOnlySpan<double> phases, Span<double> gradient);
}
