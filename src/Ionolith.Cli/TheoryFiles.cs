using System.CommandLine;
using Ionolith.Reports.Theory;

namespace Ionolith.Cli;

/// <summary>"list ageing --figures": writes docs/theory/mechanisms.md and its figures.</summary>
internal static class TheoryFiles
{
    /// <summary>Folder of the theory.</summary>
    public static Option<string?> Figures { get; } = new("--figures") { Hidden = true };

    /// <summary>Writes page and figures; null where that is not asked for.</summary>
    public static int? Write(CliServices services, ParseResult parsed)
    {
        if (parsed.GetValue(Figures) is not { } folder)
        {
            return null;
        }

        try
        {
            var figures = TheoryFigures.All();
            Directory.CreateDirectory(Path.Combine(folder, TheoryPage.Folder));
            foreach (var figure in figures)
            {
                File.WriteAllText(Path.Combine(folder, TheoryPage.Folder, figure.Name + ".svg"), SvgFigure.Write(figure));
            }

            File.WriteAllText(Path.Combine(folder, "mechanisms.md"), TheoryPage.Write(figures));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return services.Refuse([$"--figures: {folder} cannot be written: {e.Message}"], asJson: false);
        }
    }
}
