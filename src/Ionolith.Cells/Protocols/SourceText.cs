namespace Ionolith.Cells.Protocols;

/// <summary>One line of text with where it is from.</summary>
/// <param name="Source">File or item.</param>
/// <param name="Line">Line from 1; 0 for an item.</param>
/// <param name="Text">The text.</param>
internal readonly record struct SourceText(string Source, int Line, string Text);

/// <summary>Mistakes found so far.</summary>
internal sealed class ProblemList
{
    private readonly List<ProtocolProblem> _problems = [];

    public int Count => _problems.Count;

    public IReadOnlyList<ProtocolProblem> All => _problems;

    public void Add(SourceText at, int position, string message) =>
        _problems.Add(new ProtocolProblem(at.Source, at.Line, position + 1, message, at.Text));

    public void AddRange(IEnumerable<ProtocolProblem> problems) => _problems.AddRange(problems);
}

/// <summary>A position in a line of text.</summary>
/// <param name="Source">The line.</param>
/// <param name="Position">Position from 0.</param>
internal readonly record struct SourcePlace(SourceText Source, int Position);
