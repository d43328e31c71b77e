using System.Runtime.Intrinsics;
using Ionolith.Numerics.Scalars;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests.Scalars;

public sealed class ScalarTests
{
    public static TheoryData<string, double, double> Cases => new()
    {
        { "exp", -30, 30 },
        { "log", 1e-8, 1e4 },
        { "sqrt", 1e-8, 1e4 },
        { "asinh", -1e4, 1e4 },
        { "asinh", -1e-3, 1e-3 },
        { "tanh", -8, 8 },
        { "tanh", -1e-3, 1e-3 },
        { "erfc", -3, 6 },
        { "quotient", 0.1, 4 },
        { "product", -3, 3 },
        { "sum", -3, 3 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eight_lanes_agree_with_plain_numbers(string function, double lower, double upper)
    {
        for (int batch = 0; batch < 32; batch++)
        {
            double[] x = [.. Enumerable.Range(0, 8).Select(i => lower + ((upper - lower) * ((8 * batch) + i + 0.3) / 256))];
            Vector512<double> lanes = Apply(function, new Lanes(Vector512.Create(x))).Value;
            for (int i = 0; i < 8; i++)
            {
                double exact = Apply(function, new Real(x[i])).Value, scale = Math.Max(Math.Abs(exact), function is "tanh" or "asinh" ? 1 : 1e-300);
                Tolerance.Scaled(exact, lanes.GetElement(i), scale, 2e-15, $"{function}({x[i]})");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Slope_of_a_dual_agrees_with_finite_differences(string function, double lower, double upper)
    {
        for (int i = 0; i < 40; i++)
        {
            double x = lower + ((upper - lower) * (i + 0.4) / 40), h = 1e-3 * Math.Min(Math.Abs(x) + 1e-6, 1);
            Dual<Real> y = Apply(function, new Dual<Real>(new(x), new(1)));
            double slope = ((8 * (F(x + h) - F(x - h))) - (F(x + (2 * h)) - F(x - (2 * h)))) / (12 * h);
            Tolerance.Relative(F(x), y.Value.Value, 1e-15, $"{function}({x})");
            Tolerance.Scaled(slope, y.Slope.Value, Math.Abs(slope) + (1e-6 * Math.Abs(F(x) / h)), 1e-8, $"slope of {function} at {x}");
        }

        double F(double at) => Apply(function, new Real(at)).Value;
    }

    [Fact]
    public void Tanh_and_asinh_stay_finite_far_out()
    {
        Assert.Equal(1, Lanes.Tanh(Lanes.Constant(1e4)).Value.GetElement(0));
        Assert.Equal(-1, Lanes.Tanh(Lanes.Constant(-1e4)).Value.GetElement(0));
        Tolerance.Relative(Math.Asinh(1e150), Lanes.Asinh(Lanes.Constant(1e150)).Value.GetElement(3), 1e-15);
        Tolerance.Relative(Math.Asinh(-1e150), Lanes.Asinh(Lanes.Constant(-1e150)).Value.GetElement(3), 1e-15);
    }

    [Fact]
    public void Dual_of_a_constant_has_no_slope()
    {
        Dual<Real> three = Dual<Real>.Constant(3);
        Assert.Equal(0, three.Slope.Value);
        Assert.Equal(3, three.Value.Value);
    }

    private static T Apply<T>(string function, T x) where T : struct, INum<T> => function switch
    {
        "exp" => T.Exp(x),
        "log" => T.Log(x),
        "sqrt" => T.Sqrt(x),
        "asinh" => T.Asinh(x),
        "tanh" => T.Tanh(x),
        "erfc" => T.Erfc(x),
        "quotient" => (T.Constant(1) + x) / (x * x),
        "product" => 2.5 * x * (x - T.Constant(5)),
        "sum" => -x + (T.Constant(7) + x + x),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Unknown function."),
    };
}
