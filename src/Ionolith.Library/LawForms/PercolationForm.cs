using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: percolation, <see cref="PercolationPower"/>.</summary>
internal sealed class PercolationForm : MixtureForm<PercolationPower>
{
    public override string Name => "percolation";

    public override string Meaning => "a conductor in an insulator above its threshold, s_c ((f - f_c)/(1 - f_c))^t; zero below";

    public override string Source => "D. Stauffer, A. Aharony, Introduction to Percolation Theory (1994)";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("conductor", "s_c"),
        LawKey.Quantity("fraction", QuantityKinds.Number, LawRule.Fraction, "f, volume fraction of the conductor"),
        LawKey.Alternative("threshold", QuantityKinds.Number, LawRule.BelowOne, "f_c; or the tube"),
        LawKey.Section(
            "tube",
            "tubes in all directions, whose threshold follows from their shape",
            LawKey.Quantity("length", QuantityKinds.Length, LawRule.Positive, "at least 10 diameters"),
            LawKey.Quantity("diameter", QuantityKinds.Length, LawRule.Positive, "outer diameter")),
        LawKey.Quantity("exponent", QuantityKinds.Number, LawRule.Positive, 2, "t"),
    ];

    public override IPropertyFunction Read(LawReader law)
    {
        law.File.RequireOneOf(required: true, "threshold", "tube");
        var conductor = law.Function("conductor");
        double fraction = law.Quantity("fraction");
        double exponent = law.Quantity("exponent");
        return new MixtureFunction(new PercolationPower(fraction, Threshold(law), exponent), conductor);
    }

    protected override void Write(PercolationPower rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law)
    {
        law.Function("conductor", phases[0]);
        law.Quantity("fraction", rule.Fraction);
        law.Quantity("threshold", rule.Threshold);
        law.Quantity("exponent", rule.Exponent);
    }

    private static double Threshold(LawReader law)
    {
        if (law.Section("tube") is not { } tube)
        {
            return law.Quantity("threshold");
        }

        double length = tube.Quantity("length");
        double diameter = tube.Quantity("diameter");
        tube.Finish();
        return PercolationPower.TubeThreshold(length, diameter);
    }
}
