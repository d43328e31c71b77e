using Ionolith.Materials.Laws.EffectiveMedia;

namespace Ionolith.Materials.Laws.Ceramics;

/// <summary>
/// A polycrystal as cubes of grain with boundaries between: 1/s = rho^-m {1/s_g + 1/[(1 - w) s_gb D/d + w/(d/(D s_gb) + e/(D s_f))]}.
/// </summary>
/// <remarks>
/// Grain size D, boundary thickness d, and on the share w of the boundaries a film of a second phase, e thick, in series with the
/// boundary. T. van Dijk, A. J. Burggraaf, Phys. Status Solidi A 63 (1981) 229; H. Naefe, Solid State Ionics 13 (1984) 255. rho is the
/// relative density with Archie's exponent m. Current through boundaries along its way is left out, so boundaries must not conduct better
/// than grains by more than D/(2 d). A second phase that does not wet (w = 0) belongs into <see cref="MaxwellEucken"/>.
/// Phases: grain, boundary, film.
/// </remarks>
public sealed class BrickLayer : IMixingRule
{
    /// <summary>Grain size D, m; positive.</summary>
    public required double GrainSize { get; init => field = Valid.Positive(value, "The grain size", "m"); }

    /// <summary>Thickness d of the boundaries between grains, m; positive.</summary>
    public required double BoundaryThickness { get; init => field = Valid.Positive(value, "The thickness of grain boundaries", "m"); }

    /// <summary>Thickness e of the film of a second phase on wetted boundaries, m; zero for none.</summary>
    public double FilmThickness { get; init => field = Valid.NotNegative(value, "The thickness of the film", "m"); }

    /// <summary>Share w of the boundaries that the film wets, 0 to 1.</summary>
    public double WettedShare { get; init => field = Valid.Fraction(value, "The wetted share"); } = 1;

    /// <summary>Relative density rho, above 0, at most 1.</summary>
    public double RelativeDensity
    {
        get;
        init => field = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The relative density must be above 0 and at most 1, but is {value}.");
    } = 1;

    /// <summary>Archie's exponent m of the relative density, 1 or more; 1.5 for few round pores.</summary>
    public double DensityExponent
    {
        get;
        init => field = value >= 1 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The exponent of the density must be 1 or more, but is {value}.");
    } = 1.5;

    /// <inheritdoc/>
    public int PhaseCount => 3;

    /// <inheritdoc/>
    public double Effective(ReadOnlySpan<double> phases, Span<double> gradient)
    {
        MixingRules.CheckPhases(phases, PhaseCount);
        gradient.Clear();
        double grain = phases[0], boundary = phases[1], film = phases[2];

        // Conductances per area of a boundary, times the grain size: bare, and under a film.
        double bare = boundary * GrainSize / BoundaryThickness;
        double overFilm = FilmThickness == 0 ? double.PositiveInfinity : film * GrainSize / FilmThickness;
        double covered = double.IsInfinity(overFilm) ? bare : bare + overFilm == 0 ? 0 : bare / (bare + overFilm) * overFilm;
        double between = ((1 - WettedShare) * bare) + (WettedShare * covered);
        if (grain == 0 || between == 0)
        {
            return 0;
        }

        double dense = Math.Pow(RelativeDensity, DensityExponent);
        double effective = dense * grain / (grain + between) * between;
        double toBetween = dense * grain / (grain + between) * (grain / (grain + between));
        double coveredShare = bare == 0 ? 0 : covered / bare;
        gradient[0] = dense * (between / (grain + between)) * (between / (grain + between));
        gradient[1] = toBetween * ((1 - WettedShare) + (WettedShare * coveredShare * coveredShare)) * GrainSize / BoundaryThickness;
        if (FilmThickness > 0 && bare + overFilm > 0)
        {
            double filmShare = bare / (bare + overFilm);
            gradient[2] = toBetween * WettedShare * filmShare * filmShare * GrainSize / FilmThickness;
        }

        return effective;
    }
}
