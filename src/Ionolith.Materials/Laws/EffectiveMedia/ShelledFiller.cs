namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>A filler that changes the matrix around it: cores with conducting, overlapping shells in all directions in a matrix.</summary>
/// <remarks>
/// Two steps. A particle is its core in its share of shell: s_c = s_s [1 + p d/(s_s + N (1 - p) d)], d = s_k - s_s, p the core's share of
/// the particle, for each axis with its depolarisation factor N. Particles and grains of matrix then form a self-consistent medium,
/// phi/3 sum_axes (s_c - s)/(s + N (s_c - s)) + 3 (1 - phi) (s_m - s)/(s_m + 2 s) = 0 with phi = cores and shells together.
/// C.-W. Nan, Prog. Mater. Sci. 37 (1993) 1; penetrable shells after M. Ya. Sushko, A. K. Semenov, arXiv:1811.10591. With spheres of one
/// phase it is the symmetric Bruggeman rule. With a better shell and an insulating core the property rises with the filler until the
/// shells fill the volume, then falls as cores displace them. Valid for fillers much larger than molecules and not aggregated.
/// Phases: matrix, shell, core.
/// </remarks>
public sealed class ShelledFiller : SelfConsistentRule
{
    private readonly double _particle;
    private readonly double _coreShare;

    /// <summary>Takes the geometry.</summary>
    /// <param name="shape">Shape of a particle and thickness of its shell.</param>
    /// <param name="coreFraction">Volume fraction f of the cores, 0 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is out of its range.</exception>
    public ShelledFiller(FillerShape shape, double coreFraction)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        CoreFraction = coreFraction;
        ShellFraction = shape.ShellFraction(coreFraction);
        _particle = Math.Min(1, coreFraction + ShellFraction);
        _coreShare = coreFraction == 0 ? 0 : coreFraction / (coreFraction + ShellFraction);
    }

    /// <summary>Shape of a particle with its shell.</summary>
    public FillerShape Shape { get; }

    /// <summary>Volume fraction of the cores.</summary>
    public double CoreFraction { get; }

    /// <summary>Volume fraction of the shells.</summary>
    public double ShellFraction { get; }

    /// <inheritdoc/>
    public override int PhaseCount => 3;

    /// <summary>The equation of the medium and its slope to s, for derivatives to the geometry.</summary>
    internal (double Value, double Slope) Equation(double effective, double[] phases) => Residual(effective, phases);

    /// <inheritdoc/>
    protected override (double Value, double Slope) Residual(double effective, double[] phases)
    {
        double below = phases[0] + (2 * effective);
        double value = 3 * (1 - _particle) * (phases[0] - effective) / below;
        double slope = -9 * (1 - _particle) * phases[0] / (below * below);
        foreach (var (factor, weight) in Axes)
        {
            double particle = Particle(factor, phases).Value;
            double field = effective + (factor * (particle - effective));
            value += weight * _particle * (particle - effective) / field;
            slope -= weight * _particle * particle / (field * field);
        }

        return (value, slope);
    }

    /// <inheritdoc/>
    protected override void PhaseSlopes(double effective, double[] phases, Span<double> slopes)
    {
        double below = phases[0] + (2 * effective);
        slopes[0] = 9 * (1 - _particle) * effective / (below * below);
        slopes[1] = 0;
        slopes[2] = 0;
        foreach (var (factor, weight) in Axes)
        {
            var (particle, toShell, toCore) = Particle(factor, phases);
            double field = effective + (factor * (particle - effective));
            double toParticle = weight * _particle * effective / (field * field);
            slopes[1] += toParticle * toShell;
            slopes[2] += toParticle * toCore;
        }
    }

    /// <summary>Depolarisation factors with the weights of their axes in all directions.</summary>
    private (double Factor, double Weight)[] Axes => [(Shape.Depolarisation.Axis, 1.0 / 3), (Shape.Depolarisation.Across, 2.0 / 3)];

    /// <summary>The particle along an axis, with derivatives to shell and core.</summary>
    private (double Value, double ToShell, double ToCore) Particle(double factor, double[] phases)
    {
        double shell = phases[1], core = phases[2];
        double p = _coreShare;
        double difference = core - shell;
        double n = factor * (1 - p);
        double below = shell + (n * difference);
        if (!(below > 0))
        {
            return (p * core, 0, p);
        }

        double value = shell * (1 + (p * difference / below));
        double toCore = p * shell * shell / (below * below);
        double toShell = 1 + (p * ((difference - shell) / below)) - (p * difference * shell * (1 - n) / (below * below));
        return (value, toShell, toCore);
    }
}
