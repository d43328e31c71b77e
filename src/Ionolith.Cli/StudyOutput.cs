using Ionolith.Reports.Files;
using Ionolith.Reports.Terminal;
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

/// <summary>What all studies do around their computing: folder, terminal, Ctrl-C and errors.</summary>
internal static class Studies
{
    /// <summary>The program's name and version, as reports tell it.</summary>
    public static string ProgramName { get; } = $"Ionolith {typeof(Studies).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Opens the folder, computes, writes and prints.</summary>
    /// <returns>The exit code.</returns>
    public static int Carry(this CliServices services, StudyOutput output, Func<StudyResult> compute)
    {
        try
        {
            using var folder = output.Folder is null ? null : ResultFolder.Open(output.Folder, output.Force, output.Marker);
            var result = compute();
            folder?.Write([(output.Marker, result.Document), .. result.Files()]);
            if (output.Json)
            {
                services.Out.WriteLine(result.Document);
                return ExitCode.Done;
            }

            result.Print(services.Console());
            services.TellFolder(output.Folder);
            return ExitCode.Done;
        }
        catch (Exception e) when (Refusal.Problem(e) is { } problem)
        {
            return services.Refuse([problem], output.Json);
        }
        catch (OperationCanceledException)
        {
            services.Error.WriteLine("stopped by Ctrl-C: nothing was written");
            return ExitCode.Failed;
        }
    }

    /// <summary>The console of the standard output.</summary>
    public static IAnsiConsole Console(this CliServices services) => ResultConsole.On(services.Out, services.OutIsTerminal, services.Width);

    /// <summary>The line of progress on a terminal; null: nobody looks.</summary>
    public static ProgressLine? Progress(this CliServices services, bool json) =>
        services.ErrorIsTerminal && !json ? new ProgressLine(services.Error, services.Width) : null;

    /// <summary>Says where the results are.</summary>
    public static void TellFolder(this CliServices services, string? folder)
    {
        if (folder is not null)
        {
            services.Out.WriteLine($"results in {folder}; open {Path.Combine(folder, "report.html")} in a browser");
        }
    }
}
