using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Hosts;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Interfaces;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Ageing.Hosts;

/// <summary>The laws of hosts against their solutions in closed form.</summary>
public sealed class HostLawTests
{
    private const double Hour = 3600;
    private static readonly ContactLoss Contact = new() { VolumeChange = 0.07, LossRate = 0.5, FinalShare = 0.6 };

    private static InterfaceConditions Cycling => LawRun.Rest with { StoichiometryRate = 1 / Hour };

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(500)]
    public void Contact_is_lost_exponentially_with_full_cycles_and_volume_change(double cycles)
    {
        // A full cycle is once up and once down.
        double kept = LawRun.After(Contact, 2 * cycles * Hour, Cycling)[0];
        Tolerance.Relative(0.6 + (0.4 * Math.Exp(-0.5 * 0.07 * cycles)), kept, 1e-6);
        Assert.Equal(kept, LawRun.After(Contact, 2 * cycles * Hour, Cycling with { StoichiometryRate = -1 / Hour })[0]);
    }

    [Fact]
    public void A_host_that_keeps_its_volume_or_rests_keeps_its_contact()
    {
        Assert.Equal(1, LawRun.After(Contact with { VolumeChange = 0 }, 1e7, Cycling)[0]);
        Assert.Equal(1, LawRun.After(Contact, 1e7, LawRun.Rest)[0]);
    }

    [Fact]
    public void Sulfur_loses_contact_by_its_79_per_cent_as_fast_as_shrinking_by_as_much()
    {
        double swelling = LawRun.After(Contact with { VolumeChange = 0.79 }, 20 * Hour, Cycling)[0];
        Tolerance.Relative(0.6 + (0.4 * Math.Exp(-0.5 * 0.79 * 10)), swelling, 1e-6);
        Assert.Equal(swelling, LawRun.After(Contact with { VolumeChange = -0.79 }, 20 * Hour, Cycling)[0]);
    }

    [Fact]
    public void Pressure_keeps_contact_and_pressing_again_brings_it_back()
    {
        var law = Contact with { HoldingPressure = 20e6, RecoveryTime = 1800 };
        Tolerance.Relative(1 - (0.4 * Math.Exp(-1)), law.FinalShareAt(20e6), 1e-12);
        double lost = LawRun.After(law, 1e8, Cycling)[0];
        Tolerance.Relative(0.6, lost, 1e-6);

        // Pressed at rest from what was lost: exponentially to what that pressure holds.
        double final = law.FinalShareAt(50e6);
        double[] rates = [0];
        law.Rates(LawRun.Rest with { Pressure = 50e6 }, [lost], rates);
        Tolerance.Relative((final - lost) / 1800, rates[0], 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Contact_and_isolation_share_what_is_lost(double isolating)
    {
        var effect = LawRun.Effect(Contact with { IsolatingShare = isolating }, [0.8], LawRun.Rest);
        Tolerance.Relative(0.8, effect.ContactedShare * effect.ActiveShare, 1e-14);
        Tolerance.Relative(1 - (0.2 * isolating), effect.ActiveShare, 1e-14);
    }

    [Fact]
    public void The_stress_at_the_surface_is_that_of_an_elastic_sphere()
    {
        // Lithium lower at the surface than in the mean by 0.1 of full, 7 % of swelling, 150 GPa: E e dx/(3 (1 - nu)) = 500 MPa of tension.
        ParticleCracking law = new() { YoungModulus = 150e9, PoissonRatio = 0.3, VolumeChange = 0.07, CriticalStress = 1e9, Rate = 1e-6 };
        Tolerance.Relative(500e6, law.SurfaceStress(LawRun.Rest with { StoichiometryDifference = -0.1 }), 1e-12);
    }

    [Fact]
    public void Damage_grows_in_tension_only_by_the_power_of_stress()
    {
        ParticleCracking law = new() { YoungModulus = 150e9, VolumeChange = 0.07, CriticalStress = 1e9, Rate = 1e-5, Exponent = 2, SurfaceGain = 0.5 };
        Assert.Equal(0, LawRun.After(law, 1e5, LawRun.Rest with { StoichiometryDifference = 0.1 })[0]);
        double damage = LawRun.After(law, 1e5, LawRun.Rest with { StoichiometryDifference = -0.1 })[0];
        Tolerance.Relative(1 - Math.Exp(-0.25), damage, 1e-6);
        var effect = LawRun.Effect(law, [0.2], LawRun.Rest);
        Tolerance.Relative(0.8, effect.ActiveShare, 1e-14);
        Tolerance.Relative(1.1, effect.ContactedShare, 1e-14);
    }

    [Fact]
    public void The_potential_decays_exponentially_with_cycles_above_its_onset()
    {
        VoltageDecay law = new() { Fall = 0.5, RatePerCycle = 0.01, OnsetPotential = 3 };
        double[] states = LawRun.After(law, 200 * Hour, Cycling with { EquilibriumPotential = 4 });
        Tolerance.Relative(-0.5 * (1 - Math.Exp(-1)), LawRun.Effect(law, states, Cycling).PotentialShift, 1e-6);
        Assert.Equal(0, LawRun.After(law, 200 * Hour, Cycling with { EquilibriumPotential = 2.9 })[0]);
    }

    [Fact]
    public void A_space_charge_that_has_settled_has_the_resistance_of_the_static_law()
    {
        SwitchingSpaceCharge law = new() { Conductivity = 0.1, RelativePermittivity = 20, CarrierConcentration = 10_000, FlatPotential = 3.8, CoatingShift = 0.15, CoerciveStep = -1, SwitchingWidth = 0.01 };
        var at = LawRun.Rest with { EquilibriumPotential = 4.1 };
        double settled = LawRun.Effect(law, LawRun.After(law, 1e5, at), at).Resistance;
        FerroelectricDipoleLayer coating = new(0.15 * 8.8541878128e-12 / 5e-9, 5e-9, 1, 1);
        double exact = coating.SpaceCharge(new ConstantFunction(0.1), 20, 10_000, 0.3).Evaluate(0, 298.15).Value;
        Tolerance.Relative(exact, settled, 1e-6);
        Assert.True(exact < 0.1 * LawRun.Effect(law with { CoatingShift = 0 }, [0.3, 0], at).Resistance);
    }

    [Fact]
    public void Domains_turn_within_their_time()
    {
        SwitchingSpaceCharge law = new() { Conductivity = 0.1, RelativePermittivity = 20, CarrierConcentration = 10_000, FlatPotential = 3.8, CoatingShift = 0.15, CoerciveStep = -1, SwitchingWidth = 0.01, SwitchingTime = 100, IonTime = 1e-3 };
        double[] states = LawRun.After(law, 100, LawRun.Rest with { EquilibriumPotential = 4.1 }, 1e-7);
        Tolerance.Relative(1 - Math.Exp(-1), states[1], 1e-4);
        Tolerance.Relative(0.3, states[0], 1e-6);
    }
}
