using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: maxwell, <see cref="MaxwellEucken"/>.</summary>
internal sealed class MaxwellForm : MixtureForm<MaxwellEucken>
{
    public override string Name => "maxwell";

    public override string Meaning => "separate spheres in a matrix";

    public override string Source => "J. C. Maxwell, A Treatise on Electricity and Magnetism (1873)";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("matrix", "s_m"),
        LawKey.Function("filler", "s_f, of the spheres; 0 for pores"),
        LawKey.Quantity("fraction", QuantityKinds.Number, LawRule.Fraction, "volume fraction of the spheres"),
    ];

    public override IPropertyFunction Read(LawReader law)
    {
        var matrix = law.Function("matrix");
        var filler = law.Function("filler");
        return new MixtureFunction(new MaxwellEucken(law.Quantity("fraction")), matrix, filler);
    }

    protected override void Write(MaxwellEucken rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law)
    {
        law.Function("matrix", phases[0]);
        law.Function("filler", phases[1]);
        law.Quantity("fraction", rule.FillerFraction);
    }
}
