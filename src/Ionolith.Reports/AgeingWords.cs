using Ionolith.Cells.Ageing;

namespace Ionolith.Reports;

/// <summary>What has happened to a cell suddenly, in words.</summary>
public static class AgeingWords
{
    /// <summary>Key of an event in files: "soft-short", "hard-short", "failure".</summary>
    /// <param name="kind">What has happened.</param>
    /// <returns>The key.</returns>
    public static string Key(AgeingEventKind kind) => kind switch
    {
        AgeingEventKind.SoftShort => "soft-short",
        AgeingEventKind.HardShort => "hard-short",
        _ => "failure",
    };

    /// <summary>Name of an event in texts: "soft short", "hard short", "failure".</summary>
    /// <param name="kind">What has happened.</param>
    /// <returns>The name.</returns>
    public static string Name(AgeingEventKind kind) => Key(kind).Replace('-', ' ');

    /// <summary>An event in a line.</summary>
    /// <param name="what">The event.</param>
    /// <returns>"soft short after 3.02 h and 12.1 mAh/cm2: lithium from 'anode' bridges the electrolyte".</returns>
    public static string Line(AgeingEvent what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return $"{Name(what.Kind)} after {Numbers.Duration(what.Time)} and {Numbers.Text(what.Charge / Numbers.PerArealCapacity)} mAh/cm2: {what.Reason}";
    }
}
