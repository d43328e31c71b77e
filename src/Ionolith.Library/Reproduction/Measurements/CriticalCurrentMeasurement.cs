using System.Globalization;
using Ionolith.Cells.CriticalCurrent;
using Ionolith.Library.Reading;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>Critical current density of a symmetric cell: "{ccd: CELL, step: 0.05 mA/cm2, step-time: 1 h, most: 5 mA/cm2}".</summary>
/// <param name="Cell">The cell, with the values that are replaced.</param>
/// <param name="Staircase">The staircase of currents.</param>
internal sealed record CriticalCurrentMeasurement(MeasuredSubject Cell, CurrentStaircase Staircase) : IMeasurement
{
    public static readonly MeasurementForm Form = new("ccd", Read);

    public QuantityKind Kind => QuantityKinds.CurrentDensity;

    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"critical current density of {Cell.Name}{(Cell.Settings.Count == 0 ? "" : $" with {string.Join(", ", Cell.Settings)}")}: half-cycles of {Staircase.StepTime / 3600:0.###} h from {Staircase.Start / 10:0.####} mA/cm2 in steps of {Staircase.Increment / 10:0.####} mA/cm2");

    public IReadOnlyList<IMeasurement> Parts => [];

    public MeasuredSubject? Subject => Cell;

    public Measured Measure(Laboratory laboratory)
    {
        var result = laboratory.Test(Cell, (cell, properties, cancellation) => CriticalCurrentTest.Staircase(cell, Staircase, properties, cancellation));
        return !result.HasFailed
            ? throw new MeasurementException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Cell.Name} {(result.End == TestEnd.Survived ? "outlived the staircase up to" : $"came to no critical current ({result.Reason}) beyond")} {result.Sustained / 10:0.####} mA/cm2"))
            : new Measured(result.Current, $"at {Numbers(result.Pressure / 1e6)} MPa and {Numbers(result.ArealCapacity / 36_000)} mAh/cm2 a half-cycle: {result.Reason}");
    }

    private static string Numbers(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static CriticalCurrentMeasurement? Read(MappingReader reader)
    {
        var cell = SubjectReader.Cell(reader, "ccd");
        double step = reader.Quantity("step", QuantityKinds.CurrentDensity);
        var staircase = new CurrentStaircase
        {
            Start = reader.OptionalQuantity("start", QuantityKinds.CurrentDensity) ?? step,
            Increment = step,
            StepTime = reader.Quantity("step-time", QuantityKinds.Time),
            Most = reader.Quantity("most", QuantityKinds.CurrentDensity),
        };
        if (double.IsNaN(step) || double.IsNaN(staircase.StepTime) || double.IsNaN(staircase.Most) || double.IsNaN(staircase.Start))
        {
            return null;
        }

        foreach (string problem in staircase.Problems())
        {
            reader.Report("step", problem);
        }

        return cell is null || staircase.Problems().Count > 0 ? null : new CriticalCurrentMeasurement(cell, staircase);
    }
}
