using Ionolith.Cells.Ageing;
using Ionolith.Cells.Simulation;
using Ionolith.Materials.Quantities;

namespace Ionolith.Reports.Files;

/// <summary>Writes cycles.csv: what each cycle gave, and what has aged by its end.</summary>
/// <remarks>
/// The first row, cycle 0, is the fresh cell where something ages. Coulombic efficiency is the charge delivered over the charge taken before it. "Simulated" is 0 for
/// cycles that an accelerated run has extrapolated.
/// </remarks>
public static class CyclesCsv
{
    /// <summary>Writes the cycles of a run.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="result">The run.</param>
    public static void Write(TextWriter writer, SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(result);
        var columns = result.Ageing?.Columns ?? [];
        writer.Write(
            "Cycle Count / 1,Test Time / s,Discharging Capacity / Ah,Charging Capacity / Ah,Discharging Energy / Wh,Charging Energy / Wh," +
            "Coulombic Efficiency / 1,Voltage / V,Resistance / ohm,Lithium Inventory / Ah,Simulated / 1");
        foreach (var column in columns)
        {
            writer.Write(',');
            writer.Write(Quoted($"{column.Place}: {column.Name} / {column.Kind.DisplayUnit}"));
        }

        writer.Write('\n');
        var efficiencies = CoulombicEfficiency.Of(result);
        if (result.Ageing is not null)
        {
            WriteRow(writer, [0, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 1, .. Values(columns, 0)]);
        }

        for (var i = 0; i < result.Cycles.Count; i++)
        {
            var cycle = result.Cycles[i];
            WriteRow(
                writer,
                [
                    cycle.Number, cycle.EndTime, cycle.Discharge / 3600, cycle.Charge / 3600, cycle.DischargeEnergy / 3600, cycle.ChargeEnergy / 3600,
                    efficiencies.GetValueOrDefault(cycle.Number, double.NaN), cycle.EndVoltage, cycle.Resistance, cycle.LithiumInventory / 3600, cycle.IsSimulated ? 1 : 0,
                    .. Values(columns, i + 1),
                ]);
        }
    }

    private static IEnumerable<double> Values(IReadOnlyList<AgeingColumn> columns, int row) =>
        columns.Select(c => row < c.Values.Count ? QuantityFormat.ToUnit(c.Values[row], c.Kind, c.Kind.DisplayUnit) : double.NaN);

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static void WriteRow(TextWriter writer, IReadOnlyList<double> values) =>
        writer.Write(string.Join(',', values.Select(v => double.IsNaN(v) ? "" : v.ToString("G12", CultureInfo.InvariantCulture))) + "\n");
}
