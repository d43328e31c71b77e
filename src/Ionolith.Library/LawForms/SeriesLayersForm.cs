using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: series-layers, <see cref="SeriesLayers"/>.</summary>
internal sealed class SeriesLayersForm : MixtureForm<SeriesLayers>
{
    public override string Name => "series-layers";

    public override string Meaning => "sandwich of layers that the current crosses one after the other, 1/s = sum f_i/s_i";

    public override string Source => "O. Wiener, Abh. Math.-Phys. Kl. Koenigl. Saechs. Ges. Wiss. 32 (1912) 509";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Parts(
            "layers",
            "the layers by name, all with a share or all with a thickness",
            LawKey.Alternative("share", QuantityKinds.Number, LawRule.Fraction, "share of the thickness; the shares add up to 1"),
            LawKey.Alternative("thickness", QuantityKinds.Length, LawRule.Positive, "thickness, in place of a share"),
            LawKey.Function("layer", "the property of the layer")),
    ];

    public override IPropertyFunction? Read(LawReader law)
    {
        var names = new List<string>();
        var shares = new List<double>();
        var layers = new List<IPropertyFunction>();
        var all = law.Parts("layers");
        bool byThickness = all.Any(l => l.Part.Has("thickness"));
        foreach (var (name, layer) in all)
        {
            layer.File.RequireOneOf(required: true, "share", "thickness");
            if (byThickness && layer.Has("share"))
            {
                layer.Report("share", "other layers have a thickness; give every layer a thickness, or every layer a share");
            }

            names.Add(name);
            shares.Add(layer.Quantity(byThickness ? "thickness" : "share"));
            layers.Add(layer.Function("layer"));
            layer.Finish();
        }

        double sum = byThickness ? shares.Sum() : 1;
        return law.HasProblems ? null
            : new MixtureFunction(new SeriesLayers([.. shares.Select(s => s / sum)]), layers) { PhaseNames = names };
    }

    protected override void Write(SeriesLayers rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law) =>
        law.Parts("layers", rule.Shares, phases);
}
