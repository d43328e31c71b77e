namespace Ionolith.Cells.Protocols;

/// <summary>Reads protocols from text.</summary>
/// <remarks>
/// The strings are those of PyBaMM's experiments (Sulzer et al., J. Open Res. Softw. 9 (2021) 14, doi:10.5334/jors.309),
/// with words in any case, further units, several limits, temperatures, repetitions and measured profiles. A voltage limit
/// without operator is reached upwards on charge and downwards on discharge, and from either side in other steps.
/// Unlike there no step has a silent end: one without limit and duration is a mistake.
/// </remarks>
public static class ProtocolParser
{
    /// <summary>Reads a protocol from its items.</summary>
    /// <param name="items">
    /// In order: steps ("Discharge at 1C until 2.5 V"), cycles ("Charge at 1C until 4.2 V; Rest for 1 h"), repetitions
    /// ("Repeat 100 times: ...") and ends of the whole ("Terminate at 80 % capacity").
    /// </param>
    /// <param name="files">Where the profiles are that the items name.</param>
    /// <param name="until">Further ends of the whole protocol ("80 % capacity", "500 h"); null: none.</param>
    /// <param name="cutoffs">What "lower cutoff" and "upper cutoff" stand for; null: there is no cell, and they are a mistake.</param>
    /// <returns>The protocol, or every mistake in it.</returns>
    public static ParsedProtocol Parse(IEnumerable<string> items, ProtocolFiles files, IEnumerable<string>? until = null, CutoffVoltages? cutoffs = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(files);
        var problems = new ProblemList();
        var reader = new ItemReader(files, cutoffs, problems);
        var number = 0;
        foreach (var item in items)
        {
            reader.Read(new SourceText(string.Create(CultureInfo.InvariantCulture, $"protocol item {++number}"), 0, item), 0, item.Length);
        }

        ReadUntil(reader, until);
        return Finish(reader, problems, new SourceText("protocol", 0, ""));
    }

    /// <summary>Reads a protocol file: one item a line, "#" comments, and "Repeat N times:" over indented lines.</summary>
    /// <param name="path">The file; profiles are found relative to its folder.</param>
    /// <param name="until">Further ends of the whole protocol; null: none.</param>
    /// <param name="cutoffs">What "lower cutoff" and "upper cutoff" stand for; null: there is no cell, and they are a mistake.</param>
    /// <returns>The protocol, or every mistake in it; a file that cannot be read is a mistake.</returns>
    public static ParsedProtocol ParseFile(string path, IEnumerable<string>? until = null, CutoffVoltages? cutoffs = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var (text, refusal) = ProtocolFiles.ReadText(path);
        return text is null
            ? new ParsedProtocol(null, [new ProtocolProblem(path, 1, 1, refusal, "")])
            : ParseText(text, path, new ProtocolFiles(Path.GetDirectoryName(path) ?? ""), until, cutoffs);
    }

    /// <summary>Reads the text of a protocol file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Name of the file for messages.</param>
    /// <param name="files">Where the profiles are that it names.</param>
    /// <param name="until">Further ends of the whole protocol; null: none.</param>
    /// <param name="cutoffs">What "lower cutoff" and "upper cutoff" stand for; null: there is no cell, and they are a mistake.</param>
    /// <returns>The protocol, or every mistake in it.</returns>
    public static ParsedProtocol ParseText(string text, string source, ProtocolFiles files, IEnumerable<string>? until = null, CutoffVoltages? cutoffs = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(files);
        var problems = new ProblemList();
        var reader = new ItemReader(files, cutoffs, problems);
        new BlockReader(reader, problems).Read(source, text);
        ReadUntil(reader, until);
        return Finish(reader, problems, new SourceText(source, 1, ""));
    }

    private static void ReadUntil(ItemReader reader, IEnumerable<string>? until)
    {
        var number = 0;
        foreach (var text in until ?? [])
        {
            reader.ReadTermination(new SourceText(string.Create(CultureInfo.InvariantCulture, $"until {++number}"), 0, text), 0, text.Length);
        }
    }

    private static ParsedProtocol Finish(ItemReader reader, ProblemList problems, SourceText at)
    {
        var protocol = reader.Finish(at);
        return new ParsedProtocol(protocol, problems.All);
    }
}
