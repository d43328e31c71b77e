using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Ceramics;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>law: brick-layer, <see cref="BrickLayer"/>.</summary>
internal sealed class BrickLayerForm : MixtureForm<BrickLayer>
{
    public override string Name => "brick-layer";

    public override string Meaning => "polycrystal: cubes of grain, boundaries between them, a second phase that wets a share of these, pores";

    public override string Source => "T. van Dijk, A. J. Burggraaf, Phys. Status Solidi A 63 (1981) 229";

    public override IReadOnlyList<LawKey> Keys { get; } =
    [
        LawKey.Function("grain", "s_g, of the grains"),
        LawKey.Function("boundary", "s_gb, of the boundaries"),
        LawKey.Function("film", "s_f, of the second phase on wetted boundaries; needed with a film thickness") with { IsOptional = true },
        LawKey.Quantity("grain-size", QuantityKinds.Length, LawRule.Positive, "D"),
        LawKey.Quantity("boundary-thickness", QuantityKinds.Length, LawRule.Positive, "d"),
        LawKey.Quantity("film-thickness", QuantityKinds.Length, LawRule.NotNegative, 0, "e"),
        LawKey.Quantity("wetted-share", QuantityKinds.Number, LawRule.Fraction, 1, "w"),
        LawKey.Quantity("relative-density", QuantityKinds.Number, LawRule.AboveZero, 1, "rho"),
        LawKey.Quantity("density-exponent", QuantityKinds.Number, LawRule.AtLeastOne, 1.5, "m, of Archie's law"),
    ];

    public override IPropertyFunction? Read(LawReader law)
    {
        var grain = law.Function("grain");
        var boundary = law.Function("boundary");
        var film = law.OptionalFunction("film") ?? new ConstantFunction(0);
        double grainSize = law.Quantity("grain-size");
        double boundaryThickness = law.Quantity("boundary-thickness");
        double filmThickness = law.Quantity("film-thickness");
        double wettedShare = law.Quantity("wetted-share");
        double density = law.Quantity("relative-density");
        double exponent = law.Quantity("density-exponent");
        if (filmThickness > 0 && !law.Has("film"))
        {
            law.File.ReportMissing("film", "the property of the film, because it has a thickness");
        }

        if (law.HasProblems)
        {
            return null;
        }

        var rule = new BrickLayer
        {
            GrainSize = grainSize,
            BoundaryThickness = boundaryThickness,
            FilmThickness = filmThickness,
            WettedShare = wettedShare,
            RelativeDensity = density,
            DensityExponent = exponent,
        };
        return new MixtureFunction(rule, grain, boundary, film);
    }

    protected override void Write(BrickLayer rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law)
    {
        law.Function("grain", phases[0]);
        law.Function("boundary", phases[1]);
        law.Function("film", phases[2]);
        law.Quantity("grain-size", rule.GrainSize);
        law.Quantity("boundary-thickness", rule.BoundaryThickness);
        law.Quantity("film-thickness", rule.FilmThickness);
        law.Quantity("wetted-share", rule.WettedShare);
        law.Quantity("relative-density", rule.RelativeDensity);
        law.Quantity("density-exponent", rule.DensityExponent);
    }
}
