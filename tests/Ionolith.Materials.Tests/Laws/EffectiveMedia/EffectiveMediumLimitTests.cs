using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.EffectiveMedia;

/// <summary>Limits in which each rule is known in closed form.</summary>
public sealed class EffectiveMediumLimitTests
{
    [Theory]
    [InlineData(0.02, 0.0297)]
    [InlineData(0.05, 0.0732)]
    [InlineData(0.10, 0.1429)]
    public void Insulating_spheres_cost_what_Maxwell_says(double fraction, double loss)
    {
        // s/s_m = (1 - f)/(1 + f/2), so that 2, 5 and 10 % cost 3, 7 and 14 %.
        Assert.Equal(loss, 1 - new MaxwellEucken(fraction).Effective(1, 0), 1e-4);
    }

    [Fact]
    public void Maxwell_is_a_Hashin_Shtrikman_bound_whichever_phase_is_the_matrix()
    {
        Tolerance.Relative(HashinShtrikmanBounds.Lower([0.7, 0.3], [1, 50]), new MaxwellEucken(0.3).Effective(1, 50), 1e-12);
        Tolerance.Relative(HashinShtrikmanBounds.Upper([0.7, 0.3], [50, 1]), new MaxwellEucken(0.3).Effective(50, 1), 1e-12);
    }

    [Fact]
    public void Few_spheres_raise_or_lower_a_matrix_as_dipoles_in_every_rule_for_spheres()
    {
        // (s - s_m)/s_m -> 3 f (s_f - s_m)/(s_f + 2 s_m).
        const double f = 1e-6;
        double expected = 3 * f * (10.0 - 1) / (10 + 2);

        Tolerance.Relative(expected, new MaxwellEucken(f).Effective(1, 10) - 1, 1e-4);
        Tolerance.Relative(expected, new SymmetricBruggeman(1 - f, f).Effective(1, 10) - 1, 1e-4);
        Tolerance.Relative(expected, new ShelledFiller(FillerShape.Sphere(1e-8, 0), f).Effective(1, 1, 10) - 1, 1e-4);
    }

    [Theory]
    [InlineData(0.30, 0)]
    [InlineData(0.50, 0.25)]
    [InlineData(1.00, 1)]
    public void A_conductor_among_insulating_grains_percolates_at_one_third(double fraction, double expected) =>
        Assert.Equal(expected, new SymmetricBruggeman(fraction, 1 - fraction).Effective(1, 0), 1e-14);

    [Fact]
    public void Bruggeman_does_not_know_the_order_of_the_phases() => Tolerance.Relative(
        new SymmetricBruggeman(0.2, 0.5, 0.3).Effective(5, 0.1, 2),
        new SymmetricBruggeman(0.3, 0.2, 0.5).Effective(2, 5, 0.1),
        1e-13);

    [Fact]
    public void Two_halves_of_Bruggeman_obey_its_quadratic_equation()
    {
        // Equal fractions: 4 s^2 - (s_1 + s_2) s - 2 s_1 s_2 = 0.
        double s = new SymmetricBruggeman(0.5, 0.5).Effective(3, 0.2);

        Tolerance.Scaled(0, (4 * s * s) - (3.2 * s) - 1.2, 1.2, 1e-13);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    [InlineData(0.8)]
    public void The_general_medium_with_exponents_of_one_and_a_threshold_of_a_third_is_Bruggeman(double fraction) => Tolerance.Relative(
        new SymmetricBruggeman(fraction, 1 - fraction).Effective(20, 0.3),
        new GeneralEffectiveMedium(fraction, 1.0 / 3, 1, 1).Effective(20, 0.3),
        1e-12);

    [Fact]
    public void The_general_medium_in_an_insulator_is_the_percolation_power()
    {
        Tolerance.Relative(new PercolationPower(0.3, 0.16, 1.9).Effective(7), new GeneralEffectiveMedium(0.3, 0.16, 1.9).Effective(7, 0), 1e-11);
        Assert.Equal(0, new GeneralEffectiveMedium(0.15, 0.16, 1.9).Effective(7, 0));
    }

    [Fact]
    public void The_general_medium_below_the_threshold_of_a_perfect_conductor_diverges_with_u() => Tolerance.Relative(
        Math.Pow(0.16 / (0.16 - 0.1), 0.87) * 0.5, new GeneralEffectiveMedium(0.1, 0.16, 2, 0.87).Effective(1e30, 0.5), 1e-6);

    [Theory]
    [InlineData(0, 0.3)]
    [InlineData(1, 20)]
    public void The_general_medium_ends_at_its_phases(double fraction, double expected) =>
        Tolerance.Relative(expected, new GeneralEffectiveMedium(fraction, 0.2).Effective(20, 0.3), 1e-12);

    [Fact]
    public void Percolation_begins_at_its_threshold_and_ends_at_the_conductor()
    {
        Assert.Equal(0, new PercolationPower(0.16, 0.16).Effective(5));
        Assert.Equal(5, new PercolationPower(1, 0.16).Effective(5), 14);
        Tolerance.Relative(4, new PercolationPower(0.24, 0.16).Effective(1) / new PercolationPower(0.20, 0.16).Effective(1), 1e-12);
    }

    [Fact]
    public void Long_tubes_percolate_at_seven_tenths_of_their_diameter_over_length() =>
        Tolerance.Relative(0.7 / 2000, PercolationPower.TubeThreshold(2000e-9, 1e-9), 0.005);

    [Fact]
    public void A_host_with_the_exponent_of_Bruggeman_has_porosity_to_three_halves()
    {
        Tolerance.Relative(Math.Pow(0.4, 1.5), PorousHost.Archie(0.4).Effective(1), 1e-14);
        Assert.Equal(0.4 / 2.5 * 3, new PorousHost(0.4, 2.5).Effective(3), 14);
    }

    [Fact]
    public void Phases_that_run_through_each_other_may_be_exchanged() =>
        Tolerance.Relative(new CoContinuous(0.2).Effective(3, 0.05), new CoContinuous(0.8).Effective(0.05, 3), 1e-13);

    [Theory]
    [InlineData(0, 0.05)]
    [InlineData(1, 3)]
    public void A_co_continuous_mixture_ends_at_its_phases(double fraction, double expected) =>
        Tolerance.Relative(expected, new CoContinuous(fraction).Effective(3, 0.05), 1e-13);

    [Fact]
    public void Either_co_continuous_phase_conducts_through_where_the_other_insulates()
    {
        // Bars half as wide as the cell fill half of it; a quarter of the cross-section is bar.
        Assert.Equal(0.25, new CoContinuous(0.5).Effective(1, 0), 1e-14);
        Assert.Equal(0.25, new CoContinuous(0.5).Effective(0, 1), 1e-14);
    }

    [Fact]
    public void Channels_along_the_current_are_in_parallel_and_across_it_in_series()
    {
        Assert.Equal(2.5, new OrientedChannels(1, 0.5, 0.5).Effective(4, 1), 14);
        Assert.Equal(1.6, new OrientedChannels(0, 0.5, 0.5).Effective(4, 1), 14);
    }
}
