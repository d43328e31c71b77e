using Ionolith.Library.Files;
using Ionolith.Library.Writing;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Bpx;

/// <summary>Turns a number, a formula in x or a table of a BPX file into the form of cell files.</summary>
internal static class BpxFunctionReader
{
    /// <summary>Reads a function that must be there.</summary>
    public static FileNode? Required(BpxSection section, string key, SiUnit unit, string variable, FileNode? law = null)
    {
        if (!section.Has(key))
        {
            section.ReportMissing(key, "a number, a formula in x such as \"3.4 - 0.02 * x\", or a table {\"x\": [...], \"y\": [...]}");
        }

        return Optional(section, key, unit, variable, law);
    }

    /// <summary>Reads a function that may be there; null where it is not, or, with a problem, where it is none.</summary>
    /// <param name="section">The section.</param>
    /// <param name="key">The field.</param>
    /// <param name="unit">Kind of the values.</param>
    /// <param name="variable">What cell files call the variable: "x" (stoichiometry) or "c" (salt concentration).</param>
    /// <param name="law">Law of temperature, as <see cref="Arrhenius"/> makes it; null: none.</param>
    /// <param name="hold">Whether a table keeps the values at its ends outside of them.</param>
    public static FileNode? Optional(BpxSection section, string key, SiUnit unit, string variable, FileNode? law = null, bool hold = true)
    {
        switch (section.Know(key))
        {
            case null:
                return null;
            case NumberNode:
                var number = section.OptionalNumber(key)?.In(unit);
                return number is null || law is null ? number : Mapping(number.Location, ("value", number), ("temperature", law));
            case ScalarNode text:
                return Formula(section, key, text, unit, variable, law);
            case MappingNode table:
                return Table(section, key, table, unit, law, hold);
            default:
                section.Report(key, "expected a number, a formula in x, or a table {\"x\": [...], \"y\": [...]}");
                return null;
        }
    }

    /// <summary>The law of an activation energy; null where there is none.</summary>
    public static MappingNode? Arrhenius(BpxSection section, string key, double referenceTemperature) =>
        section.OptionalNumber(key) is { } energy && energy.Value != 0
            ? Mapping(energy.Location, ("arrhenius", energy.In(SiUnit.MolarEnergy)), ("reference", energy.With(referenceTemperature).In(SiUnit.Temperature)))
            : null;

    public static MappingNode Mapping(FileLocation place, params (string Key, FileNode? Value)[] entries) =>
        new(place, [.. entries.Where(e => e.Value is not null).Select(e => new FileEntry(e.Value!.Location, e.Key, e.Value))]);

    private static MappingNode? Formula(BpxSection section, string key, ScalarNode text, SiUnit unit, string variable, FileNode? law)
    {
        try
        {
            bool hasVariable = Expression.Parse(text.Text, ["x"]).DependsOn(0);
            return Mapping(
                text.Location,
                ("expression", text),
                ("unit", unit.Symbol.Length == 0 ? null : new ScalarNode(text.Location, unit.Symbol)),
                ("variable", hasVariable && variable is not "x" ? new ScalarNode(text.Location, "x") : null),
                ("temperature", law));
        }
        catch (ExpressionException e)
        {
            var place = text.Location with { Column = text.Location.Column + 1 + e.Position };
            section.Context.Report(place, section.PathOf(key), $"{e.Reason}, in the formula \"{Shortened(e.Text, e.Position)}\"");
            return null;
        }
    }

    private static string Shortened(string text, int position)
    {
        const int Widest = 60;
        int start = Math.Clamp(position - (Widest / 2), 0, Math.Max(0, text.Length - Widest));
        string part = text.Substring(start, Math.Min(Widest, text.Length - start));
        return (start > 0 ? "..." : "") + part + (start + part.Length < text.Length ? "..." : "");
    }

    private static MappingNode? Table(BpxSection section, string key, MappingNode node, SiUnit unit, FileNode? law, bool hold)
    {
        var table = new BpxSection(node, section.PathOf(key), section.Context);
        var x = Numbers(table, "x");
        var y = Numbers(table, "y");
        table.Finish();
        if (x is null || y is null)
        {
            return null;
        }

        if (x.Count != y.Count)
        {
            section.Report(key, $"the lists of the table must be equally long but x has {x.Count} values and y has {y.Count}");
            return null;
        }

        var points = x.Zip(y, (a, b) => (X: a, Y: b)).ToList();
        if (points.Count > 1 && points[0].X.Value > points[^1].X.Value)
        {
            points.Reverse();
        }

        if (points.Count < 2)
        {
            section.Report(key, $"a table needs at least 2 points but has {points.Count}");
            return null;
        }

        for (int i = 1; i < points.Count; i++)
        {
            if (points[i].X.Value <= points[i - 1].X.Value)
            {
                section.Context.Report(
                    points[i].X.Location, section.PathOf(key), $"the values of x must all increase or all decrease but {SiUnit.Plain(points[i].X.Value)} stands beside {SiUnit.Plain(points[i - 1].X.Value)}");
                return null;
            }
        }

        var rows = points.Select(p => (FileNode)new SequenceNode(p.X.Location, [p.X.In(SiUnit.Number), p.Y.In(SiUnit.Number)]));
        return Mapping(
            node.Location,
            ("table", new SequenceNode(node.Location, [.. rows])),
            ("unit", unit.Symbol.Length == 0 ? null : new ScalarNode(node.Location, unit.Symbol)),
            ("outside", hold ? new ScalarNode(node.Location, "hold") : null),
            ("temperature", law));
    }

    /// <summary>A list of finite numbers; null with a problem otherwise.</summary>
    public static List<Located>? Numbers(BpxSection section, string key)
    {
        if (section.Know(key) is not { } node)
        {
            section.ReportMissing(key, "a list of numbers");
            return null;
        }

        if (node is not SequenceNode list)
        {
            section.Report(key, "expected a list of numbers");
            return null;
        }

        var wrong = list.Items.FirstOrDefault(i => i is not NumberNode { Value: var v } || !double.IsFinite(v));
        if (wrong is not null)
        {
            section.Context.Report(wrong.Location, section.PathOf(key), "expected finite numbers");
            return null;
        }

        return [.. list.Items.Cast<NumberNode>().Select(n => new Located(n.Value, n.Location))];
    }
}
