using Ionolith.Materials.Quantities;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>sigma = A T^-1/2 exp[-B/(T - T_0)]; T_0 from 0 to a kelvin below the lowest temperature.</summary>
internal sealed class VtfFit : FittableLaw
{
    public override string Name => "vtf";

    public override string Title => "VTF";

    public override string Noun => "a VTF law";

    public override FitVariable Variable => FitVariable.Temperature;

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        new("prefactor", "prefactor A", QuantityKinds.Conductivity) { Unit = "S/m K^1/2", Scale = FitScale.Logarithmic, Lower = 0 },
        new("b", "pseudo-activation B", QuantityKinds.Kelvins) { Unit = "K", Lower = 1e-3 },
        new("t0", "vanishing temperature T_0", QuantityKinds.Kelvins) { Unit = "K", Lower = 0 },
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) => new VtfFunction(values[0], values[1], values[2]);

    internal override (double[] Lower, double[] Upper) Bounds(double[] x)
    {
        var (lower, upper) = base.Bounds(x);
        upper[2] = Highest(x);
        return (lower, upper);
    }

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double above = x - parameters[2];
        gradient[0] = 1;
        gradient[1] = -1 / above;
        gradient[2] = -parameters[1] / (above * above);
        return above > 0 ? parameters[0] - (0.5 * Math.Log(x)) - (parameters[1] / above) : double.NaN;
    }

    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        double[] scaled = [.. logarithms.Zip(x, (y, t) => y + (0.5 * Math.Log(t)))];
        double[] Shape(double t0) => Array.ConvertAll(x, t => -1 / (t - t0));
        double start = held[2], level, slope;
        if (double.IsNaN(start))
        {
            (start, level, slope) = FitTable.BestLine(scaled, 0, Highest(x), Shape);
        }
        else
        {
            (level, slope, _) = FitTable.Line(Shape(start), scaled);
        }

        return [level, Math.Max(slope, 1), start];
    }

    private static double Highest(double[] temperatures) => Math.Max(temperatures.Min() - 1, 0.5 * temperatures.Min());
}
