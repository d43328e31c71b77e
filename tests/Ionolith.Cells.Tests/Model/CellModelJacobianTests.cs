using System.Globalization;
using Ionolith.Cells.Light;
using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Cells.Tests.Light;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;
using Xunit;

namespace Ionolith.Cells.Tests.Model;

/// <summary>Newton's iteration of the whole model converges quadratically: every partial derivative is exact.</summary>
/// <remarks>
/// From a solution disturbed by e in all unknowns, one iteration with an exact matrix leaves e^2; any derivative that is missing or
/// wrong leaves e. The order is taken block by block, so that an error in one field cannot hide behind another.
/// </remarks>
public sealed class CellModelJacobianTests
{
    private const double Shift = 0.05;

    public static TheoryData<string> Modes => new() { "Current", "Voltage", "Power", "Resistance" };

    [Theory]
    [MemberData(nameof(Modes))]
    public void Liquid_cell_isothermal(string mode) => QuadraticEverywhere(ReferenceCells.Marquis(Mesh), mode, 24);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Liquid_cell_with_heat_and_temperature_dependent_properties(string mode) => QuadraticEverywhere(Warm(), mode, 24);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Single_ion_cell(string mode) => QuadraticEverywhere(ReferenceCells.SingleIon(Mesh), mode, 20);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Polymer_cell_whose_salt_ends_at_lithium(string mode) => QuadraticEverywhere(ReferenceCells.Polymer(Mesh), mode, 2);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Layers_of_salt_and_single_ion_conductor_in_turn(string mode) => QuadraticEverywhere(Sandwich(), mode, 5);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Single_ion_cell_with_heat(string mode) => QuadraticEverywhere(WarmSingleIon(), mode, 20);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Layers_of_salt_and_single_ion_conductor_with_heat(string mode) => QuadraticEverywhere(WarmSandwich(), mode, 5);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Hosts_with_hysteresis_and_heat(string mode) => QuadraticEverywhere(WithHysteresis(Warm()), mode, 24);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Single_ion_cell_with_hysteresis(string mode) => QuadraticEverywhere(WithHysteresis(ReferenceCells.SingleIon(Mesh)), mode, 20);

    private static CellDescription WithHysteresis(CellDescription cell) => cell with
    {
        Layers = [.. cell.Layers.Select(layer => layer is PorousElectrode e
            ? e with { ActivePhases = [.. e.ActivePhases.Select(p => p with { Material = p.Material with { Hysteresis = new(0.05, 30) } })] } : layer)],
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void Photocathode_and_leak_with_heat(string mode) => QuadraticEverywhere(Lit(WarmSingleIon()), mode, 20, irradiance: 1000);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Photocathode_in_a_liquid_cell(string mode) => QuadraticEverywhere(Lit(ReferenceCells.Marquis(Mesh)), mode, 24, irradiance: 1000);

    // A junction whose diode takes about half of what the light generates at the voltage of the cell, which separation climbs a little for.
    private static CellDescription Lit(CellDescription cell)
    {
        double volts = 3.7, room = 298.15;
        Photocathode light = LightSample.Photocathode with
        {
            Absorbers = [new("host", 5 * LightSample.ElectronVolt, 1e5, 0.2)],
            Spectrum = new("ultraviolet", [200e-9, 240e-9], [1, 1]),
            Separation = new(1e12, 1e11, -0.05 * LightSample.ElectronVolt),
        };
        double generation = light.Generation(light.Uptake(cell.Layers[^1].Thickness), 1000, room, 1).Current;
        double unit = (light.Diode with { SaturationCurrent = 1 }).Recombination(volts, room, light.JunctionGap).Current;
        light = light with { Diode = light.Diode with { SaturationCurrent = 0.5 * generation / unit } };
        return cell with { LeakResistance = 2, Heat = cell.Heat is null ? null : new(3000, 30), Layers = [.. cell.Layers.Select((l, i) => i == cell.Layers.Count - 1 ? ((PorousElectrode)l) with { Light = light } : l)] };
    }

    private static CellDescription WarmSingleIon()
    {
        CellDescription cell = ReferenceCells.SingleIon(Mesh) with { Heat = new(50, 2) };
        Electrolyte conductor = SimpleCells.Conductor(0.01) with { Conductivity = FormulaFunction.Arrhenius(0.01, 30_000) };
        return cell with
        {
            Layers =
            [
                ((LithiumMetal)cell.Layers[0]) with { Kinetics = WarmLithium(0) },
                ((ElectrolyteLayer)cell.Layers[1]) with { Electrolyte = conductor },
                ((PorousElectrode)cell.Layers[2]) with { Electrolyte = conductor },
            ],
        };
    }

    private static CellDescription WarmSandwich()
    {
        CellDescription cell = Sandwich();
        return cell with
        {
            Heat = new(50, 2),
            Layers = [.. cell.Layers.Select(layer => layer switch
            {
                LithiumMetal lithium => lithium with { Kinetics = WarmLithium(0.4) },
                ElectrolyteLayer e => e with { Electrolyte = Warmed(e.Electrolyte) },
                PorousElectrode p => p with { Electrolyte = Warmed(p.Electrolyte) },
                _ => layer,
            })],
        };

        static Electrolyte Warmed(Electrolyte e) => e.Salt is null
            ? e with { Conductivity = FormulaFunction.Arrhenius(0.02, 30_000) }
            : e with
            {
                Conductivity = (FormulaFunction)e.Conductivity with { ActivationEnergy = 25_000 },
                Salt = e.Salt with { Diffusivity = FormulaFunction.Arrhenius(7.5e-12, 20_000) },
            };
    }

    private static InterfaceKinetics WarmLithium(double exponent) => new()
    {
        AnodicTransferCoefficient = 0.4,
        FilmResistance = 0.003,
        FilmActivationEnergy = 40_000,
        ExchangeCurrent = new() { Reference = FormulaFunction.Arrhenius(5, 35_000), ElectrolyteExponent = exponent },
    };

    private static MeshOptions Mesh => new() { ElectrodeVolumes = 5, SeparatorVolumes = 4, Shells = 4 };

    // Everything at once: two phases of two sizes, variable diffusion, three kinetics laws, films, double layers, entropy, activation energies.
    internal static CellDescription Warm()
    {
        CellDescription cell = ReferenceCells.Marquis(Mesh, new HeatBalance(300, 5));
        Electrolyte electrolyte = ((ElectrolyteLayer)cell.Layers[1]).Electrolyte;
        electrolyte = electrolyte with
        {
            Conductivity = (FormulaFunction)electrolyte.Conductivity with { ActivationEnergy = 15_000 },
            Salt = electrolyte.Salt! with
            {
                Diffusivity = (FormulaFunction)electrolyte.Salt.Diffusivity with { ActivationEnergy = 20_000 },
                TransferenceNumber = FormulaFunction.Polynomial(0.3, 5e-5) with { ActivationEnergy = 1000 },
                ThermodynamicFactor = FormulaFunction.Polynomial(1, 3e-4, 1e-7) with { ActivationEnergy = -2000 },
            },
        };
        PorousElectrode negative = (PorousElectrode)cell.Layers[0], positive = (PorousElectrode)cell.Layers[2];
        ActivePhase graphite = negative.ActivePhases[0], oxide = positive.ActivePhases[0];
        InterfaceKinetics warm = graphite.Kinetics with
        {
            Law = "marcus-hush-chidsey",
            ReorganisationEnergy = 30_000,
            FilmResistance = 0.01,
            FilmActivationEnergy = 30_000,
            ExchangeCurrent = graphite.Kinetics.ExchangeCurrent with
            {
                Reference = new FormulaFunction(x => 12 + (5 * x), _ => 5) { ActivationEnergy = 35_000 },
            },
        };
        graphite = graphite with
        {
            Kinetics = warm,
            Sizes = [new(1e-5, 0.6), new(6e-6, 0.4)],
            ContactedFraction = 0.8,
            Material = graphite.Material with
            {
                EntropicCoefficient = FormulaFunction.Polynomial(2e-4, -5e-4),
                Diffusivity = FormulaFunction.Exponential(3e-14, 1.5) with { ActivationEnergy = 40_000 },
            },
        };
        ActivePhase second = oxide with
        {
            VolumeFraction = 0.1,
            Material = oxide.Material with { Id = "second", OpenCircuitPotential = FormulaFunction.Polynomial(4.3, -0.5) },
            Kinetics = oxide.Kinetics with { AnodicTransferCoefficient = 0.4, DoubleLayerCapacitance = 0.2 },
        };
        oxide = oxide with
        {
            VolumeFraction = 0.4,
            Material = oxide.Material with
            {
                EntropicCoefficient = FormulaFunction.Polynomial(-3e-4, 1e-4),
                Diffusivity = FormulaFunction.Arrhenius(1e-13, 25_000),
            },
        };
        return cell with
        {
            Contacts = [new("negative", "separator", 1e-4, 20_000)],
            Layers =
            [
                negative with { ActivePhases = [graphite], Electrolyte = electrolyte, ElectronicConductivity = FormulaFunction.Arrhenius(20, 10_000) },
                ((ElectrolyteLayer)cell.Layers[1]) with { Electrolyte = electrolyte },
                positive with { ActivePhases = [oxide, second], Electrolyte = electrolyte, ElectronicConductivity = FormulaFunction.Arrhenius(3, 12_000) },
            ],
        };
    }

    private static CellDescription Sandwich()
    {
        CellDescription cell = ReferenceCells.Polymer(Mesh);
        Electrolyte polymer = ((ElectrolyteLayer)cell.Layers[1]).Electrolyte;
        ElectrolyteLayer soft = new() { Name = "soft", Thickness = 2e-5, Electrolyte = polymer };
        LithiumMetal lithium = (LithiumMetal)cell.Layers[0] with
        {
            Kinetics = new InterfaceKinetics
            {
                AnodicTransferCoefficient = 0.4,
                FilmResistance = 0.003,
                ExchangeCurrent = new() { Reference = new ConstantFunction(5), ElectrolyteExponent = 0.4 },
            },
        };
        return cell with
        {
            Layers =
            [
                lithium,
                soft,
                new ElectrolyteLayer { Name = "hard", Thickness = 1e-5, Electrolyte = SimpleCells.Conductor(0.02) },
                soft with { Name = "soft again", Thickness = 1e-5 },
                cell.Layers[2],
            ],
        };
    }

    private static void QuadraticEverywhere(CellDescription cell, string mode, double current, double irradiance = 0)
    {
        ModelRun run = new(cell, 1e-5, 1e-7);
        run.Model.Illuminate(irradiance);
        run.Discharge(current);
        Assert.True(run.To(60));
        CellModel model = run.Model;
        StateLayout layout = model.Parts.Layout;
        double voltage = run.Voltage;
        model.Control = Enum.Parse<ControlMode>(mode) switch
        {
            ControlMode.Voltage => new(ControlMode.Voltage, voltage - 0.01),
            ControlMode.Power => new(ControlMode.Power, voltage * current * 1.05),
            ControlMode.Resistance => new(ControlMode.Resistance, voltage / current * 0.95),
            _ => new(ControlMode.Current, current * 1.03),
        };

        // The solution of one implicit step from here, to round-off.
        double[] before = (double[])run.State.Clone(), solution = (double[])before.Clone();
        double[] derivative = new double[before.Length], correction = new double[before.Length];
        double last = double.NaN;
        for (int i = 0; i < 30; i++)
        {
            last = Iterate(solution);
        }

        Assert.True(last < 1e-12, $"The step has no solution: the last correction is {last}.");
        int blocks = 6;
        double[][] errors = [.. new[] { 1.0, 0.25, 0.0625 }.Select(e => Blocks(Disturbed(e)))];
        for (int block = 0; block < blocks; block++)
        {
            double coarse = errors[1][block], fine = errors[2][block];
            if (fine < 1e-11)
            {
                // Linear in this field, or not there: nothing is left after one iteration but round-off.
                continue;
            }

            double order = Math.Log2(coarse / fine) / 2;
            Assert.True(
                order > 1.8,
                string.Create(CultureInfo.InvariantCulture, $"block {block}: {errors[0][block]:e2}, {coarse:e2}, {fine:e2} is order {order:0.00}, not 2."));
        }

        Assert.Contains(errors[0], e => e > 1e-9);

        double Iterate(double[] y)
        {
            for (int i = 0; i < y.Length; i++)
            {
                derivative[i] = Shift * (y[i] - before[i]);
            }

            Assert.True(model.Correct(run.Time, y, derivative, Shift, refresh: true, correction));
            double largest = 0;
            for (int i = 0; i < y.Length; i++)
            {
                y[i] += correction[i];
                largest = Math.Max(largest, Math.Abs(correction[i]) / Math.Max(Math.Abs(y[i]), 1e-3));
            }

            return largest;
        }

        double[] Disturbed(double e)
        {
            Random random = new(42);
            double[] y = (double[])solution.Clone();
            for (int m = 0; m < model.Parts.Grid.Nodes; m++)
            {
                y[layout.Concentration + m] += model.Parts.Grid.Capacity[m] > 0 ? e * 40 * Sign() : 0;
            }

            foreach (ElectrodeModel electrode in model.Parts.Electrodes)
            {
                for (int m = 0; m < electrode.Nodes; m++)
                {
                    y[layout.Psi + electrode.FirstNode + m] += e * 3e-3 * Sign();
                    foreach (Population p in electrode.Populations)
                    {
                        y[p.Current + m] *= 1 + (e * 0.05 * Sign());
                        for (int k = 0; k < p.Diffusion.Mesh.Count; k++)
                        {
                            y[p.Diffusion.Offset + (k * p.Diffusion.Lanes) + m] += e * 1e-3 * Sign();
                        }
                    }
                }
            }

            y[layout.Current] *= 1 + (e * 0.03 * Sign());
            y[layout.Temperature] += model.Parts.Heat is null ? 0 : e * 0.5 * Sign();
            Iterate(y);
            return y;

            double Sign() => random.Next(2) == 0 ? -0.6 - (0.4 * random.NextDouble()) : 0.6 + (0.4 * random.NextDouble());
        }

        double[] Blocks(double[] y)
        {
            double[] worst = new double[blocks];
            for (int m = 0; m < model.Parts.Grid.Nodes; m++)
            {
                See(0, layout.Concentration + m, 1000);
                See(1, layout.Psi + m, 0.0257);
            }

            foreach (ElectrodeModel electrode in model.Parts.Electrodes)
            {
                foreach (Population p in electrode.Populations)
                {
                    for (int m = 0; m < electrode.Nodes; m++)
                    {
                        See(2, p.Current + m, Math.Abs(solution[p.Current]));
                        for (int k = 0; k < p.Diffusion.Mesh.Count; k++)
                        {
                            See(3, p.Diffusion.Offset + (k * p.Diffusion.Lanes) + m, 1);
                        }
                    }
                }
            }

            See(4, layout.Current, Math.Abs(current));
            See(5, layout.Temperature, 300);
            return worst;

            void See(int block, int index, double scale) => worst[block] = Math.Max(worst[block], Math.Abs(y[index] - solution[index]) / scale);
        }
    }
}
