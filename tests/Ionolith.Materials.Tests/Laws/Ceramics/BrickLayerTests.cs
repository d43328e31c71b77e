using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Ceramics;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.Ceramics;

public sealed class BrickLayerTests
{
    // Al-doped LLZO, S/m: grains 0.46 mS/cm, boundaries 5.97 uS/cm; Eckhardt et al., Adv. Mater. Interfaces (2023), doi:10.1002/admi.202202354.
    private const double Grain = 0.046;
    private const double Boundary = 5.97e-4;

    private static BrickLayer Llzo { get; } = new() { GrainSize = 1e-6, BoundaryThickness = 10e-9 };

    [Theory]
    [InlineData(5e-6, 0.40)]
    [InlineData(1e-6, 0.26)]
    [InlineData(0.1e-6, 0.053)]
    public void The_conductivity_of_LLZO_falls_with_its_grain_size(double grainSize, double millisiemensPerCentimetre)
    {
        var bricks = new BrickLayer { GrainSize = grainSize, BoundaryThickness = 10e-9 };

        Tolerance.Relative(0.1 * millisiemensPerCentimetre, bricks.Effective(Grain, Boundary, 0), 0.01);
    }

    [Fact]
    public void The_conductivity_of_nanosized_garnet_needs_grains_of_two_to_three_tenths_of_a_micrometre()
    {
        double size = 10e-9 / Boundary / ((1 / 1.03e-2) - (1 / Grain));

        Assert.InRange(size, 0.2e-6, 0.3e-6);
        Tolerance.Relative(1.03e-2, new BrickLayer { GrainSize = size, BoundaryThickness = 10e-9 }.Effective(Grain, Boundary, 0), 1e-12);
    }

    [Fact]
    public void Huge_grains_are_a_single_crystal() =>
        Tolerance.Relative(Grain, new BrickLayer { GrainSize = 1, BoundaryThickness = 10e-9 }.Effective(Grain, Boundary, 0), 1e-5);

    [Fact]
    public void A_film_adds_its_resistance_in_series()
    {
        var wetted = new BrickLayer { GrainSize = 1e-6, BoundaryThickness = 10e-9, FilmThickness = 5e-9 };

        Tolerance.Relative((1 / Grain) + (0.01 / Boundary) + (0.005 / 1e-4), 1 / wetted.Effective(Grain, Boundary, 1e-4), 1e-12);
    }

    [Fact]
    public void An_insulating_film_blocks_all_if_it_wets_all_and_halves_the_boundaries_if_it_wets_half()
    {
        var all = new BrickLayer { GrainSize = 1e-6, BoundaryThickness = 10e-9, FilmThickness = 5e-9 };

        Assert.Equal(0, all.Effective(Grain, Boundary, 0));
        Tolerance.Relative(
            (1 / Grain) + (2 * 0.01 / Boundary),
            1 / new BrickLayer { GrainSize = 1e-6, BoundaryThickness = 10e-9, FilmThickness = 5e-9, WettedShare = 0.5 }.Effective(Grain, Boundary, 0),
            1e-12);
    }

    [Fact]
    public void Pores_cost_the_density_to_its_exponent() => Tolerance.Relative(
        Math.Pow(0.87, 1.5) * Llzo.Effective(Grain, Boundary, 0),
        new BrickLayer { GrainSize = 1e-6, BoundaryThickness = 10e-9, RelativeDensity = 0.87 }.Effective(Grain, Boundary, 0),
        1e-13);

    [Fact]
    public void The_activation_energy_goes_from_that_of_the_boundaries_to_that_of_the_grains_on_heating()
    {
        var sigma = new MixtureFunction(
            Llzo,
            new ArrheniusFunction(new ConstantFunction(Grain), 0.34 * 96485.33, 298.15),
            new ArrheniusFunction(new ConstantFunction(Boundary), 0.43 * 96485.33, 298.15),
            new ConstantFunction(0));
        double EnergyInElectronvolt(double t)
        {
            var s = sigma.Evaluate(0, t);
            return s.TemperatureSlope / s.Value * t * t * 8.31446261815324 / 96485.33;
        }

        Assert.Equal(0.43, EnergyInElectronvolt(80), 1e-3);
        Assert.Equal(0.34, EnergyInElectronvolt(1500), 0.01);
        Assert.True(EnergyInElectronvolt(298.15) is > 0.34 and < 0.43);
    }

    [Fact]
    public void Impossible_ceramics_are_refused_with_name_value_and_unit()
    {
        Assert.Contains("The grain size must be positive and finite, but is 0 m", Assert.Throws<ArgumentOutOfRangeException>(
            () => new BrickLayer { GrainSize = 0, BoundaryThickness = 1e-8 }).Message, StringComparison.Ordinal);
        Assert.Contains("The relative density must be above 0 and at most 1, but is 1.1", Assert.Throws<ArgumentOutOfRangeException>(
            () => new BrickLayer { GrainSize = 1e-6, BoundaryThickness = 1e-8, RelativeDensity = 1.1 }).Message, StringComparison.Ordinal);
    }
}
