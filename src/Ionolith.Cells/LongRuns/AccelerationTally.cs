using Ionolith.Cells.Simulation;

namespace Ionolith.Cells.LongRuns;

/// <summary>Counts what was skipped over a whole run.</summary>
internal sealed class AccelerationTally
{
    private readonly List<(int First, int Last)> _spans = [];
    private double _missed;
    private double _capacity;

    /// <summary>Slow states of the fresh cell; empty before the first cycle.</summary>
    public double[] Fresh { get; set; } = [];

    /// <summary>Cycles that were simulated for a jump that was not taken.</summary>
    public int Tried { get; set; }

    /// <summary>Change of the capacity in a cycle, as a share of the first discharge, at the last jump.</summary>
    public double Slope { get; set; }

    private int Skipped => _spans.Sum(s => s.Last - s.First + 1);

    /// <summary>Counts a jump.</summary>
    /// <param name="first">First cycle that was skipped.</param>
    /// <param name="last">Last cycle that was skipped.</param>
    /// <param name="missed">Cycles by which the states may be ahead or behind.</param>
    /// <param name="capacity">What that is worth there, as a share of the first discharge.</param>
    public void Take(int first, int last, double missed, double capacity)
    {
        _spans.Add((first, last));
        _missed += missed;
        _capacity += capacity;
    }

    /// <summary>What the run says of it.</summary>
    /// <param name="allowed">Error that was allowed.</param>
    /// <param name="cycles">Cycles carried out.</param>
    /// <param name="refusal">Why nothing could be skipped; empty where it could.</param>
    public AccelerationReport Report(double allowed, int cycles, string refusal) => new()
    {
        AllowedError = allowed,

        // What heals itself counts as it does at the end; what does not, such as host that was lost, as it did when it was missed. Which of them it is nobody knows.
        EstimatedError = Math.Max(_missed * Slope, _capacity),
        EstimatedShift = _missed,
        Simulated = cycles - Skipped,
        Extrapolated = Skipped,
        Tried = Tried,
        Spans = [.. _spans],
        Refusal = _spans.Count > 0 ? "" : refusal,
    };

    /// <summary>Writes the counts.</summary>
    public void Write(BinaryWriter writer)
    {
        StateFormat.Write(writer, Fresh);
        writer.Write(Tried);
        writer.Write(Slope);
        writer.Write(_missed);
        writer.Write(_capacity);
        writer.Write(_spans.Count);
        foreach ((int first, int last) in _spans)
        {
            writer.Write(first);
            writer.Write(last);
        }
    }

    /// <summary>Reads the counts.</summary>
    public void Read(BinaryReader reader)
    {
        Fresh = StateFormat.ReadDoubles(reader);
        (Tried, Slope, _missed, _capacity) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            _spans.Add((reader.ReadInt32(), reader.ReadInt32()));
        }
    }
}
