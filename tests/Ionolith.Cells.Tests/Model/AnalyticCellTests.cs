using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials;
using Ionolith.Materials.Laws;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Model;

/// <summary>Whole cells whose solution is known in closed form.</summary>
public sealed class AnalyticCellTests
{
    private const double F = PhysicalConstants.Faraday, Thermal = PhysicalConstants.GasConstant * 298.15 / F;

    [Fact]
    public void Symmetric_single_ion_cell_is_a_resistor_at_small_current()
    {
        // V = -I (L/kappa + 2 R_ct), R_ct = R T/(F i_0).
        ModelRun run = new(SimpleCells.Symmetric(SimpleCells.Conductor(0.05), 3e-5, 20));
        double current = 1e-3, resistance = (3e-5 / 0.05) + (2 * Thermal / 20);
        Tolerance.Relative(-current * resistance, run.Discharge(current).Voltage, 1e-8, "voltage at rest and on, V");
        Assert.True(run.To(100));
        Tolerance.Relative(-current * resistance, run.Voltage, 1e-8, "voltage after 100 s, V");
    }

    [Fact]
    public void Symmetric_single_ion_cell_follows_the_inverse_hyperbolic_sine_at_large_current()
    {
        ModelRun run = new(SimpleCells.Symmetric(SimpleCells.Conductor(0.05), 3e-5, 20));
        foreach (double current in new[] { 500.0, -500 })
        {
            double exact = -(current * 3e-5 / 0.05) - (4 * Thermal * Math.Asinh(current / 40));
            Tolerance.Relative(exact, run.Discharge(current).Voltage, 1e-12, $"voltage at {current} A/m2");
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(-0.6)]
    public void Salt_between_lithium_electrodes_reaches_the_straight_line_and_its_potential(double share)
    {
        // dc/dx = -(1 - t+) I/(F D); c(0) and c(L) give the potential of the concentration cell.
        const double length = 5e-5, d = 1e-11, t = 0.3, kappa = 0.03, c0 = 1000;
        double limit = 2 * F * d * c0 / (length * (1 - t)), current = share * limit, slope = -(1 - t) * current / (F * d);
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Salt(kappa, d, t), length, 1e9, 40);
        ModelRun run = new ModelRun(cell).Discharge(current);
        Assert.True(run.To(30 * length * length / d));
        for (int m = 0; m < 40; m++)
        {
            double x = (m + 0.5) * length / 40;
            Tolerance.Scaled(c0 + (slope * (x - (length / 2))), run.Concentration(m), c0, 1e-9, $"c at {x}");
        }

        double left = c0 - (slope * length / 2), right = c0 + (slope * length / 2), chi = 2 * Thermal * (1 - t);
        double voltage = -(current * length / kappa) + (chi * Math.Log(right / left)) - (2 * current * Thermal / 1e9);
        Tolerance.Relative(voltage, run.Voltage, 1e-8, "voltage, V");
    }

    [Fact]
    public void Lithium_in_a_salt_reacts_with_the_concentration_at_its_surface()
    {
        // i_0 = 5 A/m2 (c/1000)^0.6 on both sides, c from the straight line of the steady state.
        const double length = 5e-5, d = 1e-11, t = 0.3, kappa = 0.03, current = 20;
        InterfaceKinetics kinetics = new() { ExchangeCurrent = new() { Reference = new ConstantFunction(5), ElectrolyteExponent = 0.6 } };
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Salt(kappa, d, t), length, 1, 40);
        cell = cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal m ? m with { Kinetics = kinetics } : l)] };
        ModelRun run = new ModelRun(cell).Discharge(current);
        Assert.True(run.To(30 * length * length / d));
        double half = -(1 - t) * current / (F * d) * length / 2, left = 1000 - half, right = 1000 + half;
        double voltage = -(current * length / kappa) + (2 * Thermal * (1 - t) * Math.Log(right / left)) - Eta(left) - Eta(right);
        Tolerance.Relative(voltage, run.Voltage, 1e-8, "voltage, V");

        static double Eta(double c) => 2 * Thermal * Math.Asinh(current / (2 * 5 * Math.Pow(c / 1000, 0.6)));
    }

    [Fact]
    public void Just_below_the_limiting_current_the_cell_is_steady_and_just_above_its_salt_runs_out()
    {
        const double length = 5e-5, d = 1e-11, t = 0.3;
        double limit = 2 * F * d * 1000 / (length * (1 - t)), relaxation = length * length / d;
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Salt(0.03, d, t), length, 1e9, 40);
        ModelRun below = new ModelRun(cell, 1e-6, 1e-8).Discharge(0.99 * limit);
        Assert.True(below.To(20 * relaxation));
        Tolerance.Relative(0.01 * 1000, below.Model.Parts.SaltEnds[1].Concentration, 1e-5, "salt at the right electrode");
        ModelRun above = new ModelRun(cell, 1e-6, 1e-8).Discharge(1.05 * limit);
        Assert.False(above.To(20 * relaxation));

        // Slab with constant flux at both ends: c(L) - c0 = slope L/2 [1 - (8/pi^2) sum of exp(-(2k+1)^2 pi^2 D t/L^2)/(2k+1)^2].
        Tolerance.Relative(DepletionTime(1.05, relaxation), above.Time, 2e-3, "time of depletion, s");
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void Far_above_the_limiting_current_the_salt_runs_out_at_sands_time(double times)
    {
        // t = pi D [F c0/(2 I (1 - t+))]^2. Source: H. J. S. Sand, Phil. Mag. 1 (1901) 45.
        const double length = 5e-5, d = 1e-11, t = 0.3;
        double current = times * 2 * F * d * 1000 / (length * (1 - t));
        double sand = Math.PI * d * Math.Pow(F * 1000 / (2 * current * (1 - t)), 2);
        ConvergenceStudy study = ConvergenceStudy.Of(80, 2, volumes =>
        {
            CellDescription cell = SimpleCells.Symmetric(SimpleCells.Salt(0.03, d, t), length, 1e9, volumes);
            ModelRun run = new ModelRun(cell, 1e-6, 1e-9).Discharge(current);
            Assert.False(run.To(2 * sand));
            return Math.Abs((run.Time / sand) - 1);
        });
        Tolerance.Below(0.01, study.Errors[^1], $"deviation from Sand's time on 160 volumes; {study}");
    }

    [Fact]
    public void Composite_with_linear_kinetics_has_the_resistance_of_the_transmission_line()
    {
        // No diffusion limit, flat potential, small current. Source of the formula: R. de Levie, Electrochim. Acta 9 (1964) 1231.
        const double ionic = 0.05, electronic = 0.02, exchange = 0.4, length = 1e-4, radius = 1e-6, current = 1e-3;
        double area = 3 * 0.5 / radius, nu = length * Math.Sqrt(area * exchange / Thermal * ((1 / ionic) + (1 / electronic)));
        Assert.InRange(nu, 1, 6);
        double bracket = 1 + ((2 + (((ionic / electronic) + (electronic / ionic)) * Math.Cosh(nu))) / (nu * Math.Sinh(nu)));
        double exact = length / (ionic + electronic) * bracket;
        ConvergenceStudy study = ConvergenceStudy.Of(10, 3, volumes =>
        {
            CellDescription cell = SimpleCells.Composite(
                new ConstantFunction(3), exchange, 1e-9, new() { ElectrodeVolumes = volumes, Shells = 3 }, ionic, electronic, radius);
            double voltage = new ModelRun(cell).Discharge(current).Voltage, separator = 1e-5 / 0.1;
            return Math.Abs(((3 - voltage) / current) - separator - exact) / exact;
        });
        study.HasOrder(2);
        Tolerance.Below(1e-3, study.Errors[^1], $"relative error of the resistance on 40 volumes; {study}");
    }

    [Fact]
    public void Particle_in_a_cell_takes_up_charge_as_cottrell_says()
    {
        // Voltage step on a linear potential with fast kinetics: the surface jumps and the current falls as 1/sqrt(t):
        // i = F c_max dx sqrt(D/(pi t)) - F c_max dx D/R at early times.
        const double d = 1e-15, radius = 5e-6, drop = 0.05;
        CellDescription cell = SimpleCells.Composite(
            FormulaFunction.Polynomial(4, -1), 1e6, d, new() { ElectrodeVolumes = 1, Shells = 200, ShellGrading = 1.03 }, 1e6, 1e6, radius);
        cell = cell with
        {
            Layers = [cell.Layers[0], ((ElectrolyteLayer)cell.Layers[1]) with { Electrolyte = SimpleCells.Conductor(1e6) }, cell.Layers[2]],
        };
        ModelRun run = new ModelRun(cell, 1e-7, 1e-10).Hold(ControlMode.Voltage, 3.5 - drop, 1e-6);
        double area = 3 * 0.5 / radius * 1e-4;
        foreach (double tau in new[] { 2e-4, 1e-3, 4e-3 })
        {
            double time = tau * radius * radius / d;
            Assert.True(run.To(time));
            double flux = F * 50_000 * drop * ((Math.Sqrt(d / (Math.PI * time))) - (d / radius));
            Tolerance.Relative(area * flux, run.Current, 3e-3, $"current at tau = {tau}, A/m2");
        }
    }

    [Fact]
    public void Double_layer_charges_with_its_time_constant_and_is_not_jumped_over()
    {
        // One node, flat potential: eta = I/a R_ct [1 - exp(-t/(R_ct C))].
        const double exchange = 0.5, capacitance = 0.2, current = 1;
        CellDescription cell = SimpleCells.Composite(
            new ConstantFunction(3), exchange, 1e-9, new() { ElectrodeVolumes = 1, Shells = 3 }, 1e6, 1e6);
        PorousElectrode electrode = (PorousElectrode)cell.Layers[2];
        ActivePhase phase = electrode.ActivePhases[0];
        phase = phase with { Kinetics = phase.Kinetics with { DoubleLayerCapacitance = capacitance } };
        cell = cell with { Layers = [cell.Layers[0], cell.Layers[1], electrode with { ActivePhases = [phase] }] };
        double charge = Thermal / exchange, constant = charge * capacitance, density = current / (3 * 0.5 / 1e-6 * 1e-4);
        ModelRun run = new ModelRun(cell, 1e-10, 1e-14).Discharge(current);
        Tolerance.Relative(3 - (current * 1e-5 / 0.1), run.Voltage, 1e-9, "voltage at once, V");
        foreach (double share in new[] { 0.2, 1, 3, 20 })
        {
            Assert.True(run.To(share * constant));
            double eta = density * charge * (1 - Math.Exp(-share)), seen = 3 - (current * 1e-5 / 0.1) - run.Voltage;
            Tolerance.Relative(eta, seen, 1e-4, $"overpotential after {share} time constants, V");
        }
    }

    [Fact]
    public void Double_layer_in_one_electrode_leaves_the_other_free_to_follow_a_jump()
    {
        CellDescription cell = ReferenceCells.Marquis(new() { ElectrodeVolumes = 5, SeparatorVolumes = 4, Shells = 4 });
        PorousElectrode positive = (PorousElectrode)cell.Layers[2];
        ActivePhase phase = positive.ActivePhases[0];
        phase = phase with { Kinetics = phase.Kinetics with { DoubleLayerCapacitance = 0.2 } };
        CellDescription layered = cell with { Layers = [cell.Layers[0], cell.Layers[1], positive with { ActivePhases = [phase] }] };
        ModelRun plain = new ModelRun(cell, 1e-6).Discharge(24), charged = new ModelRun(layered, 1e-6).Discharge(24);
        Assert.True(charged.Voltage > plain.Voltage + 1e-3, "The positive overpotential is not there at once.");
        Assert.True(charged.Voltage < 3.855 - 0.01, "The negative overpotential is.");
        Tolerance.Scaled(plain.Voltages(60)[0], charged.Voltages(60)[0], 1, 1e-4, "voltage after a minute, V");
    }

    [Theory]
    [InlineData("Power", 60)]
    [InlineData("Resistance", 0.2)]
    [InlineData("Voltage", 3.6)]
    public void A_held_quantity_is_held_at_every_step(string held, double value)
    {
        ControlMode mode = Enum.Parse<ControlMode>(held);
        MeshOptions mesh = new() { ElectrodeVolumes = 5, SeparatorVolumes = 4, Shells = 5 };
        ModelRun run = new ModelRun(ReferenceCells.Marquis(mesh), 1e-5).Hold(mode, value);
        double worst = Defect();
        Assert.True(run.To(600, () => worst = Math.Max(worst, Defect())));
        Tolerance.Below(1e-8, worst, $"largest relative deviation of the {mode}");

        double Defect() => Math.Abs((mode switch
        {
            ControlMode.Power => run.Voltage * run.Current,
            ControlMode.Resistance => run.Voltage / run.Current,
            _ => run.Voltage,
        } / value) - 1);
    }

    private static double DepletionTime(double share, double relaxation)
    {
        // share [1 - (8/pi^2) sum ...] = 1.
        double low = 0, high = 20;
        for (int i = 0; i < 100; i++)
        {
            double middle = 0.5 * (low + high), sum = 0;
            for (int k = 1; k < 400; k += 2)
            {
                sum += Math.Exp(-k * k * Math.PI * Math.PI * middle) / (k * k);
            }

            (low, high) = share * (1 - (8 / (Math.PI * Math.PI) * sum)) > 1 ? (low, middle) : (middle, high);
        }

        return low * relaxation;
    }
}
