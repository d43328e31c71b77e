using System.Text;
using Ionolith.Cells.CriticalCurrent;

namespace Ionolith.Reports.CriticalCurrent;

/// <summary>Writes ccd.csv: a row for each test.</summary>
public static class CriticalCurrentCsv
{
    /// <summary>Writes the tests.</summary>
    /// <param name="study">The study.</param>
    /// <param name="results">Its tests.</param>
    /// <returns>The text of the file; a number that does not exist is left out.</returns>
    public static string Write(CriticalCurrentStudy study, IReadOnlyList<CriticalCurrentResult> results)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(results);
        var text = new StringBuilder("Pressure / MPa,Temperature / degC,Thickness / um,Current At End / mA.cm-2,Sustained Current / mA.cm-2,")
            .Append("Areal Capacity / mAh.cm-2,Charge To End / mAh.cm-2,Charge Passed / mAh.cm-2,Time / h,Ended By\n");
        foreach (var r in results)
        {
            text.AppendJoin(',', new[]
            {
                r.Pressure / 1e6, r.Temperature - 273.15, r.Thickness * 1e6, study.CurrentOf(r) / 10, r.Sustained / 10, r.ArealCapacity / Numbers.PerArealCapacity,
                r.Charge / Numbers.PerArealCapacity, r.Passed / Numbers.PerArealCapacity, r.Time / 3600,
            }.Select(v => double.IsNaN(v) ? "" : v.ToString("G12", CultureInfo.InvariantCulture))).Append(',').Append(CriticalCurrentWords.End(r.End)).Append('\n');
        }

        return text.ToString();
    }
}
