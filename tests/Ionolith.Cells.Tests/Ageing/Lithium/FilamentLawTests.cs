using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Xunit;
using static Ionolith.Cells.Tests.Ageing.Lithium.LithiumCells;
using static Ionolith.Cells.Tests.Fixtures.AgeingColumns;

namespace Ionolith.Cells.Tests.Ageing.Lithium;

/// <summary>Filaments: when they start, how fast they grow, and what a short does.</summary>
public sealed class FilamentLawTests
{
    private static readonly FilamentFracture Glass = new() { Modulus = 18.5e9, FractureEnergy = 0.23e6 * 0.23e6 / 18.5e9, FlawLength = 1e-6, FilamentWidth = 1e-6 };
    private static readonly FilamentPolymer Polymer = new() { GrowthFraction = 0.2, ShearModulus = 1e6, FlawLength = 1e-6, FilamentWidth = 2e-6 };

    [Theory]
    [InlineData(0.23e6, 0.016)] // a Li2S-P2S5 glass of 0.23 MPa m^1/2: 16 mV for a flaw of 1 um
    [InlineData(1.0e6, 0.068)] // 1.0 MPa m^1/2, about that of Li7La3Zr2O12: 68 mV
    public void A_flaw_of_a_micrometre_cracks_at_the_overpotential_of_the_published_relation(double toughness, double expected)
    {
        var law = Glass with { Modulus = 1e9, FractureEnergy = toughness * toughness / 1e9 };
        Assert.Equal(toughness * MolarVolume / (1.12 * Faraday * Math.Sqrt(Math.PI * 1e-6)), law.CriticalOverpotential(1e-6), 1e-9);
        Assert.Equal(expected, law.CriticalOverpotential(1e-6), 0.0005);
    }

    [Fact]
    public void Below_the_critical_overpotential_and_on_stripping_nothing_grows()
    {
        double critical = Glass.CriticalOverpotential(1e-6);
        Assert.Equal(0, Rate(Glass, At(-10) with { Potential = -0.999 * critical }, 1e-6));
        Assert.Equal(0, Rate(Glass, At(10) with { Potential = 10 * critical }, 1e-6));
        Assert.Equal(0, Rate(Glass, At(0) with { Potential = 0 }, 1e-6));
        Assert.True(Rate(Glass, At(-10) with { Potential = -1.001 * critical }, 1e-6) > 0);
    }

    [Fact]
    public void Without_creep_a_filament_grows_by_the_exponential_of_its_focusing()
    {
        // dl/dt = g (1 + 2 l/w): l + w/2 = (l_0 + w/2) exp(2 g t/w).
        double g = MolarVolume / Faraday * 10 * 0.2 * (1 - (1e6 / 6.8e9)), time = 3000;
        double exact = ((1e-6 + 1e-6) * Math.Exp(2 * g * time / 2e-6)) - 1e-6;
        Assert.Equal(exact, After(Polymer, At(-10), time), 1e-5 * exact);
    }

    [Fact]
    public void A_tip_that_creeps_back_fast_enough_stops_at_a_steady_length()
    {
        // g (1 + 2 l/w) = (l - l_0)/tau.
        double g = MolarVolume / Faraday * 10 * 0.2 * (1 - (1e6 / 6.8e9)), tau = 0.5 * 2e-6 / (2 * g);
        double exact = (g + (1e-6 / tau)) / ((1 / tau) - (2 * g / 2e-6));
        Assert.Equal(exact, After(Polymer with { CreepBackTime = tau }, At(-10), 1e7), 1e-6 * exact);
    }

    [Fact]
    public void Stripping_takes_back_the_share_that_is_said()
    {
        var law = Polymer with { Reversal = 0.2 * (1 - (1e6 / 6.8e9)) };
        double l = 5e-5, back = -Rate(law, At(10), l), forth = Rate(law, At(-10), l);
        Assert.Equal(forth * (l - 1e-6) / l, back, 1e-9 * forth);
        Assert.Equal(0, Rate(law, At(10), 1e-6));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3.4e9, 0.5)]
    [InlineData(6.8e9, 0)]
    [InlineData(10e9, 0)]
    public void A_shear_modulus_of_twice_that_of_lithium_stops_growth(double modulus, double share) =>
        Assert.Equal(share, Rate(Polymer with { ShearModulus = modulus }, At(-10), 1e-6) / Rate(Polymer with { ShearModulus = 0 }, At(-10), 1e-6), 1e-12);

    [Fact]
    public void Depleted_salt_and_lost_contact_speed_growth_up()
    {
        double plain = Rate(Polymer, At(-10), 1e-6);
        Assert.Equal(4 * plain, Rate(Polymer, At(-10) with { SaltShare = 0.25 }, 1e-6), 1e-12 * plain);
        Assert.Equal(2 * plain, Rate(Polymer, At(-10) with { ContactedShare = 0.5 }, 1e-6), 1e-12 * plain);
    }

    [Fact]
    public void The_salt_at_the_plated_lithium_is_what_the_transport_leaves_there()
    {
        // Steady: c = c_0 (1 - i/i_L) at the plating side, i_L = 2 F c_0 D/((1 - t) L).
        double limit = 2 * Faraday * 1000 * 1e-11 / (0.7 * 1e-4), current = 0.5 * limit;
        var cell = With(SimpleCells.Symmetric(SimpleCells.Salt(1, 1e-11, 0.3), 1e-4, 10, 40), new SaltWatch());
        var run = Run(cell, FormattableString.Invariant($"Discharge at {current} A for 3 h"));
        Assert.Equal(0.5, Column(run, "right", "salt seen")[^1], 0.01);
        Assert.Equal(1.5, Column(run, "left", "salt seen")[^1], 0.01);
    }

    [Fact]
    public void A_hard_short_ends_the_run_at_the_time_of_the_closed_form()
    {
        double g = MolarVolume / Faraday * 10 * 0.2 * (1 - (1e6 / 6.8e9)), exact = 2e-6 / (2 * g) * Math.Log((1e-4 + 1e-6) / 2e-6);
        var run = Run(Symmetric(Polymer), "Discharge at 10 A for 100 h");
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains("hard short", run.Reason, StringComparison.Ordinal);
        var end = Assert.Single(run.Ageing!.Events);
        Assert.Equal((AgeingEventKind.HardShort, "right"), (end.Kind, end.Place));
        Assert.Equal(exact, end.Time, 5e-5 * exact);
        Assert.Equal(end.Time, run.Series.Time[^1]);
        Assert.Equal(10 * end.Time, end.Charge, 1e-6 * end.Charge);
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-3)]
    [InlineData(1e-5)]
    public void The_time_of_a_short_does_not_hang_on_the_time_steps(double tolerance)
    {
        double g = MolarVolume / Faraday * 10 * 0.2 * (1 - (1e6 / 6.8e9)), exact = 2e-6 / (2 * g) * Math.Log((1e-4 + 1e-6) / 2e-6);
        var protocol = ProtocolParser.Parse(["Discharge at 10 A for 100 h"], new ProtocolFiles("")).Protocol!;
        var run = new CellSimulation(Symmetric(Polymer), protocol, new() { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance / 100 }).Run();
        Assert.Equal(exact, Assert.Single(run.Ageing!.Events).Time, 5e-5 * exact);
        Assert.Equal(1e-4, Column(run, "right", "filament length")[^1], 1e-9);
    }

    [Fact]
    public void The_molar_volume_of_the_cell_is_that_of_its_filaments()
    {
        CellDescription cell = Symmetric(Polymer), bulky = cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal m ? m with { MolarVolume = 2 * MolarVolume } : l)] };
        double Short(CellDescription c) => Assert.Single(Run(c, "Discharge at 10 A for 100 h").Ageing!.Events).Time;
        Assert.Equal(0.5, Short(bulky) / Short(cell), 1e-2);
        Assert.Equal(2 * Glass.CriticalOverpotential(1e-6), Glass.CriticalOverpotential(1e-6, 2 * MolarVolume), 1e-12);
    }

    [Fact]
    public void A_cell_that_fails_otherwise_beside_a_soft_short_has_no_hard_one()
    {
        // The left side is plated until a filament is through, and then stripped until its contact is lost.
        ContactReplenishment weak = new() { PressedCurrent = 0.1, HealingTime = 1e9, VoidDepth = 2e-6 };
        CellDescription cell = Symmetric();
        cell = cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal { Name: "left" } m ? m with { Ageing = [Polymer with { ShortResistance = 0.01 }, weak] } : l)] };
        var run = Run(cell, "Charge at 10 A for 6 h", "Discharge at 10 A for 10 h");
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains("lost contact", run.Reason, StringComparison.Ordinal);
        Assert.Equal([AgeingEventKind.SoftShort, AgeingEventKind.Failure], run.Ageing!.Events.Select(e => e.Kind));
        Assert.Contains("lost contact", run.Ageing.Events[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_soft_short_leaks_beside_the_electrolyte_and_the_cell_goes_on()
    {
        var run = Run(Symmetric(Polymer with { ShortResistance = 0.01 }), "Discharge at 10 A for 6 h");
        Assert.Equal(SimulationStatus.Completed, run.Status);
        Assert.Equal(AgeingEventKind.SoftShort, run.Ageing!.Events[0].Kind);

        // Both in parallel: i through the electrolyte with i R + 4 RT/F asinh(i/(2 i_0)) = (10 - i) R_s.
        double f = Faraday / (GasConstant * 298.15), i = 5;
        for (int k = 0; k < 200; k++)
        {
            double v = (i * 1e-3) + (4 / f * Math.Asinh(i / 20));
            i -= 0.1 * (v - ((10 - i) * 0.01)) / 0.01;
        }

        Assert.Equal(-(10 - i) * 0.01, run.Series.Voltage[^1], 1e-7);
        Assert.All(run.Series.Current, c => Assert.Equal(10, c, 1e-9));
        Assert.Equal(10 * 21_600, run.NetDischarge, 1e-6 * 216_000);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-12, $"{b.Name}: {b.RelativeError}"));

        // The electrolyte has carried less than the terminals since then.
        double stripped = (1e-4 - run.Series.NegativeLithiumThickness[^1]) / MolarVolume * Faraday, since = run.Ageing.Events[0].Time;
        Assert.Equal((10 * since) + (i * (21_600 - since)), stripped, 1e-4 * stripped);
    }

    [Fact]
    public void A_leak_takes_its_share_where_the_voltage_is_held()
    {
        var run = Run(Symmetric(Polymer with { ShortResistance = 0.01 }), "Hold at -0.05 V for 6 h");
        Assert.NotEmpty(run.Ageing!.Events);
        Assert.Equal(-0.05, run.Series.Voltage[^1], 1e-12);
        double through = run.Series.Current[^1] - (0.05 / 0.01), f = Faraday / (GasConstant * 298.15);
        Assert.Equal(0.05, (through * 1e-3) + (4 / f * Math.Asinh(through / 20)), 1e-9);
    }

    [Fact]
    public void A_protocol_can_end_at_the_first_short()
    {
        var run = Run(Symmetric(Polymer with { ShortResistance = 0.01 }), "Discharge at 10 A for 6 h", "Rest for 1 h", "Terminate at short");
        Assert.Equal(SimulationStatus.Completed, run.Status);
        Assert.Equal(run.Ageing!.Events[0].Time, run.Series.Time[^1]);
        Assert.Contains("bridges the electrolyte", run.Reason, StringComparison.Ordinal);
    }

    private sealed record SaltWatch : AgeingMechanism
    {
        public override MechanismCard Card => new("salt-watch", "", "", AgeingPlaces.Lithium, [], _ => new SaltWatch());

        public override IReadOnlyList<AgeingState> States => [new("salt seen", Materials.Quantities.QuantityKinds.Number, 1, 1)];

        public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates) => rates[0] = (at.SaltShare - states[0]) / 60;

        public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect)
        {
        }
    }
}
