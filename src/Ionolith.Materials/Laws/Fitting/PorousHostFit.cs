using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Numerics.Fitting;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>Filled pores in an insulating framework after Archie, sigma = s_e eps^m.</summary>
internal sealed class PorousHostFit : FittableLaw
{
    public override string Name => "porous-host";

    public override string Title => "porous host (Archie)";

    public override string Noun => "Archie's law";

    public override FitVariable Variable => FitVariable.Fraction;

    public override string FractionOf => "filled pores";

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        FittableParameter.Conductivity("electrolyte", "electrolyte s_e"),
        FittableParameter.Number("exponent", "exponent m", 1, 20),
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) =>
        new MixtureFunction(PorousHost.Archie(fraction, values[1]), new ConstantFunction(values[0]));

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        gradient[0] = 1;
        gradient[1] = Math.Log(x);
        return parameters[0] + (parameters[1] * gradient[1]);
    }

    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        if (x.Min() <= 0)
        {
            throw new FitException("A host that conducts has pores, but the data have a point at the fraction 0; leave it out.");
        }

        var (level, slope, _) = FitTable.Line([.. x.Select(v => Math.Log(v))], logarithms);
        return [level, slope];
    }
}
