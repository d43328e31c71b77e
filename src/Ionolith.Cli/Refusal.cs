namespace Ionolith.Cli;

/// <summary>Tells what is wrong with the input.</summary>
internal static class Refusal
{
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
