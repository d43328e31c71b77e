using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Polymers;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: ion-pairs, <see cref="IonPairConductivity"/>.</summary>
internal sealed class IonPairsForm : LawForm<IonPairConductivity>
{
    public override string Name => "ion-pairs";

    public override string Meaning => "salt of pairs and free ions, F^2/(R T) ([+] D_+ + [-] D_-), with Lewis sites that draw pairs apart";

    public override string Source => "Ostwald dilution and Nernst-Einstein relation; N. A. Stolwijk et al., Z. Phys. Chem. 224 (2010) 1707";

    public override QuantityKind Gives => QuantityKinds.Conductivity;

    public override IReadOnlyList<LawKey> Keys => IonPairKeys.All;

    public override IPropertyFunction Read(LawReader law) => IonPairKeys.Read(law);

    protected override void Write(IonPairConductivity function, LawWriter law) => IonPairKeys.Write(function, law);
}
