using System.Globalization;
using Ionolith.Library.Files;
using Ionolith.Library.Writing;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Bpx;

/// <summary>Tells whether two values of cell files are the same, however they are written.</summary>
/// <remarks>Numbers are the same within a few units of the last digit, which a conversion such as F K and back costs.</remarks>
internal static class TreeComparison
{
    private const double Rounding = 4e-15;
    private static readonly Dictionary<string, double> Constants = new(StringComparer.Ordinal)
    {
        ["F"] = Materials.PhysicalConstants.Faraday,
        ["R"] = Materials.PhysicalConstants.GasConstant,
    };

    public static bool AreSame(FileNode a, FileNode b) => Compare(Normal(a), Normal(b));

    private static bool Compare(FileNode a, FileNode b) => (a, b) switch
    {
        (ScalarNode x, ScalarNode y) => CompareText(x.Text, y.Text),
        (SequenceNode x, SequenceNode y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(p => Compare(p.First, p.Second)),
        (MappingNode x, MappingNode y) => x.Entries.Count == y.Entries.Count
            && x.Entries.All(e => y.Find(e.Key) is { } other && Compare(e.Value, other.Value)),
        _ => false,
    };

    private static bool CompareText(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return true;
        }

        var (x, unitOfX) = Split(a);
        var (y, unitOfY) = Split(b);
        return string.Equals(unitOfX, unitOfY, StringComparison.Ordinal) && Math.Abs(x - y) <= Rounding * Math.Abs(x);
    }

    private static (double Number, string Unit) Split(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        string number = space < 0 ? text : text[..space];
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? (value, space < 0 ? "" : text[space..]) : (double.NaN, text);
    }

    /// <summary>Formulas in the words of BPX; a formula without variable and a value without law as a single value.</summary>
    private static FileNode Normal(FileNode node)
    {
        if (node is not MappingNode mapping)
        {
            return node;
        }

        if (mapping.TextOf("expression") is { } text)
        {
            string variable = mapping.TextOf("variable") ?? (BpxFormula.Uses(text, "c") ? "c" : "x");
            string formula = BpxFormula.Of(text, variable) ?? text;
            mapping = mapping with { Entries = [.. mapping.Entries.Where(e => e.Key is not "variable")] };
            if (Value(text) is { } value)
            {
                string unit = mapping.TextOf("unit") is { Length: > 0 } symbol ? " " + symbol : "";
                var entries = mapping.Entries.Where(e => e.Key is not ("expression" or "unit"));
                mapping = mapping with { Entries = [new FileEntry(mapping.Location, "value", new ScalarNode(mapping.Location, SiUnit.Plain(value) + unit)), .. entries] };
            }
            else
            {
                mapping = mapping.With("expression", new ScalarNode(mapping.Location, formula));
            }
        }

        return mapping.Entries is [{ Key: "value" }] ? mapping.Entries[0].Value : mapping;
    }

    private static double? Value(string text)
    {
        try
        {
            return Expression.Parse(text, [], Constants).Evaluate();
        }
        catch (ExpressionException)
        {
            return null;
        }
    }
}
