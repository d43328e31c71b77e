using Ionolith.Library.Reading;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>A statement as a comparison: the same measurement with and without the mechanism, and which is expected to be higher.</summary>
/// <param name="With">With the mechanism.</param>
/// <param name="Without">Without it, of the same kind.</param>
/// <param name="ExpectedHigher">Whether the first is expected to be the higher one.</param>
internal sealed record ComparisonMeasurement(IMeasurement With, IMeasurement Without, bool ExpectedHigher) : IMeasurement
{
    public static readonly MeasurementForm Form = new("compare", Read);

    /// <summary>Least relative difference that counts as one: runs agree among themselves to some 1e-4.</summary>
    private const double Least = 1e-3;

    public QuantityKind Kind => QuantityKinds.Number;

    public string Text => $"({With.Text}) {(ExpectedHigher ? "higher" : "lower")} than ({Without.Text})";

    public IReadOnlyList<IMeasurement> Parts => [With, Without];

    public MeasuredSubject? Subject => null;

    /// <summary>The ratio of the two, both figures, and whether the expectation holds.</summary>
    public Measured Measure(Laboratory laboratory)
    {
        double with = With.Measure(laboratory).Value, without = Without.Measure(laboratory).Value;
        double least = Least * Math.Max(Math.Abs(with), Math.Abs(without));
        bool holds = ExpectedHigher ? with - without > least : without - with > least;
        return new Measured(with / without, PairText.Of(With.Kind, with, "with,", without) + " without", holds);
    }

    private static ComparisonMeasurement? Read(MappingReader reader)
    {
        if (reader.Section("compare") is not { } section)
        {
            return null;
        }

        var with = ReadPart(section, "with");
        var without = ReadPart(section, "without");
        if (!section.Has("expected"))
        {
            section.ReportMissing("expected", "higher or lower: how the figure with the mechanism compares");
        }

        bool higher = section.Choice("expected", "higher", "lower") is "higher";
        section.Finish();
        if (with is not null && without is not null && with.Kind.Dimension != without.Kind.Dimension)
        {
            section.Report("without", $"expected the same kind of quantity on both sides, but \"with\" gives {with.Kind.Name} and \"without\" {without.Kind.Name}");
        }

        return with is null || without is null ? null : new ComparisonMeasurement(with, without, higher);
    }

    private static IMeasurement? ReadPart(MappingReader section, string key)
    {
        if (section.Know(key) is { } node)
        {
            return MeasurementForms.Read(node, section.PathOf(key), section.Context);
        }

        section.ReportMissing(key, "a measurement, such as {run: ..., protocol: [...], figure: discharge-capacity}");
        return null;
    }
}
