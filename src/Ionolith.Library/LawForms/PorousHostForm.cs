using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: porous-host, <see cref="PorousHost"/>.</summary>
internal sealed class PorousHostForm : MixtureForm<PorousHost>
{
    public override string Name => "porous-host";

    public override string Meaning => "framework that insulates, filled with a salt solution: s_e eps/tau^2, or s_e eps^m after Archie";

    public override string Source => "G. E. Archie, Trans. AIME 146 (1942) 54; N. Epstein, Chem. Eng. Sci. 44 (1989) 777";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("electrolyte", "s_e, in the pores"),
        LawKey.Quantity("porosity", QuantityKinds.Number, LawRule.AboveZero, "eps, the filled volume fraction"),
        LawKey.Alternative("tortuosity-factor", QuantityKinds.Number, LawRule.AtLeastOne, "tau^2; or the exponent"),
        LawKey.Alternative("exponent", QuantityKinds.Number, LawRule.AtLeastOne, "m of Archie's law; or the factor"),
    ];

    public override IPropertyFunction Read(LawReader law)
    {
        law.File.RequireOneOf(required: true, "tortuosity-factor", "exponent");
        var electrolyte = law.Function("electrolyte");
        double porosity = law.Quantity("porosity");
        double factor = law.Quantity("tortuosity-factor");
        double exponent = law.Quantity("exponent");
        return new MixtureFunction(law.Has("exponent") ? PorousHost.Archie(porosity, exponent) : new PorousHost(porosity, factor), electrolyte);
    }

    protected override void Write(PorousHost rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law)
    {
        law.Function("electrolyte", phases[0]);
        law.Quantity("porosity", rule.Porosity);
        law.Quantity("tortuosity-factor", rule.TortuosityFactor);
    }
}
