using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Simulation;

/// <summary>Watches heat and temperature of a run from step to step.</summary>
/// <param name="balance">Heat balance of the cell.</param>
/// <param name="limit">Limit of the temperature, K; NaN: none.</param>
internal sealed class HeatMeter(HeatBalance balance, double limit)
{
    // Over shorter steps the difference of two temperatures is rounding.
    private const double ShortestStep = 1e-3;

    /// <summary>What was seen so far.</summary>
    public HeatTally Seen { get; set; } = HeatTally.None;

    /// <summary>Takes a step of the integrator.</summary>
    /// <param name="from">Time and temperature at its start, s and K.</param>
    /// <param name="to">The same at its end.</param>
    /// <param name="ambient">Temperature of the surroundings, K.</param>
    public void Take((double Time, double Temperature) from, (double Time, double Temperature) to, double ambient)
    {
        double span = to.Time - from.Time;
        HeatTally seen = Seen;
        if (double.IsNaN(seen.ReachedAt) && to.Temperature >= limit)
        {
            double rise = to.Temperature - from.Temperature;
            seen = seen with { ReachedAt = rise > 0 && from.Temperature < limit ? from.Time + (span * (limit - from.Temperature) / rise) : from.Time };
        }

        if (!(to.Temperature <= seen.PeakTemperature))
        {
            seen = seen with { PeakTemperature = to.Temperature, PeakTime = to.Time };
        }

        double heat = (balance.HeatCapacity * (to.Temperature - from.Temperature) / span)
            + (balance.HeatTransfer * ((0.5 * (from.Temperature + to.Temperature)) - ambient));
        if (span >= ShortestStep && !(heat <= seen.PeakHeat))
        {
            seen = seen with { PeakHeat = heat, Ambient = ambient };
        }

        Seen = seen;
    }
}

/// <summary>Extremes of heat and temperature.</summary>
/// <param name="PeakTemperature">Highest temperature, K; NaN before the first step.</param>
/// <param name="PeakTime">When, s.</param>
/// <param name="PeakHeat">Most heat released, mean over a step of the integrator, W/m2.</param>
/// <param name="Ambient">Temperature of the surroundings then, K.</param>
/// <param name="ReachedAt">When the limit of the temperature was reached, s; NaN: it was not.</param>
internal readonly record struct HeatTally(double PeakTemperature, double PeakTime, double PeakHeat, double Ambient, double ReachedAt)
{
    /// <summary>Nothing was seen.</summary>
    public static HeatTally None => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}
