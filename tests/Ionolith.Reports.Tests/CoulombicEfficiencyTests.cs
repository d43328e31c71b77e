using Ionolith.Cells.Simulation;
using Xunit;

namespace Ionolith.Reports.Tests;

public class CoulombicEfficiencyTests
{
    [Fact]
    public void A_cycle_that_discharges_first_is_measured_by_the_charge_of_the_cycle_before()
    {
        var result = SampleRun.Cycling(4).Result;
        var efficiencies = CoulombicEfficiency.Of(result);
        Assert.Equal([2, 3, 4], efficiencies.Keys);
        Assert.Equal(result.Cycles[1].Discharge / result.Cycles[0].Charge, efficiencies[2], 1e-12);
    }

    [Fact]
    public void A_cycle_that_charges_first_is_measured_by_its_own_charge()
    {
        var whole = ChargedFirst();
        var efficiencies = CoulombicEfficiency.Of(whole);
        Assert.Equal([1, 2, 3, 4], efficiencies.Keys);
        Assert.All(whole.Cycles, c => Assert.Equal(c.Discharge / c.Charge, efficiencies[c.Number], 1e-12));
    }

    [Fact]
    public void A_charge_that_only_tops_up_a_charged_cell_tells_none()
    {
        var whole = ChargedFirst();
        var topped = whole with { Cycles = [whole.Cycles[0] with { Charge = 0.01 * whole.Cycles[0].Discharge }, .. whole.Cycles.Skip(1)] };
        Assert.Equal([2, 3, 4], CoulombicEfficiency.Of(topped).Keys);
    }

    [Fact]
    public void A_cycle_in_which_the_run_broke_off_has_none()
    {
        var broken = SampleRun.Cycling(4).Result with { Status = SimulationStatus.Cancelled };
        Assert.Equal([2, 3], CoulombicEfficiency.Of(broken).Keys);
    }

    [Fact]
    public void A_run_that_never_charges_has_none() => Assert.Empty(CoulombicEfficiency.Of(SampleRun.Discharge().Result));

    private static SimulationResult ChargedFirst()
    {
        var whole = SampleRun.Cycling(4).Result;
        return whole with { Cycles = [.. whole.Cycles.Select(c => c with { DischargesFirst = false, Charge = Math.Max(c.Charge, 1.01 * c.Discharge) })] };
    }
}
