using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Reports;

/// <summary>The figures of a run that are looked at first, in the units of the field.</summary>
/// <param name="Capacity">Charge delivered in the last cycle that discharges; of the last that charges where none does, C (A s).</param>
/// <param name="Energy">Energy of the same, J.</param>
/// <param name="IsDischarge">Whether these are of a discharge.</param>
/// <param name="MeanVoltage">Energy over capacity, V; NaN where nothing flowed.</param>
/// <param name="Duration">Time from start to end, s.</param>
/// <param name="MeanTemperature">Mean over time of the cell temperature, K; NaN without rows.</param>
public sealed record KeyFigures(
    double Capacity, double Energy, bool IsDischarge, double MeanVoltage, double Duration, double MeanTemperature)
{
    /// <summary>Takes the figures from a result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The figures.</returns>
    public static KeyFigures Of(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (capacity, energy, isDischarge) = Moved(result.Cycles, result.Status);
        var duration = result.Steps.Count > 0 ? result.Steps[^1].Time.End : result.Series.Count > 0 ? result.Series.Time[^1] : 0;
        return new KeyFigures(
            capacity, energy, isDischarge, energy / capacity, duration, MeanOverTime(result.Series));
    }

    /// <summary>Charge and energy of the last cycle that discharges; of the last that charges where none does.</summary>
    /// <param name="cycles">The cycles in order.</param>
    /// <param name="status">How the run ended; the cycle in which it broke off does not count where another discharges.</param>
    /// <returns>Charge, C (A s), energy, J, and whether these are of a discharge; zero, of a discharge, where nothing flowed.</returns>
    public static (double Capacity, double Energy, bool IsDischarge) Moved(IReadOnlyList<CycleResult> cycles, SimulationStatus status) =>
        (DischargingCycles(cycles, status), cycles.LastOrDefault(c => c.Charge > 0)) switch
        {
            ([.., var discharging], _) => (discharging.Discharge, discharging.DischargeEnergy, true),
            (_, { } charging) => (charging.Charge, charging.ChargeEnergy, false),
            _ => (0, 0, true),
        };

    /// <summary>Cycles that discharge, without the last one where the run broke off in it and there are others.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The cycles in order.</returns>
    public static IReadOnlyList<CycleResult> DischargingCycles(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return DischargingCycles(result.Cycles, result.Status);
    }

    /// <summary>Cycles that discharge, without the last one where the run broke off in it and there are others.</summary>
    /// <param name="cycles">All cycles in order.</param>
    /// <param name="status">How the run ended.</param>
    /// <returns>The cycles in order.</returns>
    public static IReadOnlyList<CycleResult> DischargingCycles(IReadOnlyList<CycleResult> cycles, SimulationStatus status)
    {
        var brokenOff = BrokenOff(cycles, status);
        return [.. cycles.Where(c => c.Discharge > 0 && c != brokenOff)];
    }

    /// <summary>The cycle that discharges and in which the run broke off, unless it is the only one that discharges.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The cycle; null: there is none.</returns>
    public static CycleResult? BrokenOff(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return BrokenOff(result.Cycles, result.Status);
    }

    /// <summary>The cycle that discharges and in which the run broke off, unless it is the only one that discharges.</summary>
    /// <param name="cycles">The cycles in order.</param>
    /// <param name="status">How the run ended.</param>
    /// <returns>The cycle; null: there is none.</returns>
    public static CycleResult? BrokenOff(IReadOnlyList<CycleResult> cycles, SimulationStatus status)
    {
        ArgumentNullException.ThrowIfNull(cycles);
        var last = cycles is [.., { Discharge: > 0 } end] && (status != SimulationStatus.Completed || !end.IsWhole) ? end : null;
        return last is not null && cycles.Any(c => c.Discharge > 0 && c != last) ? last : null;
    }

    /// <summary>Charge per geometric area, C/m2.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Capacity over area, C/m2.</returns>
    public double ArealCapacity(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Capacity / cell.Area;
    }

    private static double MeanOverTime(TimeSeries series)
    {
        if (series.Count == 0)
        {
            return double.NaN;
        }

        var integral = 0.0;
        for (var i = 1; i < series.Count; i++)
        {
            integral += (series.Time[i] - series.Time[i - 1]) * (series.Temperature[i] + series.Temperature[i - 1]) / 2;
        }

        var span = series.Time[^1] - series.Time[0];
        return span > 0 ? integral / span : series.Temperature[^1];
    }
}
