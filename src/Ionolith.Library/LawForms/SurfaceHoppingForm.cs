using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Interfaces;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: surface-hopping, <see cref="SurfaceHoppingResistance"/>.</summary>
internal sealed class SurfaceHoppingForm : LawForm<SurfaceHoppingResistance>
{
    public override string Name => "surface-hopping";

    public override string Meaning => "resistance of the jump of an ion through a surface, k T/(q^2 c a nu) exp(E/k T)";

    public override string Source => "linear response of one jump (Einstein relation)";

    public override QuantityKind Gives => QuantityKinds.ArealResistance;

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Quantity("concentration", QuantityKinds.Concentration, LawRule.Positive, "c of the ions that can jump"),
        LawKey.Quantity("jump-length", QuantityKinds.Length, LawRule.Positive, "a"),
        LawKey.Quantity("attempt-frequency", QuantityKinds.Frequency, LawRule.Positive, "nu"),
        LawKey.Quantity("barrier", QuantityKinds.MolarEnergy, LawRule.NotNegative, "E"),
    ];

    public override IPropertyFunction Read(LawReader law) => new SurfaceHoppingResistance(
        law.Quantity("concentration"), law.Quantity("jump-length"), law.Quantity("attempt-frequency"), law.Quantity("barrier"));

    protected override void Write(SurfaceHoppingResistance function, LawWriter law)
    {
        law.Quantity("concentration", function.Concentration);
        law.Quantity("jump-length", function.JumpLength);
        law.Quantity("attempt-frequency", function.AttemptFrequency);
        law.Quantity("barrier", function.Barrier);
    }
}
