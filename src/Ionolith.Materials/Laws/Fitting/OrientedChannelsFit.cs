using Ionolith.Materials.Laws.EffectiveMedia;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>Channels more or less along the current, <see cref="OrientedChannels"/>.</summary>
internal sealed class OrientedChannelsFit : FittableLaw
{
    public override string Name => "oriented-channels";

    public override string Title => "oriented channels";

    public override string Noun => "the law of oriented channels";

    public override FitVariable Variable => FitVariable.Fraction;

    public override string FractionOf => "channels";

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        FittableParameter.Conductivity("channel", "channel s_1"),
        FittableParameter.Conductivity("wall", "wall s_2"),
        FittableParameter.Number("orientation", "orientation P", 0, 1),
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) =>
        new MixtureFunction(new OrientedChannels(values[2], fraction, 1 - fraction), new ConstantFunction(values[0]), new ConstantFunction(values[1])) { PhaseNames = ["channel", "wall"] };

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double channel = Math.Exp(parameters[0]), wall = Math.Exp(parameters[1]);
        double[] fractions = [x, 1 - x], phases = [channel, wall];
        double s = new OrientedChannels(parameters[2], fractions).Effective(phases, gradient[..2]);
        gradient[0] *= channel / s;
        gradient[1] *= wall / s;
        gradient[2] = (WienerBounds.Upper(fractions, phases) - WienerBounds.Lower(fractions, phases)) / s;
        return Math.Log(s);
    }

    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        var (level, slope, _) = FitTable.Line(x, logarithms);
        return [level + slope, level, 0.5];
    }
}
