using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Laws;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Model;

public sealed class HeatBalanceTests
{
    private static MeshOptions Mesh => new() { ElectrodeVolumes = 5, SeparatorVolumes = 4, Shells = 5 };

    [Fact]
    public void A_resistor_warms_by_joules_law()
    {
        const double capacity = 50, current = 200;
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Conductor(0.05), 3e-5, 1e9) with { Heat = new(capacity, 0) };
        ModelRun run = new ModelRun(cell).Discharge(current);
        Assert.True(run.To(100));
        double expected = current * current * 3e-5 / 0.05 * 100 / capacity;
        Tolerance.Relative(expected, run.State[run.Model.Parts.Layout.Temperature] - 298.15, 1e-6, "warming, K");
    }

    [Fact]
    public void A_resistor_that_is_cooled_settles_where_loss_equals_heat_with_the_right_time_constant()
    {
        const double capacity = 50, current = 200, transfer = 2;
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Conductor(0.05), 3e-5, 1e9) with { Heat = new(capacity, transfer) };
        ModelRun run = new ModelRun(cell).Discharge(current);
        double final = current * current * 3e-5 / 0.05 / transfer;
        foreach (double share in new[] { 0.5, 2, 30 })
        {
            Assert.True(run.To(share * capacity / transfer));
            double warming = run.State[run.Model.Parts.Layout.Temperature] - 298.15;
            Tolerance.Relative(final * (1 - Math.Exp(-share)), warming, 1e-5, $"warming after {share} time constants, K");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void Energy_lost_over_a_discharge_and_charge_and_rest_is_the_heat_stored(double slope)
    {
        // Adiabatic, no entropic term, back at the same uniform stoichiometry: all work is heat, also that of mixing.
        CellDescription cell = SimpleCells.Composite(
            slope == 0 ? new ConstantFunction(3.5) : FormulaFunction.Polynomial(4, slope), 0.4, 1e-14, new() { ElectrodeVolumes = 6, Shells = 5 }) with
        { Heat = new(200, 0) };
        ModelRun run = new ModelRun(cell, 1e-7, 1e-9).Discharge(20);
        Assert.True(run.To(600));
        Assert.True(run.Discharge(-20).To(1200));
        Assert.True(run.Discharge(0).To(40_000));
        StateLayout layout = run.Model.Parts.Layout;
        double charge = run.State[layout.Charge], lost = -run.State[layout.Energy], stored = 200 * (run.State[layout.Temperature] - 298.15);
        Tolerance.Scaled(0, charge, 20 * 600, 1e-12, "net charge, C/m2");
        Assert.True(stored > 1, $"{stored} J/m2");
        Tolerance.Relative(lost, stored, 1e-5, "energy lost against heat stored, J/m2");
    }

    [Fact]
    public void Heat_on_a_sloped_potential_is_the_energy_lost_against_the_surfaces()
    {
        // dU/dT = 0: integral of (I V) = integral of I (U_surf) - heat; with fast diffusion U_surf is the open-circuit potential.
        CellDescription cell = SimpleCells.Composite(
            FormulaFunction.Polynomial(4, -1), 0.4, 1e-11, new() { ElectrodeVolumes = 1, Shells = 3 }) with
        { Heat = new(200, 0) };
        ModelRun run = new ModelRun(cell, 1e-8, 1e-10).Discharge(20);
        Assert.True(run.To(1000));
        StateLayout layout = run.Model.Parts.Layout;
        double q = run.State[layout.Charge], capacity = 50_000 * 96485.33212331 * 0.5 * 1e-4;
        double reversible = (3.5 * q) - (q * q / (2 * capacity)), stored = 200 * (run.State[layout.Temperature] - 298.15);
        Tolerance.Relative(reversible - run.State[layout.Energy], stored, 1e-4, "heat stored, J/m2");
    }

    [Theory]
    [InlineData(1e-14, 0)]
    [InlineData(3e-15, 0)]
    [InlineData(1e-14, 5e-4)]
    public void With_slow_diffusion_and_a_rest_the_heat_is_the_enthalpy_less_the_work(double diffusivity, double entropic)
    {
        // Adiabatic. H = U - T dU/dT does not depend on temperature; lithium metal is at zero.
        FormulaFunction potential = FormulaFunction.Polynomial(4, -1, -0.5);
        CellDescription cell = SimpleCells.Composite(potential, 0.4, diffusivity, new() { ElectrodeVolumes = 4, Shells = 8 }, x: 0.2) with { Heat = new(2000, 0) };
        PorousElectrode electrode = (PorousElectrode)cell.Layers[2];
        ActivePhase phase = electrode.ActivePhases[0];
        phase = phase with { Material = phase.Material with { EntropicCoefficient = new ConstantFunction(entropic) } };
        cell = cell with { Layers = [cell.Layers[0], cell.Layers[1], electrode with { ActivePhases = [phase] }] };
        ModelRun run = new ModelRun(cell, 1e-7, 1e-9).Discharge(20);
        Assert.True(run.To(2000));
        Assert.True(run.Discharge(0).To(200_000));
        StateLayout layout = run.Model.Parts.Layout;
        double q = run.State[layout.Charge], x = 0.2 + (q / (50_000 * 96485.33212331 * 0.5 * 1e-4));
        double Enthalpy(double s) => (4 * s) - (s * s / 2) - (0.5 * s * s * s / 3) - (298.15 * entropic * s);
        double released = q * (Enthalpy(x) - Enthalpy(0.2)) / (x - 0.2), stored = 2000 * (run.State[layout.Temperature] - 298.15);
        Tolerance.Relative(released - run.State[layout.Energy], stored, 1e-4, "heat stored, J/m2");
    }

    [Theory]
    [InlineData(24)]
    [InlineData(-24)]
    public void Reversible_heat_has_the_sign_of_the_entropic_coefficient(double current)
    {
        // At very small losses Q = I T dU/dT of the cell: the positive electrode takes lithium on discharge.
        CellDescription cell = SimpleCells.Composite(
            new ConstantFunction(3.5), 1e4, 1e-9, new() { ElectrodeVolumes = 1, Shells = 3 }, 1e6, 1e6) with
        { Heat = new(200, 0) };
        PorousElectrode electrode = (PorousElectrode)cell.Layers[2];
        ActivePhase phase = electrode.ActivePhases[0];
        phase = phase with { Material = phase.Material with { EntropicCoefficient = new ConstantFunction(1e-3) } };
        cell = cell with
        {
            Layers =
            [
                cell.Layers[0],
                ((ElectrolyteLayer)cell.Layers[1]) with { Electrolyte = SimpleCells.Conductor(1e6) },
                electrode with { ActivePhases = [phase] },
            ],
        };
        ModelRun run = new ModelRun(cell).Discharge(current);
        Assert.True(run.To(10));
        double warming = run.State[run.Model.Parts.Layout.Temperature] - 298.15;

        // Discharge takes heat up where dU/dT is positive (T dS of the cell reaction is positive).
        Tolerance.Relative(-current * 298.15 * 1e-3 * 10 / 200, warming, 5e-3, "change of temperature, K");
        Tolerance.Relative(3.5 + (1e-3 * warming), run.Voltage, 1e-5, "voltage, V");
    }

    [Fact]
    public void Temperature_at_the_default_tolerance_is_accurate_to_a_tenth_of_a_kelvin()
    {
        double[] temperatures = [.. new[] { 1e-4, 1e-8 }.Select(tolerance =>
        {
            ModelRun run = new ModelRun(ReferenceCells.Marquis(Mesh, new(300, 1)), tolerance, 1e-2 * tolerance).Discharge(48);
            Assert.True(run.To(1500));
            return run.State[run.Model.Parts.Layout.Temperature];
        })];
        Assert.True(temperatures[1] > 303, $"{temperatures[1]} K is hardly warm.");
        Tolerance.Below(0.1, temperatures[1] - temperatures[0], "difference, K");
    }

    [Fact]
    public void Ambient_temperature_is_reached_at_rest()
    {
        ModelRun run = new ModelRun(ReferenceCells.Marquis(Mesh, new(300, 5)));
        run.Model.Ambient = 320;
        Assert.True(run.Discharge(0).To(3000));
        Tolerance.Relative(320, run.State[run.Model.Parts.Layout.Temperature], 1e-6, "temperature, K");
    }
}
