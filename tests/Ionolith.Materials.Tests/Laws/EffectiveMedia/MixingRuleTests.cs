using FsCheck;
using FsCheck.Fluent;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Ceramics;
using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.EffectiveMedia;

/// <summary>What holds for every rule.</summary>
public sealed class MixingRuleTests
{
    private static readonly double[] Values = [3, 0.2, 0.05];

    private static Dictionary<string, IMixingRule> All { get; } = new(StringComparer.Ordinal)
    {
        ["maxwell"] = new MaxwellEucken(0.3),
        ["bruggeman"] = new SymmetricBruggeman(0.2, 0.5, 0.3),
        ["gem"] = new GeneralEffectiveMedium(0.4, 0.25, 1.8, 0.9),
        ["gem below its threshold"] = new GeneralEffectiveMedium(0.1, 0.25),
        ["percolation"] = new PercolationPower(0.3, 0.1),
        ["porous host"] = PorousHost.Archie(0.6),
        ["co-continuous"] = new CoContinuous(0.35),
        ["channels"] = new OrientedChannels(0.4, 0.3, 0.3, 0.4),
        ["spheres with shells"] = new ShelledFiller(FillerShape.Sphere(50e-9, 20e-9), 0.1),
        ["platelets with shells"] = new ShelledFiller(FillerShape.Platelet(500e-9, 2e-9, 5e-9), 0.03),
        ["tubes with shells"] = new ShelledFiller(FillerShape.Tube(25e-9, 800e-9, 10e-9), 0.08),
        ["bricks"] = new BrickLayer { GrainSize = 1e-6, BoundaryThickness = 1e-8, FilmThickness = 2e-8, WettedShare = 0.6, RelativeDensity = 0.9 },
    };

    public static TheoryData<string> Rules => new(All.Keys);

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_gradient_is_that_of_central_differences(string name)
    {
        var rule = All[name];
        double[] phases = Values[..rule.PhaseCount];
        double[] gradient = new double[phases.Length];
        double s = rule.Effective(phases, gradient);

        for (int i = 0; i < phases.Length; i++)
        {
            double h = 1e-5 * phases[i];
            double[] up = [.. phases], down = [.. phases];
            up[i] += h;
            down[i] -= h;
            Tolerance.Scaled((rule.Effective(up) - rule.Effective(down)) / (2 * h), gradient[i], s / phases[i], 1e-8, $"{name} {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_effective_property_scales_with_the_unit(string name)
    {
        var rule = All[name];
        double[] phases = Values[..rule.PhaseCount];

        Tolerance.Relative(1e-7 * rule.Effective(phases), rule.Effective(Array.ConvertAll(phases, p => 1e-7 * p)), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_phase_makes_the_mixture_worse_by_conducting_better(string name)
    {
        var rule = All[name];
        double[] gradient = new double[rule.PhaseCount];
        rule.Effective(Values.AsSpan(0, rule.PhaseCount), gradient);

        Assert.All(gradient, g => Assert.True(g >= 0));
    }

    [Theory]
    [InlineData("maxwell")]
    [InlineData("bruggeman")]
    [InlineData("gem")]
    [InlineData("co-continuous")]
    [InlineData("channels")]
    [InlineData("spheres with shells")]
    [InlineData("platelets with shells")]
    [InlineData("tubes with shells")]
    public void Equal_phases_are_one_phase(string name)
    {
        var rule = All[name];
        double[] gradient = new double[rule.PhaseCount];
        double[] phases = new double[rule.PhaseCount];
        Array.Fill(phases, 0.7);

        Tolerance.Relative(0.7, rule.Effective(phases, gradient), 1e-14);
        Tolerance.Relative(1, gradient.Sum(), 1e-12, "sum of the gradient");
    }

    [Fact]
    public void Mixtures_lie_between_the_Wiener_bounds_and_isotropic_ones_between_those_of_Hashin_and_Shtrikman() =>
        Prop.ForAll(ThreePhases(), mix =>
        {
            var (f, s) = mix;
            double[] pair = [f[0] + f[1], f[2]];
            double first = ((f[0] * s[0]) + (f[1] * s[1])) / pair[0];
            double[] two = [first, s[2]];
            Within(WienerBounds.Lower(f, s), new OrientedChannels(0.3, f).Effective(s), WienerBounds.Upper(f, s), "channels");
            Within(HashinShtrikmanBounds.Lower(f, s), new SymmetricBruggeman(f).Effective(s), HashinShtrikmanBounds.Upper(f, s), "Bruggeman");
            Within(HashinShtrikmanBounds.Lower(pair, two), new MaxwellEucken(pair[1]).Effective(two), HashinShtrikmanBounds.Upper(pair, two), "Maxwell");
            Within(WienerBounds.Lower(pair, two), new CoContinuous(pair[0]).Effective(two), HashinShtrikmanBounds.Upper(pair, two), "co-continuous");
            Within(two.Min(), new GeneralEffectiveMedium(pair[0], 0.2).Effective(two.Max(), two.Min()), two.Max(), "general");
            foreach (var shape in new[] { FillerShape.Sphere(5e-8, 1e-8), FillerShape.Platelet(5e-7, 1e-9, 3e-9), FillerShape.Tube(1e-8, 1e-6, 1e-8) })
            {
                var filler = new ShelledFiller(shape, 0.3 * f[0]);
                double[] shares = [1 - filler.CoreFraction - filler.ShellFraction, filler.ShellFraction, filler.CoreFraction];
                Within(HashinShtrikmanBounds.Lower(shares, s), filler.Effective(s), HashinShtrikmanBounds.Upper(shares, s), "filler with shells");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(3UL, 5UL));

    [Fact]
    public void The_bounds_are_in_order_and_meet_where_phases_are_equal() =>
        Prop.ForAll(ThreePhases(), mix =>
        {
            var (f, s) = mix;
            Within(WienerBounds.Lower(f, s), HashinShtrikmanBounds.Lower(f, s), HashinShtrikmanBounds.Upper(f, s), "lower");
            Within(HashinShtrikmanBounds.Lower(f, s), HashinShtrikmanBounds.Upper(f, s), WienerBounds.Upper(f, s), "upper");
            Tolerance.Relative(s[0], HashinShtrikmanBounds.Lower(f, [s[0], s[0], s[0]]), 1e-12);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(7UL, 5UL));

    [Fact]
    public void A_mixture_of_functions_has_the_slopes_of_central_differences()
    {
        var f = new MixtureFunction(
            new SymmetricBruggeman(0.5, 0.3, 0.2),
            new ArrheniusFunction(new ExpressionFunction("0.1 + c/2000", "c"), 30_000, 298.15),
            new VtfFunction(330, 704, 209.15),
            new ConstantFunction(0));
        var at = f.Evaluate(900, 320);

        Tolerance.Relative((f.Evaluate(901, 320).Value - f.Evaluate(899, 320).Value) / 2, at.Slope, 1e-5);
        Tolerance.Relative((f.Evaluate(900, 320.01).Value - f.Evaluate(900, 319.99).Value) / 0.02, at.TemperatureSlope, 1e-6);
        Assert.True(f.DependsOnComposition && f.DependsOnTemperature);
    }

    [Fact]
    public void A_mixture_does_not_exist_where_one_of_its_phases_does_not()
    {
        var f = new MixtureFunction(new MaxwellEucken(0.1), new VtfFunction(330, 704, 209.15), new TableFunction([0.2, 0.5], [1, 2]));

        Assert.Equal((0.2, 0.5), f.Domain);
        Assert.True(double.IsNaN(f.Evaluate(0.3, 200).Value));
        Assert.True(double.IsNaN(f.Evaluate(0.1, 300).Value));
    }

    [Fact]
    public void Impossible_mixtures_are_refused_with_the_numbers()
    {
        static string Message(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;

        Assert.Contains("must lie between 0 and 1, but is 1.2", Message(() => new MaxwellEucken(1.2)), StringComparison.Ordinal);
        Assert.Contains("must add up to 1, but add up to 0.9", Message(() => new SymmetricBruggeman(0.4, 0.5)), StringComparison.Ordinal);
        Assert.Contains("above 0 and below 1, but is 0", Message(() => new GeneralEffectiveMedium(0.5, 0)), StringComparison.Ordinal);
        Assert.Contains("The rule has 2 phases, but 3 properties are given", Message(() => new MaxwellEucken(0.2).Effective(1, 2, 3)), StringComparison.Ordinal);
        Assert.Contains("The rule has 2 phases, but 1 are given", Message(() => new MixtureFunction(new CoContinuous(0.5), new ConstantFunction(1))), StringComparison.Ordinal);
        Assert.Contains("must be 1 or more, but is 0.9", Message(() => new PorousHost(0.5, 0.9)), StringComparison.Ordinal);
        Assert.Contains("at least 10 diameters of 1E-08 m, but is 5E-08 m", Message(() => PercolationPower.TubeThreshold(5e-8, 1e-8)), StringComparison.Ordinal);
        Assert.Contains("must be 0 or more and below 1, but is 1", Message(() => new ShelledFiller(FillerShape.Sphere(1e-8, 0), 1)), StringComparison.Ordinal);
        Assert.Contains("must be thinner than its diameter of 2E-09 m", Message(() => FillerShape.Platelet(1e-9, 1e-8, 0)), StringComparison.Ordinal);
    }

    private static void Within(double lower, double value, double upper, string what) =>
        Assert.True(value >= lower * (1 - 1e-10) && value <= upper * (1 + 1e-10), $"{what}: {value} is not between {lower} and {upper}.");

    /// <summary>Fractions that add up to one and properties over six decades.</summary>
    private static Arbitrary<(double[] Fractions, double[] Phases)> ThreePhases() => Arb.From(
        from parts in Gen.Choose(1, 1000).ArrayOf(3)
        from exponents in Gen.Choose(-3000, 3000).ArrayOf(3)
        select (Array.ConvertAll(parts, p => p / (double)parts.Sum()), Array.ConvertAll(exponents, e => Math.Pow(10, e / 1000.0))));
}
