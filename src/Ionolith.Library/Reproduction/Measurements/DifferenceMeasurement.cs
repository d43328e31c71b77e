using Ionolith.Library.Reading;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>One measurement less another: "difference: [A, B]".</summary>
/// <param name="From">The first.</param>
/// <param name="Less">What is taken from it, of the same kind.</param>
internal sealed record DifferenceMeasurement(IMeasurement From, IMeasurement Less) : IMeasurement
{
    public static readonly MeasurementForm Form = new("difference", Read);

    public QuantityKind Kind => From.Kind;

    public string Text => $"({From.Text}) less ({Less.Text})";

    public IReadOnlyList<IMeasurement> Parts => [From, Less];

    public MeasuredSubject? Subject => null;

    public Measured Measure(Laboratory laboratory)
    {
        double from = From.Measure(laboratory).Value, less = Less.Measure(laboratory).Value;
        return new Measured(from - less, PairText.Of(From.Kind, from, "less", less));
    }

    private static DifferenceMeasurement? Read(MappingReader reader) =>
        MeasurementForms.ReadPair(reader, "difference") is var (from, less) ? new DifferenceMeasurement(from, less) : null;
}
