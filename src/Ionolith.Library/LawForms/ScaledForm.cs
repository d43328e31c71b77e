using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: scaled, <see cref="ScaledFunction"/>.</summary>
internal sealed class ScaledForm : LawForm<ScaledFunction>
{
    public override string Name => "scaled";

    public override string Meaning => "another property times a number, as the shell of a filler that conducts so many times better than the matrix";

    public override string Source => "a product";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("base", "the other property"),
        LawKey.Quantity("factor", QuantityKinds.Number, LawRule.Finite, "the number"),
    ];

    public override IPropertyFunction Read(LawReader law) => new ScaledFunction(law.Function("base"), law.Quantity("factor"));

    protected override void Write(ScaledFunction function, LawWriter law)
    {
        law.Function("base", function.Inner);
        law.Quantity("factor", function.Factor);
    }
}
