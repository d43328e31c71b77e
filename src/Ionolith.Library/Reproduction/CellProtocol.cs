using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;

namespace Ionolith.Library.Reproduction;

/// <summary>The steps that a measurement runs.</summary>
/// <param name="Items">One step, cycle or repetition a string.</param>
/// <param name="Folder">Folder in which profiles are sought; empty: none.</param>
internal sealed record CellProtocol(IReadOnlyList<string> Items, string Folder)
{
    private const long MostShort = 20;

    public override string ToString() => string.Join("; ", Items);

    /// <summary>Whether it has so many cycles that running it often takes long.</summary>
    public bool IsLong => Parse(new CutoffVoltages(1, 2)).Protocol?.Cycles.Sum(c => (long)c.Repetitions) > MostShort;

    /// <summary>What is wrong with the steps.</summary>
    public IReadOnlyList<ProtocolProblem> Problems() => Parse(new CutoffVoltages(1, 2)).Problems;

    /// <summary>The protocol for a cell.</summary>
    public Protocol For(CellDescription cell) =>
        Parse(CutoffVoltages.Of(cell)).Protocol ?? throw new Measurements.MeasurementException($"the protocol \"{this}\" cannot be read");

    private ParsedProtocol Parse(CutoffVoltages cutoffs) => ProtocolParser.Parse(Items, new ProtocolFiles(Folder), cutoffs: cutoffs);
}
