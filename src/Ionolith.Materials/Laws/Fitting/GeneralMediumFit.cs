using Ionolith.Materials.Laws.EffectiveMedia;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>A good and a poor conductor with a threshold, <see cref="GeneralEffectiveMedium"/>.</summary>
internal sealed class GeneralMediumFit : FittableLaw
{
    private static readonly double[] Thresholds = [0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75];

    public override string Name => "general-medium";

    public override string Title => "general effective medium";

    public override string Noun => "the general effective medium";

    public override FitVariable Variable => FitVariable.Fraction;

    public override string FractionOf => "good conductor";

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        FittableParameter.Conductivity("good", "good conductor s_h"),
        FittableParameter.Conductivity("poor", "poor conductor s_l"),
        FittableParameter.Number("threshold", "threshold f_c", 1e-4, 0.9999),
        FittableParameter.Number("good-exponent", "exponent t", 0.1, 20),
        FittableParameter.Number("poor-exponent", "exponent u", 0.05, 20),
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) => new MixtureFunction(
        new GeneralEffectiveMedium(fraction, values[2], values[3], values[4]), new ConstantFunction(values[0]), new ConstantFunction(values[1]));

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double good = Math.Exp(parameters[0]), poor = Math.Exp(parameters[1]);
        double s = new GeneralEffectiveMedium(x, parameters[2], parameters[3], parameters[4]).EffectiveWithGeometry(good, poor, gradient);
        gradient[0] *= good;
        gradient[1] *= poor;
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] /= s;
        }

        return Math.Log(s);
    }

    /// <summary>Starts from the threshold, of a few, that comes closest with exponents 2 and 1.</summary>
    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        double[] best = [];
        double least = double.PositiveInfinity;
        double[] gradient = new double[5];

        // A few dozen points tell the starts apart.
        int stride = Math.Max(1, x.Length / 40);
        int last = Array.IndexOf(x, x.Max()), first = Array.IndexOf(x, x.Min());
        foreach (double threshold in double.IsNaN(held[2]) ? Thresholds : [held[2]])
        {
            double above = Math.Max((x[last] - threshold) / (1 - threshold), 0.05);
            double below = Math.Max((threshold - x[first]) / threshold, 0.05);
            double t = double.IsNaN(held[3]) ? 2 : held[3], u = double.IsNaN(held[4]) ? 1 : held[4];
            double[] trial = [logarithms[last] - (t * Math.Log(above)), logarithms[first] + (u * Math.Log(below)), threshold, t, u];
            double sum = 0;
            for (int i = 0; i < x.Length; i += stride)
            {
                double r = logarithms[i] - Evaluate(x[i], trial, gradient);
                sum += r * r;
            }

            if (sum < least)
            {
                least = sum;
                best = trial;
            }
        }

        return best;
    }
}
