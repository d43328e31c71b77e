using Ionolith.Cells.Ageing.Interphases;
using Ionolith.Cells.Ageing.Lithium;
using Ionolith.Cells.CriticalCurrent;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Ageing.Lithium;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Laws;
using Xunit;

namespace Ionolith.Cells.Tests.CriticalCurrent;

/// <summary>Critical currents and lives against sums and exponentials by hand.</summary>
public sealed class CriticalCurrentTestTests
{
    private const double Speed = LithiumCells.MolarVolume / LithiumCells.Faraday;

    // A soft electrolyte of 100 um: l + w/2 grows by exp(2 s V_m q/(F w)) with the charge q that is plated.
    private static readonly FilamentPolymer Polymer = new() { GrowthFraction = 0.05, ShearModulus = 0, FlawLength = 1e-6, FilamentWidth = 2e-6 };
    private static readonly CurrentStaircase Staircase = new() { Start = 1, Increment = 1, Most = 40, StepTime = 3600 };

    private static double FatalCharge(double thickness) => Math.Log((thickness + 1e-6) / 2e-6) * 2e-6 / (2 * 0.05 * Speed);

    [Fact]
    public void The_critical_current_is_that_of_the_step_in_which_the_charge_is_fatal()
    {
        // The first half-cycles plate the right side: after k steps 3600 (1 + 2 + ... + k) C/m2.
        double fatal = FatalCharge(1e-4);
        int k = 1;
        while (3600.0 * k * (k + 1) / 2 < fatal)
        {
            k++;
        }

        var result = CriticalCurrentTest.Staircase(LithiumCells.Symmetric(Polymer), Staircase);
        Assert.Equal((TestEnd.HardShort, (double)k, (double)(k - 1)), (result.End, result.Current, result.Sustained));
        Assert.Equal(fatal - (3600.0 * k * (k - 1) / 2), result.Charge, 3e-3 * fatal);
        Assert.Equal(result.Charge, result.ArealCapacity, 1e-9 * fatal);
        Assert.Equal((3600.0 * k * (k - 1)) + result.Charge, result.Passed, 1e-6 * fatal);
        Assert.Equal(5e6, result.Pressure);
    }

    [Fact]
    public void The_life_is_that_of_the_charge_and_falls_with_the_current()
    {
        foreach (double current in new[] { 5.0, 10 })
        {
            var result = CriticalCurrentTest.Life(LithiumCells.Symmetric(Polymer), current, 3600, 1e8);
            double plating = FatalCharge(1e-4) / current, halves = Math.Floor(plating / 3600);
            Assert.Equal((halves * 7200) + (plating - (halves * 3600)), result.Time, 3e-3 * plating);
            Assert.Equal(TestEnd.HardShort, result.End);
            Assert.Equal(current, result.Current, 1e-9);
        }
    }

    [Fact]
    public void A_cell_that_outlives_the_test_says_so()
    {
        var life = CriticalCurrentTest.Life(LithiumCells.Symmetric(Polymer), 1, 3600, 20_000);
        Assert.Equal((TestEnd.Survived, 20_000.0), (life.End, life.Time));
        Assert.True(double.IsNaN(life.Current));
        var staircase = CriticalCurrentTest.Staircase(LithiumCells.Symmetric(Polymer), Staircase with { Most = 3 });
        Assert.Equal((TestEnd.Survived, 3.0), (staircase.End, staircase.Sustained));
        Assert.Equal(6, staircase.HalfCycles.Count);
    }

    [Fact]
    public void A_soft_short_ends_a_test_as_well()
    {
        var result = CriticalCurrentTest.Staircase(LithiumCells.Symmetric(Polymer with { ShortResistance = 1 }), Staircase);
        Assert.Equal(TestEnd.SoftShort, result.End);
        Assert.Equal(CriticalCurrentTest.Staircase(LithiumCells.Symmetric(Polymer), Staircase).Current, result.Current);
    }

    [Fact]
    public void A_voltage_beyond_its_cutoff_from_the_first_moment_is_no_critical_current()
    {
        // 1 mohm m2 and two interfaces: 10 mV are reached at 1e-3 i + 4 RT/F asinh(i/20) = 0.01, between 1 and 2 A/m2.
        var cell = LithiumCells.Symmetric(Polymer) with { LowerCutoffVoltage = -0.01, UpperCutoffVoltage = 0.01 };
        var result = CriticalCurrentTest.Staircase(cell, Staircase);
        Assert.Equal((TestEnd.LimitAtOnce, double.NaN, 1.0, 2.0), (result.End, result.Current, result.Sustained, result.LastCurrent));
        Assert.Equal((false, 0.0), (result.HasFailed, result.ArealCapacity));

        // The same cutoff, brought about by what has grown before: a fresh cell would begin.
        var film = new ReactionLayer { ReferenceResistance = 1e-2, ReferenceTime = 3600 };
        var aged = CriticalCurrentTest.Staircase(LithiumCells.Symmetric(film, Polymer) with { LowerCutoffVoltage = -0.05, UpperCutoffVoltage = 0.05 }, Staircase);
        Assert.Equal(TestEnd.VoltageLimit, aged.End);
        Assert.Equal(aged.LastCurrent, aged.Current);
    }

    [Fact]
    public void The_end_of_the_foil_is_no_critical_current_and_no_more_than_the_foil_passes()
    {
        // 1 um of lithium is 7422 C/m2: two hours at 1 A/m2, but not the 14,400 C/m2 of the second step.
        double foil = 1e-6 / LithiumCells.MolarVolume * LithiumCells.Faraday;
        var cell = Thin(LithiumCells.Symmetric(Polymer));
        var result = CriticalCurrentTest.Staircase(cell, Staircase with { StepTime = 7200 });
        Assert.Equal((TestEnd.LithiumUsedUp, double.NaN, 1.0, 2.0), (result.End, result.Current, result.Sustained, result.LastCurrent));
        Assert.Equal(foil, result.ArealCapacity, 1e-4 * foil);
        Assert.False(result.HasFailed);
    }

    [Fact]
    public void A_foil_that_does_not_last_one_half_cycle_is_refused_before_the_test()
    {
        var study = new CriticalCurrentStudy { Cell = Thin(LithiumCells.Symmetric(Polymer)), Staircase = Staircase with { StepTime = 7500 } };
        Assert.Contains(
            "0.2062 mAh/cm2 in 1 um, does not last for one half-cycle of 0.1 mA/cm2 and 2.083 h (0.2083 mAh/cm2)", Assert.Single(study.Problems()), StringComparison.Ordinal);
        Assert.Empty((study with { Staircase = Staircase with { StepTime = 7200 } }).Problems());
        Assert.Contains(
            "of 0.21 mA/cm2", Assert.Single((study with { Staircase = Staircase, Currents = [1, 2.1, 2] }).Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Contact_that_is_lost_is_told_as_such()
    {
        var vacancies = new ContactVacancies { VacancyDiffusivity = 1e-15, VacancySpan = 0.01, DiffusionLength = 1e-6, VoidDepth = 1e-7 };
        var result = CriticalCurrentTest.Staircase(LithiumCells.Symmetric(vacancies), Staircase);
        Assert.Equal(TestEnd.ContactLost, result.End);
        Assert.True(result.HasFailed);
    }

    private static CellDescription Thin(CellDescription cell) =>
        cell with { Layers = [.. cell.Layers.Select(l => l is LithiumMetal ? l with { Thickness = 1e-6 } : l)] };

    [Fact]
    public void A_voltage_that_ends_the_very_last_half_cycle_is_no_survival()
    {
        // Only charging has a cutoff that can be reached: 1e-3 i + 4 RT/F asinh(i/20) + 2 L i/sigma, L the root of 2 k t, crosses it in the second of two half-cycles.
        var film = new ParabolicGrowth { RateConstant = 1e-19, Conductivity = 1e-5, VolumePerLithium = 2e-5, InitialThickness = 1e-9 };
        double fresh = 1e-3 + (4 * LithiumCells.GasConstant * 298.15 / LithiumCells.Faraday * Math.Asinh(1.0 / 20)), time = 5000;
        double cutoff = fresh + (2 * Math.Sqrt(1e-18 + (2 * 1e-19 * time)) / 1e-5);
        var cell = LithiumCells.Symmetric(film, Polymer) with { LowerCutoffVoltage = -1, UpperCutoffVoltage = cutoff };
        var result = CriticalCurrentTest.Staircase(cell, Staircase with { Most = 1 });
        Assert.Equal((TestEnd.VoltageLimit, 1.0, 0.0, 2), (result.End, result.Current, result.Sustained, result.HalfCycles.Count));
        Assert.Equal(time, result.Time, 1e-2 * time);
        Assert.Equal(TestEnd.Survived, CriticalCurrentTest.Staircase(cell with { UpperCutoffVoltage = 1 }, Staircase with { Most = 1 }).End);
    }

    [Fact]
    public void The_current_that_cracks_a_glass_is_that_of_the_critical_overpotential()
    {
        // Without creep back and with a narrow filament a crack that has started is through within the hour.
        var glass = new FilamentFracture { Modulus = 18.5e9, FractureEnergy = 2.86, FlawLength = 0.3e-6, FilamentWidth = 1e-8 };
        double eta = glass.CriticalOverpotential(0.3e-6), f = LithiumCells.Faraday / (LithiumCells.GasConstant * 298.15);
        double critical = 20 * Math.Sinh(f * eta / 2);
        var result = CriticalCurrentTest.Staircase(LithiumCells.Symmetric(glass), Staircase with { Increment = 0.25 });
        Assert.InRange(result.Current, critical, critical + 0.5);
    }

    [Fact]
    public void Pressure_widens_the_window_where_creep_supplies_the_contact()
    {
        var creep = new ContactCreep { CreepLength = 5e-6, Constraint = 8, VoidDepth = 1e-6 };
        var glass = new FilamentFracture { Modulus = 18.5e9, FractureEnergy = 2.86, FlawLength = 0.3e-6, FilamentWidth = 1e-6, CreepBackTime = 3600 };
        var study = new CriticalCurrentStudy { Cell = LithiumCells.Symmetric(creep, glass), Staircase = Staircase, Pressures = [5e5, 2e6, 5e6, 2e7] };
        var currents = study.Run(2).Select(r => r.Current).ToList();
        Assert.True(currents[0] < currents[1] && currents[1] < currents[2], string.Join(" ", currents));

        // Once the contact is whole at all currents, more pressure gives nothing more.
        Assert.Equal(currents[2], currents[3]);
    }

    [Fact]
    public void A_study_goes_through_all_conditions_in_the_order_given_on_any_number_of_threads()
    {
        var creep = new ContactCreep { CreepLength = 5e-6, Constraint = 8, VoidDepth = 1e-6 };
        var study = new CriticalCurrentStudy
        {
            Cell = LithiumCells.Symmetric(creep, Polymer),
            Staircase = Staircase,
            Pressures = [1e6, 5e6],
            Temperatures = [298.15, 333.15],
            Thicknesses = [5e-5, 2e-4],
        };
        var one = study.Run(1);
        var two = study.Run(2);
        Assert.Equal(8, one.Count);
        Assert.Equal((5e6, 298.15), (one[1].Pressure, one[1].Temperature));
        Assert.Equal(2e-4, one[4].Thickness, 1e-15);
        Assert.Equal(one.Select(r => (r.Current, r.Time)), two.Select(r => (r.Current, r.Time)));
        Assert.True(one[5].Current > one[1].Current);
    }

    [Fact]
    public void A_cell_with_an_active_material_is_refused_with_advice()
    {
        var full = SimpleCells.Composite(new ConstantFunction(3.4), 1, 1e-14, new MeshOptions());
        var error = Assert.Throws<ArgumentException>(() => CriticalCurrentTest.Staircase(full, Staircase));
        Assert.Contains("no symmetric cell", error.Message, StringComparison.Ordinal);
        Assert.Contains("kind: lithium-metal", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flaw_as_long_as_a_thickness_that_is_asked_for_and_molten_lithium_are_refused_before_the_tests()
    {
        var study = new CriticalCurrentStudy { Cell = LithiumCells.Symmetric(Polymer with { FlawLength = 2e-5 }), Thicknesses = [1e-4, 2e-5], Temperatures = [453.64, 453.66] };
        Assert.Collection(
            study.Problems().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            p => Assert.Contains("is above the melting point of lithium, 180.5 degC", p, StringComparison.Ordinal),
            p => Assert.Contains("20 um, is as long as an electrolyte of 20 um", p, StringComparison.Ordinal),
            p => Assert.Contains("20 um, is as long as an electrolyte of 20 um", p, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_in_which_nothing_can_fail_is_refused_before_it_runs() =>
        Assert.Contains("nothing in 'symmetric' can lose contact or short", Assert.Throws<ArgumentException>(() => CriticalCurrentTest.Life(LithiumCells.Symmetric(), 1, 3600, 7200)).Message, StringComparison.Ordinal);

    [Fact]
    public void Pressures_on_a_cell_that_knows_none_are_refused() =>
        Assert.Contains("no law of 'symmetric' knows the pressure", Assert.Single(new CriticalCurrentStudy { Cell = LithiumCells.Symmetric(Polymer), Pressures = [1e6] }.Problems()), StringComparison.Ordinal);

    [Fact]
    public void A_pressure_of_zero_among_others_is_refused_where_a_law_works_by_pressure()
    {
        var study = new CriticalCurrentStudy { Cell = LithiumCells.Symmetric(new ContactCreep { CreepLength = 5e-6, VoidDepth = 1e-6 }), Pressures = [5e6, 0] };
        Assert.Contains("contact-creep of 'symmetric' works by the stack pressure, and one of the pressures is zero", Assert.Single(study.Problems()), StringComparison.Ordinal);
        Assert.Empty((study with { Pressures = [5e6] }).Problems());
        Assert.Contains("there is none: give --pressure", Assert.Single((study with { Pressures = [], Cell = study.Cell with { StackPressure = 0 } }).Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_lives_cannot_be_measured_with_is_told_all_at_once_and_before_they_run()
    {
        var study = new CriticalCurrentStudy { Cell = LithiumCells.Symmetric(Polymer), Currents = [1, -2], Staircase = Staircase with { StepTime = 0, Most = 0 }, LongestLife = 2e9 };
        Assert.Equal(
            [
                "the step time must be positive and finite but is 0 s",
                "a current must be positive and finite but is -0.2 mA/cm2",
                "the longest test must be positive and at most 277778 h but is 555555.5555555555 h",
            ],
            study.Problems());
        Assert.Contains("the step time", Assert.Throws<InvalidOperationException>(() => study.Run(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_closed_forms_stand_beside_the_tests()
    {
        var salt = LithiumCells.With(SimpleCells.Symmetric(SimpleCells.Salt(1, 1e-11, 0.3), 1e-4, 10), Polymer);
        var limit = Assert.Single(InterfaceBounds.Of(salt));
        Assert.Equal("limiting current", limit.Name);
        Assert.Equal(2 * LithiumCells.Faraday * 1000 * 1e-11 / (0.7 * 1e-4), limit.Value, 1e-9);
        var creep = new ContactCreep { CreepLength = 5e-6, VoidDepth = 1e-6 };
        Assert.Equal(creep.CriticalCurrent(5e6, 298.15), Assert.Single(InterfaceBounds.Of(LithiumCells.Symmetric(creep))).Value);

        // Of sides that differ the weaker one counts, by its name: of a longer flaw the critical overpotential is lower.
        var glass = new FilamentFracture { Modulus = 18.5e9, FractureEnergy = 2.86, FlawLength = 0.3e-6, FilamentWidth = 1e-6 };
        CellDescription uneven = LithiumCells.Symmetric(glass);
        string last = uneven.Layers.OfType<LithiumMetal>().Last().Name;
        uneven = uneven with { Layers = [.. uneven.Layers.Select(l => l is LithiumMetal m && string.Equals(m.Name, last, StringComparison.Ordinal) ? m with { Ageing = [glass with { FlawLength = 3e-6 }] } : l)] };
        var weaker = Assert.Single(InterfaceBounds.Of(uneven));
        Assert.Equal(glass.CriticalOverpotential(3e-6), weaker.Value);
        Assert.Equal($"filament-fracture at '{last}'", weaker.From);
        Assert.Equal("filament-fracture", Assert.Single(InterfaceBounds.Of(LithiumCells.Symmetric(glass))).From);

        // A salt whose anions stand still has no limiting current.
        Assert.Empty(InterfaceBounds.Of(LithiumCells.With(SimpleCells.Symmetric(SimpleCells.Salt(1, 1e-11, 1), 1e-4, 10), Polymer)));

        // Voids open above the replenished current; where they heal fast enough the contact stays up to a larger one.
        var heals = new ContactReplenishment { PressedCurrent = 1, HealingTime = 10, VoidDepth = 1e-6 };
        Assert.Equal(
            [("onset of voids at full contact", 5.0), ("largest current of a steady contact", heals.CriticalCurrent(5e6, 298.15))],
            InterfaceBounds.Of(LithiumCells.Symmetric(heals)).Select(b => (b.Name, b.Value)));

        // Lithium of twice the molar volume recedes twice as fast.
        CellDescription bulky = LithiumCells.Symmetric(creep);
        bulky = bulky with { Layers = [.. bulky.Layers.Select(l => l is LithiumMetal m ? m with { MolarVolume = 2 * LithiumCells.MolarVolume } : l)] };
        Assert.Equal(creep.CriticalCurrent(5e6, 298.15) / 2, Assert.Single(InterfaceBounds.Of(bulky)).Value, 1e-12);
    }
}
