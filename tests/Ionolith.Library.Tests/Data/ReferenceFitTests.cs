using Ionolith.Materials.Laws;
using Xunit;

namespace Ionolith.Library.Tests.Data;

/// <summary>The fits of the library against values of the parameter sets they come from.</summary>
/// <remarks>
/// Values of the sets Marquis2019, Chen2020 and Xu2019 through PyBaMM (commit 7c9f5bd8, Copyright (c) 2018 the PyBaMM team, BSD-3-Clause),
/// at 298.15 K, evaluated there to ten digits.
/// </remarks>
public sealed class ReferenceFitTests
{
    public static TheoryData<string, string> Properties => new()
    {
        { "graphite-mcmb", "open-circuit-potential" },
        { "lco", "open-circuit-potential" },
        { "graphite-mcmb", "entropic-coefficient" },
        { "lco", "entropic-coefficient" },
        { "lipf6-ec-dmc", "diffusivity" },
        { "lipf6-ec-dmc", "conductivity" },
        { "graphite-siox", "open-circuit-potential" },
        { "nmc811", "open-circuit-potential" },
        { "lipf6-ec-emc", "diffusivity" },
        { "lipf6-ec-emc", "conductivity" },
        { "nmc532", "open-circuit-potential" },
        { "lipf6-valoen", "diffusivity" },
        { "lipf6-valoen", "conductivity" },
    };

    private static readonly (string Material, string Property, (double At, double Value)[] Points)[] Reference =
    [
        ("graphite-mcmb", "open-circuit-potential",
        [
            (0.002, 1.499845798), (0.03, 0.3554785247), (0.075, 0.3042555135), (0.145, 0.2768559586),
            (0.215, 0.2353599858), (0.285, 0.2165978177), (0.355, 0.2157453149), (0.425, 0.212648405),
            (0.495, 0.1976686575), (0.565, 0.1799601632), (0.635, 0.1785625269), (0.705, 0.1778037743),
            (0.775, 0.176257057), (0.845, 0.1710922141), (0.915, 0.1044835562),
        ]),
        ("lco", "open-circuit-potential",
        [
            (0.002, 4.713670523), (0.03, 4.706031983), (0.075, 4.688300874), (0.145, 4.642297518),
            (0.215, 4.570220402), (0.285, 4.481467692), (0.355, 4.392129171), (0.425, 4.300131252),
            (0.495, 4.20158424), (0.565, 4.060576318), (0.635, 3.987951886), (0.705, 3.936700682),
            (0.775, 3.916340954), (0.845, 3.909242274), (0.915, 3.902253942),
        ]),
        ("graphite-mcmb", "entropic-coefficient",
        [
            (0.002, -0.00567413566), (0.03, -0.0002057088342), (0.075, -8.217634988e-06), (0.145, -2.77593765e-05),
            (0.215, -1.93365277e-05), (0.285, -2.633821779e-06), (0.355, -7.22191648e-07), (0.425, -2.725497832e-06),
            (0.495, -1.812924431e-05), (0.565, -2.029655786e-06), (0.635, -3.977449339e-07), (0.705, -5.556341576e-07),
            (0.775, -1.379152161e-06), (0.845, -6.275176055e-06), (0.915, -5.399397664e-05),
        ]),
        ("lco", "entropic-coefficient",
        [
            (0.002, -4.322951965e-06), (0.03, -5.76731762e-06), (0.075, -8.892921316e-06), (0.145, -1.55407024e-05),
            (0.215, -2.188539294e-05), (0.285, -2.386891231e-05), (0.355, -2.320199968e-05), (0.425, -2.539088555e-05),
            (0.495, -7.580689035e-05), (0.565, -1.486347925e-05), (0.635, -1.889916938e-05), (0.705, -8.476766632e-06),
            (0.775, -3.041962655e-06), (0.845, -1.037874879e-06), (0.915, -9.365711821e-06),
        ]),
        ("lipf6-ec-dmc", "diffusivity",
        [
            (50.0, 5.169239882e-10), (400.0, 4.117415468e-10), (750.0, 3.279613739e-10), (1100.0, 2.612285877e-10),
            (1450.0, 2.080744272e-10), (1800.0, 1.657359466e-10), (2150.0, 1.320123975e-10), (2500.0, 1.051508346e-10),
            (2850.0, 8.375499737e-11),
        ]),
        ("lipf6-ec-dmc", "conductivity",
        [
            (50.0, 0.183994425), (400.0, 0.6967656), (750.0, 0.997484375), (1100.0, 1.1261274),
            (1450.0, 1.122671325), (1800.0, 1.0270928), (2150.0, 0.879368475), (2500.0, 0.719475),
            (2850.0, 0.587389025),
        ]),
        ("graphite-siox", "open-circuit-potential",
        [
            (0.002, 2.233679274), (0.03, 1.011291767), (0.075, 0.4979553722), (0.145, 0.266686697),
            (0.215, 0.2115561685), (0.285, 0.1724542027), (0.355, 0.1409640144), (0.425, 0.134086576),
            (0.495, 0.133117011), (0.565, 0.1305920864), (0.635, 0.09947735621), (0.705, 0.09214825465),
            (0.775, 0.09202184076), (0.845, 0.0920200294), (0.915, 0.09202000084),
        ]),
        ("nmc811", "open-circuit-potential",
        [
            (0.002, 4.676880547), (0.03, 4.653977192), (0.075, 4.616385364), (0.145, 4.54991369),
            (0.215, 4.436354143), (0.285, 4.232538827), (0.355, 4.170392281), (0.425, 4.066198567),
            (0.495, 3.978199642), (0.565, 3.874381868), (0.635, 3.78678942), (0.705, 3.726290483),
            (0.775, 3.669351), (0.845, 3.612697044), (0.915, 3.556065165),
        ]),
        ("lipf6-ec-emc", "diffusivity",
        [
            (50.0, 4.6655985e-10), (400.0, 3.413904e-10), (750.0, 2.3776625e-10), (1100.0, 1.556874e-10),
            (1450.0, 9.515385e-11), (1800.0, 5.61656e-11), (2150.0, 3.872265e-11), (2500.0, 4.2825e-11),
            (2850.0, 6.847265e-11),
        ]),
        ("lipf6-ec-emc", "conductivity",
        [
            (50.0, 0.1384035594), (400.0, 0.7049154458), (750.0, 0.9211743649), (1100.0, 0.9387694702),
            (1450.0, 0.8399183155), (1800.0, 0.6870773266), (2150.0, 0.5335349637), (2500.0, 0.4274163412),
            (2850.0, 0.4135935759),
        ]),
        ("nmc532", "open-circuit-potential",
        [
            (0.002, 4.341902873), (0.03, 4.297052767), (0.075, 4.229668192), (0.145, 4.134859366),
            (0.215, 4.050840022), (0.285, 3.976994571), (0.355, 3.913359588), (0.425, 3.860176756),
            (0.495, 3.817445816), (0.565, 3.784477513), (0.635, 3.759446544), (0.705, 3.738944503),
            (0.775, 3.717532833), (0.845, 3.687295736), (0.915, 3.637328493),
        ]),
        ("lipf6-valoen", "diffusivity",
        [
            (50.0, 5.960126022e-10), (400.0, 4.762447825e-10), (750.0, 3.795875211e-10), (1100.0, 3.017243561e-10),
            (1450.0, 2.391251205e-10), (1800.0, 1.889054071e-10), (2150.0, 1.487107849e-10), (2500.0, 1.166214574e-10),
            (2850.0, 9.107379685e-11),
        ]),
        ("lipf6-valoen", "conductivity",
        [
            (50.0, 0.1388217996), (400.0, 0.8291451486), (750.0, 1.136577893), (1100.0, 1.190045631),
            (1450.0, 1.090013631), (1800.0, 0.9118162553), (2150.0, 0.7089863849), (2500.0, 0.5165848474),
            (2850.0, 0.3545298407),
        ]),
    ];

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_fit_has_the_values_of_the_set_it_comes_from(string id, string property)
    {
        var material = CellLibrary.LoadMaterial(id).Require();
        IPropertyFunction function = property switch
        {
            "open-circuit-potential" => material.Active!.OpenCircuitPotential,
            "entropic-coefficient" => material.Active!.EntropicCoefficient,
            "diffusivity" => material.Electrolyte!.Salt!.Diffusivity,
            _ => material.Electrolyte!.Conductivity,
        };
        var points = Array.Find(Reference, r => r.Material.Equals(id, StringComparison.Ordinal) && r.Property.Equals(property, StringComparison.Ordinal)).Points;

        Assert.True(points.Length >= 9);
        Assert.All(points, p => Assert.Equal(p.Value, function.Evaluate(p.At, 298.15).Value, 2e-9 * Math.Max(Math.Abs(p.Value), property is "open-circuit-potential" ? 1 : 0)));
    }
}
