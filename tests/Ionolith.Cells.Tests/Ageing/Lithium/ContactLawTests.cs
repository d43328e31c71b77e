using System.Globalization;
using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.Simulation;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Ageing.Lithium.LithiumCells;
using static Ionolith.Cells.Tests.Fixtures.AgeingColumns;

namespace Ionolith.Cells.Tests.Ageing.Lithium;

/// <summary>Laws of contact: limits in closed form, and what they do to a cell.</summary>
public sealed class ContactLawTests
{
    private static readonly ContactReplenishment Empirical = new() { PressedCurrent = 2, HealingTime = 7200, VoidDepth = 2e-6, UnpressedCurrent = 0.5 };
    private static readonly ContactCreep Creep = new() { CreepLength = 1e-6, Constraint = 8, VoidDepth = 1e-6 };
    private static readonly ContactVacancies Vacancies = new() { VacancyDiffusivity = 1e-13, VacancySpan = 0.01, DiffusionLength = 1e-7, VoidDepth = 1e-6 };

    public static TheoryData<ContactLaw> Laws => [Empirical, Creep, Vacancies];

    [Theory]
    [MemberData(nameof(Laws))]
    public void Without_current_an_open_contact_heals_to_one(ContactLaw law) => Assert.Equal(1, After(law, At(0), 1e6, 0.3), 1e-6);

    [Theory]
    [MemberData(nameof(Laws))]
    public void Plating_closes_a_contact_faster_than_rest(ContactLaw law) => Assert.True(Rate(law, At(-20), 0.5) > Rate(law, At(0), 0.5));

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_whole_contact_stays_whole_below_the_critical_current_and_goes_above(ContactLaw law)
    {
        double critical = law.CriticalCurrent(5e6, 298.15);
        Assert.Equal(0, Rate(law, At(0.999 * critical), 1));
        Assert.True(Rate(law, At(1.001 * critical), 1) < 0);
    }

    [Fact]
    public void Creep_settles_at_the_contact_at_which_it_supplies_what_is_stripped()
    {
        double critical = Creep.CriticalCurrent(5e6, 298.15);
        foreach (double factor in new[] { 1.5, 4, 20 })
        {
            double exact = Math.Pow(1 / factor, 1 / (Creep.StressExponent - 1));
            Assert.Equal(exact, After(Creep, At(factor * critical), 1e7), 1e-6 * exact);
        }
    }

    [Fact]
    public void Lithium_flows_at_about_the_stress_at_which_bulk_lithium_yields()
    {
        // 0.73 to 0.81 MPa in tension, A. Masias et al., J. Mater. Sci. 54 (2019) 2585; a slow tensile test runs at about 1e-3 1/s.
        double stress = Creep.FlowStress(1e-3, 298.15);
        Assert.InRange(stress, 0.9 * 0.73e6, 1.1 * 0.81e6);

        // The stress is that at which the law gives the rate: a layer under it, unconstrained, moves by its thickness times the rate.
        ContactCreep free = Creep with { Constraint = 1 };
        Tolerance.Relative(1e-3 * free.CreepLength * Faraday / MolarVolume, free.CriticalCurrent(stress, 298.15), 1e-9);

        // What the theory page says of it.
        string page = RepositoryText.Of("docs/theory/lithium-interface.md");
        double Faster(double yield) => Math.Pow(yield / stress, Creep.StressExponent);
        double Softer(double yield) => 100 * (1 - (stress / yield));
        foreach (string text in (string[])
        [
            string.Create(CultureInfo.InvariantCulture, $"{stress / 1e6:0.000} MPa at 1e-3 1/s and 25 degC"),
            string.Create(CultureInfo.InvariantCulture, $"soft by {Softer(0.73e6):0} to {Softer(0.81e6):0} %"),
            string.Create(CultureInfo.InvariantCulture, $"a factor of {Faster(0.73e6):0.0} to {Faster(0.81e6):0.0}"),
        ])
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Creep_follows_the_measured_law_of_lithium()
    {
        // By hand: 1e-6 m * 4.25e4 1/s * (5 MPa/8 MPa)^6.667 * exp(-37000/(R T)) against 13e-6/F for each A/m2.
        double speed = 1e-6 * 4.25e4 * Math.Pow(5.0 / 8, 1 / 0.15) * Math.Exp(-37_000 / (GasConstant * 298.15));
        Assert.Equal(speed * Faraday / MolarVolume, Creep.CriticalCurrent(5e6, 298.15), 1e-9);
        Assert.Equal(Math.Pow(2, 1 / 0.15), Creep.CriticalCurrent(10e6, 298.15) / Creep.CriticalCurrent(5e6, 298.15), 1e-9);
        Assert.Equal(Math.Exp(37_000 / GasConstant * ((1 / 298.15) - (1 / 333.15))), Creep.CriticalCurrent(5e6, 333.15) / Creep.CriticalCurrent(5e6, 298.15), 1e-9);
    }

    [Fact]
    public void The_empirical_law_has_the_steady_contact_of_its_closed_form()
    {
        // i = theta (i_rep + K (1 - theta)), K = F d/(V_m tau) p/p_0: the upper root is stable.
        double replenished = Empirical.ReplenishedCurrent(5e6, 298.15), k = Faraday * 2e-6 / (MolarVolume * 7200) * 5, i = replenished + 0.5;
        Assert.Equal(10.5, replenished, 12);
        var strong = Empirical with { HealingTime = 500 };
        double strongK = k * 7200 / 500, sum = replenished + strongK;
        double theta = (sum + Math.Sqrt((sum * sum) - (4 * strongK * i))) / (2 * strongK);
        Assert.Equal(theta, After(strong, At(i), 1e6), 1e-6);
        Assert.Equal(sum * sum / (4 * strongK), strong.CriticalCurrent(5e6, 298.15), 1e-9);
        Assert.Equal(replenished, Empirical.CriticalCurrent(5e6, 298.15), 12);
    }

    [Fact]
    public void Vacancies_bound_the_current_whatever_the_pressure()
    {
        Assert.Equal(Faraday * 1e-13 * 0.01 / (MolarVolume * 1e-7), Vacancies.CriticalCurrent(0, 298.15), 1e-9);
        Assert.Equal(Rate(Vacancies, At(100, 1e5), 0.7), Rate(Vacancies, At(100, 1e8), 0.7));
        Assert.False(ContactVacancies.LawCard.FollowsPressure);
    }

    [Fact]
    public void The_resistance_of_spreading_vanishes_at_full_contact_and_is_that_of_lone_spots_at_little()
    {
        Assert.Equal(0, ContactLaw.SpreadingResistance(1, 1e-6, 0.1));

        // A spot of radius a in an area A_c = pi a^2/theta: A_c/(4 a sigma) for theta to zero.
        double theta = 1e-6, lone = Math.PI * 1e-12 / theta / (4 * 1e-6 * 0.1);
        Assert.Equal(1, ContactLaw.SpreadingResistance(theta, 1e-6, 0.1) / lone, 2e-3);
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_cell_whose_contact_is_whole_is_the_plain_cell(ContactLaw law)
    {
        string[] steps = ["Discharge at 0.01 A for 1 h", "Charge at 0.01 A for 1 h"];
        var with = Run(Symmetric(law), steps);
        var plain = Run(Symmetric(), steps);
        Assert.Equal(plain.Series.Voltage[^1], with.Series.Voltage[^1], 15);
        Assert.Equal(1, Column(with, "left", "contact of lithium")[^1]);
    }

    [Fact]
    public void A_cell_with_half_of_the_contact_has_the_voltage_of_twice_the_local_current()
    {
        var half = Empirical with { InitialContact = 0.5, HealingTime = 1e30, VoidDepth = 1e3, ContactRadius = 1e-5, Conductivity = 0.1 };
        var run = Run(Symmetric(half), "Discharge at 1 A for 1 s");
        double f = Faraday / (GasConstant * 298.15), spreading = ContactLaw.SpreadingResistance(0.5, 1e-5, 0.1);
        double expected = (1e-4 / 0.1) + (2 * 2 / f * Math.Asinh(2.0 / 20)) + (2 * spreading);
        Assert.Equal(-expected, run.Series.Voltage[^1], 1e-9);
    }

    [Fact]
    public void Pressing_harder_saves_a_contact_that_would_be_lost()
    {
        double current = 0.5 * (Creep.CriticalCurrent(5e6, 298.15) + Creep.CriticalCurrent(2e6, 298.15));
        string strip = FormattableString.Invariant($"Discharge at {current} A for 30 min");
        var soft = Run(Symmetric(Creep), "Press at 2 MPa", strip);
        var hard = Run(Symmetric(Creep), "Press at 5 MPa", strip);
        Assert.True(Column(soft, "left", "contact of lithium")[^1] < 0.7);
        Assert.Equal(1, Column(hard, "left", "contact of lithium")[^1]);
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Lithium_of_a_larger_molar_volume_recedes_faster(ContactLaw law)
    {
        double critical = law.CriticalCurrent(5e6, 298.15, 2 * MolarVolume);
        InterfaceConditions bulky = At(1.001 * critical) with { LithiumMolarVolume = 2 * MolarVolume };
        Assert.True(critical <= law.CriticalCurrent(5e6, 298.15));
        Assert.True(Rate(law, bulky, 1) < 0);
        Assert.Equal(0, Rate(law, bulky with { Current = 0.999 * critical }, 1));

        // A current far above all that arrives strips by V_m alone.
        Assert.Equal(2, Rate(law, bulky with { Current = 1e9 }, 1) / Rate(law, At(1e9), 1), 1e-6);
    }

    [Fact]
    public void A_contact_that_is_lost_ends_the_run_with_the_reason()
    {
        var weak = Empirical with { PressedCurrent = 0.1, HealingTime = 1e9 };
        var run = Run(Symmetric(weak), "Discharge at 10 A for 10 h");
        Assert.Equal(SimulationStatus.CellLimit, run.Status);
        Assert.Contains("lost contact", run.Reason, StringComparison.Ordinal);
        Assert.Contains("left", run.Reason, StringComparison.Ordinal);
        var end = Assert.Single(run.Ageing!.Events);
        Assert.Equal(AgeingEventKind.Failure, end.Kind);
        Assert.Equal("left", end.Place);
        Assert.Equal(run.Series.Time[^1], end.Time);
        Assert.Equal(10 * end.Time, end.Charge, 1e-6 * end.Charge);

        // d(theta)/dt = -k (i/theta - i_rep): t = [i_rep (theta - 1) - i ln((i - i_rep)/(i - i_rep theta))]... as an integral of 1/rate.
        double k = MolarVolume / (Faraday * 2e-6), replenished = weak.ReplenishedCurrent(5e6, 298.15), exact = 0;
        const int n = 20_000;
        for (int j = 0; j < n; j++)
        {
            double theta = 0.01 + (0.99 * (j + 0.5) / n);
            exact += 0.99 / n / (k * ((10 / theta) - replenished));
        }

        Assert.Equal(exact, end.Time, 2e-3 * exact);
    }
}
