using FsCheck;
using FsCheck.Fluent;
using Ionolith.Cells.Model;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Swelling;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Substances;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Fixtures.AgeingColumns;
using static Ionolith.Cells.Tests.Swelling.SwellingCells;

namespace Ionolith.Cells.Tests.Swelling;

/// <summary>Volumes of electrodes: what fits into voids, what thickens them, and what that does to transport.</summary>
public sealed class ElectrodeSwellingTests
{
    private static readonly SwellingOptions Followed = new();

    [Fact]
    public void A_host_that_keeps_its_volume_gives_the_same_bits_as_a_geometry_that_stays()
    {
        CellDescription polymer = With(ReferenceCells.Polymer(new() { ElectrodeVolumes = 5, SeparatorVolumes = 5, Shells = 5 }), 0);
        foreach (CellDescription cell in (CellDescription[])[Composite(0, 0.1), polymer])
        {
            string[] steps = ["Discharge at 8 A for 40 min", "Rest for 10 min", "Charge at 8 A for 20 min"];
            SimulationResult stays = Run(cell, steps), followed = Run(cell with { Swelling = Followed }, steps);
            Assert.True(stays.Status == SimulationStatus.Completed, stays.Reason);
            Assert.Equal(stays.Series.Time, followed.Series.Time);
            Assert.Equal(stays.Series.Voltage, followed.Series.Voltage);
            Assert.Null(stays.Ageing);
        }
    }

    [Theory]
    [InlineData(0.787, 0)]
    [InlineData(0.787, 0.1)]
    [InlineData(0.787, 0.4)]
    [InlineData(-0.44, 0.05)]
    public void Growth_fills_the_voids_first_and_the_rest_thickens_the_electrode(double change, double voids)
    {
        // 0.5 of 100 um is host; 25 A for 1 h is 90,000 C/m2 of the 241,213 C/m2 that it holds: x rises by 0.373.
        SimulationResult run = Run(Composite(change, voids, Followed, nodes: 1) with { Mesh = new() { SingleParticle = true } }, "Discharge at 25 A for 1 h");
        double x = 0.2 + (90_000 / (0.5 * 1e-4 * 50_000 * Faraday)), growth = 0.5 * 1e-4 * (((1 + (change * x)) / (1 + (change * 0.2))) - 1);
        double gain = Math.Max(0, growth - (voids * 1e-4)), left = Math.Max(0, (voids * 1e-4) - growth) / (1e-4 + gain);
        Tolerance.Scaled(gain, Column(run, "positive", "thickness gained")[^1], 1e-5, 1e-6);
        Tolerance.Scaled(gain / 1e-4, Column(run, "positive", "most swelling")[^1], 1, 1e-6);
        Tolerance.Scaled(Math.Min(voids, left), Column(run, "positive", "smallest share of voids")[^1], 1, 1e-6);
    }

    [Fact]
    public void Lithium_metal_gains_4_85_um_for_each_mAh_per_cm2_that_is_plated()
    {
        SimulationResult run = Run(Composite(0, 0, Followed), "Charge at 10 A for 1 h");
        Tolerance.Relative(4.8505e-6, Column(run, "cell", "thickness gained")[^1], 1e-4);
        Tolerance.Relative(MolarVolume / Faraday * ArealCapacity, Column(run, "cell", "most thickness gained")[^1], 1e-9);
        Assert.Equal(0, Column(run, "positive", "thickness gained")[^1]);
    }

    [Fact]
    public void A_full_cell_of_lithium_and_sulfur_as_a_whole_becomes_thinner_on_discharge()
    {
        // 2 Li (26.0 cm3) and S (15.5 cm3) become Li2S (27.7 cm3): without voids the cell loses what the electrode does not gain.
        CellDescription cell = With(Composite(0.787, 0, Followed), 0.787, e => e with
        {
            ActivePhases = [.. e.ActivePhases.Select(p => p with { Material = p.Material with { MaximumConcentration = 2 * 2070 / 0.03206, VolumeChange = new(0.787) } })],
        });
        SimulationResult run = Run(cell, "Discharge at 25 A for 1 h");
        double lithium = 90_000 / Faraday * MolarVolume, host = Column(run, "positive", "thickness gained")[^1];
        Tolerance.Relative(host - lithium, Column(run, "cell", "thickness gained")[^1], 1e-9);
        Assert.True(host > 0 && host < lithium);
    }

    [Fact]
    public void Whatever_a_host_does_the_voids_are_never_negative_and_the_volumes_fill_the_electrode() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte>().Generator.Four().ToArbitrary(),
        b =>
        {
            (double change, double voids) = ((b.Item1 / 64.0) - 0.9, 0.45 * b.Item2 / 255);
            CellDescription cell = Composite(change, voids, Followed, nodes: 3);
            CellModel model = ModelBuilder.Build(cell);
            double[] y = new double[model.Size];
            model.SetInitialState(y);
            Population p = model.Parts.Positive!.Populations[0];
            double[] x = [b.Item3 / 255.0, b.Item4 / 255.0, 0.5];
            for (int m = 0; m < 3; m++)
            {
                for (int k = 0; k < p.Diffusion.Mesh.Count; k++)
                {
                    y[p.Diffusion.Offset + (k * p.Diffusion.Lanes) + m] = x[m];
                }
            }

            ElectrodeVolume volume = new(model, model.Parts.Positive!, Followed);
            volume.Measure(y);
            volume.Tell();
            double width = 1e-4 / 3, total = model.Parts.Grid.Width.AsSpan(model.Parts.Positive!.FirstNode, 3).ToArray().Sum(), least = double.PositiveInfinity, gain = 0;
            foreach (double at in x)
            {
                double solids = width * (0.5 - voids + (0.5 * (1 + (change * at)) / (1 + (change * 0.2)))), wide = Math.Max(width, solids);
                (gain, least) = (gain + wide - width, Math.Min(least, (wide - solids) / wide));
            }

            Assert.True(volume.SmallestVoids >= 0);
            Tolerance.Scaled(least, volume.SmallestVoids, 1, 1e-12);
            Tolerance.Scaled(gain, volume.Gain, 1e-4, 1e-12);
            Tolerance.Scaled(1e-4 + gain, total, 1e-4, 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_electrode_that_has_swollen_resists_like_one_that_was_built_so()
    {
        // Filled slowly and evenly to x = 0.8, then a pulse: against a cell that is described as swollen.
        CellDescription cell = Composite(0.6, 0.02, Followed);
        SimulationResult swollen = Run(cell, "Discharge at 1 A for 40.2022 h", "Rest for 200 h", "Discharge at 20 A for 1 s");
        double x = (swollen.Hosts[0].End - (20 / Faraday)) / (0.5 * 1e-4 * 50_000), growth = 0.5 * (((1 + (0.6 * x)) / (1 + (0.6 * 0.2))) - 1), ratio = 1 + growth - 0.02;
        CellDescription built = With(cell, null, e => e with
        {
            Thickness = e.Thickness * ratio,
            ElectrolyteFraction = e.ElectrolyteFraction / ratio,
            TransportEfficiency = Math.Pow(e.ElectrolyteFraction / ratio, 2),
            ElectronicConductivity = new Materials.Laws.ConstantFunction(0.02 / Math.Pow(ratio, 1.5)),
            ActivePhases = [.. e.ActivePhases.Select(p => p with { VolumeFraction = p.VolumeFraction / ratio, InitialStoichiometry = x })],
        }) with
        { Swelling = null };
        SimulationResult fresh = Run(built, "Discharge at 20 A for 1 s"), stays = Run(cell with { Swelling = null }, "Discharge at 1 A for 40.2022 h", "Rest for 200 h", "Discharge at 20 A for 1 s");
        double drop = 3.8 - (0.6 * x) - fresh.Steps[0].Voltage.Start;
        Assert.Equal(0.8, x, 3);
        Tolerance.Scaled(fresh.Steps[0].Voltage.Start, swollen.Steps[2].Voltage.Start, drop, 1e-4);
        Assert.True(stays.Steps[2].Voltage.Start - swollen.Steps[2].Voltage.Start > 0.1 * drop);
    }

    [Fact]
    public void Salt_and_lithium_are_conserved_to_round_off_while_electrodes_swell()
    {
        MeshOptions mesh = new() { ElectrodeVolumes = 6, SeparatorVolumes = 5, Shells = 5 };
        foreach (CellDescription cell in (CellDescription[])[ReferenceCells.Polymer(mesh), ReferenceCells.Marquis(mesh)])
        {
            double amperes = cell.NominalCapacity / 3600;
            SimulationResult run = Run(
                With(cell, 0.5, e => e with { ElectrolyteFraction = 1 - e.ActivePhases[0].VolumeFraction }) with { Swelling = Followed },
                FormattableString.Invariant($"Repeat 5 times: Discharge at {amperes / 4} A for 1 h; Charge at {amperes / 4} A for 55 min; Rest for 5 min"));
            Assert.True(run.Status == SimulationStatus.Completed, cell.Id + run.Reason);
            Assert.Contains(run.Balances, b => b.Name.Contains("salt", StringComparison.Ordinal));
            Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-12, $"{b.Name}: {b.RelativeError}"));
            Assert.Contains(run.Ageing!.Columns, c => c.Name is "most thickness gained" && c.Place is not "cell" && c.Values.Max() > 1e-7);
        }
    }

    [Fact]
    public void What_the_lag_of_the_geometry_costs_goes_to_zero_with_the_tolerance()
    {
        double End(double tolerance)
        {
            SimulationOptions options = new() { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance / 100 };
            SimulationResult run = Run(Composite(0.787, 0, Followed), options, "Discharge at 10 A for 1 h");
            Assert.True(run.Status == SimulationStatus.Completed && run.Steps[0].EndedBy is "time", run.Reason);
            return run.Series.Voltage[^1];
        }

        double exact = End(1e-6), usual = Math.Abs(End(1e-4) - exact), tight = Math.Abs(End(1e-5) - exact);
        Tolerance.Below(1e-3, usual, "error of the voltage at the usual tolerance, V");
        Tolerance.Below(0.3 * usual, tight, "error at a tenth of the tolerance against that at the usual one, V");
    }

    [Fact]
    public void A_curve_of_volume_is_read_between_its_start_and_the_present()
    {
        HostVolume straight = new(0.4), curve = new(FormulaFunction.Polynomial(0.1, 0.44));
        Tolerance.Relative(0.4, curve.Change, 1e-12);
        Tolerance.Relative(straight.Relative(0.7) / straight.Relative(0.3), curve.Relative(0.7) / curve.Relative(0.3), 1e-12);
        Assert.Equal(0.44, curve.Slope(0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HostVolume(-1));
    }
}
