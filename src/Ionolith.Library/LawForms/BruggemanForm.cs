using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;

namespace Ionolith.Library.LawForms;

/// <summary>law: bruggeman, <see cref="SymmetricBruggeman"/>.</summary>
internal sealed class BruggemanForm : MixtureForm<SymmetricBruggeman>
{
    public override string Name => "bruggeman";

    public override string Meaning => "grains of any number of phases on the same footing";

    public override string Source => "D. A. G. Bruggeman, Ann. Phys. 416 (1935) 636";

    public override IReadOnlyList<LawKey> Keys { get; } = [PhaseParts.Key];

    public override IPropertyFunction? Read(LawReader law) =>
        PhaseParts.Read(law) is { } parts ? parts.Mixture(new SymmetricBruggeman(parts.Fractions)) : null;

    protected override void Write(SymmetricBruggeman rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law) =>
        law.Parts("phases", rule.Fractions, phases);
}
