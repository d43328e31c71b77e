namespace Ionolith.Cells.Protocols;

/// <summary>Evaluation of a profile that starts again at its end.</summary>
public static class DriveCycleValue
{
    /// <summary>Value at a time, linear between the points; after its last time the profile starts again.</summary>
    /// <param name="cycle">The profile.</param>
    /// <param name="time">Time since the start of the step, s; not negative.</param>
    /// <returns>Value in the SI unit of the control.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public static double At(this DriveCycle cycle, double time)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        if (!(time >= 0) || double.IsInfinity(time))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "the time since the start of the step must be finite and not negative, s");
        }

        var (times, values) = (cycle.Times, cycle.Values);
        var local = time > times[^1] ? time % times[^1] : time;
        int low = 0, high = times.Count - 1;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle] <= local ? (middle, high) : (low, middle);
        }

        var share = (local - times[low]) / (times[high] - times[low]);
        return values[low] + (share * (values[high] - values[low]));
    }
}
