namespace Ionolith.Materials.Laws.Polymers;

/// <summary>
/// A polymer whose crystals melt in a window: s = phi_a^(1+b) s_a(c, T), phi_a = 1 - chi_0/(1 + exp[(T - T_m)/dT]).
/// </summary>
/// <remarks>
/// Ions move in the amorphous share phi_a only, whose tortuosity factor is phi_a^-b. C. Berthier, W. Gorecki, M. Minier, M. B. Armand,
/// J. M. Chabagno, P. Rigaud, Solid State Ionics 11 (1983) 91, for conduction in the amorphous phase; the logistic window is a description
/// of the melting range, not derived. Below T_m the value depends on how the sample was cooled, and the salt that crystals expel
/// enriches the amorphous share, which is not counted. Fillers act through chi_0 and T_m.
/// </remarks>
public sealed class SemiCrystallinePolymer : IPropertyFunction
{
    private readonly IPropertyFunction _amorphous;

    /// <summary>Takes the law of the molten polymer and the window.</summary>
    /// <param name="amorphous">The property of the wholly amorphous polymer, usually a VTF law.</param>
    /// <param name="crystallinity">chi_0, crystalline fraction far below the window; 0 to below 1.</param>
    /// <param name="meltingTemperature">T_m, middle of the window, K; positive.</param>
    /// <param name="meltingWidth">dT, K; positive. Nine tenths of the change happen within 6 dT.</param>
    /// <param name="tortuosityExponent">b, 0 or more; 0.5 is the Bruggeman rule.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public SemiCrystallinePolymer(
        IPropertyFunction amorphous, double crystallinity, double meltingTemperature, double meltingWidth, double tortuosityExponent = 0.5)
    {
        ArgumentNullException.ThrowIfNull(amorphous);
        _amorphous = amorphous;
        Crystallinity = crystallinity is >= 0 and < 1
            ? crystallinity
            : throw new ArgumentOutOfRangeException(nameof(crystallinity), crystallinity, $"The crystallinity must be 0 or more and below 1, but is {crystallinity}.");
        MeltingTemperature = Valid.Positive(meltingTemperature, "The melting temperature", "K");
        MeltingWidth = Valid.Positive(meltingWidth, "The width of melting", "K");
        TortuosityExponent = Valid.NotNegative(tortuosityExponent, "The exponent of the tortuosity", "");
    }

    /// <summary>The property of the wholly amorphous polymer.</summary>
    public IPropertyFunction Amorphous => _amorphous;

    /// <summary>Crystalline fraction chi_0 far below the window.</summary>
    public double Crystallinity { get; }

    /// <summary>Middle T_m of the window, K.</summary>
    public double MeltingTemperature { get; }

    /// <summary>Width dT of the window, K.</summary>
    public double MeltingWidth { get; }

    /// <summary>Exponent b of the tortuosity factor.</summary>
    public double TortuosityExponent { get; }

    /// <inheritdoc/>
    public bool DependsOnComposition => _amorphous.DependsOnComposition;

    /// <inheritdoc/>
    public bool DependsOnTemperature => Crystallinity > 0 || _amorphous.DependsOnTemperature;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => _amorphous.Domain;

    /// <summary>Amorphous fraction phi_a at a temperature.</summary>
    /// <param name="temperature">Temperature, K; positive.</param>
    /// <returns>A fraction between 1 - chi_0 and 1.</returns>
    public double AmorphousFraction(double temperature) => 1 - (Crystallinity * Solid(temperature));

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        var a = _amorphous.Evaluate(composition, temperature);
        double solid = Solid(temperature);
        double fraction = 1 - (Crystallinity * solid);
        double fractionSlope = Crystallinity * solid * (1 - solid) / MeltingWidth;
        double factor = Math.Pow(fraction, 1 + TortuosityExponent);
        double relativeSlope = (1 + TortuosityExponent) * fractionSlope / fraction;
        return new PropertyValue(factor * a.Value, factor * a.Slope, factor * (a.TemperatureSlope + (relativeSlope * a.Value)));
    }

    /// <summary>Share of the crystals that has not melted.</summary>
    private double Solid(double temperature) => 1 / (1 + Math.Exp((temperature - MeltingTemperature) / MeltingWidth));
}
