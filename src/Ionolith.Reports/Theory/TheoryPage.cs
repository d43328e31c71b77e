using System.Text;
using Ionolith.Cells.Ageing;

namespace Ionolith.Reports.Theory;

/// <summary>The page that shows the figures of the theory.</summary>
public static class TheoryPage
{
    /// <summary>Where the figures lie, seen from the page.</summary>
    public const string Folder = "figures";

    /// <summary>The page.</summary>
    /// <param name="figures">The figures.</param>
    /// <returns>Markdown.</returns>
    public static string Write(IReadOnlyList<TheoryFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var text = new StringBuilder("""
            # Mechanisms in figures

            This page and its figures are written by `./ionolith list ageing --figures docs/theory`. Lines are what the program integrates; dots, where there are any, the solution in closed form
            or what was measured. Equations: [ageing](ageing.md), [the lithium interface](lithium-interface.md), [light](light.md). Keys: [guide](../guide/ageing.md). The values
            are those of an example, not of a material.


            """.ReplaceLineEndings("\n"));
        foreach (var figure in figures)
        {
            var card = AgeingLaws.Find(figure.Name);
            text.Append("## ").Append(figure.Name).Append("\n\n");
            if (card is not null)
            {
                text.Append(Sentence(card.Title)).Append(" Basis: ").Append(card.Source).Append(". Holds for: ").Append(card.Validity).Append(".\n\n");
            }

            text.Append("![").Append(card?.Title ?? figure.Name).Append("](").Append(Folder).Append('/').Append(figure.Name).Append(".svg)\n\n").Append(figure.Caption).Append("\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Sentence(string title) => $"{char.ToUpperInvariant(title[0])}{title.AsSpan(1)}.";
}
