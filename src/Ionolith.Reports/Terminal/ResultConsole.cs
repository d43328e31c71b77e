using Spectre.Console;

namespace Ionolith.Reports.Terminal;

/// <summary>Makes the console that tables are printed on.</summary>
public static class ResultConsole
{
    /// <summary>A console on a writer, with colours on a terminal only.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="isTerminal">Whether it is a terminal.</param>
    /// <param name="width">Its width in characters.</param>
    /// <returns>The console.</returns>
    public static IAnsiConsole On(TextWriter writer, bool isTerminal, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }
}
