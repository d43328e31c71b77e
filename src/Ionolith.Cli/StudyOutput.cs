using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>Where the results of a study go.</summary>
/// <param name="Folder">Folder for its files; null: none.</param>
/// <param name="Marker">Name of its JSON document, by which such a folder is known.</param>
/// <param name="Force">Whether results in the folder are replaced.</param>
/// <param name="Json">Whether the document is printed instead of tables.</param>
internal sealed record StudyOutput(string? Folder, string Marker, bool Force, bool Json);

/// <summary>What a study has to tell.</summary>
/// <param name="Document">All of it as JSON.</param>
/// <param name="Files">The files beside that document, made only where a folder is written.</param>
/// <param name="Print">Prints it for people.</param>
internal sealed record StudyResult(string Document, Func<IEnumerable<(string Name, string Text)>> Files, Action<IAnsiConsole> Print);
