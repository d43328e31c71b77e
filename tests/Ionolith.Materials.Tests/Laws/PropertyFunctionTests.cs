using Ionolith.Materials.Laws;
using Ionolith.Numerics.Expressions;
using Xunit;

namespace Ionolith.Materials.Tests.Laws;

public sealed class PropertyFunctionTests
{
    private const double T = 310;

    public static TheoryData<string> Functions => new(All.Keys);

    private static Dictionary<string, IPropertyFunction> All { get; } = new(StringComparer.Ordinal)
    {
        ["constant"] = new ConstantFunction(2),
        ["expression"] = new ExpressionFunction("3 - x^2 + R*T/F*log(x)", "x", 1e-3),
        ["table"] = new TableFunction([0, 0.25, 0.5, 1], [4, 3.7, 3.6, 2]),
        ["table of temperature"] = new TemperatureTableFunction([290, 305, 320, 350], [1e-4, 3e-4, 2e-3, 5e-3]),
        ["signed table of temperature"] = new TemperatureTableFunction([290, 305, 320, 350], [-1, 0, 2, 3]),
        ["bounded"] = new BoundedFunction(new ExpressionFunction("x^3", "x"), 0.1, 0.9, OutsideDomain.Hold),
        ["arrhenius"] = new ArrheniusFunction(new ExpressionFunction("1 + x + T/1000", "x"), 40_000, 298.15),
        ["vtf"] = new VtfFunction(330, 704, 209.15),
        ["relative vtf"] = VtfFunction.RelativeTo(new ExpressionFunction("1 + x", "x"), 333.15, 704, 209.15),
        ["scaled"] = new ScaledFunction(new ExpressionFunction("x*T", "x"), 3),
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Slopes_are_those_of_central_differences(string name)
    {
        var f = All[name];
        const double x = 0.4;
        const double h = 1e-5;
        var at = f.Evaluate(x, T);

        Assert.Equal((f.Evaluate(x + h, T).Value - f.Evaluate(x - h, T).Value) / (2 * h), at.Slope, 1e-7);
        Assert.Equal((f.Evaluate(x, T + 1e-3).Value - f.Evaluate(x, T - 1e-3).Value) / 2e-3, at.TemperatureSlope, 1e-7);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_that_says_it_does_not_depend_on_a_variable_does_not(string name)
    {
        var f = All[name];

        Assert.Equal(f.DependsOnComposition, f.Evaluate(0.4, T).Slope != 0);
        Assert.Equal(f.DependsOnTemperature, f.Evaluate(0.4, T).TemperatureSlope != 0);
    }

    [Fact]
    public void A_formula_knows_the_gas_and_Faraday_constants_and_its_unit() =>
        Assert.Equal(8.31446261815324 * 300 / 96485.33212331 * 1e-3, new ExpressionFunction("R*T/F", "x", 1e-3).Evaluate(0, 300).Value, 1e-17);

    [Fact]
    public void A_formula_where_it_is_not_defined_is_not_a_number() =>
        Assert.True(double.IsNaN(new ExpressionFunction("1/x", "x").Evaluate(0, T).Value));

    [Fact]
    public void A_formula_in_another_variable_is_refused() =>
        Assert.Contains("known are x, T", Assert.Throws<ExpressionException>(() => new ExpressionFunction("conc", "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_table_ends_where_its_points_end()
    {
        var table = new TableFunction([0.1, 0.9], [4, 3]);

        Assert.Equal((0.1, 0.9), table.Domain);
        Assert.True(double.IsNaN(table.Evaluate(0.05, T).Value));
        Assert.Equal(3.5, table.Evaluate(0.5, T).Value, 14);
    }

    [Fact]
    public void A_table_of_an_Arrhenius_property_is_exact_between_its_points()
    {
        static double Sigma(double t) => 3 * Math.Exp(-5000 / t);
        var table = new TemperatureTableFunction([280, 300, 360], [Sigma(280), Sigma(300), Sigma(360)]);

        Assert.Equal(Sigma(333), table.Evaluate(0, 333).Value, 1e-12 * Sigma(333));
        Assert.True(double.IsNaN(table.Evaluate(0, 279).Value));
    }

    [Fact]
    public void A_bound_holds_or_ends_the_function_as_its_author_chose()
    {
        var fit = new ExpressionFunction("-5.0892e-5 + 8.38645e-7*c - 5.19748e-10*c^2 + 8.08327e-14*c^3", "c", 100);
        var held = new BoundedFunction(fit, 64, 2780, OutsideDomain.Hold);
        var ended = new BoundedFunction(fit, 64, 2780, OutsideDomain.Undefined);

        // The cubic is negative below 64 and between 2780 and 3580 mol/m3.
        Assert.True(fit.Evaluate(3000, T).Value < 0);
        Assert.Equal(fit.Evaluate(2780, T).Value, held.Evaluate(3000, T).Value);
        Assert.Equal(0, held.Evaluate(3000, T).Slope);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), held.Domain);
        Assert.True(double.IsNaN(ended.Evaluate(3000, T).Value));
        Assert.Equal((64, 2780), ended.Domain);
        Assert.Equal(fit.Evaluate(1000, T), held.Evaluate(1000, T));
    }

    [Fact]
    public void Arrhenius_gives_the_reference_at_its_temperature_and_the_textbook_ratio_elsewhere()
    {
        var law = new ArrheniusFunction(new ConstantFunction(1.3), 40_000, 298.15);

        Assert.Equal(1.3, law.Evaluate(0, 298.15).Value, 14);
        Assert.Equal(1.3 * Math.Exp(40_000 / 8.31446261815324 * ((1 / 298.15) - (1 / 333.15))), law.Evaluate(0, 333.15).Value, 12);
    }

    [Fact]
    public void Zero_activation_energy_is_no_temperature_dependence() =>
        Assert.False(new ArrheniusFunction(new ConstantFunction(1), 0, 300).DependsOnTemperature);

    [Theory]
    [InlineData(333.15, 6.1876e-2)]
    [InlineData(363.15, 1.79112e-1)]
    public void Vtf_gives_the_conductivity_of_PEO_LiTFSI(double temperature, double expected)
    {
        // EO:Li = 16, A = 3.3 S/cm K^1/2, B = 704 K, T0 = 209.15 K; collection of Schauser et al., Chem. Mater. 33 (2021) 4863.
        Assert.Equal(expected, new VtfFunction(330, 704, 209.15).Evaluate(0, temperature).Value, 1e-5 * expected);
    }

    [Fact]
    public void Vtf_with_T0_of_zero_is_Arrhenius_over_the_root_of_T()
    {
        var vtf = new VtfFunction(1, 5000, 0);

        Assert.Equal(Math.Exp(-5000 / T) / Math.Sqrt(T), vtf.Evaluate(0, T).Value, 1e-15);
    }

    [Fact]
    public void Relative_and_absolute_Vtf_agree()
    {
        var absolute = new VtfFunction(330, 704, 209.15);
        var relative = VtfFunction.RelativeTo(new ConstantFunction(absolute.Evaluate(0, 333.15).Value), 333.15, 704, 209.15);

        Assert.Equal(absolute.Evaluate(0, 350).Value, relative.Evaluate(0, 350).Value, 1e-14);
    }

    [Fact]
    public void Vtf_does_not_exist_at_or_below_its_vanishing_temperature() =>
        Assert.True(double.IsNaN(new VtfFunction(330, 704, 209.15).Evaluate(0, 209.15).Value));

    [Fact]
    public void Impossible_parameters_are_refused_with_name_and_value()
    {
        Assert.Contains("B of the VTF law in K must be positive", Assert.Throws<ArgumentOutOfRangeException>(
            () => new VtfFunction(1, -1, 200)).Message, StringComparison.Ordinal);
        Assert.Contains("must lie above T0 = 209.15 K", Assert.Throws<ArgumentOutOfRangeException>(
            () => VtfFunction.RelativeTo(new ConstantFunction(1), 200, 700, 209.15)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArrheniusFunction(new ConstantFunction(1), 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ArrheniusFunction(new ConstantFunction(1), double.NaN, 300));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoundedFunction(new ConstantFunction(1), 2, 2, OutsideDomain.Hold));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExpressionFunction("x", "x", 0));
        Assert.Contains("must be positive but the table starts at -1", Assert.Throws<ArgumentException>(
            () => new TemperatureTableFunction([-1, 300], [1, 2])).Message, StringComparison.Ordinal);
    }
}
