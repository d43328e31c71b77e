using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: arrhenius, <see cref="ArrheniusFunction"/>.</summary>
internal sealed class ArrheniusForm : LawForm<ArrheniusFunction>
{
    public override string Name => "arrhenius";

    public override string Meaning => "thermal activation of one hopping process, p_ref exp[-E/R (1/T - 1/T_ref)]";

    public override string Source => "S. Arrhenius, Z. Phys. Chem. 4 (1889) 226";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("reference", "p_ref, the property at T_ref"),
        LawKey.Quantity("activation-energy", QuantityKinds.MolarEnergy, LawRule.Finite, "E"),
        LawKey.Quantity("reference-temperature", QuantityKinds.Temperature, LawRule.Positive, 298.15, "T_ref"),
    ];

    public override IPropertyFunction Read(LawReader law) =>
        new ArrheniusFunction(law.Function("reference"), law.Quantity("activation-energy"), law.Quantity("reference-temperature"));

    protected override void Write(ArrheniusFunction function, LawWriter law)
    {
        law.Function("reference", function.Reference);
        law.Quantity("activation-energy", function.ActivationEnergy);
        law.Quantity("reference-temperature", function.ReferenceTemperature);
    }
}
