using Ionolith.Materials.Laws.Hosts;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.Hosts;

public sealed class LatticeGasPotentialTests
{
    private const double Electronvolt = 96485.33212331;
    private static readonly LatticeGasPotential Host = new(1.6 * Electronvolt, 0.25);

    [Theory]
    [InlineData(250)]
    [InlineData(298.15)]
    [InlineData(400)]
    public void A_half_filled_host_has_the_potential_of_its_binding_energy(double temperature) =>
        Tolerance.Relative(1.6, Host.Evaluate(0.5, temperature).Value, 1e-12);

    [Fact]
    public void Empty_and_full_sites_are_the_same_by_exchange()
    {
        double above = Host.Evaluate(0.2, 300).Value - 1.6, below = 1.6 - Host.Evaluate(0.8, 300).Value;

        Tolerance.Relative(above, below, 1e-12);
    }

    [Fact]
    public void Without_interaction_the_filling_obeys_Fermi_statistics_of_the_potential()
    {
        // x = 1/(1 + exp((U - E_b/F) F/(R T))).
        double u = new LatticeGasPotential(1.6 * Electronvolt).Evaluate(0.03, 298.15).Value;

        Tolerance.Relative(0.03, 1 / (1 + Math.Exp((u - 1.6) * 96485.33212331 / (8.31446261815324 * 298.15))), 1e-10);
    }

    [Fact]
    public void Of_two_hosts_at_one_potential_the_one_that_binds_more_strongly_is_fuller_by_the_Boltzmann_factor()
    {
        // Two binding energies 0.1 eV apart: (x1/(1-x1))/(x2/(1-x2)) = exp(0.1 eV/kT) at any common potential.
        var strong = new LatticeGasPotential(1.6 * Electronvolt);
        double u = strong.Evaluate(0.5, 300).Value;
        double x2 = 1 / (1 + Math.Exp((u - 1.5) * 96485.33212331 / (8.31446261815324 * 300)));

        Tolerance.Relative(u, new LatticeGasPotential(1.5 * Electronvolt).Evaluate(x2, 300).Value, 1e-12);
        Tolerance.Relative(Math.Exp(-0.1 * 96485.33212331 / (8.31446261815324 * 300)), x2 / (1 - x2), 1e-12);
    }

    [Fact]
    public void Slopes_are_those_of_the_values() => Slopes.AgreeWithDifferences(Host, 0.3, 310);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void An_empty_or_full_host_has_no_potential(double x) => Assert.True(double.IsNaN(Host.Evaluate(x, 300).Value));

    [Fact]
    public void Energies_that_are_not_finite_are_refused() =>
        Assert.Contains("The binding energy must be finite, but is NaN J/mol", Assert.Throws<ArgumentOutOfRangeException>(() => new LatticeGasPotential(double.NaN)).Message, StringComparison.Ordinal);
}
