using Ionolith.Cells.Model;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials;
using Ionolith.Materials.Laws;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Model;

public sealed class ParticleDiffusionTests
{
    private const double Radius = 5e-6, Diffusivity = 1e-14, Maximum = 30_000, Current = -0.02;

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.1)]
    public void Surface_under_constant_flux_converges_to_the_series_solution(double grading)
    {
        double time = 0.1 * Radius * Radius / Diffusivity;
        double exact = ExactSurface(0.1);
        ConvergenceStudy study = ConvergenceStudy.Of(10, 3, n =>
        {
            // A fixed stretch of the whole mesh: the grading of neighbours tends to one as the shells are halved.
            ParticleSystem system = new(Constant(new(n, Math.Pow(grading, 10.0 / n))), 1e-9);
            return Math.Abs(system.Surfaces(0.5, Current, time)[0] - exact) / Math.Abs(exact - 0.5);
        });
        study.HasOrderAtLeast(2);
        Tolerance.Below(2e-4, study.Errors[^1], "relative error of the surface with 40 shells");
    }

    [Fact]
    public void Profile_inside_a_uniform_mesh_converges_with_order_two()
    {
        const double tau = 0.05;
        double time = tau * Radius * Radius / Diffusivity;
        ConvergenceStudy.Of(10, 3, n =>
        {
            RadialMesh mesh = new(n, 1);
            ParticleSystem system = new(Constant(mesh), 1e-9);
            system.Surfaces(0.5, Current, time);
            double sum = 0;
            for (int k = 0; k < n; k++)
            {
                double error = system.Means[k] - ExactMean(mesh, k, tau);
                sum += 3 * mesh.Volumes[k] * error * error;
            }

            return Math.Sqrt(sum);
        }).HasOrder(2);
    }

    [Fact]
    public void Content_of_the_particle_is_the_charge_that_went_in()
    {
        RadialMesh mesh = new(7, 1.2);
        ParticleSystem system = new(Constant(mesh), 1e-6);
        double time = 0.3 * Radius * Radius / Diffusivity;
        system.Surfaces(0.5, Current, time);
        double mean = system.Means.Select((x, k) => 3 * mesh.Volumes[k] * x).Sum();
        double expected = 0.5 - (3 * Current * time / (PhysicalConstants.Faraday * Maximum * Radius));
        Tolerance.Relative(expected, mean, 1e-12, "mean stoichiometry");
    }

    [Fact]
    public void Early_uptake_follows_the_law_of_the_half_space()
    {
        // x_surf - x_0 = 2 q sqrt(t / (pi D)), q = -i/(F c_max), with the first curvature term of the sphere.
        double[] taus = [1e-4, 4e-4];
        ParticleSystem system = new(Constant(new(200, 1.02)), 1e-9);
        double[] surfaces = system.Surfaces(0.5, Current, [.. taus.Select(t => t * Radius * Radius / Diffusivity)]);
        for (int i = 0; i < taus.Length; i++)
        {
            double planar = 2 * Scale * Math.Sqrt(taus[i] / Math.PI);
            Tolerance.Relative(planar + (Scale * taus[i]), surfaces[i] - 0.5, 5e-3, $"tau = {taus[i]}");
        }
    }

    [Fact]
    public void A_law_that_is_constant_gives_the_numbers_of_a_constant()
    {
        RadialMesh mesh = new(9, 1.2);
        ParticleDiffusion constant = Constant(mesh), variable = Variable(mesh, FormulaFunction.VariableConstant(Diffusivity), 3);
        constant = new ConstantDiffusion(mesh, Table(new ConstantFunction(Diffusivity)), 3, 0, Radius, Maximum, 0.8);
        Random random = new(7);
        int current = 9 * 8, size = current + 8;
        double[] y = new double[size], rates = new double[size], change = new double[size], other = new double[size], otherRates = new double[size];
        for (int i = 0; i < size; i++)
        {
            y[i] = i < current ? 0.3 + (0.4 * random.NextDouble()) : random.NextDouble() - 0.5;
        }

        constant.Rates(y, current, rates);
        variable.Rates(y, current, otherRates);
        Same(rates, otherRates, rates.Max(Math.Abs), "rates");
        constant.Forward(y, rates, current, 0.01, thermal: false);
        variable.Forward(y, rates, current, 0.01, thermal: false);
        Same(constant.Surface, variable.Surface, 1, "surface");
        Same(constant.SurfaceChange, variable.SurfaceChange, 1, "change of the surface");
        Same(constant.SurfacePerCurrent, variable.SurfacePerCurrent, constant.SurfacePerCurrent.Max(Math.Abs), "change of the surface with the current");
        for (int i = current; i < size; i++)
        {
            change[i] = other[i] = random.NextDouble();
        }

        constant.Backward(change, current, 0);
        variable.Backward(other, current, 0);
        Same(change, other, change.Max(Math.Abs), "changes of the shells");

        static void Same(double[] expected, double[] actual, double scale, string what)
        {
            for (int i = 0; i < expected.Length; i++)
            {
                Tolerance.Scaled(expected[i], actual[i], scale, 1e-12, $"{what} {i}");
            }
        }
    }

    [Fact]
    public void Variable_diffusivity_follows_an_exact_solution()
    {
        // D = D0 / (1 - x)^... has no simple sphere solution; a manufactured one: the quasi-steady Kirchhoff profile.
        // With D = D0 exp(k x) a steady state under no current must flatten, and the content must not change on the way.
        RadialMesh mesh = new(12, 1);
        ParticleDiffusion diffusion = Variable(mesh, FormulaFunction.Exponential(Diffusivity, 2), 1);
        ParticleSystem system = new(diffusion, 1e-8);
        double time = 0.2 * Radius * Radius / Diffusivity;
        double surface = system.Surfaces(0.5, Current, time)[0];
        double mean = system.Means.Select((x, k) => 3 * mesh.Volumes[k] * x).Sum();
        double meanExpected = 0.5 + (3 * Scale * 0.2);
        Tolerance.Relative(meanExpected, mean, 1e-12, "content");

        // Faster diffusion than D0 at every x: the surface lies below that of the constant law and above the mean.
        double slow = new ParticleSystem(Constant(mesh), 1e-8).Surfaces(0.5, Current, time)[0];
        Assert.True(surface > mean && surface < slow, $"{mean} < {surface} < {slow}");
    }

    private static double Scale => -Current * Radius / (PhysicalConstants.Faraday * Maximum * Diffusivity);

    private static PropertyTable Table(IPropertyFunction function) => new(new CompiledProperty(function, 0, 1, 2048, 298.15));

    private static ConstantDiffusion Constant(RadialMesh mesh) =>
        new(mesh, Table(new ConstantFunction(Diffusivity)), 1, 0, Radius, Maximum, 1);

    private static VariableDiffusion Variable(RadialMesh mesh, IPropertyFunction law, int nodes) =>
        new(mesh, Table(law), nodes, 0, Radius, Maximum, nodes == 1 ? 1 : 0.8);

    // Source: J. Crank, The Mathematics of Diffusion, 2nd ed., Oxford 1975, eq. 6.45, at r = a.
    private static double ExactSurface(double tau) =>
        0.5 + (Scale * ((3 * tau) + 0.2 - (2 * Roots().Sum(a => Math.Exp(-a * a * tau) / (a * a)))));

    // The same averaged over a shell: the mean of sin(a r)/r over r^2 dr is [sin(a r)/a^2 - r cos(a r)/a].
    private static double ExactMean(RadialMesh mesh, int shell, double tau)
    {
        double inner = mesh.Faces[shell], outer = mesh.Faces[shell + 1], volume = mesh.Volumes[shell];
        double parabola = (Math.Pow(outer, 5) - Math.Pow(inner, 5)) / (5 * volume);
        double sum = Roots().Sum(a => Math.Exp(-a * a * tau) / (a * a * Math.Sin(a)) * (Antiderivative(a, outer) - Antiderivative(a, inner)) / volume);
        return 0.5 + (Scale * ((3 * tau) + (parabola / 2) - 0.3 - (2 * sum)));

        static double Antiderivative(double a, double r) => (Math.Sin(a * r) / (a * a)) - (r * Math.Cos(a * r) / a);
    }

    // Positive roots of tan a = a.
    private static IEnumerable<double> Roots()
    {
        for (int n = 1; n <= 200; n++)
        {
            double a = (n + 0.5) * Math.PI;
            for (int i = 0; i < 40; i++)
            {
                a = (n * Math.PI) + Math.Atan(a);
            }

            yield return a;
        }
    }
}
