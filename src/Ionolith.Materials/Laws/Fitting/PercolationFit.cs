using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Numerics.Fitting;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>A conductor in an insulator above its threshold, <see cref="PercolationPower"/>.</summary>
internal sealed class PercolationFit : FittableLaw
{
    public override string Name => "percolation";

    public override string Title => "percolation";

    public override string Noun => "the percolation law";

    public override FitVariable Variable => FitVariable.Fraction;

    public override string FractionOf => "conductor";

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        FittableParameter.Conductivity("conductor", "conductor s_c"),
        FittableParameter.Number("threshold", "threshold f_c", 0, 1),
        FittableParameter.Number("exponent", "exponent t", 0.01, 50),
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) =>
        new MixtureFunction(new PercolationPower(fraction, values[1], values[2]), new ConstantFunction(values[0]));

    internal override (double[] Lower, double[] Upper) Bounds(double[] x)
    {
        var (lower, upper) = base.Bounds(x);
        upper[1] = Highest(x);
        return (lower, upper);
    }

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double logarithm = Math.Log((x - parameters[1]) / (1 - parameters[1]));
        gradient[0] = 1;
        gradient[1] = parameters[2] * ((1 / (1 - parameters[1])) - (1 / (x - parameters[1])));
        gradient[2] = logarithm;
        return parameters[0] + (parameters[2] * logarithm);
    }

    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        double highest = Highest(x);
        if (!(highest > 0))
        {
            throw new FitException("A conductor that percolates has a volume fraction above 0, but the data have a point at 0; leave out the points below the threshold.");
        }

        double[] Shape(double threshold) => Array.ConvertAll(x, f => Math.Log((f - threshold) / (1 - threshold)));
        double start = held[1], level, slope;
        if (double.IsNaN(start))
        {
            (start, level, slope) = FitTable.BestLine(logarithms, 0, highest, Shape);
        }
        else if (start >= x.Min())
        {
            throw new FitException($"The threshold is held at {start}, but a conductor that percolates has data above it only and there is a point at {x.Min()}.");
        }
        else
        {
            (level, slope, _) = FitTable.Line(Shape(start), logarithms);
        }

        return [level, start, Math.Clamp(slope, 0.1, 20)];
    }

    private static double Highest(double[] fractions) => fractions.Min() * (1 - 1e-6);
}
