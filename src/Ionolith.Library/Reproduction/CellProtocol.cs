using System.Globalization;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;

namespace Ionolith.Library.Reproduction;

/// <summary>The steps that a measurement runs; "lower cutoff" and "upper cutoff" in them are the voltages of the cell.</summary>
/// <param name="Items">One step, cycle or repetition a string.</param>
/// <param name="Folder">Folder in which profiles are sought; empty: none.</param>
internal sealed record CellProtocol(IReadOnlyList<string> Items, string Folder)
{
    private const long MostShort = 20;
    private const string Lower = "lower cutoff";
    private const string Upper = "upper cutoff";

    public override string ToString() => string.Join("; ", Items);

    /// <summary>Whether it has so many cycles that running it often takes long.</summary>
    public bool IsLong => Parse(1, 2).Protocol?.Cycles.Sum(c => (long)c.Repetitions) > MostShort;

    /// <summary>What is wrong with the steps.</summary>
    public IReadOnlyList<ProtocolProblem> Problems() => Parse(1, 2).Problems;

    /// <summary>The protocol for a cell.</summary>
    public Protocol For(CellDescription cell) =>
        Parse(cell.LowerCutoffVoltage, cell.UpperCutoffVoltage).Protocol ?? throw new Measurements.MeasurementException($"the protocol \"{this}\" cannot be read");

    private ParsedProtocol Parse(double lower, double upper) =>
        ProtocolParser.Parse([.. Items.Select(i => i.Replace(Lower, Voltage(lower), StringComparison.Ordinal).Replace(Upper, Voltage(upper), StringComparison.Ordinal))], new ProtocolFiles(Folder));

    private static string Voltage(double value) => value.ToString("R", CultureInfo.InvariantCulture) + " V";
}
