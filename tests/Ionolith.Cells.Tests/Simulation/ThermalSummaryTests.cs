using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Simulation;

/// <summary>Heat released against heat shed, on a resistor: both in closed form.</summary>
public sealed class ThermalSummaryTests
{
    private const double Current = 200, Length = 3e-5, Conductivity = 0.05, Capacity = 50, Transfer = 2;
    private const double Heat = Current * Current * Length / Conductivity;

    private static CellDescription Resistor(HeatBalance heat) => SimpleCells.Symmetric(SimpleCells.Conductor(Conductivity), Length, 1e9) with { Heat = heat };

    private static ThermalSummary Run(HeatBalance heat, string step = "Discharge at 200 A for 300 s") =>
        new CellSimulation(Resistor(heat), ProtocolParser.Parse([step], new ProtocolFiles("")).Protocol!, new SimulationOptions { RelativeTolerance = 1e-6, AbsoluteTolerance = 1e-8 })
            .Run().Thermal!;

    [Fact]
    public void The_index_is_joules_heat_over_what_is_shed_at_the_limit()
    {
        ThermalSummary seen = Run(new(Capacity, Transfer) { LimitTemperature = 308.15 });
        Tolerance.Relative(Heat, seen.PeakHeat, 1e-4, "heat released, W/m2");
        Tolerance.Relative(Heat / (Transfer * 10), seen.AbuseIndex, 1e-4, "abuse index");
        Tolerance.Relative(Transfer * 10, seen.HeatShed, 1e-12, "heat shed, W/m2");
        Tolerance.Relative(298.15 + (Heat / Transfer), seen.SettlingTemperature, 1e-4, "settling temperature, K");
        Assert.Equal("stated in the cell's file", seen.LimitReason);
    }

    [Fact]
    public void The_time_to_the_limit_is_when_the_run_reaches_it()
    {
        ThermalSummary seen = Run(new(Capacity, Transfer) { LimitTemperature = 305.15 });
        double exact = -Capacity / Transfer * Math.Log(1 - (7 * Transfer / Heat));
        Tolerance.Relative(exact, seen.TimeToLimit, 1e-4, "time to the limit, s");
        Tolerance.Relative(exact, seen.ReachedAt, 1e-2, "limit reached, s");
        Tolerance.Relative(298.15 + (Heat / Transfer * (1 - Math.Exp(-300 * Transfer / Capacity))), seen.PeakTemperature, 1e-5, "highest temperature, K");
        Tolerance.Relative(300, seen.PeakTime, 1e-9, "time of the highest temperature, s");
    }

    [Fact]
    public void Below_one_the_limit_is_never_reached()
    {
        ThermalSummary seen = Run(new(Capacity, Transfer) { LimitTemperature = 298.15 + (1.01 * Heat / Transfer) });
        Assert.InRange(seen.AbuseIndex, 0.98, 1);
        Assert.True(double.IsPositiveInfinity(seen.TimeToLimit));
        Assert.True(double.IsNaN(seen.ReachedAt));
    }

    [Fact]
    public void Without_cooling_the_rise_is_linear_and_the_index_infinite()
    {
        ThermalSummary seen = Run(new(Capacity, 0) { LimitTemperature = 318.15 });
        Assert.True(double.IsPositiveInfinity(seen.AbuseIndex));
        Tolerance.Relative(Capacity * 20 / Heat, seen.TimeToLimit, 1e-4, "time to the limit, s");
        Tolerance.Relative(Capacity * 20 / Heat, seen.ReachedAt, 1e-4, "limit reached, s");
    }

    [Fact]
    public void Lithium_melts_where_no_limit_is_stated()
    {
        ThermalSummary seen = Run(new(Capacity, Transfer));
        Assert.Equal((453.65, "lithium melts"), (seen.LimitTemperature, seen.LimitReason));
        CellDescription graphite = ReferenceCells.Marquis(new() { ElectrodeVolumes = 4, SeparatorVolumes = 3, Shells = 4 }, new(200, 5));
        ThermalSummary without = new CellSimulation(graphite, ProtocolParser.Parse(["Discharge at 1C until 3.2 V"], new ProtocolFiles("")).Protocol!).Run().Thermal!;
        Assert.True(double.IsNaN(without.AbuseIndex) && double.IsNaN(without.TimeToLimit));
        Assert.Contains("limit-temperature", without.LimitReason, StringComparison.Ordinal);
        Assert.True(without.AdiabaticRise > 100, $"{without.AdiabaticRise}");
    }

    [Fact]
    public void A_cell_without_a_heat_balance_says_nothing_of_heat()
    {
        Assert.Null(new CellSimulation(Resistor(new(1, 1)) with { Heat = null }, ProtocolParser.Parse(["Rest for 1 h"], new ProtocolFiles("")).Protocol!).Run().Thermal);
    }

    [Fact]
    public void A_limit_below_the_cells_temperature_is_a_mistake() =>
        Assert.Contains(CellValidation.Validate(Resistor(new(1, 1) { LimitTemperature = 290 })), p => p.Path.Contains("limit-temperature", StringComparison.Ordinal));
}
