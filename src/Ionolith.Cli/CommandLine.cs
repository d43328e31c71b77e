using System.CommandLine;
using System.CommandLine.Invocation;

namespace Ionolith.Cli;

/// <summary>The command line: words, options, exit codes.</summary>
public static class CommandLine
{
    /// <summary>Carries out a command line.</summary>
    /// <param name="arguments">Its words.</param>
    /// <param name="services">What the commands stand on.</param>
    /// <returns>The exit code: 0 done, 1 the run failed, 2 bad input.</returns>
    public static int Run(IReadOnlyList<string> arguments, CliServices services)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(services);
        var root = new RootCommand("Ionolith: the workbench for solid-state lithium batteries.");
        root.Subcommands.Add(RunCommand.Make(services));
        var parsed = root.Parse(arguments);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = services.Out, Error = services.Error };
        if (parsed.Action is not ParseErrorAction refusal)
        {
            return parsed.Invoke(configuration);
        }

        refusal.ShowHelp = false;
        parsed.Invoke(configuration);
        services.Error.WriteLine("'ionolith --help' and 'ionolith run --help' tell what can be written.");
        return ExitCode.BadInput;
    }
}
