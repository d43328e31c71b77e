using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Polymers;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: free-cation-share, <see cref="FreeCationShare"/>.</summary>
internal sealed class FreeCationShareForm : LawForm<FreeCationShare>
{
    public override string Name => "free-cation-share";

    public override string Meaning => "transference number that goes with ion-pairs, [+] D_+/([+] D_+ + [-] D_-)";

    public override string Source => "Ostwald dilution and Nernst-Einstein relation; N. A. Stolwijk et al., Z. Phys. Chem. 224 (2010) 1707";

    public override QuantityKind Gives => QuantityKinds.Number;

    public override IReadOnlyList<LawKey> Keys => IonPairKeys.All;

    public override IPropertyFunction Read(LawReader law) => new FreeCationShare(IonPairKeys.Read(law));

    protected override void Write(FreeCationShare function, LawWriter law) => IonPairKeys.Write(function.Conductivity, law);
}
