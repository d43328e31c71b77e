using Ionolith.Cells.Simulation;

namespace Ionolith.Cells.Design.Series;

/// <summary>What a stack has done so far.</summary>
internal sealed class SeriesLog
{
    /// <summary>Steps carried out.</summary>
    public List<SeriesStep> Steps { get; } = [];

    /// <summary>Cycles carried out.</summary>
    public List<CycleResult> Cycles { get; } = [];

    /// <summary>Charge of the first discharge, C; NaN before it.</summary>
    public double FirstDischarge { get; private set; } = double.NaN;

    /// <summary>Writes a cycle down.</summary>
    /// <param name="cycle">The cycle.</param>
    public void Add(CycleResult cycle)
    {
        Cycles.Add(cycle with { ChargeBefore = Cycles.FindLast(c => c.Discharge > 0)?.Charge ?? 0 });
        if (double.IsNaN(FirstDischarge) && cycle.Discharge > 0)
        {
            FirstDischarge = cycle.Discharge;
        }
    }

    /// <summary>Writes the first steps and cycles.</summary>
    public void Write(BinaryWriter writer, int steps, int cycles, double firstDischarge)
    {
        writer.Write(firstDischarge);
        writer.Write(steps);
        foreach (SeriesStep step in Steps.Take(steps))
        {
            writer.Write(step.Text);
            writer.Write(step.Start);
            writer.Write(step.End);
            writer.Write(step.Weakest);
            writer.Write(step.EndedBy);
            writer.Write(step.Capacity);
            writer.Write(step.Energy);
            writer.Write(step.Cycle);
            StateFormat.Write(writer, [.. step.Voltages]);
            StateFormat.Write(writer, [.. step.Reserves]);
            StateFormat.Write(writer, [.. step.Leaked]);
            StateFormat.Write(writer, [.. step.LeakedSoFar]);
        }

        writer.Write(cycles);
        foreach (CycleResult cycle in Cycles.Take(cycles))
        {
            LogFormat.Write(writer, cycle);
        }
    }

    /// <summary>Reads what was written; the log is empty.</summary>
    public void Read(BinaryReader reader)
    {
        FirstDischarge = reader.ReadDouble();
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            (string text, double start, double end, int weakest, string endedBy) = (reader.ReadString(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt32(), reader.ReadString());
            (double capacity, double energy, int cycle) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt32());
            Steps.Add(new(text, start, end, weakest, endedBy, capacity, energy, StateFormat.ReadDoubles(reader), StateFormat.ReadDoubles(reader))
            {
                Cycle = cycle,
                Leaked = StateFormat.ReadDoubles(reader),
                LeakedSoFar = StateFormat.ReadDoubles(reader),
            });
        }

        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            Cycles.Add(LogFormat.ReadCycle(reader));
        }
    }
}
