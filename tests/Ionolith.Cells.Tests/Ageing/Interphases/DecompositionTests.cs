using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Materials;
using Ionolith.Materials.Laws.Interfaces;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Ageing.Interphases;

/// <summary>Decomposition of the electrolyte beyond the ends of its window.</summary>
public sealed class DecompositionTests
{
    private static readonly Decomposition Law = new() { ExchangeCurrent = 1e-4, OxidationPotential = 4, ReductionPotential = 1, GasYield = 0.25, ProductVolume = 2e-5, Conductivity = 1e-6 };

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(4)]
    public void Inside_the_window_nothing_happens(double potential) =>
        Assert.Equal([0, 0, 0], LawRun.After(Law, 1e6, LawRun.Rest with { EquilibriumPotential = potential }));

    [Fact]
    public void Beyond_the_window_the_rate_is_that_of_the_overstep()
    {
        double i = 1e-4 * (Math.Exp(0.5 * PhysicalConstants.Faraday * 0.2 / (PhysicalConstants.GasConstant * 298.15)) - 1);
        double[] oxidised = LawRun.After(Law, 1000, LawRun.Rest with { EquilibriumPotential = 4.2 });
        Tolerance.Relative(i * 1000, oxidised[0], 1e-9);
        Assert.Equal(0, oxidised[1]);
        double[] reduced = LawRun.After(Law, 1000, LawRun.Rest with { EquilibriumPotential = 0.8 });
        Tolerance.Relative(i * 1000, reduced[1], 1e-9);
        Tolerance.Relative(0.25 * i * 1000 / PhysicalConstants.Faraday, reduced[2], 1e-9);
    }

    [Fact]
    public void Reduction_takes_lithium_by_Faraday_and_oxidation_gives_as_much()
    {
        var at = LawRun.Rest;
        Tolerance.Relative(1, LawRun.Effect(Law, [0, PhysicalConstants.Faraday, 0], at).LithiumConsumed, 1e-15);
        Tolerance.Relative(-1, LawRun.Effect(Law, [PhysicalConstants.Faraday, 0, 0], at).LithiumConsumed, 1e-15);
        Tolerance.Relative(2e-5 / 1e-6, LawRun.Effect(Law, [PhysicalConstants.Faraday, 0, 0], at).Resistance, 1e-12);
    }

    [Fact]
    public void Without_ends_of_its_own_the_law_takes_those_of_the_electrolyte()
    {
        var law = new Decomposition { ExchangeCurrent = 1e-4 };
        var at = LawRun.Rest with { EquilibriumPotential = 4.2, Window = new StabilityWindow(1, 4) };
        Tolerance.Relative(LawRun.After(Law, 1000, at)[0], LawRun.After(law, 1000, at)[0], 1e-12);
        Assert.Equal(0, LawRun.After(law, 1000, at with { Window = null })[0]);
    }

    [Fact]
    public void Products_that_passivate_make_the_charge_grow_with_the_root_of_time()
    {
        // (1 + q/q_p) dq/dt = i: q + q^2/(2 q_p) = i t.
        var law = Law with { PassivatingCapacity = 1e-2 };
        var at = LawRun.Rest with { EquilibriumPotential = 4.2 };
        double i = LawRun.After(Law, 1, at)[0], q = LawRun.After(law, 1e5, at)[0];
        Tolerance.Relative(i * 1e5, q + (q * q / 2e-2), 1e-6);
    }
}
