using System.Globalization;
using Ionolith.Library.Files;
using Ionolith.Materials.Laws;

namespace Ionolith.Library.Writing;

/// <summary>Writes a function that files have no name for as a fine table, which says that it is one.</summary>
internal static class SampledTable
{
    private const int Points = 401;
    private const double ReferenceTemperature = 298.15;
    private static readonly FileLocation Nowhere = new("", 0, 0);

    /// <summary>Ends of the range in which a function without bounds is sampled.</summary>
    private static readonly (double Lower, double Upper) Temperatures = (200, 450), Concentrations = (1, 4000), Stoichiometries = (0.001, 0.999);

    public static MappingNode Of(IPropertyFunction function, SiUnit unit, string variable)
    {
        bool overTemperature = !function.DependsOnComposition;
        var (lower, upper) = overTemperature ? Temperatures : variable is "c" ? Concentrations : Stoichiometries;
        if (!overTemperature)
        {
            lower = Math.Max(lower, function.Domain.Lower);
            upper = Math.Min(upper, function.Domain.Upper);
        }

        var rows = new List<FileNode>();
        for (int i = 0; i < Points; i++)
        {
            double at = lower + ((upper - lower) * i / (Points - 1));
            double value = overTemperature ? function.Evaluate(0, at).Value : function.Evaluate(at, ReferenceTemperature).Value;
            if (double.IsFinite(value))
            {
                rows.Add(new SequenceNode(Nowhere, [Text(SiUnit.Plain(at)), Text(SiUnit.Plain(value))]));
            }
        }

        string lost = !overTemperature && function.DependsOnTemperature
            ? string.Create(CultureInfo.InvariantCulture, $" at {ReferenceTemperature} K; its temperature dependence is lost")
            : "";
        var entries = new List<FileEntry> { Entry("table", new SequenceNode(Nowhere, rows)) };
        if (unit.Symbol.Length > 0)
        {
            entries.Add(Entry("unit", Text(unit.Symbol)));
        }

        if (overTemperature)
        {
            entries.Add(Entry("variable", Text("T")));
        }

        entries.Add(Entry("note", Text(string.Create(CultureInfo.InvariantCulture, $"table of {rows.Count} points of a function {function.GetType().Name} that files cannot state{lost}"))));
        return new MappingNode(Nowhere, entries);
    }

    private static FileEntry Entry(string key, FileNode node) => new(Nowhere, key, node);

    private static ScalarNode Text(string text) => new(Nowhere, text);
}
