using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Interfaces;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.Interfaces;

public sealed class InterfaceLawTests
{
    private const double KT = 1.380649e-23 * 298.15;
    private const double Q = 1.602176634e-19;

    private static readonly ArrheniusFunction Sigma = new(new ConstantFunction(0.13), 33_000, 298.15);

    private static SpaceChargeResistance Layer(double step) => new(Sigma, 15, 20_000, step);

    [Fact]
    public void A_dipole_layer_stands_in_a_space_charge_as_a_smaller_step()
    {
        var layer = new FerroelectricDipoleLayer(0.01, 2e-9, 10, 0.5);
        var conductivity = new ConstantFunction(0.1);
        var coated = new SpaceChargeResistance(conductivity, 20, 1e4, 0.3, layer);

        // 0.5 x 0.01 C/m2 x 2 nm / (10 eps_0)
        Tolerance.Relative(0.3 - (0.5 * 0.01 * 2e-9 / (10 * 8.8541878128e-12)), coated.PotentialStep, 1e-14);
        Assert.Equal(new SpaceChargeResistance(conductivity, 20, 1e4, coated.PotentialStep).Evaluate(0, 300), coated.Evaluate(0, 300));
        Assert.True(coated.Evaluate(0, 300).Value < new SpaceChargeResistance(conductivity, 20, 1e4, coated.BareStep).Evaluate(0, 300).Value);
    }

    [Fact]
    public void The_Debye_length_at_the_concentrations_of_electrolytes_is_below_a_nanometre()
    {
        // sqrt(15 x 8.854e-12 x 4.116e-21 / (2 x 1.2044e28 x 2.567e-38)) m
        Tolerance.Relative(2.97e-11, Layer(0.1).DebyeLength(298.15), 0.005);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    public void A_step_that_does_not_deplete_adds_no_resistance(double step)
    {
        Assert.Equal(0, Layer(step).Evaluate(0, 300).Value);
        Assert.Equal(0, Layer(step).Width);
        Assert.False(Layer(step).DependsOnTemperature);
    }

    [Fact]
    public void A_small_step_adds_a_third_of_it_over_kT_times_the_width_over_the_conductivity()
    {
        var layer = Layer(1e-5);

        Tolerance.Relative(layer.Width / 0.13 * (1e-5 * Q / KT) / 3, layer.Evaluate(0, 298.15).Value, 1e-3);
    }

    [Fact]
    public void A_large_step_adds_the_exponential_of_it_over_twice_kT()
    {
        var layer = Layer(1.5);
        double v = 1.5 * Q / KT;

        // exp(v)/(2 v) (1 + 1/(2 v) + ...), Dawson's integral for large arguments.
        Tolerance.Relative(layer.Width / 0.13 * Math.Exp(v) / (2 * v) * (1 + (0.5 / v) + (0.75 / (v * v))), layer.Evaluate(0, 298.15).Value, 1e-4);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(0.01)]
    [InlineData(0.4)]
    public void The_slope_of_the_resistance_is_that_of_central_differences(double step)
    {
        var f = Layer(step);

        Tolerance.Relative((f.Evaluate(0, 300.001).Value - f.Evaluate(0, 299.999).Value) / 0.002, f.Evaluate(0, 300).TemperatureSlope, 1e-6);
    }

    [Fact]
    public void A_polarised_coating_lowers_the_step_by_P_d_over_eps_and_thereby_the_resistance()
    {
        var upward = new FerroelectricDipoleLayer(0.01, 5e-9, 20, 0.5);
        double shift = 0.5 * 0.01 * 5e-9 / (20 * 8.8541878128e-12);

        Tolerance.Relative(shift, upward.PotentialShift, 1e-12);
        Assert.True(upward.SpaceCharge(Sigma, 15, 20_000, 0.4).Evaluate(0, 300).Value < Layer(0.4).Evaluate(0, 300).Value / 50);
    }

    [Fact]
    public void A_coating_of_mixed_domains_does_nothing_and_one_of_the_wrong_direction_harms()
    {
        double bare = Layer(0.2).Evaluate(0, 300).Value;

        Assert.Equal(bare, new FerroelectricDipoleLayer(0.01, 5e-9, 20, 0).SpaceCharge(Sigma, 15, 20_000, 0.2).Evaluate(0, 300).Value);
        Assert.True(new FerroelectricDipoleLayer(0.01, 5e-9, 20, -0.3).SpaceCharge(Sigma, 15, 20_000, 0.2).Evaluate(0, 300).Value > bare);
    }

    [Fact]
    public void A_strong_enough_coating_removes_the_depletion() => Assert.Equal(
        0, new FerroelectricDipoleLayer(0.05, 5e-9, 20, 1).SpaceCharge(Sigma, 15, 20_000, 0.4).Evaluate(0, 300).Value);

    [Fact]
    public void A_surface_resists_as_its_jumps_are_rare()
    {
        var soft = new SurfaceHoppingResistance(15_000, 4e-10, 1e13, 33_000);
        var stiff = new SurfaceHoppingResistance(15_000, 4e-10, 2e12, 33_000);
        double expected = KT / (Q * Q * 15_000 * 6.02214076e23 * 4e-10 * 1e13) * Math.Exp(33_000 / (8.31446261815324 * 298.15));

        Tolerance.Relative(expected, soft.Evaluate(0, 298.15).Value, 1e-9);
        Tolerance.Relative(5, stiff.Evaluate(0, 298.15).Value / soft.Evaluate(0, 298.15).Value, 1e-12);
        Tolerance.Relative((soft.Evaluate(0, 300.001).Value - soft.Evaluate(0, 299.999).Value) / 0.002, soft.Evaluate(0, 300).TemperatureSlope, 1e-7);
    }

    [Theory]
    [InlineData(0.1, 4.2, true, false, false)]
    [InlineData(0, 4.2, false, true, false)]
    [InlineData(0.1, 5.2, false, false, true)]
    [InlineData(0, 5.2, false, true, true)]
    public void A_window_tells_which_end_an_electrode_oversteps(double lowest, double highest, bool stable, bool reduced, bool oxidised)
    {
        var check = new StabilityWindow(0.05, 4.5).Check(lowest, highest);

        Assert.Equal((stable, reduced, oxidised), (check.IsStable, check.IsReduced, check.IsOxidised));
        Tolerance.Scaled(4.5 - highest, check.OxidationMargin, 1, 1e-14);
    }

    [Fact]
    public void The_ends_of_a_window_belong_to_it() => Assert.True(new StabilityWindow(0, 5.6).Check(0, 5.6).IsStable);

    [Fact]
    public void Impossible_interfaces_are_refused_with_name_value_and_unit()
    {
        static string Message(Func<object> action) => Assert.Throws<ArgumentOutOfRangeException>(action).Message;

        Assert.Contains("must be above the reduction potential of 3 V, but is 2 V", Message(() => new StabilityWindow(3, 2)), StringComparison.Ordinal);
        Assert.Contains("must not be below the lowest of 3 V, but is 2 V", Message(() => new StabilityWindow(0, 5).Check(3, 2)), StringComparison.Ordinal);
        Assert.Contains("The alignment must lie between -1 and 1, but is 2", Message(() => new FerroelectricDipoleLayer(0.1, 1e-9, 10, 2)), StringComparison.Ordinal);
        Assert.Contains("The concentration of the mobile ion must be positive and finite, but is 0 mol/m3", Message(() => new SpaceChargeResistance(Sigma, 10, 0, 1)), StringComparison.Ordinal);
    }
}
