using System.Net;
using System.Text;

namespace Ionolith.Reports.Html;

/// <summary>Text for HTML: escaped, and units with their usual signs.</summary>
internal static class HtmlText
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["degC"] = "\u00b0C",
        ["um"] = "\u00b5m",
        ["ohm"] = "\u03a9",
    };

    private static readonly Dictionary<string, string> Greek = new(StringComparer.Ordinal)
    {
        ["phi"] = "\u03c6",
        ["eta"] = "\u03b7",
        ["kappa"] = "\u03ba",
        ["sigma"] = "\u03c3",
        ["theta"] = "\u03b8",
    };

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>"mol/m3" as "mol/m\u00b3", "um" as "\u00b5m", also within a text; digits of numbers stay.</summary>
    public static string Unit(string unit)
    {
        var text = new StringBuilder();
        var word = new StringBuilder();
        var previous = ' ';
        foreach (var c in unit)
        {
            if (char.IsAsciiLetter(c))
            {
                word.Append(c);
            }
            else
            {
                Flush(text, word);
                text.Append(char.IsAsciiLetter(previous) && c is ('2' or '3') ? (c == '2' ? '\u00b2' : '\u00b3') : c);
            }

            previous = c;
        }

        Flush(text, word);
        return text.ToString();
    }

    /// <summary>Text with a unit at its end, with the usual signs for the unit.</summary>
    public static string Spelled(string text)
    {
        var words = text.Split(' ');
        return string.Join(' ', words.Select(w => w is "cm2" || w.Contains("/cm2", StringComparison.Ordinal) || w.Contains("/m2", StringComparison.Ordinal)
            || w.Contains("/m3", StringComparison.Ordinal) || w is "m2/s" or "degC" or "um" or "ohm" ? Unit(w) : w));
    }

    /// <summary>"c_e" as c with a subscript, "phi_e" with the Greek letter, as Plotly's titles take it.</summary>
    public static string Symbol(string symbol)
    {
        var parts = symbol.Split('_', 2);
        var letter = Greek.GetValueOrDefault(parts[0]) ?? parts[0];
        return parts.Length == 1 ? Escape(letter) : $"{Escape(letter)}<sub>{Escape(parts[1].Replace('_', ','))}</sub>";
    }

    /// <summary>Axis title "name (unit)"; a unit of 1 is left out.</summary>
    public static string AxisTitle(string name, string unit) => unit is "1" or "" ? name : $"{name} ({Unit(unit)})";

    private static void Flush(StringBuilder text, StringBuilder word)
    {
        text.Append(Signs.GetValueOrDefault(word.ToString()) ?? word.ToString());
        word.Clear();
    }
}
