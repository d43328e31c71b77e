using Ionolith.Materials;
using Ionolith.Materials.Laws;

namespace Ionolith.Cells.Tests.Fixtures;

/// <summary>A property from a formula and its exact slope, times an Arrhenius factor that is one at 298.15 K.</summary>
internal sealed record FormulaFunction(
    Func<double, double> Value, Func<double, double> Slope, double Lower = double.NegativeInfinity, double Upper = double.PositiveInfinity)
    : IPropertyFunction
{
    /// <summary>Activation energy, J/mol; zero: no dependence on temperature.</summary>
    public double ActivationEnergy { get; init; }

    public bool DependsOnComposition { get; init; } = true;

    public bool DependsOnTemperature => ActivationEnergy != 0;

    public (double Lower, double Upper) Domain => (Lower, Upper);

    public PropertyValue Evaluate(double composition, double temperature)
    {
        if (!(composition >= Lower && composition <= Upper))
        {
            return new(double.NaN, double.NaN, double.NaN);
        }

        double e = ActivationEnergy / PhysicalConstants.GasConstant, factor = Math.Exp(e * ((1 / 298.15) - (1 / temperature)));
        double value = factor * Value(composition);
        return new(value, factor * Slope(composition), value * e / (temperature * temperature));
    }

    /// <summary>c0 + c1 x + c2 x^2 + ...</summary>
    public static FormulaFunction Polynomial(params double[] coefficients)
    {
        // Loops, not sequences: the solver may call this in each step, and the steps must not allocate.
        return new(Sum, Slope);

        double Sum(double x)
        {
            double sum = 0;
            for (int k = coefficients.Length - 1; k >= 0; k--)
            {
                sum = (sum * x) + coefficients[k];
            }

            return sum;
        }

        double Slope(double x)
        {
            double sum = 0;
            for (int k = coefficients.Length - 1; k >= 1; k--)
            {
                sum = (sum * x) + (k * coefficients[k]);
            }

            return sum;
        }
    }

    /// <summary>factor exp(rate x).</summary>
    public static FormulaFunction Exponential(double factor, double rate) =>
        new(x => factor * Math.Exp(rate * x), x => factor * rate * Math.Exp(rate * x));

    /// <summary>constant + sum of a tanh(b + c x).</summary>
    public static FormulaFunction TanhSum(double constant, params (double A, double B, double C)[] terms) => new(
        x => constant + terms.Sum(t => t.A * Math.Tanh(t.B + (t.C * x))),
        x => terms.Sum(t =>
        {
            double tanh = Math.Tanh(t.B + (t.C * x));
            return t.A * t.C * (1 - (tanh * tanh));
        }));

    /// <summary>The sum of two properties.</summary>
    public static FormulaFunction operator +(FormulaFunction a, FormulaFunction b) => new(
        x => a.Value(x) + b.Value(x), x => a.Slope(x) + b.Slope(x), Math.Max(a.Lower, b.Lower), Math.Min(a.Upper, b.Upper));

    /// <summary>A constant that claims to depend on composition, so that the general code is used for it.</summary>
    public static FormulaFunction VariableConstant(double value) => new(_ => value, _ => 0);

    /// <summary>A constant with an activation energy.</summary>
    public static FormulaFunction Arrhenius(double value, double activationEnergy) =>
        new(_ => value, _ => 0) { ActivationEnergy = activationEnergy, DependsOnComposition = false };
}
