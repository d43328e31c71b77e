using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Polymers;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.Polymers;

public sealed class SaltDissociationTests
{
    private const double T = 320;

    private static readonly SaltDissociation Bare = new(50, -10_000, 333.15);
    private static readonly SaltDissociation WithSites = new(50, -10_000, 333.15, new IonBindingSites(BoundIon.Anion, 300, 0.02, -15_000));

    [Fact]
    public void Free_ions_obey_the_law_of_mass_action()
    {
        var (cations, anions) = Bare.FreeIons(1000, 333.15);

        Assert.Equal(cations, anions);
        Tolerance.Relative(50, cations.Value * anions.Value / (1000 - cations.Value), 1e-12);
    }

    [Fact]
    public void Free_and_held_ions_obey_both_equilibria()
    {
        var (cations, anions) = WithSites.FreeIons(1000, 333.15);
        double held = cations.Value - anions.Value;

        Tolerance.Relative(50, cations.Value * anions.Value / (1000 - cations.Value), 1e-10);
        Tolerance.Relative(0.02, held / (anions.Value * (300 - held)), 1e-10);
    }

    [Fact]
    public void All_of_a_dilute_salt_is_dissociated_and_of_a_concentrated_one_the_root_of_K_over_c()
    {
        Tolerance.Relative(1, Bare.DissociatedFraction(1e-6, 333.15), 1e-7);
        Assert.Equal(1, Bare.DissociatedFraction(0, 333.15));
        Tolerance.Relative(Math.Sqrt(50 / 1e9), Bare.DissociatedFraction(1e9, 333.15), 1e-3);
    }

    [Fact]
    public void Sites_that_hold_anions_free_cations_and_raise_their_share_of_the_current()
    {
        var d = new ConstantFunction(1e-11);
        var bare = new IonPairConductivity(Bare, d, d);
        var with = new IonPairConductivity(WithSites, d, d);

        Tolerance.Relative(0.5, bare.CationShare(1000, T), 1e-14);
        Assert.True(with.CationShare(1000, T) > 0.6);
        Assert.True(WithSites.DissociatedFraction(1000, T) > Bare.DissociatedFraction(1000, T));
    }

    [Fact]
    public void Sites_for_the_other_ion_exchange_the_roles()
    {
        var swapped = new SaltDissociation(50, -10_000, 333.15, WithSites.Sites with { Ion = BoundIon.Cation });

        Assert.Equal(WithSites.FreeIons(1000, T).Anions, swapped.FreeIons(1000, T).Cations);
        Assert.Equal(WithSites.FreeIons(1000, T).Cations, swapped.FreeIons(1000, T).Anions);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Slopes_are_those_of_central_differences(bool sites)
    {
        var f = new IonPairConductivity(
            sites ? WithSites : Bare, new VtfFunction(1e-8, 704, 209.15), VtfFunction.RelativeTo(new ExpressionFunction("1e-11/(1 + c/900)", "c"), 333.15, 700, 200));
        var at = f.Evaluate(1000, T);

        Tolerance.Relative((f.Evaluate(1000.1, T).Value - f.Evaluate(999.9, T).Value) / 0.2, at.Slope, 1e-6);
        Tolerance.Relative((f.Evaluate(1000, T + 0.001).Value - f.Evaluate(1000, T - 0.001).Value) / 0.002, at.TemperatureSlope, 1e-6);
    }

    [Fact]
    public void A_wholly_dissociated_salt_conducts_as_Nernst_and_Einstein_say()
    {
        var f = new IonPairConductivity(new SaltDissociation(1e12, 0, 300), new ConstantFunction(1e-11), new ConstantFunction(3e-11));

        Tolerance.Relative(96485.33212331 * 96485.33212331 / (8.31446261815324 * 300) * 1000 * 4e-11, f.Evaluate(1000, 300).Value, 1e-8);
    }

    [Fact]
    public void Impossible_equilibria_are_refused_with_name_value_and_unit()
    {
        Assert.Contains("The dissociation constant must be positive and finite, but is 0 mol/m3", Assert.Throws<ArgumentOutOfRangeException>(
            () => new SaltDissociation(0, 0, 300)).Message, StringComparison.Ordinal);
        Assert.Contains("The binding constant must be zero or more and finite, but is -1 m3/mol", Assert.Throws<ArgumentOutOfRangeException>(
            () => new SaltDissociation(1, 0, 300, new IonBindingSites(BoundIon.Anion, 1, -1))).Message, StringComparison.Ordinal);
        Assert.True(double.IsNaN(Bare.FreeIons(-1, 300).Cations.Value));
    }
}
