using System.Globalization;
using Ionolith.Library.Files;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reading;

/// <summary>Reads tables of two columns, written in the file or kept beside it as CSV.</summary>
internal static class TableReader
{
    private static readonly IPropertyFunction Unreadable = new ConstantFunction(double.NaN);

    public static (IPropertyFunction Function, string Text) Read(MappingReader reader, QuantityKind kind, string variable)
    {
        double factor = FunctionReader.UnitFactor(reader, kind, out string unit);
        bool overTemperature = reader.Choice("variable", variable, "x", "c", "T") is "T";
        var abscissa = AbscissaUnit(reader, overTemperature, variable);
        string key = reader.Has("table") ? "table" : "table-file";
        var points = reader.Has("table") ? NumberPairs.Read(reader, "table", "a pair of numbers, such as [0.5, 3.42]") : FileRows(reader);
        if (points.Count == 0 || double.IsNaN(factor) || abscissa is null)
        {
            return (Unreadable, "");
        }

        double[] x = [.. points.Select(p => abscissa.ToSi(p.X))];
        double[] y = [.. points.Select(p => factor * p.Y)];
        try
        {
            IPropertyFunction function = overTemperature ? new TemperatureTableFunction(x, y) : new TableFunction(x, y);
            string suffix = unit.Length == 0 ? "" : $" [{unit}]";
            string over = overTemperature ? "T" : variable;
            return (function, string.Create(CultureInfo.InvariantCulture, $"table of {points.Count} points over {over}{suffix}"));
        }
        catch (ArgumentException e)
        {
            reader.Report(key, e.Message.Split(" (Parameter", 2)[0]);
            return (Unreadable, "");
        }
    }

    private static Unit? AbscissaUnit(MappingReader reader, bool overTemperature, string variable)
    {
        var kind = overTemperature ? QuantityKinds.Temperature : variable is "c" ? QuantityKinds.Concentration : QuantityKinds.Number;
        string symbol = reader.OptionalText("variable-unit") ?? (overTemperature ? "K" : variable is "c" ? "mol/m3" : "");
        if (Unit.TryParse(symbol, out var unit, out string error) && unit.Dimension == kind.Dimension)
        {
            return unit;
        }

        reader.Report("variable-unit", error.Length > 0 ? error : $"expected the unit of {kind.Name}, such as {kind.DisplayUnit}, but got \"{symbol}\"");
        return null;
    }

    private static List<(double X, double Y)> FileRows(MappingReader reader)
    {
        string name = reader.Text("table-file", "curve.csv");
        if (name.Length == 0)
        {
            return [];
        }

        string file = DataFiles.Relative(reader.Location.File, name);
        int before = reader.Context.Problems.Count;
        if (reader.Context.ReadFile(file) is not { } text)
        {
            reader.Context.Problems.RemoveRange(before, reader.Context.Problems.Count - before);
            reader.Report("table-file", $"the file \"{file}\" cannot be read; its name is relative to the file that names it");
            return [];
        }

        var points = new List<(double X, double Y)>();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split([',', ';', '\t'], StringSplitOptions.TrimEntries);
            if (cells.Length >= 2 && NumberPairs.TryNumber(cells[0], out double x) && NumberPairs.TryNumber(cells[1], out double y))
            {
                points.Add((x, y));
            }
            else if (points.Count > 0 || i > 0)
            {
                var place = new FileLocation(file, i + 1, 1);
                reader.Context.Report(place, reader.PathOf("table-file"), $"expected two numbers separated by a comma but got \"{line}\"");
                return [];
            }
        }

        if (points.Count == 0)
        {
            reader.Report("table-file", $"the file \"{file}\" has no points");
        }

        return points;
    }
}
