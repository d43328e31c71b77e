using Ionolith.Cells.BasicModels;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.BasicModels;

/// <summary>The engine against plain textbook models on the same volumes, with another time integration and other unknowns.</summary>
public sealed class BasicModelTests
{
    [Theory]
    [InlineData(12)]
    [InlineData(-12)]
    [InlineData(48)]
    public void Liquid_cell_agrees_with_the_textbook_model_to_a_microvolt(double current)
    {
        MeshOptions mesh = new() { ElectrodeVolumes = 4, SeparatorVolumes = 3, Shells = 4, ShellGrading = 1.2 };
        double[] times = current < 0 ? [2, 30, 200, 600] : [2, 30, 200, 900];
        BasicDfn basic = new()
        {
            Negative = Electrode(0.6, 126, 3.9e-14, 2e-5, 24983.2619938437, ReferenceCells.GraphitePotential.Value, 19986.609595075),
            Positive = Electrode(0.5, 16.6, 1e-13, 6e-7, 51217.9257309275, ReferenceCells.LithiumCobaltOxidePotential.Value, 30730.7554385565),
            Separator = 2.5e-5,
            SeparatorNodes = 3,
            InitialConcentration = 1000,
            Conductivity = c => 0.0911 + (1.9101e-3 * c) - (1.052e-6 * c * c) + (0.1554e-9 * c * c * c),
            Diffusivity = c => 5.34e-10 * Math.Exp(-0.65e-3 * c),
            Transference = 0.4,
            Particle = new(4, 1.2),
        };
        double[] expected = basic.Discharge(current, times, 40);
        double[] engine = new ModelRun(ReferenceCells.Marquis(mesh), 1e-9, 1e-11).Discharge(current).Voltages(times);
        for (int i = 0; i < times.Length; i++)
        {
            Tolerance.Scaled(expected[i], engine[i], 1, 1e-6, $"voltage at {times[i]} s, V");
        }

        static BasicElectrode Electrode(
            double share, double sigma, double diffusivity, double rate, double maximum, Func<double, double> potential, double initial) => new(
            1e-4, 4, 0.3, Math.Pow(0.3, 1.5), sigma * Math.Pow(share, 1.5), share, 1e-5, diffusivity, maximum, potential,
            (x, c) => rate * Math.Sqrt(c) * Math.Sqrt(maximum * x) * Math.Sqrt(maximum * (1 - x)), initial / maximum);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(-20)]
    public void Solid_state_cell_agrees_with_the_textbook_model_to_a_microvolt(double current)
    {
        MeshOptions mesh = new() { ElectrodeVolumes = 3, Shells = 4, ShellGrading = 1.1 };
        double[] times = [1, 20, 100, 300];
        double charge = 3600.0 * 274 * 5100;
        BasicSolidStateCell basic = new()
        {
            SeparatorResistance = 2.5e-5 / 0.01,
            LithiumExchangeCurrent = 96487 * Math.Sqrt(1000),
            Thickness = 4e-5,
            Ionic = 0.01 * Math.Pow(0.35, 1.5),
            Electronic = 10 * Math.Pow(0.65, 1.5),
            ActiveFraction = 0.6,
            Radius = 2e-6,
            Diffusivity = 1e-14,
            MaximumConcentration = charge / PhysicalConstants.Faraday,
            Potential = ReferenceCells.LithiumCobaltOxidePotential.Value,
            ExchangeCurrent = x => charge * 3e-10 * Math.Sqrt(1000 * x * (1 - x)),
            Initial = 0.5,
            Nodes = 3,
            Particle = new(4, 1.1),
        };
        double[] expected = basic.Discharge(current, times, 2);
        double[] engine = new ModelRun(ReferenceCells.SingleIon(mesh), 1e-9, 1e-11).Discharge(current).Voltages(times);
        for (int i = 0; i < times.Length; i++)
        {
            Tolerance.Scaled(expected[i], engine[i], 1, 1e-6, $"voltage at {times[i]} s, V");
        }
    }

    [Fact]
    public void Extrapolated_euler_steps_tend_to_their_order_of_five()
    {
        // y' = -y^2, 0 = z - y^3: y = 1/(1 + t).
        ConvergenceStudy.Of(4, 3, n =>
        {
            double[] u = [1, 0];
            ExtrapolatedEuler.Integrate(
                (y, rate, f) => (f[0], f[1]) = (rate[0] + (y[0] * y[0]), y[1] - (y[0] * y[0] * y[0])), u, 0.5, 0.5 / n, 0.5 / n);
            Tolerance.Relative(u[0] * u[0] * u[0], u[1], 1e-3, "algebraic unknown");
            return Math.Abs(u[0] - (1 / 1.5));
        }).HasOrderAtLeast(4.7);
    }
}
