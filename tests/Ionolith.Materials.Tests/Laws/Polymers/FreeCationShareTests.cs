using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Polymers;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.Polymers;

public sealed class FreeCationShareTests
{
    private static readonly IPropertyFunction Plus = new ArrheniusFunction(new ConstantFunction(1e-12), 40_000, 320);
    private static readonly IPropertyFunction Minus = new ArrheniusFunction(new ConstantFunction(4e-12), 30_000, 320);

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(2000)]
    public void Without_sites_it_is_the_share_of_the_cations_mobility_at_any_concentration(double concentration) =>
        Tolerance.Relative(0.2, Share(null).Evaluate(concentration, 320).Value, 1e-12);

    [Fact]
    public void Sites_that_hold_all_anions_leave_the_current_to_cations() =>
        Tolerance.Relative(1, Share(new IonBindingSites(BoundIon.Anion, 5000, 1e4)).Evaluate(1000, 320).Value, 1e-4);

    [Theory]
    [InlineData(BoundIon.Anion)]
    [InlineData(BoundIon.Cation)]
    public void Slopes_are_those_of_the_values(BoundIon ion) =>
        Slopes.AgreeWithDifferences(Share(new IonBindingSites(ion, 300, 0.02, -15_000)), 900, 325);

    [Fact]
    public void Little_salt_leads_to_the_limit_without_salt()
    {
        // One site for each free anion at K_b [sites] = 6: a seventh of the anions is free.
        var share = Share(new IonBindingSites(BoundIon.Anion, 300, 0.02));

        Tolerance.Relative(1 / (1 + (4.0 / 7)), share.Evaluate(0, 320).Value, 1e-6);
        Tolerance.Relative(share.Evaluate(1e-4, 320).Value, share.Evaluate(0, 320).Value, 1e-5);
    }

    private static FreeCationShare Share(IonBindingSites? sites) =>
        new(new IonPairConductivity(new SaltDissociation(50, -10_000, 320, sites), Plus, Minus));
}
