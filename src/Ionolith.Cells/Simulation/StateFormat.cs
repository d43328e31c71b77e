using System.Reflection;
using System.Runtime.InteropServices;
using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Sites;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Simulation;

/// <summary>How the state of a run is written and read: every number to the last bit.</summary>
internal static class StateFormat
{
    // A corrupt length must end in a message, not in an exhausted memory.
    private const int MostNumbers = 1 << 27;

    // All of them, so that one that is added to the effect later is not forgotten here.
    private static readonly PropertyInfo[] Effects = [.. typeof(InterfaceEffect).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite).OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Writes numbers and how many.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Reads numbers.</summary>
    /// <exception cref="InvalidDataException">Their count cannot be.</exception>
    public static double[] ReadDoubles(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > MostNumbers)
        {
            throw new InvalidDataException("a list of numbers has no length that could be");
        }

        double[] values = new double[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>Writes what an integrator carries over.</summary>
    public static void Write(BinaryWriter writer, IntegratorCarry carry)
    {
        foreach (long count in new[] { carry.Steps, carry.ErrorFailures, carry.NewtonFailures, carry.NewtonIterations, carry.SingleIterations })
        {
            writer.Write(count);
        }
    }

    /// <summary>Reads what an integrator carries over.</summary>
    public static IntegratorCarry ReadCarry(BinaryReader reader) =>
        new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), (int)reader.ReadInt64());

    /// <summary>Writes the state from which the next step begins.</summary>
    public static void Write(BinaryWriter writer, RunnerState state)
    {
        writer.Write(state.Time);
        Write(writer, state.State);
        writer.Write(state.Ambient);
        writer.Write(state.Pressure);
        Write(writer, [state.Heat.PeakTemperature, state.Heat.PeakTime, state.Heat.PeakHeat, state.Heat.Ambient, state.Heat.ReachedAt]);
        writer.Write(state.Ageing is not null);
        if (state.Ageing is { } ageing)
        {
            Write(writer, ageing);
        }
    }

    /// <summary>Reads the state from which the next step begins.</summary>
    /// <exception cref="InvalidDataException">It is that of another kind of interface.</exception>
    public static RunnerState ReadState(BinaryReader reader)
    {
        (double time, double[] state, double ambient, double pressure) = (reader.ReadDouble(), ReadDoubles(reader), reader.ReadDouble(), reader.ReadDouble());
        double[] heat = ReadDoubles(reader);
        return new(time, state, ambient, pressure, new(heat[0], heat[1], heat[2], heat[3], heat[4]), reader.ReadBoolean() ? ReadAgeing(reader) : null);
    }

    private static void Write(BinaryWriter writer, AgeingRunState ageing)
    {
        writer.Write(ageing.Passed);
        writer.Write(ageing.Events.Count);
        foreach (AgeingEvent happened in ageing.Events)
        {
            writer.Write((int)happened.Kind);
            writer.Write(happened.Place);
            writer.Write(happened.Time);
            writer.Write(happened.Charge);
            writer.Write(happened.Reason);
        }

        Write(writer, ageing.Swelling);
        writer.Write(ageing.Sites.Count);
        foreach (SiteState site in ageing.Sites)
        {
            Write(writer, site.Values);
            Write(writer, site.Accounts);
            writer.Write(site.WasBridged);
            object effect = site.Told;
            foreach (PropertyInfo property in Effects)
            {
                writer.Write(property.Name);
                Write(writer, property.GetValue(effect)!, property.Name);
            }
        }
    }

    private static AgeingRunState ReadAgeing(BinaryReader reader)
    {
        (double passed, int events) = (reader.ReadDouble(), reader.ReadInt32());
        AgeingEvent[] happened = [.. Enumerable.Range(0, events).Select(_ =>
            new AgeingEvent((AgeingEventKind)reader.ReadInt32(), reader.ReadString(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadString()))];
        double[] swelling = ReadDoubles(reader);
        int sites = reader.ReadInt32();
        return new(passed, happened, [.. Enumerable.Range(0, sites).Select(_ => ReadSite(reader))], swelling);
    }

    private static SiteState ReadSite(BinaryReader reader)
    {
        (double[] values, double[] accounts, bool bridged) = (ReadDoubles(reader), ReadDoubles(reader), reader.ReadBoolean());
        object effect = new InterfaceEffect();
        foreach (PropertyInfo property in Effects)
        {
            string name = reader.ReadString();
            if (!string.Equals(name, property.Name, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"an interface has '{name}' where '{property.Name}' was expected");
            }

            property.SetValue(effect, Read(reader, property.PropertyType));
        }

        return new(values, (InterfaceEffect)effect, accounts, bridged);
    }

    private static void Write(BinaryWriter writer, object value, string name)
    {
        switch (value)
        {
            case double number:
                writer.Write(number);
                break;
            case bool flag:
                writer.Write(flag);
                break;
            case string text:
                writer.Write(text);
                break;
            default:
                throw new NotSupportedException($"'{name}' of an interface is a {value.GetType().Name}, which checkpoints cannot hold.");
        }
    }

    private static object Read(BinaryReader reader, Type type) =>
        type == typeof(double) ? reader.ReadDouble() : type == typeof(bool) ? reader.ReadBoolean() : reader.ReadString();
}
