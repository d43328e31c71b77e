using System.Globalization;
using Ionolith.Cells.CriticalCurrent;
using Ionolith.Library.Reading;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>Time for which a symmetric cell plates and strips at one current: "{life: CELL, current: 0.1 mA/cm2, half-cycle: 1 h, most: 3000 h}".</summary>
/// <remarks>A cell that outlives the test has its duration: its life is at least that.</remarks>
/// <param name="Cell">The cell, with the values that are replaced.</param>
/// <param name="Current">Current density, A/m2.</param>
/// <param name="HalfCycle">Duration of each half-cycle, s.</param>
/// <param name="Most">Longest test, s.</param>
internal sealed record LifeMeasurement(MeasuredSubject Cell, double Current, double HalfCycle, double Most) : IMeasurement
{
    public static readonly MeasurementForm Form = new("life", Read);

    public QuantityKind Kind => QuantityKinds.Time;

    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"life of {Cell.Name}{(Cell.Settings.Count == 0 ? "" : $" with {string.Join(", ", Cell.Settings)}")} at {Current / 10:0.####} mA/cm2 in half-cycles of {HalfCycle / 3600:0.###} h, tested for {Most / 3600:0.#} h");

    public IReadOnlyList<IMeasurement> Parts => [];

    public MeasuredSubject? Subject => Cell;

    public Measured Measure(Laboratory laboratory)
    {
        var result = laboratory.Test(Cell, (cell, properties, cancellation) => CriticalCurrentTest.Life(cell, Current, HalfCycle, Most, properties, cancellation));
        return new Measured(result.Time, result.Reason) { IsLowerBound = result.End == TestEnd.Survived };
    }

    private static LifeMeasurement? Read(MappingReader reader)
    {
        var cell = SubjectReader.Cell(reader, "life");
        double current = Positive(reader, "current", QuantityKinds.CurrentDensity), half = Positive(reader, "half-cycle", QuantityKinds.Time);
        double most = Positive(reader, "most", QuantityKinds.Time);
        if (most > CriticalCurrentTest.LongestLife)
        {
            reader.Report("most", string.Create(CultureInfo.InvariantCulture, $"must be at most {CriticalCurrentTest.LongestLife / 3600:0} h"));
            return null;
        }

        return cell is null || double.IsNaN(current + half + most) ? null : new LifeMeasurement(cell, current, half, most);
    }

    private static double Positive(MappingReader reader, string key, QuantityKind kind)
    {
        double value = reader.Quantity(key, kind);
        if (value <= 0)
        {
            reader.Report(key, "must be positive");
            return double.NaN;
        }

        return value;
    }
}
