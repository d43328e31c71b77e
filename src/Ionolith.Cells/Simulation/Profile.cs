namespace Ionolith.Cells.Simulation;

/// <summary>All fields at one time.</summary>
/// <param name="Time">Time, s.</param>
/// <param name="Voltage">Terminal voltage, V.</param>
/// <param name="Values">Values [field][position].</param>
internal sealed record Profile(double Time, double Voltage, IReadOnlyList<double[]> Values)
{
    /// <summary>Writes the profile.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Time);
        writer.Write(Voltage);
        writer.Write(Values.Count);
        foreach (double[] field in Values)
        {
            StateFormat.Write(writer, field);
        }
    }

    /// <summary>Reads a profile.</summary>
    public static Profile Read(BinaryReader reader)
    {
        (double time, double voltage, int fields) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt32());
        return new(time, voltage, [.. Enumerable.Range(0, fields).Select(_ => StateFormat.ReadDoubles(reader))]);
    }
}
