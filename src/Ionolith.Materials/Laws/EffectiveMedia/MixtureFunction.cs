namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>The effective property of a mixture whose phases depend on composition and temperature.</summary>
public sealed class MixtureFunction : IPropertyFunction
{
    private readonly IPropertyFunction[] _phases;

    /// <summary>Joins a rule with the properties of its phases.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="phases">The phases, in the order of the rule.</param>
    /// <exception cref="ArgumentException">There are more or fewer phases than the rule has.</exception>
    public MixtureFunction(IMixingRule rule, params IReadOnlyList<IPropertyFunction> phases)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(phases);
        if (phases.Count != rule.PhaseCount)
        {
            throw new ArgumentException($"The rule has {rule.PhaseCount} phases, but {phases.Count} are given.", nameof(phases));
        }

        Rule = rule;
        _phases = [.. phases];
        Domain = (_phases.Max(p => p.Domain.Lower), _phases.Min(p => p.Domain.Upper));
        DependsOnComposition = Array.Exists(_phases, p => p.DependsOnComposition);
        DependsOnTemperature = Array.Exists(_phases, p => p.DependsOnTemperature);
    }

    /// <summary>The rule.</summary>
    public IMixingRule Rule { get; }

    /// <summary>The phases, in the order of the rule.</summary>
    public IReadOnlyList<IPropertyFunction> Phases => _phases;

    /// <summary>Names of the phases, in the order of the rule; empty where they have none.</summary>
    public IReadOnlyList<string> PhaseNames { get; init; } = [];

    /// <inheritdoc/>
    public bool DependsOnComposition { get; }

    /// <inheritdoc/>
    public bool DependsOnTemperature { get; }

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain { get; }

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        Span<double> values = stackalloc double[_phases.Length];
        Span<double> gradient = stackalloc double[_phases.Length];
        Span<double> slopes = stackalloc double[_phases.Length];
        Span<double> temperatureSlopes = stackalloc double[_phases.Length];
        for (int i = 0; i < _phases.Length; i++)
        {
            (values[i], slopes[i], temperatureSlopes[i]) = _phases[i].Evaluate(composition, temperature);
            if (!(values[i] >= 0))
            {
                return new PropertyValue(double.NaN, double.NaN, double.NaN);
            }
        }

        double value = Rule.Effective(values, gradient);
        return new PropertyValue(value, Chain(gradient, slopes), Chain(gradient, temperatureSlopes));
    }

    /// <summary>Sum of products; a phase that does not change adds nothing, even where the effective property is infinitely steep in it.</summary>
    private static double Chain(ReadOnlySpan<double> gradient, ReadOnlySpan<double> slopes)
    {
        double sum = 0;
        for (int i = 0; i < slopes.Length; i++)
        {
            sum += slopes[i] == 0 ? 0 : gradient[i] * slopes[i];
        }

        return sum;
    }
}
