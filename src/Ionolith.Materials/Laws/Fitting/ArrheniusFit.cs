using Ionolith.Materials.Quantities;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>sigma = sigma_ref exp[-E/R (1/T - 1/T_ref)].</summary>
internal sealed class ArrheniusFit : FittableLaw
{
    public override string Name => "arrhenius";

    public override string Title => "Arrhenius";

    public override string Noun => "an Arrhenius law";

    public override FitVariable Variable => FitVariable.Temperature;

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        FittableParameter.Conductivity("reference", "conductivity sigma_ref"),
        FittableParameter.Energy("activation-energy", "activation energy E"),
        new("reference-temperature", "reference temperature T_ref", QuantityKinds.Temperature) { Unit = "K", Lower = 1, HeldAt = 298.15, IsHeld = true },
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) =>
        new ArrheniusFunction(new ConstantFunction(values[0]), values[1], values[2]);

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double inverse = ((1 / x) - (1 / parameters[2])) / PhysicalConstants.GasConstant;
        gradient[0] = 1;
        gradient[1] = -inverse;
        gradient[2] = -parameters[1] / (PhysicalConstants.GasConstant * parameters[2] * parameters[2]);
        return parameters[0] - (parameters[1] * inverse);
    }

    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        double[] inverse = Array.ConvertAll(x, t => (1 / t) - (1 / held[2]));
        var (level, slope, _) = FitTable.Line(inverse, logarithms);
        return [level, -slope * PhysicalConstants.GasConstant, held[2]];
    }
}
