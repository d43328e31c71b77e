using Ionolith.Cells.Design;
using Ionolith.Library.Reading;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>A figure of the real stack of a cell: "{design: CELL, figure: specific-energy}".</summary>
/// <param name="Cell">The cell, with the values that are replaced.</param>
/// <param name="Figure">specific-energy, energy-density or specific-power of the stack, or over its active materials alone.</param>
internal sealed record DesignMeasurement(MeasuredSubject Cell, string Figure) : IMeasurement
{
    public static readonly MeasurementForm Form = new("design", Read);

    private static readonly Dictionary<string, (QuantityKind Kind, Func<StackDesign, double> Of)> Figures = new(StringComparer.Ordinal)
    {
        ["specific-energy"] = (QuantityKinds.SpecificEnergy, static d => d.StackLevel.SpecificEnergy),
        ["energy-density"] = (QuantityKinds.EnergyDensity, static d => d.StackLevel.EnergyDensity),
        ["specific-power"] = (QuantityKinds.SpecificPower, static d => d.StackLevel.SpecificPower),
        ["specific-energy-of-actives"] = (QuantityKinds.SpecificEnergy, static d => d.ActiveLevel.SpecificEnergy),
        ["specific-power-of-actives"] = (QuantityKinds.SpecificPower, static d => d.ActiveLevel.SpecificPower),
    };

    public QuantityKind Kind => Figures[Figure].Kind;

    public string Text => $"{Figure} of the stack of {Cell.Name}{(Cell.Settings.Count == 0 ? "" : $" with {string.Join(", ", Cell.Settings)}")}";

    public IReadOnlyList<IMeasurement> Parts => [];

    public MeasuredSubject? Subject => Cell;

    public Measured Measure(Laboratory laboratory) =>
        new(Figures[Figure].Of(laboratory.Design(Cell, withPower: Figure.StartsWith("specific-power", StringComparison.Ordinal))));

    private static DesignMeasurement? Read(MappingReader reader)
    {
        var cell = SubjectReader.Cell(reader, "design");
        string figure = reader.Choice("figure", [.. Figures.Keys]);
        if (!reader.Has("figure"))
        {
            reader.ReportMissing("figure", $"one of {string.Join(", ", Figures.Keys)}");
        }

        return cell is null ? null : new DesignMeasurement(cell, figure);
    }
}
