namespace Ionolith.Cells.Simulation;

/// <summary>How steps and cycles are written and read.</summary>
internal static class LogFormat
{
    /// <summary>That of the steps of a cell.</summary>
    public static StepFormat<StepResult> Steps { get; } = new(Write, ReadStep, static s => s.Cycle, static s => s.EndedBy);

    /// <summary>Writes a step.</summary>
    public static void Write(BinaryWriter writer, StepResult step)
    {
        writer.Write(step.Number);
        writer.Write(step.Cycle);
        writer.Write(step.Text);
        foreach (double value in new[]
        {
            step.Time.Start, step.Time.End, step.Voltage.Start, step.Voltage.End, step.Current.Start, step.Current.End, step.Capacity, step.Energy, step.PeakTemperature, step.Pressure,
        })
        {
            writer.Write(value);
        }

        writer.Write(step.EndedBy);
    }

    /// <summary>Reads a step.</summary>
    public static StepResult ReadStep(BinaryReader reader) => new()
    {
        Number = reader.ReadInt32(),
        Cycle = reader.ReadInt32(),
        Text = reader.ReadString(),
        Time = (reader.ReadDouble(), reader.ReadDouble()),
        Voltage = (reader.ReadDouble(), reader.ReadDouble()),
        Current = (reader.ReadDouble(), reader.ReadDouble()),
        Capacity = reader.ReadDouble(),
        Energy = reader.ReadDouble(),
        PeakTemperature = reader.ReadDouble(),
        Pressure = reader.ReadDouble(),
        EndedBy = reader.ReadString(),
    };

    /// <summary>Writes a cycle.</summary>
    public static void Write(BinaryWriter writer, CycleResult cycle)
    {
        writer.Write(cycle.Number);
        foreach (double value in new[]
        {
            cycle.Discharge, cycle.Charge, cycle.DischargeEnergy, cycle.ChargeEnergy, cycle.EndVoltage, cycle.EndTime, cycle.Resistance, cycle.LithiumInventory, cycle.ChargeBefore,
            cycle.LightEnergy, cycle.Photocharge, cycle.LightGained,
        })
        {
            writer.Write(value);
        }

        writer.Write(cycle.DischargesFirst);
        writer.Write(cycle.IsSimulated);
        writer.Write(cycle.IsWhole);
    }

    /// <summary>Reads a cycle.</summary>
    public static CycleResult ReadCycle(BinaryReader reader) => new(
        reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble())
    {
        Resistance = reader.ReadDouble(),
        LithiumInventory = reader.ReadDouble(),
        ChargeBefore = reader.ReadDouble(),
        LightEnergy = reader.ReadDouble(),
        Photocharge = reader.ReadDouble(),
        LightGained = reader.ReadDouble(),
        DischargesFirst = reader.ReadBoolean(),
        IsSimulated = reader.ReadBoolean(),
        IsWhole = reader.ReadBoolean(),
    };
}
