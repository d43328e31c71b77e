using System.Globalization;

namespace Ionolith.Library.Files;

/// <summary>A mistake in a file, with its place.</summary>
/// <param name="File">The file as its user named it; "--set ..." for a value from the command line.</param>
/// <param name="Line">Line from 1; 0 where no line can be named.</param>
/// <param name="Column">Column from 1; 0 where no line can be named.</param>
/// <param name="Path">Where in the description, e.g. "cathode.active.lfp.radius"; may be empty.</param>
/// <param name="Message">What is wrong, what was expected and what to do.</param>
public sealed record FileProblem(string File, int Line, int Column, string Path, string Message)
{
    /// <summary>The problem as compilers print it: file:line:column: path: message.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string place = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}") : File;
        return Path.Length == 0 ? $"{place}: {Message}" : $"{place}: {Path}: {Message}";
    }
}
