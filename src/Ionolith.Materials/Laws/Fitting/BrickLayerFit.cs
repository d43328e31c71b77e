using Ionolith.Materials.Laws.Ceramics;
using Ionolith.Materials.Laws.EffectiveMedia;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>Grains and boundaries in series, each with its activation energy: 1/s = 1/s_g + d/(D s_gb), values at 25 degC.</summary>
/// <remarks>The data tell s_gb D/d, so that the grain size and the thickness of boundaries are held.</remarks>
internal sealed class BrickLayerFit : FittableLaw
{
    private const double Reference = 298.15;

    public override string Name => "brick-layer";

    public override string Title => "brick layer";

    public override string Noun => "the brick-layer law";

    public override FitVariable Variable => FitVariable.Temperature;

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        FittableParameter.Conductivity("grain.reference", "grain s_g"),
        FittableParameter.Energy("grain.activation-energy", "activation energy E_g"),
        FittableParameter.Conductivity("boundary.reference", "boundary s_gb"),
        FittableParameter.Energy("boundary.activation-energy", "activation energy E_gb"),
        FittableParameter.Length("grain-size", "grain size D") with { HeldAt = 5e-6, IsHeld = true },
        FittableParameter.Length("boundary-thickness", "boundary thickness d") with { HeldAt = 1e-8, IsHeld = true },
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) => new MixtureFunction(
        new BrickLayer { GrainSize = values[4], BoundaryThickness = values[5] },
        new ArrheniusFunction(new ConstantFunction(values[0]), values[1], Reference),
        new ArrheniusFunction(new ConstantFunction(values[2]), values[3], Reference),
        new ConstantFunction(0));

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double inverse = ((1 / x) - (1 / Reference)) / PhysicalConstants.GasConstant;
        double grain = parameters[0] - (parameters[1] * inverse);
        double between = parameters[2] - (parameters[3] * inverse) + parameters[4] - parameters[5];

        // In logarithms, so that neither overflows: s = g b/(g + b).
        double large = Math.Max(-grain, -between);
        double resistance = large + Math.Log(Math.Exp(-grain - large) + Math.Exp(-between - large));
        double shareOfGrain = Math.Exp(-grain - resistance);
        gradient[0] = shareOfGrain;
        gradient[1] = -shareOfGrain * inverse;
        gradient[2] = 1 - shareOfGrain;
        gradient[3] = -(1 - shareOfGrain) * inverse;
        gradient[4] = 1 - shareOfGrain;
        gradient[5] = -(1 - shareOfGrain);
        return -resistance;
    }

    /// <summary>The hot third is taken for the grains, the cold third for the boundaries, which have the higher activation energy.</summary>
    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        var points = x.Zip(logarithms).OrderBy(p => p.First).ToArray();
        int third = Math.Max(2, points.Length / 3);
        var (cold, coldSlope) = Line(points[..third]);
        var (hot, hotSlope) = Line(points[^third..]);
        double size = Math.Log(held[4]), thickness = Math.Log(held[5]);
        return [hot, hotSlope, cold - size + thickness, Math.Max(coldSlope, hotSlope + 3000), size, thickness];

        static (double Level, double Energy) Line((double T, double Log)[] some)
        {
            double[] inverse = [.. some.Select(p => (1 / p.T) - (1 / Reference))];
            if (inverse.Max() - inverse.Min() == 0)
            {
                return (some[0].Log, 0);
            }

            var (level, slope, _) = FitTable.Line(inverse, [.. some.Select(p => p.Log)]);
            return (level, -slope * PhysicalConstants.GasConstant);
        }
    }
}
