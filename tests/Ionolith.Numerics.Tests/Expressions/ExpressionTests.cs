using FsCheck;
using FsCheck.Fluent;
using Ionolith.Numerics.Expressions;
using Xunit;

namespace Ionolith.Numerics.Tests.Expressions;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("1 + 2*3", 7)]
    [InlineData("(1 + 2)*3", 9)]
    [InlineData("-2^2", -4)]
    [InlineData("-2**2", -4)]
    [InlineData("2^3^2", 512)]
    [InlineData("2**-1", 0.5)]
    [InlineData("2 - 3 - 4", -5)]
    [InlineData("24/4/2", 3)]
    [InlineData("--3", 3)]
    [InlineData("1.5e-3 * 2E3", 3)]
    [InlineData(".5 + 2.", 2.5)]
    [InlineData("min(3, max(1, 2))", 2)]
    [InlineData("pow(2, 10)", 1024)]
    [InlineData("np.exp(0) + math.sqrt(16)", 5)]
    [InlineData("ln(exp(2)) + log10(1000) + abs(-4)", 9)]
    public void Arithmetic_follows_the_usual_precedence(string text, double expected) =>
        Assert.Equal(expected, Expression.Parse(text, []).Evaluate(), 14);

    [Fact]
    public void A_fit_from_the_literature_has_its_hand_computed_value()
    {
        var fit = Expression.Parse("3.4077 - 0.020269*x + 0.5*exp(-150*x) - 0.9*exp(-30*(1-x))", ["x"]);

        Assert.Equal(3.4077 - 0.0101345 + (0.5 * Math.Exp(-75)) - (0.9 * Math.Exp(-15)), fit.Evaluate(0.5), 14);
    }

    [Theory]
    [InlineData("x^3 - 2*x*T + T/x", 1.3, 0.7)]
    [InlineData("exp(-x)*sin(T) + cos(x*T)", 0.4, 1.1)]
    [InlineData("log(x) + log10(T) + sqrt(x*T)", 1.7, 2.2)]
    [InlineData("tanh(2*x - T) + sinh(x) - cosh(T) + tan(x)", 0.3, 0.9)]
    [InlineData("tanh(30*(x - T))", 0.9, 0.1)]
    [InlineData("asin(x) + acos(T) + atan(x*T)", 0.3, 0.2)]
    [InlineData("x^T + 2^x + T^0.7", 1.4, 2.3)]
    [InlineData("abs(x - T) + min(x, T) * max(x, T*2)", 0.4, 0.6)]
    public void Slopes_are_those_of_central_differences(string text, double x, double t)
    {
        var expression = Expression.Parse(text, ["x", "T"]);
        const double h = 1e-5;

        var at = expression.EvaluateWithSlopes(x, t);

        Assert.Equal(expression.Evaluate(x, t), at.Value);
        Assert.Equal((expression.Evaluate(x + h, t) - expression.Evaluate(x - h, t)) / (2 * h), at.First, 1e-8 + (1e-7 * Math.Abs(at.First)));
        Assert.Equal((expression.Evaluate(x, t + h) - expression.Evaluate(x, t - h)) / (2 * h), at.Second, 1e-8 + (1e-7 * Math.Abs(at.Second)));
    }

    [Fact]
    public void Derivative_of_a_product_of_powers_is_exact_for_any_argument() =>
        Prop.ForAll<NormalFloat>(f =>
        {
            double x = Math.IEEERemainder(f.Get, 3);
            var at = Expression.Parse("x^4 - 3*x^2 + x", ["x"]).EvaluateWithSlopes(x);
            double exact = (4 * x * x * x) - (6 * x) + 1;
            return Math.Abs(at.First - exact) <= 1e-12 * (1 + Math.Abs(exact));
        }).Check(Config.QuickThrowOnFailure.WithReplay(20231, 7));

    [Fact]
    public void Slope_of_a_saturated_tanh_keeps_its_relative_accuracy()
    {
        // 1/cosh(20)^2 = 4 exp(-40) to within exp(-40); 1 - tanh^2 would give zero.
        Assert.Equal(4 * Math.Exp(-40), Expression.Parse("tanh(x)", ["x"]).EvaluateWithSlopes(20).First, 1e-30);
    }

    [Fact]
    public void A_root_at_zero_does_not_spoil_the_slope_to_the_other_variable() =>
        Assert.Equal(1, Expression.Parse("sqrt(x) + T", ["x", "T"]).EvaluateWithSlopes(0, 300).Second);

    [Fact]
    public void It_knows_which_variables_it_contains()
    {
        var expression = Expression.Parse("2*T", ["x", "T"]);

        Assert.False(expression.DependsOn(0));
        Assert.True(expression.DependsOn(1));
    }

    [Fact]
    public void Named_constants_can_be_given()
    {
        var constants = new Dictionary<string, double>(StringComparer.Ordinal) { ["R"] = 8.5 };

        Assert.Equal(17, Expression.Parse("R*T", ["T"], constants).Evaluate(2));
    }

    [Theory]
    [InlineData("", 0, "The expression is empty; expected a number, a name or '('")]
    [InlineData("1 +", 3, "The expression ends but a number, a name or '(' was expected")]
    [InlineData("2 * (x + 1", 10, "Expected ')' but the expression ends")]
    [InlineData("2 x", 2, "Found 'x' but expected an operator or the end")]
    [InlineData("x + tahn(x)", 4, "\"tahn\" is no known function; did you mean \"tanh\"?")]
    [InlineData("exp(sto)", 4, "\"sto\" is no known variable; known are x, T, pi")]
    [InlineData("x + Pi", 4, "\"Pi\" is no known variable; did you mean \"pi\"?")]
    [InlineData("3*exp", 2, "The function exp needs its argument in parentheses, as in exp(x)")]
    [InlineData("max(x)", 0, "max takes 2 arguments but got 1")]
    [InlineData("1e+", 1, "The exponent of the number has no digits")]
    [InlineData("1e999", 0, "The number is too large")]
    [InlineData("x $ 2", 2, "Found '$' but expected an operator or the end")]
    [InlineData("* 2", 0, "Found '*' but a number, a name or '(' was expected")]
    public void Mistakes_are_told_with_position_and_expectation(string text, int position, string reason)
    {
        var error = Assert.Throws<ExpressionException>(() => Expression.Parse(text, ["x", "T"]));

        Assert.Equal(position, error.Position);
        Assert.Equal(reason, error.Reason);
        Assert.Contains($"at character {position + 1} of", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_nesting_is_refused_before_it_exhausts_the_stack() =>
        Assert.Contains("nested", Assert.Throws<ExpressionException>(
            () => Expression.Parse(new string('(', 5000), [])).Message, StringComparison.Ordinal);

    [Fact]
    public void Wrong_number_of_values_is_the_callers_mistake() =>
        Assert.Contains("2 variables (x, T)", Assert.Throws<ArgumentException>(
            () => Expression.Parse("x", ["x", "T"]).Evaluate(1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Evaluation_does_not_allocate()
    {
        var expression = Expression.Parse("exp(-x)*tanh(T) + x^2.5", ["x", "T"]);
        expression.EvaluateWithSlopes(0.1, 0.2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            expression.EvaluateWithSlopes(0.1, 0.2);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
