namespace Ionolith.Materials.Laws.EffectiveMedia;

/// <summary>
/// A good and a poor conductor with a percolation threshold:
/// f (s_h^(1/t) - s^(1/t))/(s_h^(1/t) + A s^(1/t)) + (1-f) (s_l^(1/u) - s^(1/u))/(s_l^(1/u) + A s^(1/u)) = 0, A = (1 - f_c)/f_c.
/// </summary>
/// <remarks>
/// D. S. McLachlan, M. Blaszkiewicz, R. E. Newnham, J. Am. Ceram. Soc. 73 (1990) 2187; with two exponents D. S. McLachlan et al.,
/// J. Electroceram. 5 (2000) 93. Both exponents 1 and f_c = 1/3 give the symmetric Bruggeman rule; far above the threshold of an
/// insulator it gives ((f - f_c)/(1 - f_c))^t s_h, and below that of a perfect conductor (f_c/(f_c - f))^u s_l. In three dimensions t is
/// about 2 and u about 0.87. An interpolation, exact in no geometry: it lies between the two phases but may leave the
/// Hashin-Shtrikman bounds. Phases: good conductor, poor conductor.
/// </remarks>
public sealed class GeneralEffectiveMedium : SelfConsistentRule
{
    /// <summary>Takes the geometry.</summary>
    /// <param name="goodFraction">Volume fraction f of the good conductor, 0 to 1.</param>
    /// <param name="threshold">Percolation threshold f_c of the good conductor, above 0 and below 1.</param>
    /// <param name="goodExponent">t, positive; about 2.</param>
    /// <param name="poorExponent">u, positive; about 0.87.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public GeneralEffectiveMedium(double goodFraction, double threshold, double goodExponent = 2, double poorExponent = 0.87)
    {
        GoodFraction = Valid.Fraction(goodFraction, "The volume fraction of the good conductor");
        Threshold = Valid.ProperFraction(threshold, "The percolation threshold");
        GoodExponent = Valid.Positive(goodExponent, "The exponent t", "");
        PoorExponent = Valid.Positive(poorExponent, "The exponent u", "");
    }

    /// <summary>Volume fraction f of the good conductor.</summary>
    public double GoodFraction { get; }

    /// <summary>Percolation threshold f_c.</summary>
    public double Threshold { get; }

    /// <summary>Exponent t above the threshold.</summary>
    public double GoodExponent { get; }

    /// <summary>Exponent u below the threshold.</summary>
    public double PoorExponent { get; }

    /// <inheritdoc/>
    public override int PhaseCount => 2;

    /// <summary>Effective property with its derivatives to s_h, s_l, f_c, t and u.</summary>
    internal double EffectiveWithGeometry(double good, double poor, Span<double> gradient)
    {
        double[] phases = [good, poor];
        double s = Effective(phases, gradient[..2]);
        double slope = Residual(s, phases).Slope;
        double a = (1 - Threshold) / Threshold;
        double high = Math.Pow(good / s, 1 / GoodExponent);
        double low = Math.Pow(poor / s, 1 / PoorExponent);
        double highBelow = (high + a) * (high + a), lowBelow = (low + a) * (low + a);
        double toA = -(GoodFraction * (high - 1) / highBelow) - ((1 - GoodFraction) * (low - 1) / lowBelow);
        double toGoodExponent = -GoodFraction * (a + 1) / highBelow * high * Math.Log(good / s) / (GoodExponent * GoodExponent);
        double toPoorExponent = -(1 - GoodFraction) * (a + 1) / lowBelow * low * Math.Log(poor / s) / (PoorExponent * PoorExponent);
        gradient[2] = toA / (Threshold * Threshold * slope);
        gradient[3] = -toGoodExponent / slope;
        gradient[4] = -toPoorExponent / slope;
        return s;
    }

    /// <inheritdoc/>
    protected override (double Value, double Slope) Residual(double effective, double[] phases)
    {
        var good = Term(phases[0], effective, GoodExponent);
        var poor = Term(phases[1], effective, PoorExponent);
        return ((GoodFraction * good.Value) + ((1 - GoodFraction) * poor.Value),
            (GoodFraction * good.EffectiveSlope) + ((1 - GoodFraction) * poor.EffectiveSlope));
    }

    /// <inheritdoc/>
    protected override void PhaseSlopes(double effective, double[] phases, Span<double> slopes)
    {
        slopes[0] = GoodFraction * Term(phases[0], effective, GoodExponent).PhaseSlope;
        slopes[1] = (1 - GoodFraction) * Term(phases[1], effective, PoorExponent).PhaseSlope;
    }

    /// <summary>One term with its derivatives to the phase and to s, in the ratio r = (s/s_i)^(1/t) or its inverse, whichever is small.</summary>
    private (double Value, double PhaseSlope, double EffectiveSlope) Term(double phase, double effective, double exponent)
    {
        double a = (1 - Threshold) / Threshold;
        double r = Math.Exp(Math.Log(phase / effective) / exponent);
        double below = r + a;
        double common = (a + 1) * r / (below * below * exponent);

        // (r - 1)/(r + A), with dr/r = (dphase/phase - deffective/effective)/t.
        double value = double.IsInfinity(r) ? 1 : (r - 1) / below;
        double phaseSlope = phase == 0 ? (exponent > 1 ? double.PositiveInfinity : exponent < 1 ? 0 : (a + 1) / (a * a * effective)) : common / phase;
        return (value, phaseSlope, -common / effective);
    }
}
