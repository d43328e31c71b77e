using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Materials.Tests.Laws.EffectiveMedia;

public sealed class ShelledFillerTests
{
    private static readonly FillerShape Sphere = FillerShape.Sphere(50e-9, 25e-9);
    private static readonly FillerShape Nanosheet = FillerShape.Platelet(500e-9, 3e-9, 10e-9);
    private static readonly FillerShape Nanotube = FillerShape.Tube(25e-9, 800e-9, 10e-9);

    public static TheoryData<string> Shapes => ["sphere", "sheet", "tube"];

    [Fact]
    public void Depolarisation_factors_are_those_of_sphere_disc_and_needle()
    {
        Tolerance.Relative(1.0 / 3, DepolarisationFactors.Spheroid(1).Axis, 1e-14);
        Tolerance.Relative(1, DepolarisationFactors.Spheroid(1e-6).Axis, 1e-5);
        Tolerance.Scaled(0, DepolarisationFactors.Spheroid(1e5).Axis, 1, 1e-8);
        Tolerance.Relative(0.5, DepolarisationFactors.Spheroid(1e5).Across, 1e-8);

        // Osborn's table: a prolate spheroid of ratio 2 has 0.1736, an oblate one of ratio 1/2 has 0.5272.
        Assert.Equal(0.1736, DepolarisationFactors.Spheroid(2).Axis, 1e-4);
        Assert.Equal(0.5272, DepolarisationFactors.Spheroid(0.5).Axis, 1e-4);
    }

    [Theory]
    [InlineData(1 - 1e-3)]
    [InlineData(1 + 1e-3)]
    public void Depolarisation_factors_have_no_step_where_the_series_takes_over(double aspect) => Tolerance.Relative(
        DepolarisationFactors.Spheroid(aspect * (1 - 1e-9)).Axis, DepolarisationFactors.Spheroid(aspect * (1 + 1e-9)).Axis, 2e-8);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Few_shells_do_not_overlap(string shape) =>
        Tolerance.Relative(Of(shape).ShellRatio * 1e-7, Of(shape).ShellFraction(1e-7), 1e-4);

    [Fact]
    public void A_shell_of_a_sphere_has_the_volume_that_geometry_gives() => Tolerance.Relative(Math.Pow(1.5, 3) - 1, Sphere.ShellRatio, 1e-14);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Many_shells_overlap_and_fill_at_most_what_the_cores_leave(string shape)
    {
        for (double f = 0.05; f < 0.7; f += 0.05)
        {
            double shells = Of(shape).ShellFraction(f);
            Assert.True(shells < f * Of(shape).ShellRatio && shells <= 1 - f);
        }
    }

    [Fact]
    public void Penetrable_shells_agree_with_the_contact_of_hard_spheres()
    {
        // Thin shells: the share is the surface of the spheres, 3 f/r per length, to first order in the thickness.
        double thin = FillerShape.Sphere(1, 1e-7).ShellFraction(0.3);

        Tolerance.Relative(3 * 0.3 * 1e-7, thin, 1e-5);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    public void A_shell_as_thick_as_the_radius_leaves_what_a_further_hard_sphere_finds(double f)
    {
        // Chemical potential of the hard-sphere fluid (Percus-Yevick, compressibility): -ln(1 - f) + f (14 - 13 f + 5 f^2)/(2 (1 - f)^3).
        double outside = (1 - f) * Math.Exp(-f * (14 - (13 * f) + (5 * f * f)) / (2 * Math.Pow(1 - f, 3)));

        Tolerance.Relative(1 - f - outside, FillerShape.Sphere(1e-8, 1e-8).ShellFraction(f), 1e-12);
    }

    [Fact]
    public void Spheres_without_shells_are_the_symmetric_Bruggeman_rule() => Tolerance.Relative(
        new SymmetricBruggeman(0.6, 0.4).Effective(1, 30),
        new ShelledFiller(FillerShape.Sphere(1e-8, 0), 0.4).Effective(1, 7, 30),
        1e-12);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Without_filler_there_is_only_matrix(string shape) =>
        Tolerance.Relative(0.3, new ShelledFiller(Of(shape), 0).Effective(0.3, 5, 0), 1e-13);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_better_shell_on_an_insulating_core_gives_an_optimum(string shape)
    {
        double[] gains = [.. Enumerable.Range(0, 60).Select(i => new ShelledFiller(Of(shape), 0.01 * i).Effective(1, 30, 0))];
        int best = Array.IndexOf(gains, gains.Max());

        Assert.InRange(best, 1, 58);
        Assert.True(gains[best] > 3 && gains[^1] < gains[best]);
    }

    [Fact]
    public void Sheets_reach_their_optimum_at_a_few_per_cent_and_spheres_later()
    {
        static double Best(FillerShape shape) => Enumerable.Range(0, 600).Select(i => 0.001 * i).MaxBy(f => new ShelledFiller(shape, f).Effective(1, 30, 0));

        Assert.InRange(Best(Nanosheet), 0.02, 0.25);
        Assert.True(Best(Nanosheet) < Best(Sphere));
    }

    [Fact]
    public void An_insulating_filler_without_shell_only_blocks() =>
        Assert.True(new ShelledFiller(FillerShape.Platelet(500e-9, 3e-9, 0), 0.02).Effective(1, 1, 0) < 1 - 0.03);

    private static FillerShape Of(string name) => name switch
    {
        "sphere" => Sphere,
        "sheet" => Nanosheet,
        _ => Nanotube,
    };
}
