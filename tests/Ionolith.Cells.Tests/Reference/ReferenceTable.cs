using System.Globalization;

namespace Ionolith.Cells.Tests.Reference;

/// <summary>A table of numbers in Data: the first column is time, s; the header holds positions or names.</summary>
internal sealed record ReferenceTable(string[] Header, double[][] Rows)
{
    public double[] Times => [.. Rows.Select(r => r[0])];

    /// <summary>The header's numbers after the first column.</summary>
    public double[] Positions => [.. Header.Skip(1).Select(Number)];

    public static ReferenceTable Read(params string[] path)
    {
        string[] lines = [.. File.ReadAllLines(Path.Combine([AppContext.BaseDirectory, "Data", .. path])).Where(l => !l.StartsWith('#'))];
        bool header = !double.TryParse(lines[0].Split(',')[0], CultureInfo.InvariantCulture, out _);
        return new(
            header ? lines[0].Split(',') : [],
            [.. lines.Skip(header ? 1 : 0).Select(l => l.Split(',').Select(Number).ToArray())]);
    }

    /// <summary>Linear interpolation of values at increasing positions; straight on beyond the ends.</summary>
    public static double Interpolate(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double at)
    {
        int i = 1;
        while (i < x.Length - 1 && x[i] < at)
        {
            i++;
        }

        return y[i - 1] + ((y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
