using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Data;

/// <summary>Ceramics of the library against their formula written out with the numbers of their files.</summary>
public sealed class InorganicMaterialTests
{
    private const double Room = 298.15;

    [Fact]
    public void Nanosized_garnet_is_grains_and_boundaries_in_series_at_its_density()
    {
        // S/cm and cm: grain 5.5e-4, boundary 5.97e-6 S/cm 10 nm thick around cubes of 259 nm, relative density 0.9.
        double dense = 1 / ((1 / 5.5e-4) + (10e-7 / 259e-7 / 5.97e-6));

        Tolerance.Relative(dense * Math.Pow(0.9, 1.5), Conductivity("llzt-nano"), 1e-9, "conductivity of nanosized garnet, S/cm");
    }

    [Theory]
    [InlineData("llzt-nano", 1.03e-4)]
    [InlineData("llz-ca-bi-lbo", 3.0e-4)]
    public void A_calibrated_conductivity_is_the_reported_one(string id, double reported) =>
        Tolerance.Relative(reported, Conductivity(id), 0.01, $"conductivity of {id}, S/cm");

    [Theory]
    [InlineData("gamma-lialo2")]
    [InlineData("alpha-li5alo4")]
    [InlineData("beta-li5alo4")]
    public void A_second_phase_takes_the_boundaries_that_it_wets_out_of_the_garnet(string phase)
    {
        // Boundaries of 10 nm around cubes of 5 um; on 0.3 of them a film of 2 nm in series.
        double film = Conductivity(phase);
        double bare = 5.97e-6 * 5000 / 10;
        double wetted = 1 / ((1 / bare) + (2 / 5000.0 / film));
        double expected = 1 / ((1 / 4.6e-4) + (1 / ((0.7 * bare) + (0.3 * wetted))));

        Tolerance.Relative(expected, Conductivity("llzo-" + phase), 1e-9, $"garnet with {phase}, S/cm");
        Assert.InRange(Conductivity("llzo-" + phase) / Conductivity("llzo-al"), 0.9, 0.999);
    }

    [Fact]
    public void Garnet_warms_up_with_an_activation_energy_between_those_of_grains_and_boundaries()
    {
        double slope = Math.Log(Conductivity("llzo-al", Room + 1) / Conductivity("llzo-al", Room - 1));
        double energy = slope * 8.617333e-5 / ((1 / (Room - 1)) - (1 / (Room + 1)));

        Assert.InRange(energy, 0.34, 0.43);
    }

    private static double Conductivity(string id, double temperature = Room) =>
        CellLibrary.LoadMaterial(id).Require().Electrolyte!.Conductivity.Evaluate(0, temperature).Value / 100;
}
