using Ionolith.Reports.Files;

namespace Ionolith.Cli;

/// <summary>Tells what is wrong with the input.</summary>
internal static class Refusal
{
    /// <summary>What an error tells a user who can mend it by another input.</summary>
    /// <param name="error">The error.</param>
    /// <returns>A line; null: it is another kind of error.</returns>
    public static string? Problem(Exception error) => error switch
    {
        ResultFolderException => $"--out: {error.Message}",

        // The name of a parameter of the program's own tells a user nothing.
        ArgumentException => error.Message.Split(" (Parameter", 2)[0],
        _ => null,
    };

    /// <summary>Every mistake on standard error, and as JSON on standard output where that was asked for.</summary>
    /// <returns>The exit code for bad input.</returns>
    public static int Refuse(this CliServices services, IReadOnlyList<string> problems, bool asJson)
    {
        foreach (string problem in problems)
        {
            services.Error.WriteLine($"error: {problem}");
        }

        if (asJson)
        {
            ProblemJson.Write(services.Out, problems);
        }

        return ExitCode.BadInput;
    }
}
