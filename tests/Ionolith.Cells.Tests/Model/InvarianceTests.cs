using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials;
using Ionolith.Materials.Laws;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Model;

/// <summary>Descriptions that mean the same cell give the same voltage.</summary>
public sealed class InvarianceTests
{
    private static readonly MeshOptions Mesh = new() { ElectrodeVolumes = 6, SeparatorVolumes = 4, Shells = 5 };
    private static readonly double[] Times = [1, 20, 200, 1000];

    [Fact]
    public void A_cell_and_its_mirror_image_have_opposite_voltages()
    {
        CellDescription cell = ReferenceCells.Marquis(Mesh), mirror = cell with { Layers = [.. cell.Layers.Reverse()] };
        Same(Run(cell, 24), [.. Run(mirror, -24).Select(v => -v)], 1e-9);
    }

    [Fact]
    public void A_lithium_cell_and_its_mirror_image_have_opposite_voltages()
    {
        CellDescription cell = ReferenceCells.Polymer(Mesh), mirror = cell with { Layers = [.. cell.Layers.Reverse()] };
        Same(Run(cell, 2), [.. Run(mirror, -2).Select(v => -v)], 1e-9);
    }

    [Fact]
    public void A_material_may_be_given_as_two_phases_or_two_sizes()
    {
        CellDescription cell = ReferenceCells.SingleIon(Mesh);
        PorousElectrode electrode = (PorousElectrode)cell.Layers[2];
        ActivePhase whole = electrode.ActivePhases[0];
        CellDescription sizes = With(whole with { Sizes = [new(2e-6, 0.3), new(2e-6, 0.7)] });
        CellDescription phases = With(whole with { VolumeFraction = 0.2 }, whole with { VolumeFraction = 0.4 });
        double[] expected = Run(cell, 10);
        Same(expected, Run(sizes, 10), 1e-8);
        Same(expected, Run(phases, 10), 1e-8);

        CellDescription With(params ActivePhase[] list) =>
            cell with { Layers = [cell.Layers[0], cell.Layers[1], electrode with { ActivePhases = list }] };
    }

    [Fact]
    public void An_electrolyte_layer_may_be_given_in_two_parts()
    {
        CellDescription cell = ReferenceCells.Polymer(Mesh);
        ElectrolyteLayer layer = (ElectrolyteLayer)cell.Layers[1], half = layer with { Thickness = layer.Thickness / 2 };
        CellDescription split = cell with
        {
            Mesh = Mesh with { SeparatorVolumes = 2 },
            Layers = [cell.Layers[0], half with { Name = "left" }, half with { Name = "right" }, cell.Layers[2]],
        };
        Same(Run(cell, 2), Run(split, 2), 1e-9);
    }

    [Fact]
    public void A_resistance_is_the_same_as_a_contact_a_collector_or_a_conductor()
    {
        CellDescription cell = ReferenceCells.SingleIon(Mesh);
        CellDescription contact = cell with { Contacts = [new("lithium", "separator", 2e-3)] };
        CellDescription collector = cell with
        {
            Layers = [new CurrentCollector { Name = "foil", Thickness = 2e-5, Material = new() { Id = "f", Name = "f", Conductivity = 0.01 } }, .. cell.Layers],
        };
        CellDescription conductor = cell with
        {
            Layers =
            [
                cell.Layers[0],
                new ElectrolyteLayer { Name = "coating", Thickness = 1e-6, Electrolyte = SimpleCells.Conductor(5e-4) },
                .. cell.Layers.Skip(1),
            ],
        };
        double[] expected = [.. Run(cell, 10).Select(v => v - (10 * 2e-3))];
        Same(expected, Run(contact, 10), 1e-8);
        Same(expected, Run(collector, 10), 1e-8);
        Same(expected, Run(conductor, 10), 1e-8);
    }

    [Fact]
    public void A_current_that_is_held_by_its_voltage_is_that_current()
    {
        ModelRun run = new ModelRun(ReferenceCells.Marquis(Mesh)).Discharge(24);
        Assert.True(run.To(300));
        double voltage = run.Voltage;
        Tolerance.Relative(24, run.Hold(ControlMode.Voltage, voltage).Current, 1e-9, "at its voltage");
        Tolerance.Relative(24, run.Hold(ControlMode.Power, 24 * voltage).Current, 1e-9, "at its power");
        Tolerance.Relative(24, run.Hold(ControlMode.Resistance, voltage / 24).Current, 1e-9, "at its resistance");
        Tolerance.Relative(voltage, run.Discharge(24).Voltage, 1e-12, "voltage");
    }

    [Fact]
    public void Single_particles_tend_to_the_full_model_at_small_currents()
    {
        // What is left out (uneven reaction) falls with the square of the current at least.
        double[] differences = [.. new[] { 6.0, 3 }.Select(current => Math.Abs(
            Run(ReferenceCells.Marquis(Mesh), current)[^1] - Run(ReferenceCells.Marquis(Mesh with { SingleParticle = true }), current)[^1]))];
        Tolerance.Below(1e-3, differences[0], "difference at C/4, V");
        Assert.True(differences[1] < 0.6 * differences[0], $"{differences[0]}, {differences[1]}");
    }

    [Fact]
    public void A_single_particle_has_the_resistance_of_a_uniform_reaction()
    {
        // The currents are linear in x: a third of the thickness in each conductor, and R_ct over all surface.
        const double ionic = 0.05, electronic = 0.02, exchange = 0.4, current = 1e-3;
        CellDescription cell = SimpleCells.Composite(
            new ConstantFunction(3), exchange, 1e-9, new() { SingleParticle = true, Shells = 3 }, ionic, electronic);
        double thermal = PhysicalConstants.GasConstant * 298.15 / PhysicalConstants.Faraday, surface = 3 * 0.5 / 1e-6 * 1e-4;
        double resistance = (thermal / exchange / surface) + (1e-4 / 3 * ((1 / ionic) + (1 / electronic))) + (1e-5 / 0.1);
        Tolerance.Relative(resistance, (3 - new ModelRun(cell).Discharge(current).Voltage) / current, 1e-8, "resistance, ohm m2");
    }

    [Fact]
    public void Layers_of_salt_that_a_conductor_divides_keep_their_salt_and_have_a_line_each()
    {
        const double length = 2e-5, d = 1e-11, t = 0.3, kappa = 0.03, current = 10;
        CellDescription cell = SimpleCells.Symmetric(SimpleCells.Salt(kappa, d, t), length, 1e9, 20);
        ElectrolyteLayer salt = (ElectrolyteLayer)cell.Layers[1];
        cell = cell with
        {
            Layers =
            [
                cell.Layers[0],
                salt with { Name = "left salt" },
                new ElectrolyteLayer { Name = "hard", Thickness = 1e-5, Electrolyte = SimpleCells.Conductor(0.01) },
                salt with { Name = "right salt", Thickness = 2 * length },
                cell.Layers[2],
            ],
        };
        ModelRun run = new ModelRun(cell).Discharge(current);
        Assert.True(run.To(30 * 4 * length * length / d));
        double slope = -(1 - t) * current / (PhysicalConstants.Faraday * d), thermal = PhysicalConstants.GasConstant * 298.15 / PhysicalConstants.Faraday;
        for (int m = 0; m < 20; m++)
        {
            double x = ((m + 0.5) / 20) - 0.5;
            Tolerance.Relative(1000 + (slope * x * length), run.Concentration(m), 1e-8, $"left {m}");
            Tolerance.Relative(1000 + (slope * x * 2 * length), run.Concentration(20 + m), 1e-8, $"right {m}");
        }

        double Cell(double thickness)
        {
            double half = slope * thickness / 2;
            return (-current * thickness / kappa) + (2 * thermal * (1 - t) * Math.Log((1000 + half) / (1000 - half)));
        }

        double voltage = Cell(length) + Cell(2 * length) - (current * 1e-5 / 0.01) - (2 * current * thermal / 1e9);
        Tolerance.Relative(voltage, run.Voltage, 1e-8, "voltage, V");
    }

    [Fact]
    public void Contacted_share_concentrates_the_current_on_less_surface()
    {
        // One node, flat potential, fast diffusion: R_ct/(a L theta) is all that changes.
        double[] overpotentials = [.. new[] { 1.0, 0.25 }.Select(theta =>
        {
            CellDescription cell = SimpleCells.Composite(
                new ConstantFunction(3), 0.5, 1e-9, new() { ElectrodeVolumes = 1, Shells = 3 }, 1e6, 1e6);
            PorousElectrode electrode = (PorousElectrode)cell.Layers[2];
            ActivePhase phase = electrode.ActivePhases[0] with { ContactedFraction = theta };
            cell = cell with { Layers = [cell.Layers[0], cell.Layers[1], electrode with { ActivePhases = [phase] }] };
            return 3 - (0.1 * 1e-5 / 0.1) - new ModelRun(cell).Discharge(0.1).Voltage;
        })];
        Tolerance.Relative(4, overpotentials[1] / overpotentials[0], 1e-5, "ratio of the overpotentials");
    }

    [Fact]
    public void Temperature_acts_through_the_activation_energies()
    {
        const double energy = 40_000;
        double factor = Math.Exp(energy / PhysicalConstants.GasConstant * ((1 / 298.15) - (1 / 333.15)));
        CellDescription cold = SimpleCells.Symmetric(
            SimpleCells.Conductor(0.05) with { Conductivity = FormulaFunction.Arrhenius(0.05, energy) }, 3e-5, 1e9);
        CellDescription built = cold with { Temperature = 333.15 };
        Tolerance.Relative(-10 * 3e-5 / 0.05, new ModelRun(cold).Discharge(10).Voltage, 1e-6, "at 25 C");
        Tolerance.Relative(-10 * 3e-5 / 0.05 / factor, new ModelRun(built).Discharge(10).Voltage, 1e-6, "at 60 C");
        ModelRun warmed = new(cold);
        warmed.State[warmed.Model.Parts.Layout.Temperature] = 333.15;
        Tolerance.Relative(-10 * 3e-5 / 0.05 / factor, warmed.Discharge(10).Voltage, 1e-6, "warmed to 60 C");
    }

    private static double[] Run(CellDescription cell, double current) => new ModelRun(cell, 1e-10, 1e-12).Discharge(current).Voltages(Times);

    private static void Same(double[] expected, double[] actual, double volts)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Tolerance.Scaled(expected[i], actual[i], 1, volts, $"voltage at {Times[i]} s, V");
        }
    }
}
