using Ionolith.Materials.Laws.EffectiveMedia;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>Two conductors mixed by a rule that needs nothing but the fraction of the first.</summary>
internal abstract class TwoPhaseFit : FittableLaw
{
    public sealed override FitVariable Variable => FitVariable.Fraction;

    public override string FractionOf => "first phase";

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        FittableParameter.Conductivity("first", "first phase s_1"),
        FittableParameter.Conductivity("second", "second phase s_2"),
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) =>
        new MixtureFunction(Rule(fraction), new ConstantFunction(values[0]), new ConstantFunction(values[1])) { PhaseNames = ["first", "second"] };

    protected abstract IMixingRule Rule(double fraction);

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double first = Math.Exp(parameters[0]), second = Math.Exp(parameters[1]);
        double s = Rule(x).Effective([first, second], gradient[..2]);
        gradient[0] *= first / s;
        gradient[1] *= second / s;
        return Math.Log(s);
    }

    /// <summary>From the ends of a straight line through the logarithms.</summary>
    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        var (level, slope, _) = FitTable.Line(x, logarithms);
        return [level + slope, level];
    }
}

/// <summary>Grains on the same footing, <see cref="SymmetricBruggeman"/>.</summary>
internal sealed class BruggemanFit : TwoPhaseFit
{
    public override string Name => "bruggeman";

    public override string Title => "symmetric Bruggeman";

    public override string Noun => "the symmetric Bruggeman rule";

    protected override IMixingRule Rule(double fraction) => new SymmetricBruggeman(fraction, 1 - fraction);
}

/// <summary>Two phases that both run through, <see cref="CoContinuous"/>.</summary>
internal sealed class CoContinuousFit : TwoPhaseFit
{
    public override string Name => "co-continuous";

    public override string Title => "co-continuous";

    public override string Noun => "the co-continuous law";

    protected override IMixingRule Rule(double fraction) => new CoContinuous(fraction);
}

/// <summary>Layers across the current, <see cref="SeriesLayers"/>.</summary>
internal sealed class SeriesLayersFit : TwoPhaseFit
{
    public override string Name => "series-layers";

    public override string Title => "series layers";

    public override string Noun => "the law of layers in series";

    public override string FractionOf => "first layer in the thickness";

    protected override IMixingRule Rule(double fraction) => new SeriesLayers(fraction, 1 - fraction);
}
