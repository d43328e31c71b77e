namespace Ionolith.Library.Writing;

/// <summary>Where a function is written, and which laws stood there when it was read.</summary>
/// <param name="Path">Path of the function.</param>
/// <param name="LawAt">Name of the law at a path; empty where there was none.</param>
/// <remarks>An Arrhenius factor can be written in two ways; the one in which it was read keeps the sources of its parameters.</remarks>
internal sealed record FunctionPlace(string Path, Func<string, string> LawAt)
{
    /// <summary>A place of which nothing is known.</summary>
    public static readonly FunctionPlace Unknown = new("", _ => "");

    /// <summary>Name of the law here; empty where there was none.</summary>
    public string Law => LawAt(Path);

    public FunctionPlace Below(string key) => this with { Path = $"{Path}.{key}" };
}
