using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Simulation;

/// <summary>Heat that a cell releases against heat that it sheds, and where that would end.</summary>
/// <remarks>
/// From the lumped balance C dT/dt = q - h (T - T_a): with the most heat q that the run has released, held for ever, the cell goes from the
/// temperature of its surroundings T_a to T_a + q/h, as 1 - exp(-h t/C). The abuse index is q over the heat h (T_limit - T_a) that it sheds at its
/// limit: below 1 the cell never gets there, above 1 it does after t = -(C/h) ln(1 - 1/index). It knows no heat but that of currents: no decomposition,
/// no short, no nail. Gradients within the cell are not in a lumped balance.
/// </remarks>
public sealed record ThermalSummary
{
    /// <summary>Highest temperature of the run, K.</summary>
    public required double PeakTemperature { get; init; }

    /// <summary>When it was reached, s.</summary>
    public required double PeakTime { get; init; }

    /// <summary>Most heat released per area, mean over a time step, W/m2.</summary>
    public required double PeakHeat { get; init; }

    /// <summary>Limit of the temperature, K; NaN where none is stated and no lithium can melt.</summary>
    public required double LimitTemperature { get; init; }

    /// <summary>Where the limit is from.</summary>
    public required string LimitReason { get; init; }

    /// <summary>Heat shed at the limit per area, W/m2; NaN without a limit.</summary>
    public required double HeatShed { get; init; }

    /// <summary>Abuse index: most heat released over heat shed at the limit, 1; infinite where none is shed; NaN without a limit.</summary>
    public required double AbuseIndex { get; init; }

    /// <summary>Temperature at which the cell would settle if it released its most heat for ever, K; infinite where none is shed.</summary>
    public required double SettlingTemperature { get; init; }

    /// <summary>Time from the temperature of the surroundings to the limit with the most heat, s; infinite where it is never reached; NaN without a limit.</summary>
    public required double TimeToLimit { get; init; }

    /// <summary>When the run itself reached the limit, s; NaN where it did not.</summary>
    public required double ReachedAt { get; init; }

    /// <summary>Rise if all energy that the longest discharge has delivered had stayed in the cell as heat, K; NaN without a discharge.</summary>
    public required double AdiabaticRise { get; init; }

    /// <summary>Limit of the temperature of a cell and where it is from.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The limit, K; NaN: there is none.</returns>
    public static (double Temperature, string Reason) LimitOf(CellDescription cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Heat is { LimitTemperature: not double.NaN and var stated } ? (stated, "stated in the cell's file")
            : cell.Layers.Any(l => l is LithiumMetal) ? (HeatBalance.LithiumMelts, "lithium melts")
            : (double.NaN, "none is stated: heat: {limit-temperature: ...}");
    }

    /// <summary>Draws the conclusions.</summary>
    internal static ThermalSummary? Of(CellDescription cell, HeatTally seen, IReadOnlyList<StepResult> steps)
    {
        if (cell.Heat is not { } heat || double.IsNaN(seen.PeakHeat))
        {
            return null;
        }

        (double limit, string reason) = LimitOf(cell);
        double shed = heat.HeatTransfer * (limit - seen.Ambient), index = double.IsNaN(limit) ? double.NaN : seen.PeakHeat / shed;
        double energy = steps.Select(s => s.Energy).DefaultIfEmpty(0).Max() / cell.Area;
        return new()
        {
            PeakTemperature = seen.PeakTemperature,
            PeakTime = seen.PeakTime,
            PeakHeat = seen.PeakHeat,
            LimitTemperature = limit,
            LimitReason = reason,
            HeatShed = shed,
            AbuseIndex = index,
            SettlingTemperature = seen.Ambient + (seen.PeakHeat / heat.HeatTransfer),
            TimeToLimit = Time(heat, seen.PeakHeat, limit - seen.Ambient, index),
            ReachedAt = seen.ReachedAt,
            AdiabaticRise = energy > 0 ? energy / heat.HeatCapacity : double.NaN,
        };
    }

    private static double Time(HeatBalance heat, double released, double rise, double index) =>
        double.IsNaN(index) ? double.NaN
        : released <= 0 || index <= 1 ? double.PositiveInfinity
        : heat.HeatTransfer == 0 ? heat.HeatCapacity * rise / released
        : -heat.HeatCapacity / heat.HeatTransfer * Math.Log(1 - (1 / index));
}
