using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>Spheres in a matrix, <see cref="MaxwellEucken"/>. The filler may insulate, so that it is sought as it is, zero or more.</summary>
internal sealed class MaxwellFit : FittableLaw
{
    public override string Name => "maxwell";

    public override string Title => "Maxwell";

    public override string Noun => "the Maxwell rule";

    public override FitVariable Variable => FitVariable.Fraction;

    public override string FractionOf => "spheres";

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        FittableParameter.Conductivity("matrix", "matrix s_m"),
        new("filler", "filler s_f", QuantityKinds.Conductivity) { Unit = "S/m", Lower = 0 },
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) =>
        new MixtureFunction(new MaxwellEucken(fraction), new ConstantFunction(values[0]), new ConstantFunction(values[1]));

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double matrix = Math.Exp(parameters[0]);
        double s = new MaxwellEucken(x).Effective([matrix, parameters[1]], gradient);
        gradient[0] *= matrix / s;
        gradient[1] /= s;
        return Math.Log(s);
    }

    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        var (level, slope, _) = FitTable.Line(x, logarithms);

        // d ln s/df at f = 0 is 3 (b - 1)/(b + 2) with b = s_f/s_m; it lies between -3/2 and 3.
        double bounded = Math.Clamp(slope, -1.4, 2.9);
        return [level, (3 + (2 * bounded)) / (3 - bounded) * Math.Exp(level)];
    }
}
