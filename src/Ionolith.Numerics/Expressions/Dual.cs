namespace Ionolith.Numerics.Expressions;

/// <summary>The operations on values that carry their derivatives (forward mode).</summary>
internal static class Dual
{
    public static ExpressionValue Unary(Operation operation, ExpressionValue a)
    {
        double v = Scalar.Unary(operation, a.Value);
        return operation switch
        {
            Operation.Negate => new(v, -a.First, -a.Second),
            Operation.Exp => a.Chain(v, v),
            Operation.Log => a.Chain(v, 1 / a.Value),
            Operation.Log10 => a.Chain(v, 1 / (a.Value * Ln10)),
            Operation.Sqrt => a.Chain(v, 0.5 / v),
            Operation.Abs => a.Chain(v, a.Value < 0 ? -1 : 1),
            Operation.Sin => a.Chain(v, Math.Cos(a.Value)),
            Operation.Cos => a.Chain(v, -Math.Sin(a.Value)),
            Operation.Tan => a.Chain(v, 1 + (v * v)),
            Operation.Asin => a.Chain(v, 1 / Math.Sqrt(1 - (a.Value * a.Value))),
            Operation.Acos => a.Chain(v, -1 / Math.Sqrt(1 - (a.Value * a.Value))),
            Operation.Atan => a.Chain(v, 1 / (1 + (a.Value * a.Value))),
            Operation.Sinh => a.Chain(v, Math.Cosh(a.Value)),
            Operation.Cosh => a.Chain(v, Math.Sinh(a.Value)),
            Operation.Tanh => a.Chain(v, HyperbolicTangentSlope(a.Value, v)),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation of one argument."),
        };
    }

    public static ExpressionValue Binary(Operation operation, ExpressionValue a, ExpressionValue b) => operation switch
    {
        Operation.Add => new(a.Value + b.Value, a.First + b.First, a.Second + b.Second),
        Operation.Subtract => new(a.Value - b.Value, a.First - b.First, a.Second - b.Second),
        Operation.Multiply => new(
            a.Value * b.Value,
            (a.First * b.Value) + (a.Value * b.First),
            (a.Second * b.Value) + (a.Value * b.Second)),
        Operation.Divide => Divide(a, b),
        Operation.Power => Power(a, b),
        Operation.Min => b.Value < a.Value ? b : a,
        Operation.Max => b.Value > a.Value ? b : a,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation of two arguments."),
    };

    private const double Ln10 = 2.302585092994045684;

    private static ExpressionValue Divide(ExpressionValue a, ExpressionValue b)
    {
        double v = a.Value / b.Value;
        return new(v, (a.First - (v * b.First)) / b.Value, (a.Second - (v * b.Second)) / b.Value);
    }

    private static ExpressionValue Power(ExpressionValue a, ExpressionValue b)
    {
        double v = Scalar.Power(a.Value, b.Value);

        // The exponent's logarithm is NaN for a negative base; a constant exponent never needs it.
        var byBase = b.Value == 0 ? new(v, 0, 0) : a.Chain(v, b.Value * Scalar.Power(a.Value, b.Value - 1));
        if (b.First == 0 && b.Second == 0)
        {
            return byBase;
        }

        var byExponent = b.Chain(v, v * Math.Log(a.Value));
        return new(v, byBase.First + byExponent.First, byBase.Second + byExponent.Second);
    }

    /// <summary>1/cosh^2; from the value where it is accurate, from the exponential where the tangent has rounded to one.</summary>
    private static double HyperbolicTangentSlope(double x, double tanh)
    {
        if (Math.Abs(x) < 1)
        {
            return 1 - (tanh * tanh);
        }

        double e = Math.Exp(-2 * Math.Abs(x));
        return 4 * e / ((1 + e) * (1 + e));
    }
}
