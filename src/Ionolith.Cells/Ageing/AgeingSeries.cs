using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Ageing;

/// <summary>Slow states of a run: one row for the fresh cell and one for the end of each cycle.</summary>
/// <param name="Cycle">Number of the cycle that has ended; zero for the fresh cell.</param>
/// <param name="Time">Time, s.</param>
/// <param name="Columns">The states and what they do, interface by interface.</param>
public sealed record AgeingSeries(IReadOnlyList<int> Cycle, IReadOnlyList<double> Time, IReadOnlyList<AgeingColumn> Columns)
{
    /// <summary>Shorts and failures in the order of time; empty: none.</summary>
    public IReadOnlyList<AgeingEvent> Events { get; init; } = [];
}

/// <summary>One quantity of an interface over the rows.</summary>
/// <param name="Place">The interface: "anode", "cathode", "halide-separator | cathode".</param>
/// <param name="Name">The quantity: "interphase thickness", "resistance added", "contacted share".</param>
/// <param name="Kind">Kind of quantity; the values are SI.</param>
/// <param name="Values">Value in each row, SI.</param>
public sealed record AgeingColumn(string Place, string Name, QuantityKind Kind, IReadOnlyList<double> Values);
