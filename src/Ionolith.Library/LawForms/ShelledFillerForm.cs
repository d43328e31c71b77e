using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: shelled-filler, <see cref="ShelledFiller"/>.</summary>
internal sealed class ShelledFillerForm : MixtureForm<ShelledFiller>
{
    public override string Name => "shelled-filler";

    public override string Meaning => "spheres, platelets or tubes in all directions with a changed layer of matrix around them";

    public override string Source => "C.-W. Nan, Prog. Mater. Sci. 37 (1993) 1; M. Ya. Sushko, A. K. Semenov, arXiv:1811.10591";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("matrix", "s_m"),
        LawKey.Function("shell", "s_s, of the matrix near the filler"),
        LawKey.Function("core", "s_k, of the filler; 0 where it insulates"),
        LawKey.Quantity("fraction", QuantityKinds.Number, LawRule.BelowOne, "volume fraction of the filler without shells"),
        LawKey.Word("shape", "form of the filler", "sphere", "platelet", "tube"),
        LawKey.Quantity("radius", QuantityKinds.Length, LawRule.Positive, "radius; the lateral one of a platelet"),
        LawKey.Alternative("thickness", QuantityKinds.Length, LawRule.Positive, "of a platelet"),
        LawKey.Alternative("length", QuantityKinds.Length, LawRule.Positive, "of a tube"),
        LawKey.Quantity("shell-thickness", QuantityKinds.Length, LawRule.NotNegative, "reach of the filler into the matrix"),
    ];

    public override IPropertyFunction? Read(LawReader law)
    {
        var matrix = law.Function("matrix");
        var shell = law.Function("shell");
        var core = law.Function("core");
        double fraction = law.Quantity("fraction");
        string form = law.Word("shape");
        double radius = law.Quantity("radius");
        double layer = law.Quantity("shell-thickness");
        double thickness = Extent(law, "thickness", form is "platelet", form);
        double length = Extent(law, "length", form is "tube", form);
        if (law.HasProblems)
        {
            return null;
        }

        var shape = form switch
        {
            "platelet" => FillerShape.Platelet(radius, thickness, layer),
            "tube" => FillerShape.Tube(radius, length, layer),
            _ => FillerShape.Sphere(radius, layer),
        };
        return new MixtureFunction(new ShelledFiller(shape, fraction), matrix, shell, core);
    }

    protected override void Write(ShelledFiller rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law)
    {
        law.Function("matrix", phases[0]);
        law.Function("shell", phases[1]);
        law.Function("core", phases[2]);
        law.Quantity("fraction", rule.CoreFraction);
        law.Word("shape", rule.Shape.Form switch { FillerForm.Platelet => "platelet", FillerForm.Tube => "tube", _ => "sphere" });
        law.Quantity("radius", rule.Shape.Radius);
        law.Quantity("thickness", rule.Shape.Form == FillerForm.Platelet ? rule.Shape.Extent : double.NaN);
        law.Quantity("length", rule.Shape.Form == FillerForm.Tube ? rule.Shape.Extent : double.NaN);
        law.Quantity("shell-thickness", rule.Shape.ShellThickness);
    }

    /// <summary>An extent that one form has and the others have not.</summary>
    private static double Extent(LawReader law, string key, bool isNeeded, string form)
    {
        if (isNeeded && !law.Has(key))
        {
            law.File.ReportMissing(key, $"the {key} of a {form}, such as {key}: \"{QuantityKinds.Length.Example}\"");
        }
        else if (!isNeeded && law.Has(key))
        {
            law.Report(key, $"a {form} has no {key}");
        }

        return law.Quantity(key);
    }
}
