using Ionolith.Library.Files;
using Ionolith.Library.LawForms;
using Ionolith.Materials.Laws;
using Ionolith.Numerics.Interpolation;

namespace Ionolith.Library.Writing;

/// <summary>Writes a property function as files state it: value, formula, table or law, its range, its law of temperature.</summary>
internal static class FunctionTree
{
    private static readonly FileLocation Nowhere = new("", 0, 0);

    /// <summary>The node from which the reader makes the same function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="unit">Kind of its values.</param>
    /// <param name="variable">Composition variable: "x" or "c".</param>
    /// <remarks>A function of a type that files have no name for becomes a fine table, with a note that says so.</remarks>
    public static FileNode Of(IPropertyFunction function, SiUnit unit, string variable) => Of(function, unit, variable, FunctionPlace.Unknown);

    /// <summary>The node from which the reader makes the same function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="unit">Kind of its values.</param>
    /// <param name="variable">Composition variable: "x" or "c".</param>
    /// <param name="place">Where it stands, to keep the form in which it was read.</param>
    public static FileNode Of(IPropertyFunction function, SiUnit unit, string variable, FunctionPlace place)
    {
        var (parts, known) = AsRead(function, unit, variable, place) ?? (FunctionParts.Of(function), null);
        var entries = new List<FileEntry>();
        void Add(string key, FileNode node) => entries.Add(new FileEntry(Nowhere, key, node));
        switch (parts.Base)
        {
            case not null when known is not null:
                entries.AddRange(known.Node.Entries);
                break;
            case ConstantFunction constant when parts.Law is null && parts.Bounds is null:
                return unit.Node(parts.Factor * constant.Value);
            case ConstantFunction constant:
                Add("value", unit.Node(parts.Factor * constant.Value));
                break;
            case ExpressionFunction expression:
                Add("expression", Text(Scaled(expression, parts.Factor)));
                AddUnit();
                if (!string.Equals(expression.Variable, variable, StringComparison.Ordinal) && expression.DependsOnComposition)
                {
                    Add("variable", Text(expression.Variable));
                }

                break;
            case TableFunction table:
                Add("table", Rows(table.Curve, parts.Factor));
                AddUnit();
                break;
            case TemperatureTableFunction table:
                Add("table", Rows(table.Points, parts.Factor));
                AddUnit();
                Add("variable", Text("T"));
                break;
            default:
                entries.AddRange(OfLaw(parts, unit, variable, place).Entries);
                break;
        }

        AddBounds();
        if (parts.Law is { } law)
        {
            Add("temperature", Law(law));
        }

        return new MappingNode(Nowhere, entries);

        void AddUnit()
        {
            if (unit.Symbol.Length > 0)
            {
                Add("unit", Text(unit.Symbol));
            }
        }

        void AddBounds()
        {
            if (parts.Bounds is not { } bounds)
            {
                return;
            }

            if (bounds.ValidRange != bounds.Inner.Domain)
            {
                var ends = variable is "c" ? SiUnit.Concentration : SiUnit.Number;
                Add("valid", Text($"{ends.Text(bounds.ValidRange.Lower)}..{ends.Text(bounds.ValidRange.Upper)}"));
            }

            if (bounds.Outside == OutsideDomain.Hold)
            {
                Add("outside", Text("hold"));
            }
        }
    }

    /// <summary>The law that stood at the place, with the bounds and the temperature dependence that it had; null where the function is another.</summary>
    private static (FunctionParts Parts, LawWriter? Law)? AsRead(IPropertyFunction function, SiUnit unit, string variable, FunctionPlace place)
    {
        if (LawRegistry.Find(place.Law) is not { } form)
        {
            return null;
        }

        IPropertyFunction? temperature = null;
        BoundedFunction? bounds = null;
        while (true)
        {
            var law = new LawWriter(form.Name, form.Keys, unit, variable, place);
            if (form.Write(function, law))
            {
                return (new FunctionParts(function, 1, bounds, temperature), law);
            }

            switch (function)
            {
                case ArrheniusFunction arrhenius when temperature is null && bounds is null:
                    (temperature, function) = (arrhenius, arrhenius.Reference);
                    break;
                case VtfFunction vtf when temperature is null && bounds is null && double.IsFinite(vtf.ReferenceTemperature):
                    (temperature, function) = (vtf, vtf.Reference);
                    break;
                case BoundedFunction bounded when bounds is null:
                    (bounds, function) = (bounded, bounded.Inner);
                    break;
                default:
                    return null;
            }
        }
    }

    /// <summary>The formula in SI units of the property.</summary>
    public static string Scaled(ExpressionFunction expression, double factor)
    {
        factor *= expression.Factor;
        return factor == 1 ? expression.Text.Trim() : $"{SiUnit.Plain(factor)} * ({expression.Text.Trim()})";
    }

    /// <summary>A law by its name; one with a factor, or with bounds inside bounds, as a scaled property.</summary>
    private static MappingNode OfLaw(FunctionParts parts, SiUnit unit, string variable, FunctionPlace place)
    {
        bool isPlain = parts.Factor == 1 && parts.Base is not BoundedFunction;
        if (!isPlain)
        {
            return LawRegistry.Write(new ScaledFunction(parts.Base, parts.Factor), unit, variable, place)!.Node;
        }

        return LawRegistry.Write(parts.Base, unit, variable, place)?.Node ?? SampledTable.Of(parts.Base, unit, variable);
    }

    private static SequenceNode Rows(MonotoneCubic curve, double factor)
    {
        var rows = new List<FileNode>();
        for (int i = 0; i < curve.Abscissae.Length; i++)
        {
            rows.Add(new SequenceNode(Nowhere, [Text(SiUnit.Plain(curve.Abscissae[i])), Text(SiUnit.Plain(factor * curve.Ordinates[i]))]));
        }

        return new SequenceNode(Nowhere, rows);
    }

    private static MappingNode Law(IPropertyFunction law) => law switch
    {
        ArrheniusFunction arrhenius => Mapping(
            ("arrhenius", SiUnit.MolarEnergy.Node(arrhenius.ActivationEnergy)), ("reference", SiUnit.Temperature.Node(arrhenius.ReferenceTemperature))),
        VtfFunction vtf when double.IsFinite(vtf.ReferenceTemperature) => Mapping(
            ("vtf", Mapping(("b", SiUnit.Kelvins.Node(vtf.PseudoActivation)), ("t0", SiUnit.Temperature.Node(vtf.VanishingTemperature)))),
            ("reference", SiUnit.Temperature.Node(vtf.ReferenceTemperature))),
        _ => throw new InvalidOperationException($"A law of temperature is Arrhenius or VTF, but is {law.GetType().Name}."),
    };

    private static MappingNode Mapping(params (string Key, FileNode Value)[] entries) =>
        new(Nowhere, [.. entries.Select(e => new FileEntry(Nowhere, e.Key, e.Value))]);

    private static ScalarNode Text(string text) => new(Nowhere, text);
}
