using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Materials;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Ageing.Interphases;

/// <summary>Each law of growth against its solution in closed form, and what they have in common.</summary>
public sealed class GrowthLawTests
{
    private const double Hour = 3600;
    private const double Nano = 1e-9;
    private static readonly ParabolicGrowth Parabolic = new() { RateConstant = 1e-20, Conductivity = 1e-6 };

    private static ReactionLimitedGrowth Linear => new() { Rate = 1e-13, Conductivity = 1e-6 };

    public static TheoryData<double> Hours => [1, 10, 100, 1000];

    [Theory]
    [MemberData(nameof(Hours))]
    public void Diffusion_makes_the_square_of_the_thickness_grow_with_time(double hours)
    {
        double thickness = LawRun.After(Parabolic, hours * Hour, LawRun.Rest)[0];
        Tolerance.Relative(Math.Sqrt((Nano * Nano) + (2e-20 * hours * Hour)), thickness, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public void Reaction_makes_the_thickness_grow_with_time(double hours) =>
        Tolerance.Relative(Nano + (1e-13 * hours * Hour), LawRun.After(Linear, hours * Hour, LawRun.Rest)[0], 1e-9);

    [Theory]
    [MemberData(nameof(Hours))]
    public void Electrons_that_tunnel_make_the_thickness_grow_with_the_logarithm_of_time(double hours)
    {
        const double lambda = 2e-10;
        double thickness = LawRun.After(Linear with { LeakLength = lambda }, hours * Hour, LawRun.Rest)[0];
        Tolerance.Relative(Nano + (lambda * Math.Log(1 + (1e-13 * hours * Hour / lambda))), thickness, 1e-7);
    }

    [Fact]
    public void A_potential_above_that_of_reference_slows_the_reaction_by_its_Tafel_law()
    {
        var law = Linear with { TransferCoefficient = 0.5, ReferencePotential = 0.1 };
        double grown = LawRun.After(law, Hour, LawRun.Rest with { EquilibriumPotential = 0.22 })[0] - Nano;
        double expected = 1e-13 * Hour * Math.Exp(-0.5 * PhysicalConstants.Faraday * 0.12 / (PhysicalConstants.GasConstant * 298.15));
        Tolerance.Relative(expected, grown, 1e-6);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(1)]
    public void A_power_law_gives_its_reference_thickness_and_its_power(double n)
    {
        var law = new PowerLawGrowth { ReferenceThickness = 50e-9, ReferenceTime = Hour, Exponent = n, Conductivity = 1e-6, InitialThickness = 1e-10 };
        foreach (double hours in (double[])[1, 16])
        {
            double expected = Math.Pow(Math.Pow(1e-10, 1 / n) + (Math.Pow(50e-9, 1 / n) * hours), n);
            Tolerance.Relative(expected, LawRun.After(law, hours * Hour, LawRun.Rest)[0], 1e-6);
        }
    }

    [Fact]
    public void A_power_of_one_half_is_the_parabolic_law()
    {
        var power = new PowerLawGrowth { ReferenceThickness = 50e-9, ReferenceTime = Hour, Exponent = 0.5, Conductivity = 1e-6 };
        var parabolic = Parabolic with { RateConstant = 50e-9 * 50e-9 / (2 * Hour) };
        double[] a = [0], b = [0];
        power.Rates(LawRun.Rest, [3e-8], a);
        parabolic.Rates(LawRun.Rest, [3e-8], b);
        Tolerance.Relative(b[0], a[0], 1e-14);
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public void A_passivating_layer_stops_at_its_final_thickness(double hours)
    {
        var law = new SelfLimitingGrowth { Rate = 1e-12, FinalThickness = 1e-8, Conductivity = 1e-6 };
        double thickness = LawRun.After(law, hours * Hour, LawRun.Rest)[0];
        Tolerance.Relative(1e-8 - (0.9e-8 * Math.Exp(-1e-12 * hours * Hour / 1e-8)), thickness, 1e-6);
        Assert.True(thickness <= 1e-8 * (1 + 1e-9));
    }

    [Fact]
    public void Repair_of_a_finished_layer_takes_lithium_by_plated_charge_and_adds_no_resistance()
    {
        var law = new SelfLimitingGrowth { Rate = 1e-9, FinalThickness = 1e-8, InitialThickness = 1e-8, Conductivity = 1e-6, VolumePerLithium = 1e-5, RenewalCapacity = 1000 };
        var plating = LawRun.Rest with { Current = -2 };
        double[] states = LawRun.After(law, 5000, plating);
        Tolerance.Relative(10 * 1e-8 / 1e-5, LawRun.Effect(law, states, plating).LithiumConsumed, 1e-9);
        Tolerance.Relative(1e-2, LawRun.Effect(law, states, plating).Resistance, 1e-12);
        Assert.Equal(0, LawRun.After(law, 5000, LawRun.Rest with { Current = 2 })[1]);
    }

    [Fact]
    public void A_mosaic_grows_by_Wagners_law_of_the_conductivities_of_its_phases()
    {
        // One phase alone: ions 1e-4 S/m, electrons 1e-6 S/m, 1.5 V across.
        var law = new MosaicGrowth(1, 1e-4, 1e-9) { Electronic = 1e-6, DrivingVoltage = 1.5, VolumePerLithium = 1.2e-5 };
        double k = 1.2e-5 * 1.5 / PhysicalConstants.Faraday / (1e4 + 1e6);
        Tolerance.Relative(k, law.RateConstant, 1e-12);
        Tolerance.Relative(Math.Sqrt(1e-18 + (2 * k * Hour)), LawRun.After(law, Hour, LawRun.Rest)[0], 1e-6);
    }

    [Fact]
    public void A_mosaic_whose_conducting_phase_does_not_percolate_resists_orders_more()
    {
        MosaicGrowth Of(double share) => new(share, 1e-3, 1e-9, 0.3) { Electronic = 1e-8, DrivingVoltage = 1.5, VolumePerLithium = 1.2e-5 };
        Assert.True(Of(0.4).Ionic > 1000 * Of(0.2).Ionic, $"{Of(0.4).Ionic} and {Of(0.2).Ionic}");
        Assert.InRange(Of(0.4).Ionic, 1e-9, 0.4 * 1e-3);

        // Where ions are the faster ones, electrons decide how fast it grows.
        Tolerance.Relative(Of(0.4).RateConstant, Of(0.6).RateConstant, 1e-3);
    }

    [Fact]
    public void A_reaction_layer_adds_its_reference_resistance_in_the_reference_time()
    {
        var law = new ReactionLayer { ReferenceResistance = 0.01, ReferenceTime = 100 * Hour };
        Tolerance.Relative(0.01, LawRun.After(law, 100 * Hour, LawRun.Rest)[0], 1e-6);
        Tolerance.Relative(0.03, LawRun.After(law, 900 * Hour, LawRun.Rest)[0], 1e-6);
    }

    public static TheoryData<AgeingMechanism> Warm =>
    [
        Parabolic with { ActivationEnergy = 50_000 },
        Linear with { ActivationEnergy = 50_000 },
        new PowerLawGrowth { ReferenceThickness = 50e-9, Exponent = 0.4, Conductivity = 1e-6, ActivationEnergy = 50_000 },
        new SelfLimitingGrowth { Rate = 1e-12, FinalThickness = 1e-8, Conductivity = 1e-6, ActivationEnergy = 50_000 },
        new MosaicGrowth(0.5, 1e-4, 1e-9) { Electronic = 1e-6, DrivingVoltage = 1.5, VolumePerLithium = 1.2e-5, ActivationEnergy = 50_000 },
        new ReactionLayer { ReferenceResistance = 0.01, ReferenceTime = 100 * Hour, ActivationEnergy = 50_000 },
        new Decomposition { ExchangeCurrent = 1e-5, ReductionPotential = 1, ActivationEnergy = 50_000 },
    ];

    [Theory]
    [MemberData(nameof(Warm))]
    public void Warmth_speeds_every_law_up_by_its_activation_energy(AgeingMechanism law)
    {
        double[] initial = [.. law.States.Select(s => s.Initial)], cold = new double[initial.Length], hot = new double[initial.Length];

        // A Tafel law has the temperature in its slope as well: at the reference potential itself, nothing but the prefactor is left.
        law.Rates(LawRun.Rest, initial, cold);
        law.Rates(LawRun.Rest with { Temperature = 333.15 }, initial, hot);
        double tafel = law is Decomposition ? (Math.Exp(Volt(333.15)) - 1) / (Math.Exp(Volt(298.15)) - 1) : 1;
        double expected = Math.Exp(50_000 / PhysicalConstants.GasConstant * ((1 / 298.15) - (1 / 333.15)));
        int moving = Array.FindIndex(cold, r => r != 0);
        Tolerance.Relative(expected * tafel, hot[moving] / cold[moving], 1e-12);

        static double Volt(double t) => 0.5 * PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * t);
    }

    [Fact]
    public void A_layer_that_forms_by_reduction_does_not_grow_well_above_its_onset()
    {
        var law = Parabolic with { OnsetPotential = 0.8 };
        double[] low = [0], high = [0];
        law.Rates(LawRun.Rest with { EquilibriumPotential = 0.1 }, [Nano], low);
        law.Rates(LawRun.Rest with { EquilibriumPotential = 1.5 }, [Nano], high);
        Tolerance.Relative(1e-20 / Nano, low[0], 1e-11);
        Assert.True(high[0] < 1e-11 * low[0]);
    }
}
