using System.Globalization;
using Ionolith.Library.Files;
using Ionolith.Library.Writing;
using Ionolith.Materials.Laws.Fitting;

namespace Ionolith.Library.Fitting;

/// <summary>Writes a fitted law as the lines that a material file takes.</summary>
public static class LawFragment
{
    private const int Digits = 6;
    private static readonly FileLocation Nowhere = new("", 0, 0);

    /// <summary>The lines, each fitted parameter with its interval and where it is from.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="source">What it was fitted to: the table's name.</param>
    /// <param name="fraction">Volume fraction of the mixture that the lines describe, for a law of it.</param>
    /// <returns>YAML text "conductivity: ...".</returns>
    public static string Of(LawFitResult fit, string source, double fraction)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var function = fit.Fitted.Function([.. fit.Parameters.Select(p => p.Value)], fraction);

        // Everything that is thermally activated is written as an Arrhenius law, whose keys are those of the fit.
        var node = FunctionTree.Of(function, SiUnit.Conductivity, "c", new FunctionPlace("", _ => "arrhenius"));
        var tree = (MappingNode)Annotated(node, "", fit, source);
        return YamlText.Of(new MappingNode(Nowhere, [new FileEntry(Nowhere, "conductivity", tree)]));
    }

    private static FileNode Annotated(FileNode node, string path, LawFitResult fit, string source)
    {
        if (node is MappingNode mapping)
        {
            // The exponent that was fitted, not the factor that it makes of one porosity.
            if (path.Length == 0 && mapping.Find("tortuosity-factor") is not null && fit.Parameters.FirstOrDefault(p => p.Key is "exponent") is { } exponent)
            {
                var renamed = new FileEntry(Nowhere, "exponent", new ScalarNode(Nowhere, SiUnit.Plain(exponent.Value)));
                mapping = mapping with { Entries = [.. mapping.Entries.Select(e => e.Key is "tortuosity-factor" ? renamed : e)] };
            }

            return mapping with
            {
                Entries = [.. mapping.Entries.Select(e => e with { Value = Annotated(e.Value, path.Length == 0 ? e.Key : $"{path}.{e.Key}", fit, source) })],
            };
        }

        if (node is not ScalarNode scalar)
        {
            return node;
        }

        string rounded = Rounded(scalar.Text);
        if (fit.Parameters.FirstOrDefault(p => IsAt(p.Key, path)) is { } parameter)
        {
            string unit = rounded.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? rounded[space..] : "";
            return parameter.IsHeld ? new ScalarNode(Nowhere, rounded) : Fitted(rounded, unit, parameter, source);
        }

        bool isFraction = path is "fraction" or "porosity" || path.EndsWith(".fraction", StringComparison.Ordinal) || path.EndsWith(".share", StringComparison.Ordinal);
        return isFraction
            ? Mapping(("value", rounded), ("note", "of one mixture of the table; put in that of yours"))
            : new ScalarNode(Nowhere, rounded);
    }

    private static MappingNode Fitted(string value, string unit, LawParameter parameter, string source)
    {
        if (parameter.AtBound || double.IsNaN(parameter.Lower))
        {
            return Mapping(("value", value), ("role", "calibrated"), ("source", $"fitted to {source}; at its bound, without an interval"));
        }

        string range = $"{Plain(parameter.Lower)}{unit} to {Plain(parameter.Upper)}{unit}";
        return Mapping(("value", value), ("role", "calibrated"), ("range", range), ("source", $"fitted to {source}"));
    }

    /// <summary>Whether a parameter of the fit stands at a path of the file; parts of a mixture stand one level deeper.</summary>
    private static bool IsAt(string key, string path) =>
        string.Equals(key, path, StringComparison.Ordinal)
        || string.Equals($"phases.{key}.phase", path, StringComparison.Ordinal)
        || string.Equals($"layers.{key}.layer", path, StringComparison.Ordinal);

    private static string Rounded(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        string number = space < 0 ? text : text[..space];
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? Plain(value) + (space < 0 ? "" : text[space..])
            : text;
    }

    private static string Plain(double value) => double.IsFinite(value)
        ? SiUnit.Plain(double.Parse(value.ToString("E" + (Digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
        : SiUnit.Plain(value);

    private static MappingNode Mapping(params (string Key, string Text)[] entries) =>
        new(Nowhere, [.. entries.Select(e => new FileEntry(Nowhere, e.Key, new ScalarNode(Nowhere, e.Text)))]);
}
