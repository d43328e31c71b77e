namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>A porous framework that does not conduct, filled with an electrolyte: s = s_e eps/tau^2.</summary>
/// <remarks>
/// tau^2 is the tortuosity factor, the ratio by which the path makes the filled pores worse than straight ones; some authors call it
/// tortuosity. N. Epstein, Chem. Eng. Sci. 44 (1989) 777. It takes the salt solution in the pores as it is in bulk: pores of molecular
/// size, walls with charge and bound solvent change the solution itself. Phases: electrolyte.
/// </remarks>
public sealed class PorousHost : IMixingRule
{
    /// <summary>Takes the geometry.</summary>
    /// <param name="porosity">Filled volume fraction eps, 0 to 1.</param>
    /// <param name="tortuosityFactor">tau^2, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public PorousHost(double porosity, double tortuosityFactor)
    {
        Porosity = Valid.Fraction(porosity, "The porosity");
        TortuosityFactor = tortuosityFactor >= 1 && double.IsFinite(tortuosityFactor)
            ? tortuosityFactor
            : throw new ArgumentOutOfRangeException(nameof(tortuosityFactor), tortuosityFactor, $"The tortuosity factor must be 1 or more, but is {tortuosityFactor}.");
    }

    /// <summary>Filled volume fraction eps.</summary>
    public double Porosity { get; }

    /// <summary>Tortuosity factor tau^2.</summary>
    public double TortuosityFactor { get; }

    /// <inheritdoc/>
    public int PhaseCount => 1;

    /// <summary>A host that obeys s = s_e eps^m, so that tau^2 = eps^(1-m).</summary>
    /// <remarks>G. E. Archie, Trans. AIME 146 (1942) 54; m = 1.5 is exact for few insulating spheres of many sizes (Bruggeman 1935).</remarks>
    /// <param name="porosity">Filled volume fraction eps, above 0.</param>
    /// <param name="exponent">m, at least 1.</param>
    /// <returns>The host.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static PorousHost Archie(double porosity, double exponent = 1.5)
    {
        Valid.Positive(porosity, "The porosity", "");
        return exponent >= 1
            ? new PorousHost(porosity, Math.Pow(porosity, 1 - exponent))
            : throw new ArgumentOutOfRangeException(nameof(exponent), exponent, $"The exponent m must be 1 or more, but is {exponent}.");
    }

    /// <inheritdoc/>
    public double Effective(ReadOnlySpan<double> phases, Span<double> gradient)
    {
        MixingRules.CheckPhases(phases, PhaseCount);
        gradient[0] = Porosity / TortuosityFactor;
        return gradient[0] * phases[0];
    }
}
