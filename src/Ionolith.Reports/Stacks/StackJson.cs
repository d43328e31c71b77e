using Ionolith.Cells.Protocols;
using Ionolith.Reports.Files;
using Ionolith.Reports.LongRuns;

namespace Ionolith.Reports.Stacks;

/// <summary>Writes summary.json of a stack: as that of a cell, with the cells one by one.</summary>
public static class StackJson
{
    /// <summary>Writes the document.</summary>
    /// <param name="record">The run.</param>
    /// <returns>The text.</returns>
    public static string Write(StackRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (cell, result) = (record.Cell, record.Result);
        return JsonWriting.Document(json =>
        {
            json.WriteStartObject();
            json.WriteString("cell", cell.Id);
            json.WriteString("title", cell.Title);
            json.WriteNumber("cells_in_series", record.Count);
            json.WriteStartObject("spread");
            json.WriteQuantity("capacity", record.Spread.Capacity, "1");
            json.WriteQuantity("resistance", record.Spread.Resistance, "1");
            json.WriteQuantity("leak", record.Spread.Leak, "1");
            json.WriteNumber("seed", record.Spread.Seed);
            json.WriteEndObject();
            json.WriteStrings("protocol", ProtocolWriter.Write(result.Protocol));
            json.WriteString("status", StatusWords.Key(result.Status));
            json.WriteString("reason", result.Reason);
            json.WriteString("diagnosis", record.Summary);
            json.WriteQuantity("capacity", record.Capacity / 3600, "Ah");
            json.WriteQuantity("energy", record.Energy / 3600, "Wh");
            json.WriteQuantity("area", cell.Area * 1e4, "cm2");
            json.WriteObjects("cells", Enumerable.Range(0, record.Count), (_, i) =>
            {
                json.WriteNumber("number", i + 1);
                json.WriteQuantity("leak_resistance", result.Descriptions[i].LeakResistance * 1e4, "ohm cm2");
                json.WriteQuantity("lost_beside_terminals", result.Leaked[i] / 3600, "Ah");
                json.WriteObjects("layers", result.Descriptions[i].Layers, (_, layer) =>
                {
                    json.WriteString("name", layer.Name);
                    json.WriteQuantity("thickness", layer.Thickness * 1e6, "um");
                });
                SummaryJson.WriteBalances(json, result.Balances[i]);
            });
            json.WriteObjects("steps", result.Steps, (_, step) =>
            {
                json.WriteNumber("number", step.Number);
                json.WriteNumber("cycle", step.Cycle);
                json.WriteString("text", step.Text);
                json.WriteQuantity("start", step.Start, "s");
                json.WriteQuantity("end", step.End, "s");
                json.WriteQuantity("capacity", step.Capacity / 3600, "Ah");
                json.WriteQuantity("energy", step.Energy / 3600, "Wh");
                json.WriteQuantity("end_voltage", step.Voltages.Sum(), "V");
                json.WriteQuantity("voltage_spread", step.VoltageSpread, "V");
                json.WriteQuantity("imbalance", step.Imbalance / 3600, "Ah");
                json.WriteNumber("weakest_cell", step.Weakest);
                json.WriteString("ended_by", step.EndedBy);
                json.WriteObjects("cells", Enumerable.Range(0, record.Count), (_, k) =>
                {
                    json.WriteQuantity("end_voltage", step.Voltages[k], "V");
                    json.WriteQuantity("reserve", step.Reserves[k] / 3600, "Ah");
                    json.WriteQuantity("lost_beside_terminals", step.Leaked[k] / 3600, "Ah");
                });
            });
            SummaryJson.WriteEvents(json, result.AtCycles.Events);
            LifeJson.WriteCycles(json, result.Cycles, cycle =>
            {
                json.WriteQuantity("coulombic_efficiency", cycle.CoulombicEfficiency, "1");
                json.WriteBoolean("simulated", cycle.IsSimulated);
            });
            LifeJson.WriteStates(json, "states", result.AtCycles);
            LifeJson.WriteAcceleration(json, result.Acceleration);
            SummaryJson.WriteAssumptions(json, cell.Values);
            json.WriteString("input_hash", record.Input.Hash);
            json.WriteString("program", record.Program);
            json.WriteString("command", record.Input.Command);
            json.WriteEndObject();
        });
    }
}
