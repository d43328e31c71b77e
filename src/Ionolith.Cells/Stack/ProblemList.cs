using System.Globalization;

namespace Ionolith.Cells.Stack;

/// <summary>Collects problems; the checks that occur again and again.</summary>
internal sealed class ProblemList
{
    private readonly List<CellProblem> _problems = [];

    public IReadOnlyList<CellProblem> Problems => _problems;

    public void Error(string path, string message) => _problems.Add(new CellProblem(path, message));

    public void Warn(string path, string message) => _problems.Add(new CellProblem(path, message, ProblemSeverity.Warning));

    public void Positive(string path, double value, string unit)
    {
        if (!(value > 0) || !double.IsFinite(value))
        {
            Error(path, $"must be positive but is {Text(value, unit)}");
        }
    }

    public void NotNegative(string path, double value, string unit)
    {
        if (!(value >= 0) || !double.IsFinite(value))
        {
            Error(path, $"must not be negative but is {Text(value, unit)}");
        }
    }

    /// <summary>A share of something that is there: in (0, 1].</summary>
    public void Share(string path, double value)
    {
        if (!(value > 0 && value <= 1))
        {
            Error(path, $"must be above 0 and at most 1 but is {Text(value)}");
        }
    }

    public void Whole(string path, int value, int lowest, int highest)
    {
        if (value < lowest || value > highest)
        {
            Error(path, string.Create(CultureInfo.InvariantCulture, $"must be from {lowest} to {highest} but is {value}"));
        }
    }

    /// <summary>Lengths and pressures as people write them: "-50 um", "-5 MPa".</summary>
    public static string Text(double value, string unit) => unit switch
    {
        "m" => $"{Text(1e6 * value)} um",
        "Pa" => $"{Text(1e-6 * value)} MPa",
        _ => $"{Text(value)} {unit}",
    };

    public static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
