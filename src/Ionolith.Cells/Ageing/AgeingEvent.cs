namespace Ionolith.Cells.Ageing;

/// <summary>Kinds of sudden change.</summary>
public enum AgeingEventKind
{
    /// <summary>Lithium bridges the electrodes; the cell leaks but goes on.</summary>
    SoftShort,

    /// <summary>Lithium bridges the electrodes and the run ends.</summary>
    HardShort,

    /// <summary>The run ends for another reason.</summary>
    Failure,
}

/// <summary>A sudden change of a cell by what has aged slowly.</summary>
/// <param name="Kind">What has happened.</param>
/// <param name="Place">The interface at which it happened.</param>
/// <param name="Time">Time since the start of the run, s.</param>
/// <param name="Charge">Charge that has passed in either direction until then, C per m2 of geometric area.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record AgeingEvent(AgeingEventKind Kind, string Place, double Time, double Charge, string Reason);
