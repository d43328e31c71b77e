using Ionolith.Cells.Design;
using Ionolith.Library.Reading;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>A figure of the real stack of a cell: "{design: CELL, figure: specific-energy}".</summary>
/// <param name="Cell">The cell, with the values that are replaced.</param>
/// <param name="Figure">specific-energy, energy-density or specific-power.</param>
internal sealed record DesignMeasurement(MeasuredSubject Cell, string Figure) : IMeasurement
{
    public static readonly MeasurementForm Form = new("design", Read);

    private static readonly Dictionary<string, (QuantityKind Kind, Func<StackFigures, double> Of)> Figures = new(StringComparer.Ordinal)
    {
        ["specific-energy"] = (QuantityKinds.SpecificEnergy, static s => s.SpecificEnergy),
        ["energy-density"] = (QuantityKinds.EnergyDensity, static s => s.EnergyDensity),
        ["specific-power"] = (QuantityKinds.SpecificPower, static s => s.SpecificPower),
    };

    public QuantityKind Kind => Figures[Figure].Kind;

    public string Text => $"{Figure} of the stack of {Cell.Name}{(Cell.Settings.Count == 0 ? "" : $" with {string.Join(", ", Cell.Settings)}")}";

    public IReadOnlyList<IMeasurement> Parts => [];

    public MeasuredSubject? Subject => Cell;

    public Measured Measure(Laboratory laboratory) =>
        new(Figures[Figure].Of(laboratory.Design(Cell, withPower: Figure is "specific-power").StackLevel));

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
