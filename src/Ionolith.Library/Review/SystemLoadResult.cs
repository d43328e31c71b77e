using Ionolith.Library.Files;

namespace Ionolith.Library.Review;

/// <summary>A system that was read, or everything that is wrong with its file.</summary>
/// <param name="System">The system; null if there are problems.</param>
/// <param name="Problems">All mistakes, in the order of the file; empty if there are none.</param>
public sealed record SystemLoadResult(ReviewSystem? System, IReadOnlyList<FileProblem> Problems)
{
    /// <summary>The system, for callers who know that its file is right.</summary>
    /// <returns>The system.</returns>
    /// <exception cref="InvalidDataException">There are problems; the message lists all of them.</exception>
    public ReviewSystem Require() =>
        System ?? throw new InvalidDataException(string.Join(Environment.NewLine, Problems));
}
