using System.CommandLine;

namespace Ionolith.Cli;

/// <summary>Options that several commands have, in the same words.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document and nothing else" };

    public static Option<bool> Force(string what) => new("--force") { Description = $"Replace {what}" };
}
