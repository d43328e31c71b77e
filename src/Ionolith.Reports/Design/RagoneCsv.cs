using System.Text;
using Ionolith.Cells.Design;

namespace Ionolith.Reports.Design;

/// <summary>Writes ragone.csv: energy and power of the stack at each rate.</summary>
public static class RagoneCsv
{
    /// <summary>Writes the points.</summary>
    /// <param name="points">The points.</param>
    /// <returns>The text of the file.</returns>
    public static string Write(IReadOnlyList<RagonePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var text = new StringBuilder("Rate / C,Mean Power / W.kg-1,Energy / Wh.kg-1,Energy / Wh.L-1,Capacity / mAh.cm-2,Mean Voltage / V,Duration / s\n");
        foreach (var point in points)
        {
            text.Append(CultureInfo.InvariantCulture, $"{point.Discharge.Rate:R},{point.SpecificPower:R},{DesignWords.WattHoursPerKilogram(point.SpecificEnergy):R},{DesignWords.WattHoursPerLitre(point.EnergyDensity):R},")
                .Append(CultureInfo.InvariantCulture, $"{point.Discharge.Capacity / Numbers.PerArealCapacity:R},{point.Discharge.MeanVoltage:R},{point.Discharge.Duration:R}\n");
        }

        return text.ToString();
    }
}
