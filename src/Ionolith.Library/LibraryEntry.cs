namespace Ionolith.Library;

/// <summary>One line of the library's list.</summary>
/// <param name="Id">Id.</param>
/// <param name="Aliases">Other ids; may be empty.</param>
/// <param name="Kind">"cell", or the kind of a material: active, electrolyte or inert.</param>
/// <param name="Title">One line for a reader.</param>
public sealed record LibraryEntry(string Id, IReadOnlyList<string> Aliases, string Kind, string Title);
