namespace Ionolith.Library.Files;

/// <summary>A file that a description was read from, with its text, so that a result can be repeated.</summary>
/// <param name="Name">The file as named; "library:..." for one of the library.</param>
/// <param name="Text">Its text.</param>
public sealed record InputFile(string Name, string Text);
