using System.Text;
using Ionolith.Library.Comparison;

namespace Ionolith.Reports.Comparison;

/// <summary>Writes the discharges of a comparison as a table.</summary>
public static class ComparisonCsv
{
    /// <summary>Writes the table.</summary>
    /// <param name="result">The comparison.</param>
    /// <returns>Comma-separated text with one line a discharge.</returns>
    public static string Write(ComparisonResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder("Candidate,Rate / 1/h,Separator / um,Temperature / degC,Capacity / mAh.cm-2,Energy / mWh.cm-2,Mean Voltage / V,Status,Main Loss\n");
        foreach (var p in result.Points)
        {
            text.Append(CultureInfo.InvariantCulture, $"{p.Candidate},{p.Rate:R},{Numbers.Round(p.Thickness * 1e6, 9)},{Numbers.Round(p.Temperature - 273.15, 9)},")
                .Append(CultureInfo.InvariantCulture, $"{Numbers.Round(p.Capacity / Numbers.PerArealCapacity, 7)},{Numbers.Round(p.Energy / Numbers.PerArealCapacity, 7)},")
                .Append(CultureInfo.InvariantCulture, $"{(double.IsNaN(p.MeanVoltage) ? "" : Numbers.Round(p.MeanVoltage, 7).ToString(CultureInfo.InvariantCulture))},{StatusWords.Key(p.Status)},\"{p.MainLoss}\"\n");
        }

        return text.ToString();
    }
}
