using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: co-continuous, <see cref="CoContinuous"/>.</summary>
internal sealed class CoContinuousForm : MixtureForm<CoContinuous>
{
    public override string Name => "co-continuous";

    public override string Meaning => "two phases that both run through the volume, as a ceramic framework filled with polymer";

    public override string Source => "G. N. Dul'nev, J. Eng. Phys. 9 (1965) 275";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("first", "s_1"),
        LawKey.Function("second", "s_2"),
        LawKey.Quantity("fraction", QuantityKinds.Number, LawRule.Fraction, "volume fraction of the first phase"),
    ];

    public override IPropertyFunction Read(LawReader law)
    {
        var first = law.Function("first");
        var second = law.Function("second");
        return new MixtureFunction(new CoContinuous(law.Quantity("fraction")), first, second);
    }

    protected override void Write(CoContinuous rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law)
    {
        law.Function("first", phases[0]);
        law.Function("second", phases[1]);
        law.Quantity("fraction", rule.FirstFraction);
    }
}
