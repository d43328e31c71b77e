using System.Globalization;
using System.Text.RegularExpressions;
using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Materials.Laws.Fitting;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Fitting;

/// <summary>Reads a table with a line of headings that carry units, such as "T [degC], sigma [mS/cm]"; all mistakes at once.</summary>
/// <remarks>Commas, semicolons or tabs separate; '#' begins a remark. The columns are known by their units, further ones are left out.</remarks>
public static partial class MeasuredTableReader
{
    private const int MostProblems = 50;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="variable">What the law that is fitted depends on.</param>
    /// <returns>The table or all problems.</returns>
    public static MeasuredTableResult ReadFile(string path, FitVariable variable)
    {
        ArgumentNullException.ThrowIfNull(path);
        var problems = new List<FileProblem>();
        string? text = DataFiles.ReadDisk(path, problems);
        return text is null ? new MeasuredTableResult(null, problems) : Read(path, text, variable);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="variable">What the law that is fitted depends on.</param>
    /// <returns>The table or all problems.</returns>
    public static MeasuredTableResult Read(string name, string text, FitVariable variable)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.TrimStart('\uFEFF').Split('\n').Select((line, i) => (Text: line.TrimEnd('\r'), Number: i + 1))
            .Where(l => l.Text.Trim() is { Length: > 0 } some && some[0] != '#').ToList();
        var problems = new List<FileProblem>();
        if (lines.Count == 0)
        {
            problems.Add(new FileProblem(name, 0, 0, "", $"has no lines; expected headings with units, such as \"{Example(variable)}\", and numbers below them"));
            return new MeasuredTableResult(null, problems);
        }

        char separator = lines[0].Text.Contains(';', StringComparison.Ordinal) ? ';' : lines[0].Text.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var headings = ReadHeadings(name, lines[0].Text, lines[0].Number, separator, variable, problems);
        if (headings is not var (x, y, unused) || problems.Count > 0)
        {
            return new MeasuredTableResult(null, problems);
        }

        int columns = Cells(lines[0].Text, separator).Count;
        var points = new List<(double X, double Y, int Line)>();
        foreach (var (line, number) in lines.Skip(1))
        {
            var cells = Cells(line, separator);
            if (cells.Count > columns)
            {
                string advice = separator == ',' ? "; numbers have a decimal point, and a text with commas stands in no such table" : "";
                problems.Add(new FileProblem(name, number, cells[columns].Place, "", string.Create(CultureInfo.InvariantCulture, $"the line has {cells.Count} values where the headings have {columns}{advice}")));
                continue;
            }

            double first = Number(name, number, cells, x, problems), second = Number(name, number, cells, y, problems);
            points.Add((first, second, number));
        }

        if (lines.Count == 1)
        {
            problems.Add(new FileProblem(name, lines[0].Number, 1, "", "has headings but no numbers below them"));
        }

        if (problems.Count > 0)
        {
            return new MeasuredTableResult(null, problems.Count <= MostProblems ? problems
                : [.. problems.Take(MostProblems), new FileProblem(name, 0, 0, "", string.Create(CultureInfo.InvariantCulture, $"and {problems.Count - MostProblems} more"))]);
        }

        var table = new MeasuredTable
        {
            Name = name,
            Variable = variable,
            X = [.. points.Select(p => p.X)],
            Conductivities = [.. points.Select(p => p.Y)],
            Lines = [.. points.Select(p => p.Line)],
            Unit = y.Unit,
            Unused = unused,
        };
        return new MeasuredTableResult(table, []);
    }

    /// <summary>Headings as such a table has them.</summary>
    /// <param name="variable">What the law depends on.</param>
    /// <returns>"T [degC], sigma [mS/cm]", or with the fraction.</returns>
    public static string Example(FitVariable variable) =>
        variable == FitVariable.Temperature ? "T [degC], sigma [mS/cm]" : "f [%], sigma [mS/cm]";

    private static (Column X, Column Y, List<string> Unused)? ReadHeadings(
        string name, string line, int number, char separator, FitVariable variable, List<FileProblem> problems)
    {
        var cells = Cells(line, separator);
        void Report(int column, string message) => problems.Add(new FileProblem(name, number, column, "", message));
        if (cells.TrueForAll(c => double.TryParse(c.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            Report(1, $"expected headings with units, such as \"{Example(variable)}\", but found numbers");
            return null;
        }

        var kind = variable == FitVariable.Temperature ? QuantityKinds.Temperature : QuantityKinds.Number;
        var xs = new List<Column>();
        var ys = new List<Column>();
        var unused = new List<string>();
        for (int i = 0; i < cells.Count; i++)
        {
            var (text, place) = cells[i];
            var match = Heading().Match(text);
            string symbol = match.Success ? match.Groups["unit"].Value.Trim() : "";
            symbol = symbol is "vol%" or "vol %" or "vol.%" ? "%" : symbol is "-" ? "" : symbol;
            var unit = new Unit("", Dimension.None, 1);
            if (symbol.Length > 0 && !Unit.TryParse(symbol, out unit!, out string error))
            {
                Report(place, $"the unit of \"{text}\" is not known: {error}");
                continue;
            }

            var column = new Column(i, text, place, unit, unit.Dimension == QuantityKinds.Conductivity.Dimension ? QuantityKinds.Conductivity : kind);
            if (unit.Dimension == QuantityKinds.Conductivity.Dimension)
            {
                ys.Add(column);
            }
            else if (unit.Dimension == kind.Dimension && (variable == FitVariable.Temperature || symbol.Length > 0 || cells.Count == 2 || FractionName().IsMatch(text)))
            {
                xs.Add(column);
            }
            else
            {
                unused.Add(text);
            }
        }

        if (problems.Count > 0)
        {
            return null;
        }

        Need(xs, variable == FitVariable.Temperature ? "a temperature, such as \"T [degC]\"" : "a volume fraction, such as \"f [%]\" or \"f [1]\"");
        Need(ys, "a conductivity, such as \"sigma [mS/cm]\"");
        return problems.Count > 0 ? null : (xs[0], ys[0], unused);

        void Need(List<Column> found, string what)
        {
            if (found.Count == 0)
            {
                Report(1, $"no column has {what}; the headings are {string.Join(", ", cells.Select(c => $"\"{c.Text}\""))}");
            }

            foreach (var second in found.Skip(1))
            {
                Report(second.Place, $"\"{second.Heading}\" is a second column of {second.Kind.Name}, beside \"{found[0].Heading}\"; leave one");
            }
        }
    }

    private static double Number(string name, int line, List<(string Text, int Place)> cells, Column column, List<FileProblem> problems)
    {
        void Report(int place, string message) => problems.Add(new FileProblem(name, line, place, column.Heading, message));
        if (column.Index >= cells.Count)
        {
            Report(cells[^1].Place, string.Create(CultureInfo.InvariantCulture, $"is missing: the line has {cells.Count} value{(cells.Count == 1 ? "" : "s")}"));
            return double.NaN;
        }

        var (text, place) = cells[column.Index];
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            string advice = text.Contains(',', StringComparison.Ordinal) ? "; numbers have a decimal point" : "";
            Report(place, text.Length == 0 ? "is empty; leave the line out if nothing was measured" : $"expected a number but got \"{text}\"{advice}");
            return double.NaN;
        }

        double si = column.Unit.ToSi(value);
        string? wrong = column.Kind == QuantityKinds.Conductivity ? si > 0 ? null : "must be positive: the fit is in its logarithm"
            : column.Kind == QuantityKinds.Temperature ? si > 0 ? null : "must be above absolute zero"
            : si is >= 0 and <= 1 ? null : "must lie between 0 and 1, or between 0 % and 100 %";
        if (wrong is not null)
        {
            Report(place, $"{wrong}, but is {text}{(column.Unit.Symbol.Length > 0 ? " " : "")}{column.Unit.Symbol}");
        }

        return si;
    }

    private static List<(string Text, int Place)> Cells(string line, char separator)
    {
        var cells = new List<(string, int)>();
        int start = 0;
        foreach (string part in line.Split(separator))
        {
            cells.Add((part.Trim().Trim('"'), start + (part.Length - part.TrimStart().Length) + 1));
            start += part.Length + 1;
        }

        return cells;
    }

    [GeneratedRegex(@"[\[\(](?<unit>[^\]\)]*)[\]\)]\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("^(f|phi|fraction|porosity|.*fraction.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FractionName();

    private sealed record Column(int Index, string Heading, int Place, Unit Unit, QuantityKind Kind);
}
