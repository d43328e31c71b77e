using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Model;

/// <summary>Orders of convergence of whole cells in space and time.</summary>
public sealed class ConvergenceTests
{
    private static readonly double[] Times = [60, 600, 1500, 2700];

    [Fact]
    public void Voltage_converges_with_order_two_in_the_volumes_across_the_cell() => HasOrderTwo(
        [10, 20, 40], 160, n => new() { ElectrodeVolumes = n, SeparatorVolumes = n / 2, Shells = 8 });

    [Fact]
    public void Voltage_converges_with_order_two_in_equal_shells() => HasOrderTwo(
        [10, 20, 40], 160, n => new() { ElectrodeVolumes = 6, SeparatorVolumes = 4, Shells = n, ShellGrading = 1 });

    [Fact]
    public void Voltage_error_follows_the_tolerance_of_the_time_integration()
    {
        MeshOptions mesh = new() { ElectrodeVolumes = 8, SeparatorVolumes = 5, Shells = 8 };
        double[] exact = new ModelRun(ReferenceCells.Marquis(mesh), 1e-10, 1e-12).Discharge(24).Voltages(Times);
        double[] errors = [.. new[] { 1e-4, 1e-5, 1e-6, 1e-7, 1e-8 }.Select(tolerance =>
        {
            double[] v = new ModelRun(ReferenceCells.Marquis(mesh), tolerance, 1e-2 * tolerance).Discharge(24).Voltages(Times);
            return v.Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        })];
        double rate = Math.Log10(errors[0] / errors[^1]) / 4;
        Assert.True(rate is > 0.75 and < 1.25, $"rate {rate}: {string.Join(", ", errors)}");
        Tolerance.Below(1e-4, errors[0], "error at a tolerance of 1e-4, V");
        Tolerance.Below(1e-5, errors[2], "error at a tolerance of 1e-6, V");
    }

    [Fact]
    public void Transient_between_lithium_electrodes_converges_with_order_two_to_the_series()
    {
        // c(x,t) - c0 = -(g L/2) {1 - 2x/L - (8/pi^2) sum over odd k of cos(k pi x/L) exp(-k^2 pi^2 D t/L^2)/k^2}, g = dc/dx at the ends.
        const double length = 5e-5, d = 1e-11, t = 0.3, current = 20, tau = 0.05;
        double slope = -(1 - t) * current / (PhysicalConstants.Faraday * d);
        ConvergenceStudy.Of(10, 4, n =>
        {
            ModelRun run = new ModelRun(SimpleCells.Symmetric(SimpleCells.Salt(0.03, d, t), length, 1e9, n), 1e-10, 1e-12).Discharge(current);
            Assert.True(run.To(tau * length * length / d));
            double worst = 0;
            for (int m = 0; m < n; m++)
            {
                double x = (m + 0.5) / n, sum = 0;
                for (int k = 1; k < 200; k += 2)
                {
                    // Mean over the volume: the cosine falls by sinc(k pi/(2n)).
                    double half = k * Math.PI / (2 * n);
                    sum += Math.Cos(k * Math.PI * x) * (Math.Sin(half) / half) * Math.Exp(-k * k * Math.PI * Math.PI * tau) / (k * k);
                }

                double exact = 1000 - (slope * length / 2 * (1 - (2 * x) - (8 / (Math.PI * Math.PI) * sum)));
                worst = Math.Max(worst, Math.Abs(run.Concentration(m) - exact) / 1000);
            }

            return worst;
        }).HasOrder(2);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(-6)]
    public void Steady_state_with_variable_properties_converges_with_order_two_to_its_quadrature(double current)
    {
        // D(c) dc/dx = -(1 - t+(c)) I/F with mean c0; V = -integral of I/kappa dx + integral of chi dln c.
        const double length = 5e-5, d0 = 1e-11;
        FormulaFunction diffusivity = FormulaFunction.Exponential(d0, -4e-4), plus = FormulaFunction.Polynomial(0.15, 2e-4);
        FormulaFunction kappa = FormulaFunction.Polynomial(0.01, 4e-5, -1.2e-8), factor = FormulaFunction.Polynomial(1, 5e-4);
        Electrolyte salt = new(kappa, diffusivity, plus, factor);
        (double voltage, double left) = salt.Steady(current, length);
        ConvergenceStudy study = ConvergenceStudy.Of(10, 3, n =>
        {
            CellDescription cell = SimpleCells.Symmetric(salt.Described(), length, 1e12, n);
            ModelRun run = new ModelRun(cell, 1e-9, 1e-12).Discharge(current);
            Assert.True(run.To(40 * length * length / d0));
            Tolerance.Relative(left, run.Model.Parts.SaltEnds[0].Concentration, 0.02, "concentration at the left electrode");
            return Math.Abs(run.Voltage - voltage) / Math.Abs(voltage);
        });
        study.HasOrder(2);
        Tolerance.Below(2e-4, study.Errors[^1], $"relative error on 40 volumes; {study}");
    }

    private static void HasOrderTwo(int[] resolutions, int reference, Func<int, MeshOptions> mesh)
    {
        double[] exact = Voltages(reference);
        double[] differences = [.. resolutions.Select(n => Voltages(n).Zip(exact, (a, b) => Math.Abs(a - b)).Max())];
        ConvergenceStudy.AgainstReference(resolutions, reference, 2, differences).HasOrder(2);

        double[] Voltages(int n) => new ModelRun(ReferenceCells.Marquis(mesh(n)), 1e-8, 1e-10).Discharge(24).Voltages(Times);
    }

    private sealed record Electrolyte(FormulaFunction Kappa, FormulaFunction D, FormulaFunction Plus, FormulaFunction Factor)
    {
        public Materials.Substances.Electrolyte Described() => new()
        {
            Id = "variable",
            Name = "variable",
            Conductivity = Kappa,
            Salt = new() { InitialConcentration = 1000, Diffusivity = D, TransferenceNumber = Plus, ThermodynamicFactor = Factor },
        };

        /// <summary>Voltage and concentration at the left electrode, by shooting with Runge and Kutta's fourth order.</summary>
        public (double Voltage, double Left) Steady(double current, double length)
        {
            double low = 100, high = 2500;
            for (int i = 0; i < 80; i++)
            {
                double middle = 0.5 * (low + high);
                (low, high) = Integrate(middle).Mean > 1000 ? (low, middle) : (middle, high);
            }

            return (Integrate(low).Voltage, low);

            (double Mean, double Voltage) Integrate(double c)
            {
                const int n = 2000;
                double h = length / n, mean = 0, voltage = 0;
                for (int i = 0; i < n; i++)
                {
                    double k1 = Slope(c), k2 = Slope(c + (h / 2 * k1)), k3 = Slope(c + (h / 2 * k2)), k4 = Slope(c + (h * k3));
                    double next = c + (h / 6 * (k1 + (2 * k2) + (2 * k3) + k4)), middle = c + (h / 2 * k2);

                    // Simpson's rule for both quadratures over x.
                    mean += (c + (4 * middle) + next) / 6 / n;
                    voltage += h / 6 * (Rise(c) + (4 * Rise(middle)) + Rise(next));
                    c = next;
                }

                return (mean, voltage);
            }

            double Slope(double c) => -(1 - Plus.Value(c)) * current / (PhysicalConstants.Faraday * D.Value(c));

            double Rise(double c) => (-current / Kappa.Value(c)) + (2 * PhysicalConstants.GasConstant * 298.15 / PhysicalConstants.Faraday
                * (1 - Plus.Value(c)) * Factor.Value(c) * Slope(c) / c);
        }
    }
}
