using Ionolith.Cells.Ageing;
using Ionolith.Cells.Design;
using Ionolith.Cells.LongRuns;
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
    private static readonly double[] NoLight = [double.NaN, double.NaN, double.NaN];

    /// <summary>Writes the cycles of a stack: charge is that through each cell, energy and voltage are of the stack.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="result">The run.</param>
    public static void Write(TextWriter writer, SeriesResult result)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(result);
        var columns = result.AtCycles.Columns;
        writer.Write(
            "Cycle Count / 1,Test Time / s,Discharging Capacity / Ah,Charging Capacity / Ah,Discharging Energy / Wh,Charging Energy / Wh,Coulombic Efficiency / 1,Voltage / V,Simulated / 1");
        WriteHeadings(writer, columns);
        SeriesCsv.WriteRow(writer, [0, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 1, .. columns.Select(c => Shown(c, c.Values[0]))]);
        var brokenOff = KeyFigures.BrokenOff(result.Cycles, result.Status)?.Number;
        foreach (var (cycle, states) in CycleRow.Of(result))
        {
            SeriesCsv.WriteRow(
                writer,
                [
                    cycle.Number, cycle.EndTime, cycle.Discharge / 3600, cycle.Charge / 3600, cycle.DischargeEnergy / 3600, cycle.ChargeEnergy / 3600,
                    cycle.Number == brokenOff ? double.NaN : cycle.CoulombicEfficiency, cycle.EndVoltage, cycle.IsSimulated ? 1 : 0, .. states.Select((value, i) => Shown(columns[i], value)),
                ]);
        }
    }

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
        writer.Write(result.Light is null ? "" : ",Light Energy / Wh,Photocharge / Ah,Gained by Light / Wh");
        WriteHeadings(writer, columns);
        if (result.Ageing is not null)
        {
            SeriesCsv.WriteRow(
                writer,
                [0, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 1, .. result.Light is null ? [] : NoLight, .. columns.Select(c => Shown(c, c.Values[0]))]);
        }

        var brokenOff = KeyFigures.BrokenOff(result)?.Number;
        foreach (var (cycle, ageing) in CycleRow.Of(result))
        {
            SeriesCsv.WriteRow(
                writer,
                [
                    cycle.Number, cycle.EndTime, cycle.Discharge / 3600, cycle.Charge / 3600, cycle.DischargeEnergy / 3600, cycle.ChargeEnergy / 3600,
                    cycle.Number == brokenOff ? double.NaN : cycle.CoulombicEfficiency, cycle.EndVoltage, cycle.Resistance, cycle.LithiumInventory / 3600, cycle.IsSimulated ? 1 : 0,
                    .. result.Light is null ? [] : (double[])[cycle.LightEnergy / 3600, cycle.Photocharge / 3600, cycle.LightGained / 3600], .. ageing.Select((value, i) => Shown(columns[i], value)),
                ]);
        }
    }

    private static void WriteHeadings(TextWriter writer, IReadOnlyList<AgeingColumn> columns)
    {
        foreach (var column in columns)
        {
            writer.Write(',');
            writer.Write(SeriesCsv.Quoted($"{column.Place}: {column.Name} / {column.Kind.DisplayUnit}"));
        }

        writer.Write('\n');
    }

    private static double Shown(AgeingColumn column, double value) => double.IsNaN(value) ? value : QuantityFormat.ToUnit(value, column.Kind, column.Kind.DisplayUnit);
}
