using Ionolith.Library.Reading;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>One measurement over another: "ratio: [A, B]".</summary>
/// <param name="Over">The numerator.</param>
/// <param name="Under">The denominator, of the same kind.</param>
internal sealed record RatioMeasurement(IMeasurement Over, IMeasurement Under) : IMeasurement
{
    public static readonly MeasurementForm Form = new("ratio", Read);

    public QuantityKind Kind => QuantityKinds.Number;

    public string Text => $"({Over.Text}) over ({Under.Text})";

    public IReadOnlyList<IMeasurement> Parts => [Over, Under];

    public MeasuredSubject? Subject => null;

    public Measured Measure(Laboratory laboratory)
    {
        double over = Over.Measure(laboratory).Value, under = Under.Measure(laboratory).Value;
        return under != 0 ? new Measured(over / under, PairText.Of(Over.Kind, over, "over", under)) : throw new MeasurementException($"the denominator ({Under.Text}) is zero");
    }

    private static RatioMeasurement? Read(MappingReader reader) =>
        MeasurementForms.ReadPair(reader, "ratio") is var (over, under) ? new RatioMeasurement(over, under) : null;
}
