using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Ionolith.Numerics.Expressions;

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
        root.Subcommands.Add(ListCommand.Make(services));
        root.Subcommands.Add(ShowCommand.Make(services));
        root.Subcommands.Add(RunCommand.Make(services));
        root.Subcommands.Add(DesignCommand.Make(services));
        root.Subcommands.Add(MicrostructureCommand.Make(services));
        root.Subcommands.Add(ValidateCommand.Make(services));
        root.Subcommands.Add(ConvertCommand.Make(services));
        root.Subcommands.Add(CompareCommand.Make(services));
        root.Subcommands.Add(ReproduceCommand.Make(services));
        root.Subcommands.Add(FitCommand.Make(services));
        root.Subcommands.Add(CriticalCurrentCommand.Make(services));
        root.Subcommands.Add(BenchCommand.Make(services));
        var parsed = root.Parse(arguments);
        var unknown = UnknownOptions(arguments, parsed.CommandResult.Command, root);
        if (unknown.Count == 0 && parsed.Action is not ParseErrorAction)
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = services.Out, Error = services.Error });
        }

        // A mistyped option makes the parser take its value for something else: what it says then only misleads.
        var messages = unknown.Count > 0 ? unknown : Mistakes(parsed);
        foreach (var message in messages)
        {
            services.Error.WriteLine($"error: {message}");
        }

        var command = parsed.CommandResult.Command;
        services.Error.WriteLine(command is RootCommand
            ? "'ionolith --help' tells what can be written."
            : $"'ionolith {command.Name} --help' tells what can be written.");
        return ExitCode.BadInput;
    }

    private static List<string> Mistakes(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand && parsed.UnmatchedTokens.Count > 0)
        {
            // One mistyped command leaves all other words without a meaning.
            string word = parsed.UnmatchedTokens[0];
            return [$"there is no command '{word}'{Hint(word, [.. command.Subcommands.Select(c => c.Name)])}"];
        }

        return
        [
            .. parsed.Errors.Select(e => e.SymbolResult is OptionResult { Tokens: [var value, ..] } option && e.Message.Contains("expected type", StringComparison.Ordinal)
                ? $"{option.Option.Name} {value}: expected a number{(option.Option.ValueType == typeof(int?) ? " without decimals" : "")}"
                : e.Message).Distinct(StringComparer.Ordinal),
        ];
    }

    private static List<string> UnknownOptions(IReadOnlyList<string> arguments, Command command, RootCommand root)
    {
        string[] known = [.. command.Options.Concat(root.Options).SelectMany(o => (string[])[o.Name, .. o.Aliases])];
        return
        [
            .. arguments.TakeWhile(a => a is not "--")
                .Where(a => a.StartsWith("--", StringComparison.Ordinal))
                .Select(a => a.Split('=', 2)[0])
                .Where(name => !known.Contains(name, StringComparer.Ordinal))
                .Select(name => $"unknown option '{name}'{Hint(name, known)}"),
        ];
    }

    private static string Hint(string name, string[] known) => Names.Nearest(name, known) is { } near ? $" (did you mean '{near}'?)" : "";
}
