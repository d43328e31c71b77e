using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Polymers;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: semi-crystalline, <see cref="SemiCrystallinePolymer"/>.</summary>
internal sealed class SemiCrystallineForm : LawForm<SemiCrystallinePolymer>
{
    public override string Name => "semi-crystalline";

    public override string Meaning => "polymer whose crystals melt in a window, phi_a^(1+b) p_a with phi_a = 1 - chi_0/(1 + exp[(T - T_m)/dT])";

    public override string Source => "C. Berthier et al., Solid State Ionics 11 (1983) 91, for conduction in the amorphous share";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("amorphous", "p_a, of the molten polymer; usually a vtf law"),
        LawKey.Quantity("crystallinity", QuantityKinds.Number, LawRule.BelowOne, "chi_0, far below the window"),
        LawKey.Quantity("melting-temperature", QuantityKinds.Temperature, LawRule.Positive, "T_m, middle of the window"),
        LawKey.Quantity("melting-width", QuantityKinds.Kelvins, LawRule.Positive, "dT; nine tenths of the change happen within 6 dT"),
        LawKey.Quantity("tortuosity-exponent", QuantityKinds.Number, LawRule.NotNegative, 0.5, "b"),
    ];

    public override IPropertyFunction Read(LawReader law) => new SemiCrystallinePolymer(
        law.Function("amorphous"),
        law.Quantity("crystallinity"),
        law.Quantity("melting-temperature"),
        law.Quantity("melting-width"),
        law.Quantity("tortuosity-exponent"));

    protected override void Write(SemiCrystallinePolymer function, LawWriter law)
    {
        law.Function("amorphous", function.Amorphous);
        law.Quantity("crystallinity", function.Crystallinity);
        law.Quantity("melting-temperature", function.MeltingTemperature);
        law.Quantity("melting-width", function.MeltingWidth);
        law.Quantity("tortuosity-exponent", function.TortuosityExponent);
    }
}
