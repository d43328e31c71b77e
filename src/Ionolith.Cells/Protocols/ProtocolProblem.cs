namespace Ionolith.Cells.Protocols;

/// <summary>One mistake in a protocol or in a file that it names.</summary>
/// <param name="Source">File, or "protocol item 2" for text from the command line.</param>
/// <param name="Line">Line in the file from 1; 0 where the source is an item.</param>
/// <param name="Column">Column from 1.</param>
/// <param name="Message">What is wrong, what was expected and what to do.</param>
/// <param name="Text">The line or item in which it is; may be empty.</param>
public sealed record ProtocolProblem(string Source, int Line, int Column, string Message, string Text)
{
    private const int WidestExcerpt = 160;

    /// <summary>Where it is: "cycle.txt:3:14" or "protocol item 2, column 14".</summary>
    public string Where => Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Source}:{Line}:{Column}")
        : string.Create(CultureInfo.InvariantCulture, $"{Source}, column {Column}");

    /// <summary>Place and message, then the text with a caret under the place.</summary>
    public override string ToString()
    {
        if (Text.Length == 0)
        {
            return $"{Where}: {Message}";
        }

        var start = Math.Clamp(Column - (WidestExcerpt / 2), 0, Math.Max(0, Text.Length - WidestExcerpt));
        var excerpt = Text.Substring(start, Math.Min(WidestExcerpt, Text.Length - start)).Replace('\t', ' ');
        var caret = new string(' ', Math.Clamp(Column - 1 - start, 0, excerpt.Length)) + "^";
        return $"{Where}: {Message}\n  {excerpt}\n  {caret}";
    }
}

/// <summary>A protocol that was read, or all of its mistakes.</summary>
/// <param name="Protocol">The protocol; null when there is any problem.</param>
/// <param name="Problems">Every mistake, in the order of the text; empty when the protocol is there.</param>
public sealed record ParsedProtocol(Protocol? Protocol, IReadOnlyList<ProtocolProblem> Problems);
