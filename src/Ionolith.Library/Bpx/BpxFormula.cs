using System.Globalization;
using System.Text;
using Ionolith.Materials;

namespace Ionolith.Library.Bpx;

/// <summary>Rewrites a formula in the words that readers of BPX know: x, numbers, + - * / **, exp, tanh, cosh.</summary>
internal static class BpxFormula
{
    private static readonly string[] Functions = ["exp", "tanh", "cosh"];

    /// <summary>The formula; null where it uses something else.</summary>
    /// <param name="text">The formula as cell files have it.</param>
    /// <param name="variable">Its composition variable.</param>
    public static string? Of(string text, string variable)
    {
        var result = new StringBuilder();
        var roots = new Stack<bool>();
        bool isRoot = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetter(c))
            {
                string word = Word(text, i);
                i += word.Length - 1;
                if (string.Equals(word, "sqrt", StringComparison.Ordinal))
                {
                    isRoot = true;
                    result.Append('(');
                }
                else if (Translate(word, variable) is { } translated)
                {
                    result.Append(translated);
                }
                else
                {
                    return null;
                }
            }
            else if (char.IsAsciiDigit(c) || c == '.')
            {
                string number = Number(text, i);
                i += number.Length - 1;
                result.Append(number);
            }
            else if (c == '^')
            {
                result.Append("**");
            }
            else if (c == '(')
            {
                roots.Push(isRoot);
                isRoot = false;
                result.Append('(');
            }
            else if (c == ')' && roots.Count > 0)
            {
                // sqrt(u) becomes ((u)**0.5).
                result.Append(roots.Pop() ? ")**0.5)" : ")");
            }
            else
            {
                result.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        return result.ToString();
    }

    /// <summary>Whether a word occurs in a formula.</summary>
    public static bool Uses(string text, string word)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) || text[i] == '.')
            {
                i += Number(text, i).Length - 1;
            }
            else if (char.IsAsciiLetter(text[i]))
            {
                string found = Word(text, i);
                if (string.Equals(found, word, StringComparison.Ordinal))
                {
                    return true;
                }

                i += found.Length - 1;
            }
        }

        return false;
    }

    private static string? Translate(string word, string variable) => word switch
    {
        _ when string.Equals(word, variable, StringComparison.Ordinal) => "x",
        _ when Functions.Contains(word, StringComparer.Ordinal) => word,
        "F" => PhysicalConstants.Faraday.ToString("R", CultureInfo.InvariantCulture),
        "R" => PhysicalConstants.GasConstant.ToString("R", CultureInfo.InvariantCulture),
        "pi" => Math.PI.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Word(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_'))
        {
            end++;
        }

        return text[start..end];
    }

    private static string Number(string text, int start)
    {
        int end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            int digits = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                digits++;
            }

            end = digits;
        }

        return text[start..end];
    }
}
