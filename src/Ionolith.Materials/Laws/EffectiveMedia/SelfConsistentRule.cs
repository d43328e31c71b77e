using Ionolith.Numerics.RootFinding;

namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>A rule that states the effective property by an equation F(s) = 0, with F falling from the lowest phase to the highest.</summary>
/// <remarks>
/// Solved in ln s, in which all the laws of this kind are smooth over decades. Where an insulating phase leaves no positive root the
/// mixture insulates.
/// </remarks>
public abstract class SelfConsistentRule : IMixingRule
{
    /// <summary>Smallest effective property that is told from an insulator, relative to the best phase.</summary>
    private const double Smallest = 1e-60;

    /// <inheritdoc/>
    public abstract int PhaseCount { get; }

    /// <inheritdoc/>
    public double Effective(ReadOnlySpan<double> phases, Span<double> gradient)
    {
        MixingRules.CheckPhases(phases, PhaseCount);
        double lowest = phases[0], highest = phases[0];
        foreach (double p in phases)
        {
            lowest = Math.Min(lowest, p);
            highest = Math.Max(highest, p);
        }

        gradient.Clear();
        if (highest == lowest)
        {
            return Uniform(phases, gradient);
        }

        double floor = Math.Max(lowest, Smallest * highest);
        double[] copy = phases.ToArray();
        if (lowest < floor && Residual(floor, copy).Value <= 0)
        {
            return 0;
        }

        double y = MonotoneRoot.Find(
            static (y, state) =>
            {
                double s = Math.Exp(y);
                var (value, slope) = state.Rule.Residual(s, state.Phases);
                return (value, slope * s);
            },
            (Rule: this, Phases: copy),
            Math.Log(floor),
            Math.Log(highest));
        double effective = Math.Exp(y);
        Slopes(effective, copy, gradient);
        return effective;
    }

    /// <summary>F and its derivative to s.</summary>
    /// <param name="effective">s, positive.</param>
    /// <param name="phases">The phases.</param>
    /// <returns>Value and derivative.</returns>
    protected abstract (double Value, double Slope) Residual(double effective, double[] phases);

    /// <summary>Derivative of F to each phase.</summary>
    /// <param name="effective">s, positive.</param>
    /// <param name="phases">The phases.</param>
    /// <param name="slopes">Receives the derivatives.</param>
    protected abstract void PhaseSlopes(double effective, double[] phases, Span<double> slopes);

    private double Uniform(ReadOnlySpan<double> phases, Span<double> gradient)
    {
        if (phases[0] > 0)
        {
            Slopes(phases[0], phases.ToArray(), gradient);
        }

        return phases[0];
    }

    private void Slopes(double effective, double[] phases, Span<double> gradient)
    {
        PhaseSlopes(effective, phases, gradient);
        double slope = Residual(effective, phases).Slope;
        foreach (ref double g in gradient)
        {
            g /= -slope;
        }
    }
}
