using Ionolith.Library.Reading;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>Smallest radius to which a layer bends before its surface breaks: "{bending-radius: CELL, layer: separator, failure-strain: 0.1 %}".</summary>
/// <remarks>
/// R = L/2 (1/e - 1), the radius on the inside of a sheet of thickness L whose middle keeps its length and whose outer surface, at R + L,
/// is stretched by e (Euler-Bernoulli beam; S. Timoshenko, Strength of Materials, 1930). One strain at failure stands for the whole layer.
/// </remarks>
/// <param name="Cell">The cell, with the values that are replaced.</param>
/// <param name="Layer">Name of the layer.</param>
/// <param name="FailureStrain">Strain e at which the surface breaks, above 0 and below 1.</param>
internal sealed record BendingMeasurement(MeasuredSubject Cell, string Layer, double FailureStrain) : IMeasurement
{
    public static readonly MeasurementForm Form = new("bending-radius", Read);

    public QuantityKind Kind => QuantityKinds.Length;

    public string Text =>
        $"smallest bending radius of the {Layer} of {Cell.Name}{(Cell.Settings.Count == 0 ? "" : $" with {string.Join(", ", Cell.Settings)}")}"
        + $" at a failure strain of {QuantityFormat.ToText(FailureStrain, QuantityKinds.Number)}";

    public IReadOnlyList<IMeasurement> Parts => [];

    public MeasuredSubject? Subject => Cell;

    public Measured Measure(Laboratory laboratory)
    {
        var cell = laboratory.Cell(Cell);
        var layer = cell.Layers.FirstOrDefault(l => string.Equals(l.Name, Layer, StringComparison.Ordinal))
            ?? throw new MeasurementException($"{cell.Id} has no layer called {Layer}; its layers are {string.Join(", ", cell.Layers.Select(l => l.Name))}");
        return new(layer.Thickness / 2 * ((1 / FailureStrain) - 1));
    }

    private static BendingMeasurement? Read(MappingReader reader)
    {
        var cell = SubjectReader.Cell(reader, "bending-radius");
        string layer = reader.Text("layer", "separator");
        double strain = reader.Quantity("failure-strain", QuantityKinds.Number);
        if (!double.IsNaN(strain) && strain is not (> 0 and < 1))
        {
            reader.Report("failure-strain", "must be above 0 and below 1, such as failure-strain: 0.1 %");
            return null;
        }

        return cell is null || double.IsNaN(strain) ? null : new BendingMeasurement(cell, layer, strain);
    }
}
