using System.CommandLine;

namespace Ionolith.Cli;

/// <summary>Options that several commands have, in the same words.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else" };

    public static Option<bool> Force(string what) => new("--force") { Description = $"Replace {what}" };

    /// <summary>A word as a shell takes it.</summary>
    public static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || "_./:=+-%,".Contains(c, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>An option with one value.</summary>
    public static Option<string?> One(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };

    /// <summary>An option that may be given again and again.</summary>
    public static Option<string[]> Many(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
