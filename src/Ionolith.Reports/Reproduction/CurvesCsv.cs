using System.Text;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library.Reproduction;

namespace Ionolith.Reports.Reproduction;

/// <summary>Writes the curves and rate tests of a reproduction as CSV.</summary>
public static class CurvesCsv
{
    /// <summary>Writes the files.</summary>
    /// <param name="studies">The systems that were run.</param>
    /// <returns>Name and text of curves.csv (a row for each time of each run; positive current discharges) and of rate-tests.csv.</returns>
    public static IReadOnlyList<(string Name, string Text)> Write(IReadOnlyList<SystemStudy> studies)
    {
        ArgumentNullException.ThrowIfNull(studies);
        var curves = new StringBuilder("System,Cell,Run,Test Time / s,Voltage / V,Current / A,Net Discharge / mAh cm-2\n");
        var rates = new StringBuilder("System,Cell,Rate / C,Capacity / mAh cm-2,Capacity / mAh g-1,Ended By\n");
        foreach (var study in studies)
        {
            foreach (var run in study.Runs)
            {
                AppendCurve(curves, study.System.Id, string.Join(' ', (string[])[.. run.Claims, .. run.Settings]), run.Result);
            }

            foreach (var test in study.RateTests)
            {
                double loading = ElectrodeLoading.Of(test.Cell.Layers.OfType<PorousElectrode>().Last());
                foreach (var point in test.Points.Where(p => p.Result is not null))
                {
                    AppendCurve(curves, study.System.Id, $"rate test {Numbers.Text(point.Rate, 3)}C", point.Result!);
                    Line(rates, study.System.Id, test.Cell.Id, Number(point.Rate), Number(point.Capacity / Numbers.PerArealCapacity), Number(point.Capacity / loading / 3600), point.Result!.Steps is [.., var last] ? last.EndedBy : "");
                }
            }
        }

        return [("curves.csv", curves.ToString()), ("rate-tests.csv", rates.ToString())];
    }

    private static void AppendCurve(StringBuilder text, string system, string run, SimulationResult result)
    {
        var series = result.Series;
        for (int i = 0; i < series.Count; i++)
        {
            Line(
                text, system, result.Cell.Id, run, Number(series.Time[i]), Number(series.Voltage[i]), Number(series.Current[i]),
                Number(series.Capacity[i] / result.Cell.Area / Numbers.PerArealCapacity));
        }
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("G9", CultureInfo.InvariantCulture) : "";

    private static void Line(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            bool quoted = cells[i].AsSpan().ContainsAny(',', '"', '\n');
            text.Append(i == 0 ? "" : ",").Append(quoted ? $"\"{cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cells[i]);
        }

        text.Append('\n');
    }
}
