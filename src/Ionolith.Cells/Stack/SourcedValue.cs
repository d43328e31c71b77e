namespace Ionolith.Cells.Stack;

/// <summary>What a value is: measured and given, fitted to a figure, or assumed for want of one.</summary>
public enum ValueRole
{
    /// <summary>Taken from the named source.</summary>
    Input,

    /// <summary>Fitted; the source says to which figure.</summary>
    Calibrated,

    /// <summary>Nobody reported it: a reasoned guess with a range.</summary>
    Assumed,
}

/// <summary>One value of a description, as written, with where it is from.</summary>
/// <param name="Path">Where it stands, e.g. "separator.thickness".</param>
/// <param name="Text">The value as written, with its unit ("30 um").</param>
/// <param name="Source">Citation, or the reason of an assumption; empty where a file gives none.</param>
/// <param name="Role">Input, calibrated or assumed.</param>
/// <param name="Range">Plausible range as written ("20 um to 50 um"); empty where none is given.</param>
public sealed record SourcedValue(string Path, string Text, string Source, ValueRole Role, string Range)
{
    /// <summary>Where it was read, "file:line:column"; empty where it stands in no file.</summary>
    /// <remarks>Values of a material that a cell uses twice have two paths but one place: they are one number.</remarks>
    public string Place { get; init; } = "";
}
