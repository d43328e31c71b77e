using Ionolith.Reports.Files;
using Ionolith.Reports.Terminal;
using Spectre.Console;

namespace Ionolith.Cli;

/// <summary>What all studies do around their computing: folder, terminal, Ctrl-C and errors.</summary>
internal static class Studies
{
    /// <summary>The program's name and version, as reports tell it.</summary>
    public static string ProgramName { get; } = $"Ionolith {typeof(Studies).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Opens the folder, computes, writes and prints.</summary>
    /// <returns>The exit code.</returns>
    public static int Carry(this CliServices services, StudyOutput output, Func<StudyResult> compute) => services.Guard(output.Json, () =>
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
    });

    /// <summary>Does something; another input that would mend an error, and Ctrl-C, are told.</summary>
    /// <param name="services">What the command stands on.</param>
    /// <param name="json">Whether errors are told as JSON too.</param>
    /// <param name="work">What is done; gives an exit code.</param>
    /// <returns>The exit code.</returns>
    public static int Guard(this CliServices services, bool json, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (Refusal.Problem(e) is { } problem)
        {
            return services.Refuse([problem], json);
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
