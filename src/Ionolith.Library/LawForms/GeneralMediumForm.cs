using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: general-medium, <see cref="GeneralEffectiveMedium"/>.</summary>
internal sealed class GeneralMediumForm : MixtureForm<GeneralEffectiveMedium>
{
    public override string Name => "general-medium";

    public override string Meaning => "a good and a poor conductor with a percolation threshold, on both sides of it";

    public override string Source => "D. S. McLachlan, M. Blaszkiewicz, R. E. Newnham, J. Am. Ceram. Soc. 73 (1990) 2187";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("good", "s_h"),
        LawKey.Function("poor", "s_l"),
        LawKey.Quantity("fraction", QuantityKinds.Number, LawRule.Fraction, "volume fraction of the good conductor"),
        LawKey.Quantity("threshold", QuantityKinds.Number, LawRule.Inside, "f_c"),
        LawKey.Quantity("good-exponent", QuantityKinds.Number, LawRule.Positive, 2, "t"),
        LawKey.Quantity("poor-exponent", QuantityKinds.Number, LawRule.Positive, 0.87, "u"),
    ];

    public override IPropertyFunction Read(LawReader law)
    {
        var good = law.Function("good");
        var poor = law.Function("poor");
        double fraction = law.Quantity("fraction");
        double threshold = law.Quantity("threshold");
        double goodExponent = law.Quantity("good-exponent");
        double poorExponent = law.Quantity("poor-exponent");
        return new MixtureFunction(new GeneralEffectiveMedium(fraction, threshold, goodExponent, poorExponent), good, poor);
    }

    protected override void Write(GeneralEffectiveMedium rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law)
    {
        law.Function("good", phases[0]);
        law.Function("poor", phases[1]);
        law.Quantity("fraction", rule.GoodFraction);
        law.Quantity("threshold", rule.Threshold);
        law.Quantity("good-exponent", rule.GoodExponent);
        law.Quantity("poor-exponent", rule.PoorExponent);
    }
}
