using Ionolith.Library.Files;

namespace Ionolith.Library.Review;

/// <summary>The systems of a file of claims, or everything that is wrong with it.</summary>
/// <param name="Systems">The systems in the order of the file; null if there are problems.</param>
/// <param name="Problems">All mistakes, in the order of the file; empty if there are none.</param>
public sealed record ClaimsLoadResult(IReadOnlyList<ReviewSystem>? Systems, IReadOnlyList<FileProblem> Problems)
{
    /// <summary>The systems, for callers who know that the file is right.</summary>
    /// <returns>The systems.</returns>
    /// <exception cref="InvalidDataException">There are problems; the message lists all of them.</exception>
    public IReadOnlyList<ReviewSystem> Require() =>
        Systems ?? throw new InvalidDataException(string.Join(Environment.NewLine, Problems));
}
