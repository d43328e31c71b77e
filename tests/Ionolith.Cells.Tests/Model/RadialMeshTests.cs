using Ionolith.Cells.Model;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Model;

public sealed class RadialMeshTests
{
    public static TheoryData<int, double> Meshes => new() { { 1, 1 }, { 2, 1 }, { 2, 1.3 }, { 10, 1 }, { 10, 1.2 }, { 30, 1.1 }, { 20, 0.9 } };

    [Theory]
    [MemberData(nameof(Meshes))]
    public void Shells_fill_the_sphere(int shells, double grading)
    {
        RadialMesh mesh = new(shells, grading);
        Tolerance.Relative(1.0 / 3, mesh.Volumes.Sum(), 1e-14, "volume");
        Assert.Equal(0, mesh.Faces[0]);
        Assert.Equal(1, mesh.Faces[^1]);
        for (int k = 0; k < shells; k++)
        {
            Assert.True(mesh.Faces[k + 1] > mesh.Faces[k], $"shell {k}");
            Assert.InRange(mesh.Centre(k), mesh.Faces[k], mesh.Faces[k + 1]);
        }
    }

    [Theory]
    [InlineData(6, 1.2)]
    [InlineData(6, 1)]
    public void Grading_is_the_ratio_of_neighbouring_thicknesses(int shells, double grading)
    {
        RadialMesh mesh = new(shells, grading);
        for (int k = 1; k < shells; k++)
        {
            double inner = mesh.Faces[k] - mesh.Faces[k - 1], outer = mesh.Faces[k + 1] - mesh.Faces[k];
            Tolerance.Relative(grading, inner / outer, 1e-12, $"shell {k}");
        }
    }

    [Theory]
    [MemberData(nameof(Meshes))]
    public void Surface_value_is_exact_for_a_constant_and_a_parabola_and_with_two_shells_for_the_fourth_power(int shells, double grading)
    {
        RadialMesh mesh = new(shells, grading);
        foreach (int power in shells == 1 ? new[] { 0, 2 } : [0, 2, 4])
        {
            double inner = shells == 1 ? 0 : Mean(mesh, shells - 2, power);
            double value = (mesh.SurfaceOuter * Mean(mesh, shells - 1, power)) + (mesh.SurfaceInner * inner) + (mesh.SurfaceSlope * power);
            Tolerance.Scaled(1, value, 1, 1e-11, $"r^{power}");
        }
    }

    [Theory]
    [MemberData(nameof(Meshes))]
    public void Quasi_steady_parabola_has_its_exact_flux_at_every_face(int shells, double grading)
    {
        // x = r^2 has the flux 2 r^3 through a sphere of radius r, and with it every shell fills at the same rate.
        RadialMesh mesh = new(shells, grading);
        for (int k = 0; k + 1 < shells; k++)
        {
            double flux = mesh.Conductances[k] * (Mean(mesh, k + 1, 2) - Mean(mesh, k, 2));
            Tolerance.Relative(2 * Math.Pow(mesh.Faces[k + 1], 3), flux, 1e-11, $"face {k + 1}");
        }
    }

    // Volume mean of r^n in a shell.
    private static double Mean(RadialMesh mesh, int shell, int n) =>
        (Math.Pow(mesh.Faces[shell + 1], n + 3) - Math.Pow(mesh.Faces[shell], n + 3)) / ((n + 3) * mesh.Volumes[shell]);
}
