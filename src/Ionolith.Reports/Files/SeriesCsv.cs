using Ionolith.Cells.Simulation;

namespace Ionolith.Reports.Files;

/// <summary>Writes series.csv with the preferred labels of the Battery Data Format, and losses.csv.</summary>
/// <remarks>
/// Battery Data Format of the Battery Data Alliance (ontology 1.3.0, LF Energy): positive current charges the cell there, the
/// opposite of the sign inside; net is charging minus discharging; capacities never reset. Columns that the format does not know stand last.
/// </remarks>
public static class SeriesCsv
{
    private const double SecondsPerHour = 3600;
    private const double ZeroCelsius = 273.15;

    /// <summary>Writes the rows of a run.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="series">The rows.</param>
    public static void Write(TextWriter writer, TimeSeries series)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(series);
        writer.Write(
            "Test Time / s,Voltage / V,Current / A,Cycle Count / 1,Step Count / 1,Temperature T1 / degC,Power / W," +
            "Charging Capacity / Ah,Discharging Capacity / Ah,Net Capacity / Ah," +
            "Charging Energy / Wh,Discharging Energy / Wh,Net Energy / Wh," +
            "Open Circuit Voltage / V,Negative Lithium Thickness / um,Positive Lithium Thickness / um");
        var beside = Beside(series);
        foreach (var (label, _) in beside)
        {
            writer.Write(',');
            writer.Write(label);
        }

        writer.Write('\n');
        var (charge, discharge, chargeEnergy, dischargeEnergy) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < series.Count; i++)
        {
            var passed = series.Capacity[i] - (i == 0 ? 0 : series.Capacity[i - 1]);
            var work = series.Energy[i] - (i == 0 ? 0 : series.Energy[i - 1]);
            discharge += Math.Max(passed, 0) / SecondsPerHour;
            charge += Math.Max(-passed, 0) / SecondsPerHour;
            dischargeEnergy += Math.Max(work, 0) / SecondsPerHour;
            chargeEnergy += Math.Max(-work, 0) / SecondsPerHour;
            WriteRow(
                writer,
                [
                    series.Time[i], series.Voltage[i], Negative(series.Current[i]), series.Cycle[i], series.Step[i],
                    series.Temperature[i] - ZeroCelsius, Negative(series.Current[i]) * series.Voltage[i],
                    charge, discharge, charge - discharge, chargeEnergy, dischargeEnergy, chargeEnergy - dischargeEnergy,
                    series.OpenCircuitVoltage[i], series.NegativeLithiumThickness[i] * 1e6, series.PositiveLithiumThickness[i] * 1e6,
                    .. beside.Select(c => c.Value(i)),
                ]);
        }
    }

    /// <summary>Writes the losses against time.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="series">The rows of the run.</param>
    /// <param name="losses">The losses at the same rows.</param>
    public static void WriteLosses(TextWriter writer, TimeSeries series, LossSeries losses)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(losses);
        writer.Write("Test Time / s,Voltage / V,Open Circuit Voltage / V");
        foreach (var name in losses.Names)
        {
            writer.Write(',');
            writer.Write(Quoted(name + " / V"));
        }

        writer.Write('\n');
        for (var i = 0; i < series.Count; i++)
        {
            WriteRow(writer, [series.Time[i], series.Voltage[i], series.OpenCircuitVoltage[i], .. losses.Values.Select(v => v[i])]);
        }
    }

    /// <summary>What flows beside the electrolyte, where it can; the current of the electrolyte charges where it is positive, as that of the terminals.</summary>
    private static List<(string Label, Func<int, double> Value)> Beside(TimeSeries series)
    {
        var columns = new List<(string, Func<int, double>)>();
        if (series.ElectrolyteCurrent is { } electrolyte)
        {
            columns.Add(("Electrolyte Current / A", i => Negative(electrolyte[i])));
        }

        if (series is { Photocurrent: { } photocurrent, Irradiance: { } irradiance })
        {
            columns.Add(("Photocurrent / A", i => photocurrent[i]));
            columns.Add(("Irradiance / W.m-2", i => irradiance[i]));
        }

        if (series.Pressure.Any(p => p > 0))
        {
            columns.Add(("Stack Pressure / MPa", i => series.Pressure[i] / 1e6));
        }

        return columns;
    }

    /// <summary>Changes the sign without making a negative zero.</summary>
    private static double Negative(double value) => value == 0 ? 0 : -value;

    /// <summary>A heading, in quotes where it needs them.</summary>
    internal static string Quoted(string text) =>
        text.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <summary>Writes a row of numbers; what is no number stays empty.</summary>
    internal static void WriteRow(TextWriter writer, ReadOnlySpan<double> values)
    {
        Span<char> buffer = stackalloc char[32];
        for (var c = 0; c < values.Length; c++)
        {
            if (c > 0)
            {
                writer.Write(',');
            }

            // Twelve digits: more than any instrument has, and the sums of the format still hold to one part in a million.
            if (!double.IsNaN(values[c]) && values[c].TryFormat(buffer, out var length, "G12", CultureInfo.InvariantCulture))
            {
                writer.Write(buffer[..length]);
            }
        }

        writer.Write('\n');
    }
}
