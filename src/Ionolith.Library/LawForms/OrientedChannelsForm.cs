using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: oriented-channels, <see cref="OrientedChannels"/>.</summary>
internal sealed class OrientedChannelsForm : MixtureForm<OrientedChannels>
{
    public override string Name => "oriented-channels";

    public override string Meaning => "channels or layers more or less along the current, P s_parallel + (1 - P) s_series";

    public override string Source => "O. Wiener, Abh. Math.-Phys. Kl. Koenigl. Saechs. Ges. Wiss. 32 (1912) 509";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Quantity("orientation", QuantityKinds.Number, LawRule.Fraction, "P: 1 along the current, 0 across, 1/3 in all directions"),
        PhaseParts.Key,
    ];

    public override IPropertyFunction? Read(LawReader law)
    {
        double orientation = law.Quantity("orientation");
        return PhaseParts.Read(law) is { } parts && !law.HasProblems ? parts.Mixture(new OrientedChannels(orientation, parts.Fractions)) : null;
    }

    protected override void Write(OrientedChannels rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law)
    {
        law.Quantity("orientation", rule.Orientation);
        law.Parts("phases", rule.Fractions, phases);
    }
}
