using System.Globalization;
using Ionolith.Library.Files;
using Ionolith.Library.LawForms;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Reading;

/// <summary>Reads a property that may be a single value, a formula or a table, with a law of temperature on top.</summary>
internal static class FunctionReader
{
    private static readonly IPropertyFunction Unreadable = new ConstantFunction(double.NaN);

    /// <summary>Keys that say what a function is; a mapping without any changes the one that it replaces.</summary>
    public static readonly IReadOnlyList<string> Definitions = ["value", "expression", "table", "table-file", "law", "of"];

    /// <summary>Reads a function that must be there; NaN everywhere, with a problem, otherwise.</summary>
    /// <param name="owner">The mapping that holds it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="kind">Kind of its values.</param>
    /// <param name="variable">Composition variable: "x" or "c".</param>
    public static IPropertyFunction Required(MappingReader owner, string key, QuantityKind kind, string variable) =>
        Required(owner, key, new PropertyContext(key, kind, variable));

    /// <summary>Reads a function that must be there; NaN everywhere, with a problem, otherwise.</summary>
    /// <param name="owner">The mapping that holds it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="property">The property that it is.</param>
    public static IPropertyFunction Required(MappingReader owner, string key, PropertyContext property)
    {
        if (Optional(owner, key, property) is { } function)
        {
            return function;
        }

        owner.ReportMissing(key, $"{property.Kind.Name}, such as {key}: \"{property.Kind.Example}\", or a formula, table or law with its unit");
        return Unreadable;
    }

    /// <summary>Reads a function that may be there; null where it is not.</summary>
    public static IPropertyFunction? Optional(MappingReader owner, string key, QuantityKind kind, string variable) =>
        Optional(owner, key, new PropertyContext(key, kind, variable));

    /// <summary>Reads a function that may be there; null where it is not.</summary>
    public static IPropertyFunction? Optional(MappingReader owner, string key, PropertyContext property) => owner.Know(key) switch
    {
        null => null,
        MappingNode mapping when mapping.Find("of") is not null => BorrowedProperty.Read(owner, key, mapping, property),
        MappingNode mapping => ReadMapping(owner, key, mapping, property),
        _ => new ConstantFunction(owner.OptionalQuantity(key, property.Kind) ?? double.NaN),
    };

    private static IPropertyFunction ReadMapping(MappingReader owner, string key, MappingNode mapping, PropertyContext property)
    {
        var (kind, variable) = (property.Kind, property.Variable);
        string path = owner.PathOf(key);
        var reader = new MappingReader(mapping, path, owner.Context, owner.SourceFor(mapping));
        reader.RequireOneOf(required: true, [.. Definitions]);
        reader.Know("unit");
        reader.Know("variable");
        reader.Know("variable-unit");
        IPropertyFunction function = Unreadable;
        string text = "";
        double number = double.NaN;
        if (reader.Has("law"))
        {
            (function, text) = ReadLaw(reader, property);
        }
        else if (reader.Know("expression") is { } expression)
        {
            (function, text) = ReadExpression(reader, expression, kind, variable);
        }
        else if (reader.Has("table") || reader.Has("table-file"))
        {
            (function, text) = TableReader.Read(reader, kind, variable);
        }
        else if (reader.Know("value") is ScalarNode { Text.Length: > 0 } value)
        {
            text = value.Text;
            if (Quantity.TryParse(value.Text, kind, out var quantity, out string error))
            {
                number = quantity.Value;
                function = new ConstantFunction(number);
            }
            else
            {
                reader.Report("value", error);
            }
        }
        else if (reader.Has("value"))
        {
            reader.Report("value", "expected a single value");
        }

        if (reader.Has("law") && reader.Has("unit"))
        {
            reader.Report("unit", "a law needs no unit; its values have theirs");
        }

        function = ReadBounds(reader, function, variable);
        if (double.IsNaN(number) && reader.OptionalText("valid") is { } valid)
        {
            text += $", valid {valid}" + (reader.OptionalText("outside") is "hold" ? ", held outside" : "");
        }

        if (text.Length > 0)
        {
            string source = owner.SourceFor(mapping);
            if (source.Length == 0 && LawRegistry.Find(reader.OptionalText("law") ?? "") is { } form)
            {
                source = form.Source;
            }

            Provenance.Note(owner.Context, path, text, mapping, source, double.IsNaN(number) ? null : kind, number);
        }

        function = TemperatureLawReader.Apply(reader, function);
        reader.Finish();
        return function;
    }

    private static (IPropertyFunction Function, string Text) ReadLaw(MappingReader reader, PropertyContext property)
    {
        if (reader.OptionalText("law") is not { } name)
        {
            return (Unreadable, "");
        }

        if (LawRegistry.Find(name) is not { } form)
        {
            string[] known = [.. LawRegistry.All.Where(f => f.Gives is null || f.Gives == property.Kind).Select(f => f.Name)];
            reader.Report("law", $"there is no law \"{name}\"; {Names.Advice(name, known)}");
            reader.KnowAll();
            return (Unreadable, "");
        }

        if (form.Gives is { } gives && gives != property.Kind)
        {
            reader.Report("law", $"the law {name} gives {gives.Name} where {property.Kind.Name} is expected");
            reader.KnowAll();
            return (Unreadable, "");
        }

        var law = new LawReader(form.Keys, reader, property);
        try
        {
            var function = form.Read(law);
            law.KnowKeys();
            return (law.HasProblems || function is null ? Unreadable : function, $"law {name}");
        }
        catch (ArgumentException e)
        {
            // Where a single value is wrong it was told at its place; what is left are values that do not go together.
            law.KnowKeys();
            if (!law.HasProblems)
            {
                reader.Context.Report(reader.Location, reader.Path, e.Message.Split(" (Parameter", 2)[0]);
            }

            return (Unreadable, "");
        }
    }

    private static (IPropertyFunction Function, string Text) ReadExpression(
        MappingReader reader, FileNode node, QuantityKind kind, string variable)
    {
        double factor = UnitFactor(reader, kind, out string unit);
        string name = reader.Choice("variable", variable, "x", "c", "sto");
        if (node is not ScalarNode { Text.Length: > 0 } scalar)
        {
            reader.Report("expression", "expected a formula, such as \"3.4 - 0.02*x\"");
            return (Unreadable, "");
        }

        try
        {
            string text = unit.Length == 0 ? scalar.Text : $"{scalar.Text} [{unit}]";
            return (double.IsNaN(factor) ? Unreadable : new ExpressionFunction(scalar.Text, name, factor), text);
        }
        catch (ExpressionException e)
        {
            // The place of the mistake inside a formula that stands on one line after its key.
            reader.Context.Report(scalar.Location, reader.PathOf("expression"), e.Message);
            return (Unreadable, "");
        }
    }

    /// <summary>Size of the stated unit in SI; a pure number needs none. NaN with a problem if it does not fit.</summary>
    public static double UnitFactor(MappingReader reader, QuantityKind kind, out string symbol)
    {
        symbol = reader.OptionalText("unit") ?? "";
        if (symbol.Length == 0)
        {
            if (kind.Dimension == Dimension.None)
            {
                return 1;
            }

            if (!reader.Has("unit"))
            {
                reader.ReportMissing("unit", $"the unit of {kind.Name}, such as unit: {kind.DisplayUnit}");
            }

            return double.NaN;
        }

        if (!Quantity.TryFindUnit(symbol, kind, out var unit, out string error))
        {
            reader.Report("unit", error);
            return double.NaN;
        }

        if (unit.Dimension != kind.Dimension || unit.Offset != 0)
        {
            string found = QuantityKinds.NameOf(unit.Dimension);
            reader.Report("unit", $"expected the unit of {kind.Name}, such as {kind.DisplayUnit}, but \"{symbol}\" is that of {found}");
            return double.NaN;
        }

        return unit.Factor;
    }

    /// <summary>valid: 64..2780 mol/m3 and outside: hold.</summary>
    private static IPropertyFunction ReadBounds(MappingReader reader, IPropertyFunction function, string variable)
    {
        bool hold = reader.Choice("outside", "nan", "hold") is "hold";
        if (reader.OptionalText("valid") is { } text)
        {
            var kind = variable is "c" ? QuantityKinds.Concentration : QuantityKinds.Number;
            if (Interval.TryParse(text, kind, out double lower, out double upper, out string error))
            {
                return new BoundedFunction(function, lower, upper, hold ? OutsideDomain.Hold : OutsideDomain.Undefined);
            }

            reader.Report("valid", error);
        }
        else if (hold)
        {
            var (lower, upper) = function.Domain;
            if (double.IsFinite(lower) && double.IsFinite(upper))
            {
                return new BoundedFunction(function, lower, upper, OutsideDomain.Hold);
            }

            reader.Report("outside", "needs the range in which the formula is valid, such as valid: 64..2780 mol/m3");
        }

        return function;
    }
}

/// <summary>A range written as 0.01..0.99 or 64..2780 mol/m3.</summary>
internal static class Interval
{
    public static bool TryParse(string text, QuantityKind kind, out double lower, out double upper, out string error)
    {
        lower = double.NaN;
        upper = double.NaN;
        string example = kind.Dimension == Dimension.None ? "0.01..0.99" : "64..2780 mol/m3";
        string[] ends = text.Split("..");
        if (ends.Length == 2 && Quantity.TryParse(ends[1], kind, out var high, out _))
        {
            // The lower end may leave its unit to the upper one.
            string unit = ends[1].Trim().TrimStart('-', '+').TrimStart("0123456789.eE".ToCharArray()).Trim();
            string low = double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"{ends[0]} {unit}" : ends[0];
            if (Quantity.TryParse(low, kind, out var lowest, out _) && lowest.Value < high.Value)
            {
                (lower, upper, error) = (lowest.Value, high.Value, "");
                return true;
            }
        }

        error = $"expected a range of two increasing values, such as {example}, but got \"{text}\"";
        return false;
    }
}
