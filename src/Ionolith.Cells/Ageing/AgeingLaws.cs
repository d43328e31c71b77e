using Ionolith.Cells.Ageing.Hosts;
using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Ageing.Lithium;

namespace Ionolith.Cells.Ageing;

/// <summary>The laws of ageing, by the name that files use. Adding one is adding its file and its line here.</summary>
public static class AgeingLaws
{
    /// <summary>All cards, by name.</summary>
    public static IReadOnlyList<MechanismCard> All { get; } =
    [
        ParabolicGrowth.LawCard,
        ContactReplenishment.LawCard,
        ContactCreep.LawCard,
        ContactVacancies.LawCard,
        DeadLithium.LawCard,
        Nucleation.LawCard,
        FilamentFracture.LawCard,
        FilamentPolymer.LawCard,
        ReactionLimitedGrowth.LawCard,
        PowerLawGrowth.LawCard,
        SelfLimitingGrowth.LawCard,
        MosaicGrowth.LawCard,
        ReactionLayer.LawCard,
        Decomposition.LawCard,
        ContactLoss.LawCard,
        ParticleCracking.LawCard,
        VoltageDecay.LawCard,
        SwitchingSpaceCharge.LawCard,
    ];

    /// <summary>The card of a law.</summary>
    /// <param name="law">Its name.</param>
    /// <returns>The card; null if there is none of this name.</returns>
    public static MechanismCard? Find(string law) => All.FirstOrDefault(c => string.Equals(c.Law, law, StringComparison.Ordinal));
}
